/** Verdicts, required pace and the audit of a programme (GSBPM 6.3). */
@NullMarked
package vn.chitieu.attainment;

import org.jspecify.annotations.NullMarked;
