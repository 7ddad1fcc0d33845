/** Forecasters of one regular series, and how they are combined. */
@NullMarked
package vn.chitieu.projection.forecaster;

import org.jspecify.annotations.NullMarked;
