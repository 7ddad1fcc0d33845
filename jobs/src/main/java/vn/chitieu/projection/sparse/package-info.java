/** Year-end projection where little is known: growth to date, annual figures, one figure of the year. */
@NullMarked
package vn.chitieu.projection.sparse;

import org.jspecify.annotations.NullMarked;
