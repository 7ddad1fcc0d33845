/** Forms that departments fill in: their catalogue, the empty workbook, and what a filled one says. */
@NullMarked
package vn.chitieu.observation.form;

import org.jspecify.annotations.NullMarked;
