package vn.chitieu.projection;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chitieu.projection.distribution.PredictiveDistribution;

/** Paths of sums through their year, made to end at another point, and the lines of a fan around them. */
public final class FanPath {

    private FanPath() {}

    /**
     * Returns the quantiles of the cumulated value after each open period: the cumulated value plus that part of the
     * distance of the year-end quantile from the end that has elapsed until then, of the rest of a rising sum,
     * otherwise of the periods.
     *
     * <p>Only the last ones are quantiles of a predictive distribution; those before interpolate and are not
     * calibrated.
     *
     * @param end the cumulated value at the end of the year
     * @param cumulated after each open period
     * @param values of each open period alone
     * @param rest what they add to a sum; 0 where the cumulated value is none
     */
    public static List<Quantiles> lines(
            Quantiles ofYear, double end, List<Double> cumulated, List<Double> values, double rest) {
        boolean byRest = rest > 0 && values.stream().allMatch(value -> value >= 0);
        List<Quantiles> lines = new ArrayList<>();
        double elapsed = 0;
        for (int i = 0; i < values.size(); i++) {
            elapsed += values.get(i);
            double part = byRest ? elapsed / rest : (i + 1.0) / values.size();
            double value = cumulated.get(i);
            lines.add(ofYear.map(quantile -> value + part * (quantile - end)));
        }
        return lines;
    }

    /** Returns a path of a sum with the {@link #lines} of its open periods. */
    public static List<PathPeriod> withLines(List<PathPeriod> path, @Nullable PredictiveDistribution distribution) {
        if (path.isEmpty() || distribution == null) {
            return path;
        }
        List<PathPeriod> open =
                path.stream().filter(period -> !period.isKnown()).toList();
        Iterator<Quantiles> lines = lines(
                        Quantiles.of(distribution),
                        path.get(path.size() - 1).cumulated(),
                        open.stream().map(PathPeriod::cumulated).toList(),
                        open.stream().map(PathPeriod::value).toList(),
                        open.stream().map(PathPeriod::value).reduce(0.0, Double::sum))
                .iterator();
        return path.stream()
                .map(period -> period.isKnown() ? period : period.withFan(lines.next()))
                .toList();
    }

    /** Returns a path with the quantiles of the year at its last period alone: those before have none. */
    public static List<PathPeriod> withLastLines(List<PathPeriod> path, @Nullable PredictiveDistribution distribution) {
        if (path.isEmpty() || distribution == null || path.get(path.size() - 1).isKnown()) {
            return path;
        }
        List<PathPeriod> withLines = new ArrayList<>(path);
        withLines.set(path.size() - 1, path.get(path.size() - 1).withFan(Quantiles.of(distribution)));
        return withLines;
    }

    /** Returns a path whose lines, drawn with one distribution, are moved by their part of the distance to another. */
    static List<PathPeriod> widened(
            List<PathPeriod> path, PredictiveDistribution drawn, PredictiveDistribution distribution) {
        Quantiles from = Quantiles.of(drawn);
        Quantiles to = Quantiles.of(distribution);
        List<PathPeriod> widened = new ArrayList<>();
        for (PathPeriod period : path) {
            Quantiles fan = period.fan();
            if (fan == null || !(from.width95() > 0 && to.width95() > 0)) {
                widened.add(period);
                continue;
            }
            double part = fan.width95() / from.width95();
            widened.add(period.withFan(new Quantiles(
                    fan.p2_5() + part * (to.p2_5() - from.p2_5()),
                    fan.p10() + part * (to.p10() - from.p10()),
                    fan.p50() + part * (to.p50() - from.p50()),
                    fan.p90() + part * (to.p90() - from.p90()),
                    fan.p97_5() + part * (to.p97_5() - from.p97_5()))));
        }
        return widened;
    }

    /** Returns a path of a sum whose open periods are changed, all by one factor, so that it ends at a point. */
    public static List<PathPeriod> endingAt(List<PathPeriod> path, double point, PredictiveDistribution distribution) {
        double rest = 0;
        int open = 0;
        double cumulated = 0;
        for (PathPeriod period : path) {
            rest += period.isKnown() ? 0 : period.value();
            open += period.isKnown() ? 0 : 1;
            cumulated = period.isKnown() ? period.cumulated() : cumulated;
        }
        double needed = point - cumulated;
        List<PathPeriod> ending = new ArrayList<>();
        for (PathPeriod period : path) {
            if (period.isKnown()) {
                ending.add(period);
                continue;
            }
            double value = rest > 0 && needed >= 0
                    ? period.value() * (needed / rest)
                    : period.value() + (needed - rest) / open;
            cumulated += value;
            ending.add(new PathPeriod(period.period(), false, value, period.lastYearValue(), cumulated, null));
        }
        return withLines(ending, distribution);
    }
}
