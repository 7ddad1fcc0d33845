/** Work shared out among the cores of one process, for whichever stage needs it; depends on no stage. */
@NullMarked
package vn.chitieu.method.parallel;

import org.jspecify.annotations.NullMarked;
