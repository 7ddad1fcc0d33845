/** Tables as values and as Parquet files: columns, keys, rows and what a reader is promised of them. */
@NullMarked
package vn.chitieu.catalog.table;

import org.jspecify.annotations.NullMarked;
