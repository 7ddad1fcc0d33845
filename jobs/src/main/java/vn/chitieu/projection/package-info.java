/**
 * Projects a yearly figure from part of its year: point, prediction intervals and the probability of reaching a target.
 *
 * <p>One dense monthly or quarterly series at a time, in plain Java: {@link vn.chitieu.projection.YearEndProjector} is
 * the entry. Every formula is closed or runs over a fixed grid, so that the same values give the same bits.
 */
@NullMarked
package vn.chitieu.projection;

import org.jspecify.annotations.NullMarked;
