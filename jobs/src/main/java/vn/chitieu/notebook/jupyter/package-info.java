/** Exhibits as Jupyter notebooks whose cells run. */
@NullMarked
package vn.chitieu.notebook.jupyter;

import org.jspecify.annotations.NullMarked;
