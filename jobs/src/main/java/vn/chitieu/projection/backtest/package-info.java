/** Past years projected again as they were known, and the pooled tables estimated from them. */
@NullMarked
package vn.chitieu.projection.backtest;

import org.jspecify.annotations.NullMarked;
