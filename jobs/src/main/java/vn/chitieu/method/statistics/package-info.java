/** Order statistics for whichever stage needs them; depends on no stage. */
@NullMarked
package vn.chitieu.method.statistics;

import org.jspecify.annotations.NullMarked;
