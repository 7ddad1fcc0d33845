package vn.chitieu.projection.forecaster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.chitieu.method.statistics.OrderStatistics;

/**
 * A period from which on a positive series stands on another level: a new territory, coverage or definition.
 *
 * <p>A level that moves once shows as growth on the year before that is off for just one year, from one period to the
 * next. It is believed where that is so of at least four fifths of the growth rates of that year, and of at most a
 * fifth of those of the year before and after: off is further than half the step from the usual growth, which is the
 * median of all. A step of less than a year ago is believed from half a year of such growth on. What comes gradually,
 * what falls and comes back, and a new rate of growth are none.
 *
 * @param year of the first value on the new level
 * @param period of that year, counted from 1
 * @param logStep logarithm of what the level was multiplied by
 */
public record LevelBreak(int year, int period, double logStep) implements Serializable {

    private static final int MOST_BREAKS = 3;
    private static final double LEAST_STEP = Math.log(1.2);

    /** In robust standard deviations of growth on the year before. */
    private static final double LEAST_DEVIATIONS = 4;

    private static final double MOST_INSIDE = 0.8;
    private static final double MOST_OUTSIDE = 0.2;

    /** Returns the breaks of a series, at most three, the largest first; none where a value is not above 0. */
    public static List<LevelBreak> of(RegularSeries series) {
        double[] z = series.values();
        int m = series.periodsPerYear();
        if (z.length < 4 * m || !AdjustedSeries.allPositive(z)) {
            return List.of();
        }
        for (int t = 0; t < z.length; t++) {
            z[t] = Math.log(z[t]);
        }
        List<LevelBreak> breaks = new ArrayList<>();
        while (breaks.size() < MOST_BREAKS) {
            Step largest = largest(SeasonalDifferences.of(z, m), m);
            if (largest.size() == 0) {
                break;
            }
            for (int t = 0; t < largest.index(); t++) {
                z[t] += largest.size();
            }
            int period = series.firstPeriod() - 1 + largest.index();
            breaks.add(new LevelBreak(series.firstYear() + period / m, period % m + 1, largest.size()));
        }
        return breaks;
    }

    /** Returns the series with what was before breaks carried to the level after them, itself without a break. */
    public static RegularSeries mended(RegularSeries series, List<LevelBreak> breaks) {
        if (breaks.isEmpty()) {
            return series;
        }
        double[] y = series.values();
        for (LevelBreak one : breaks) {
            int end = series.index(one.year, one.period);
            for (int t = 0; t < end; t++) {
                y[t] *= Math.exp(one.logStep);
            }
        }
        return new RegularSeries(series.periodsPerYear(), series.firstYear(), series.firstPeriod(), y);
    }

    private record Step(int index, double size) {}

    /** Returns the year's growth that is furthest off; a step of 0 if that is no break. */
    private static Step largest(double[] growth, int m) {
        OrderStatistics.Spread spread = OrderStatistics.Spread.of(growth);
        double usual = spread.median();
        double sum = 0;
        double most = 0;
        int start = -1;
        for (int t = 0; t < growth.length; t++) {
            sum += growth[t] - usual - (t < m ? 0 : growth[t - m] - usual);
            if (t + 1 >= 2 * m && Math.abs(sum) > Math.abs(most)) {
                most = sum;
                start = t + 1 - m;
            }
        }
        Step step = start < 0 ? new Step(0, 0) : step(growth, start, start + m, m, spread);
        return step.size() == 0 ? latest(growth, m, spread) : step;
    }

    /** Returns a step less than a year ago: half a year or more of growth at the end that is off. */
    private static Step latest(double[] growth, int m, OrderStatistics.Spread spread) {
        int n = growth.length;
        double sum = 0;
        double most = 0;
        int start = -1;
        for (int length = 1; length < m && length <= n - m; length++) {
            sum += growth[n - length] - spread.median();
            if (2 * length >= m && Math.abs(sum) > Math.abs(most)) {
                most = sum;
                start = n - length;
            }
        }
        return start < 0 ? new Step(0, 0) : step(growth, start, n, m, spread);
    }

    /** Returns the step that growth from one index to before another tells of; one of 0 if it tells of no break. */
    private static Step step(double[] growth, int start, int end, int m, OrderStatistics.Spread spread) {
        double usual = spread.median();
        double step = OrderStatistics.median(Arrays.copyOfRange(growth, start, end)) - usual;
        boolean isBreak = Math.abs(step) >= LEAST_STEP
                && Math.abs(step) >= LEAST_DEVIATIONS * OrderStatistics.NORMAL_CONSISTENCY * spread.deviation()
                && off(growth, start, end, usual, step) >= MOST_INSIDE
                && off(growth, start - m, start, usual, step) <= MOST_OUTSIDE
                && off(growth, end, Math.min(end + m, growth.length), usual, step) <= MOST_OUTSIDE;
        return new Step(start + m, isBreak ? step : 0);
    }

    /** Returns by how much the level changed, in percent of the former. */
    public double percent() {
        return 100 * Math.expm1(logStep);
    }

    /** Returns which part of the growth rates is further than half the step off, on the side of the step. */
    private static double off(double[] growth, int from, int to, double usual, double step) {
        int off = 0;
        for (int t = from; t < to; t++) {
            off += (growth[t] - usual) / step > 0.5 ? 1 : 0;
        }
        return to > from ? off / (double) (to - from) : 0;
    }
}
