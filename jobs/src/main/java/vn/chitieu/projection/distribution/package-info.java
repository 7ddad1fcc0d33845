/** Predictive distributions of a year-end value: quantiles, probabilities, transformations. */
@NullMarked
package vn.chitieu.projection.distribution;

import org.jspecify.annotations.NullMarked;
