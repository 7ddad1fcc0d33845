package vn.chitieu.observation.rule;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import vn.chitieu.method.statistics.OrderStatistics;

/**
 * A last month or quarter of a flow that is perhaps only partly reported: 30 to 70 percent of what the year before and
 * its growth lead to expect.
 *
 * <p>That growth is the median of all growth on the year before, and the median of the last three: from both the last
 * one is more than four robust deviations off, of growth and of its steps from the three before. So a fall that had
 * begun before is none: the unit's own level has then gone down. Nothing is said of a series with a value that is not
 * above 0, or with fewer than 24 growth rates.
 */
public final class HalfReported {

    private static final int FEWEST_GROWTHS = 24;
    private static final int RECENT = 3;
    private static final double LEAST_PART = 0.3;
    private static final double MOST_PART = 0.7;
    private static final double LEAST_DEVIATIONS = 4;

    private HalfReported() {}

    /**
     * Returns the part of what usual growth leads to expect that the last value is; empty if it is not perhaps a part.
     *
     * @param values one a period, a missing one being NaN; the last one known
     * @param periodsPerYear 12 or 4
     */
    public static OptionalDouble ofLast(double[] values, int periodsPerYear) {
        int last = values.length - 1;
        double growth = last < periodsPerYear ? Double.NaN : Math.log(values[last] / values[last - periodsPerYear]);
        if (!Double.isFinite(growth) || Arrays.stream(values).anyMatch(value -> value <= 0)) {
            return OptionalDouble.empty();
        }
        double[] before = IntStream.range(periodsPerYear, last)
                .mapToDouble(t -> Math.log(values[t] / values[t - periodsPerYear]))
                .filter(Double::isFinite)
                .toArray();
        if (before.length < FEWEST_GROWTHS) {
            return OptionalDouble.empty();
        }
        OrderStatistics.Spread usual = OrderStatistics.Spread.of(before);
        double[] recent = OrderStatistics.runningMedians(before, RECENT);
        double[] steps = new double[recent.length - 1];
        for (int t = 0; t < steps.length; t++) {
            steps[t] = before[t + RECENT] - recent[t];
        }
        double off = growth - usual.median();
        double step = growth - recent[recent.length - 1];
        return isPart(off, usual) && isPart(step, OrderStatistics.Spread.of(steps))
                ? OptionalDouble.of(Math.exp(off))
                : OptionalDouble.empty();
    }

    private static boolean isPart(double size, OrderStatistics.Spread spread) {
        double deviation = OrderStatistics.NORMAL_CONSISTENCY * spread.deviation();
        return size >= Math.log(LEAST_PART)
                && size <= Math.log(MOST_PART)
                && deviation > 0
                && -size > LEAST_DEVIATIONS * deviation;
    }
}
