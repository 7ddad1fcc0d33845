/** Exhibits as a self-contained page. */
@NullMarked
package vn.chitieu.notebook.page;

import org.jspecify.annotations.NullMarked;
