/**
 * Paths on a distributed file system: what the program does with a file of this machine it does with one of HDFS, by
 * the same calls.
 */
@NullMarked
package vn.chitieu.catalog.hadoop;

import org.jspecify.annotations.NullMarked;
