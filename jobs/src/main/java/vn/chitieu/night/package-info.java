/** A whole night as one call, from deliveries to published pages, told to a listener step by step. */
@NullMarked
package vn.chitieu.night;

import org.jspecify.annotations.NullMarked;
