/** Rows of delivered files, all text: CSV, SDMX and Parquet with the columns that a delivery declares. */
@NullMarked
package vn.chitieu.source.table;

import org.jspecify.annotations.NullMarked;
