/** What was said of years and targets, day by day, and how it came out. */
@NullMarked
package vn.chitieu.track;

import org.jspecify.annotations.NullMarked;
