/** The programme of a year: its targets and every version of them (GSBPM 1-2). */
@NullMarked
package vn.chitieu.programme;

import org.jspecify.annotations.NullMarked;
