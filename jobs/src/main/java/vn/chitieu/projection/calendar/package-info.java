/** Moving holidays and what they do to months and quarters. */
@NullMarked
package vn.chitieu.projection.calendar;

import org.jspecify.annotations.NullMarked;
