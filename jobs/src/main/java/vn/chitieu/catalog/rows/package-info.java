/** Rows of tables between the tasks that make them and the files that hold them: packed, and merged in key order. */
@NullMarked
package vn.chitieu.catalog.rows;

import org.jspecify.annotations.NullMarked;
