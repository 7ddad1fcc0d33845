package vn.chitieu.projection.sparse;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import vn.chitieu.method.statistics.OrderStatistics;
import vn.chitieu.projection.sparse.GrowthReference.GrowthPair;

/**
 * By how much the growth of a year usually exceeds its growth to date: a rule in daily use, "the year grows as its
 * first months did", freed of its bias.
 *
 * <p>The mean over earlier years, each gain drawn in to {@value #BOUND} robust standard deviations of the median (Huber
 * 1981), and the mean drawn to no gain as if {@value #PRIOR_YEARS} years without one had been seen too: James-Stein
 * shrinkage for few years.
 */
final class GrowthGain {

    static final double PRIOR_YEARS = 4;
    private static final double BOUND = 2;

    /** Makes the median of absolute deviations a standard deviation of normal errors. */
    private static final double NORMAL_DEVIATION = 1.4826;

    /** Rates have one or two decimals; gains that differ by less are the same. */
    private static final double ROUNDING = 0.1;

    private GrowthGain() {}

    /** Returns the usual gain in percentage points; 0 where there are no earlier years. */
    static double usual(List<GrowthPair> own) {
        double[] gains = own.stream()
                .mapToDouble(pair -> pair.yearPct() - pair.toDatePct())
                .toArray();
        if (gains.length == 0) {
            return 0;
        }
        double median = new Median().evaluate(gains);
        double[] deviations = new double[gains.length];
        for (int i = 0; i < gains.length; i++) {
            deviations[i] = Math.abs(gains[i] - median);
        }
        double width = BOUND * (NORMAL_DEVIATION * new Median().evaluate(deviations) + ROUNDING);
        for (int i = 0; i < gains.length; i++) {
            gains[i] = Math.max(median - width, Math.min(median + width, gains[i]));
        }
        return OrderStatistics.mean(gains) * gains.length / (gains.length + PRIOR_YEARS);
    }
}
