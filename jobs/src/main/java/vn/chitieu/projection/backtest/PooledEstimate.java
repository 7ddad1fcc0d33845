package vn.chitieu.projection.backtest;

import java.io.Serializable;
import vn.chitieu.projection.dense.PooledTables;

/**
 * Pooled tables, and what they were estimated from.
 *
 * @param tables the estimated tables, or the prior ones where the panel is too small
 * @param rows errors that could be used
 * @param series series that they are from
 * @param isEstimated whether the panel was large enough; if not, {@code tables} are the prior ones
 */
public record PooledEstimate(PooledTables tables, int rows, int series, boolean isEstimated) implements Serializable {}
