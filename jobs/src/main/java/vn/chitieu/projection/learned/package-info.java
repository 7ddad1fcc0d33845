/** What the errors of many series teach about point and scale of the combination: boosted trees as a table. */
@NullMarked
package vn.chitieu.projection.learned;

import org.jspecify.annotations.NullMarked;
