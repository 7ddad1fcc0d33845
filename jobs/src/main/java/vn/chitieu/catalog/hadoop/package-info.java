/**
 * Paths of other machines: what the program does with a file of this one it does with one of HDFS or an object store,
 * by the same calls.
 */
@NullMarked
package vn.chitieu.catalog.hadoop;

import org.jspecify.annotations.NullMarked;
