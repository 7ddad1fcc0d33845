package vn.chitieu.projection.dense;

import vn.chitieu.observation.Aggregation;

/**
 * The scale of the error of a series with values below 0: a balance, a change.
 *
 * <p>Such a series has no natural zero: exports less imports less a constant is as hard to project. So nothing is
 * relative to its level, which may be near 0 by chance; everything is relative to its usual change from year to year,
 * as if that were as large a part of the level as in the series of the pooled tables. Errors add to it and grow with
 * the gross flows behind it, which no logarithm steadies: changes are discounted by age, and the noise is that of the
 * last years.
 */
final class SignedScale {

    /** The median, over the series of the pooled tables, of the usual change from year to year over the last value. */
    private static final double POOLED_CHANGE = 0.064;

    /**
     * By how much additive errors are larger than the pooled law of logarithms says: over 2,209 projections of
     * differences between two public series.
     */
    private static final double WIDER = 1.2;

    private static final int RECENT_YEARS = 3;

    private SignedScale() {}

    /**
     * Returns the scale, in a unit of its own.
     *
     * @param spread disagreement of the members, in the unit of the series
     * @param annual with at least two complete years before the year projected
     */
    static ErrorScale of(OriginForecast forecast, double spread, AnnualValues annual, PooledTables tables) {
        double[] values = forecast.known().values();
        int m = forecast.periodsPerYear();
        double change =
                annual.discountedChange(forecast.year(), tables.constants().backtestDiscount());
        double noise = forecast.residualScale() * meanSize(values, 0, values.length) * recentNoise(values, m);
        double unit = change > 0 ? change / POOLED_CHANGE : 1;
        double logSpread = ScaleModel.boundedLog(spread / unit);
        double logVolatility = ScaleModel.boundedLog(change / unit);
        double logNoise = ScaleModel.boundedLog(noise * open(forecast) / unit);
        ErrorScale predictors = new ErrorScale(false, WIDER * unit, logSpread, logVolatility, logNoise, 1);
        return predictors.withSigma(ScaleModel.sigma(predictors, m, forecast.observedPeriods(), tables));
    }

    /** Returns how many periods' errors the annual value has. */
    private static double open(OriginForecast forecast) {
        double open = forecast.periodsPerYear() - forecast.observedPeriods();
        return forecast.aggregation() == Aggregation.SUM
                ? open
                : forecast.aggregation() == Aggregation.MEAN ? open / forecast.periodsPerYear() : 1;
    }

    /** Returns the mean size of changes on a year before in the last years over that in all. */
    private static double recentNoise(double[] values, int m) {
        double[] changes = new double[values.length - m];
        for (int t = 0; t < changes.length; t++) {
            changes[t] = values[t + m] - values[t];
        }
        double all = meanSize(changes, 0, changes.length);
        return all > 0 ? meanSize(changes, Math.max(0, changes.length - RECENT_YEARS * m), changes.length) / all : 1;
    }

    private static double meanSize(double[] values, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += Math.abs(values[t]);
        }
        return sum / (to - from);
    }
}
