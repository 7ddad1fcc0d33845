/** Well-formed pages: every text escaped for the place where it stands. */
@NullMarked
package vn.chitieu.notebook.markup;

import org.jspecify.annotations.NullMarked;
