/** Files as delivered: all text, nothing renamed or dropped (GSBPM 4, Collect). */
@NullMarked
package vn.chitieu.source;

import org.jspecify.annotations.NullMarked;
