/** Year-end projections of series part-way through a year (GSBPM 6.1-6.2). */
@NullMarked
package vn.chitieu.projection;

import org.jspecify.annotations.NullMarked;
