/** Workbooks as delivered: what stands in each cell, nothing computed, converted or dropped (GSBPM 4, Collect). */
@NullMarked
package vn.chitieu.source.workbook;

import org.jspecify.annotations.NullMarked;
