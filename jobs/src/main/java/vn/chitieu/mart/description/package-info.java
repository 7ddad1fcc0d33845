/** The published tables as other tools take them: a data package, views of DuckDB and PostgreSQL. */
@NullMarked
package vn.chitieu.mart.description;

import org.jspecify.annotations.NullMarked;
