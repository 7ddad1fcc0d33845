/**
 * Runs of the warehouse: their identity, how one is staged, verified and published at one stroke, and who holds the
 * lock.
 */
@NullMarked
package vn.chitieu.catalog.run;

import org.jspecify.annotations.NullMarked;
