package vn.chitieu.projection.backtest;

import java.io.Serializable;
import vn.chitieu.projection.dense.BacktestRow;
import vn.chitieu.projection.dense.CutoffTable;

/**
 * One error of the past of one series of a panel, from which {@link PooledTablesEstimation} learns.
 *
 * @param seriesId tells the series of the panel apart
 * @param periodsPerYear 12 or 4
 * @param observedPeriods known periods of the year when it was projected
 * @param backtest the projection and what came out
 */
public record PooledRow(String seriesId, int periodsPerYear, int observedPeriods, BacktestRow backtest)
        implements Serializable {

    /** Returns the point of the year in quarters, as {@link CutoffTable} counts it. */
    double quarters() {
        return 4.0 * observedPeriods / periodsPerYear;
    }
}
