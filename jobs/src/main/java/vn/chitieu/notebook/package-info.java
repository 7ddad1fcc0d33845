/** Exported pages and reports; reads marts only and knows no Spark (GSBPM 7, Disseminate). */
@NullMarked
package vn.chitieu.notebook;

import org.jspecify.annotations.NullMarked;
