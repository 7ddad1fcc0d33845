/** Rows of published tables as the exhibits read them. */
@NullMarked
package vn.chitieu.notebook.rows;

import org.jspecify.annotations.NullMarked;
