/** Commands: wiring only. */
@NullMarked
package vn.chitieu.cli;

import org.jspecify.annotations.NullMarked;
