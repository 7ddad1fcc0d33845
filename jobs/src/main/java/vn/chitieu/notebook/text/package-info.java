/** The words, numbers and dates of pages and terminal in one language. */
@NullMarked
package vn.chitieu.notebook.text;

import org.jspecify.annotations.NullMarked;
