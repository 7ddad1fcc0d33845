/** Workbooks of other offices, described as data: what stands where, and its cells as rows of figures. */
@NullMarked
package vn.chitieu.source.layout;

import org.jspecify.annotations.NullMarked;
