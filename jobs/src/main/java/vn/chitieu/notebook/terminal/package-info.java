/** Listings for a person at a terminal, and as CSV or JSON. */
@NullMarked
package vn.chitieu.notebook.terminal;

import org.jspecify.annotations.NullMarked;
