/** The quarterly report as a document and its annex as a workbook. */
@NullMarked
package vn.chitieu.notebook.report;

import org.jspecify.annotations.NullMarked;
