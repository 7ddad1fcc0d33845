/**
 * Sparse generalised least squares under exact constraints: what contradictory figures say of the cells behind them.
 */
@NullMarked
package vn.chitieu.account.leastsquares;

import org.jspecify.annotations.NullMarked;
