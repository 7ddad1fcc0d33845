/** Least squares for whichever stage needs it; depends on no stage. */
@NullMarked
package vn.chitieu.method.regression;

import org.jspecify.annotations.NullMarked;
