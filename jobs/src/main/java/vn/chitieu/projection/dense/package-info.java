/** Year-end projection of series with months or quarters of several years. */
@NullMarked
package vn.chitieu.projection.dense;

import org.jspecify.annotations.NullMarked;
