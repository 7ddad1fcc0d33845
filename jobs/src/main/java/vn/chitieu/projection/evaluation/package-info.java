/** The method on series and cases of a file. */
@NullMarked
package vn.chitieu.projection.evaluation;

import org.jspecify.annotations.NullMarked;
