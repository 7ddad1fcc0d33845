package vn.chitieu.projection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chitieu.projection.SeriesProjection.PathPeriod;
import vn.chitieu.projection.distribution.PredictiveDistribution;

/** Paths of sums through their year, made to end at another point, and the lines of a fan around them. */
public final class FanPath {

    private FanPath() {}

    /**
     * Returns a path of a sum with the quantiles of its cumulated value: the cumulated value plus that part of the
     * distance of the year-end quantile from the last value that has come in of the rest until then.
     *
     * <p>Only those of the last period are quantiles of a predictive law; the ones before interpolate.
     */
    public static List<PathPeriod> withLines(List<PathPeriod> path, @Nullable PredictiveDistribution law) {
        if (path.isEmpty() || law == null) {
            return path;
        }
        double end = path.get(path.size() - 1).cumulated();
        double rest = 0;
        int open = 0;
        boolean isRising = true;
        for (PathPeriod period : path) {
            rest += period.isKnown() ? 0 : period.value();
            open += period.isKnown() ? 0 : 1;
            isRising &= period.isKnown() || period.value() >= 0;
        }
        List<PathPeriod> withLines = new ArrayList<>();
        double come = 0;
        int passed = 0;
        for (PathPeriod period : path) {
            if (period.isKnown()) {
                withLines.add(period);
                continue;
            }
            come += period.value();
            passed++;
            double part = isRising && rest > 0 ? come / rest : passed / (double) open;
            double cumulated = period.cumulated();
            withLines.add(new PathPeriod(
                    period.period(),
                    false,
                    period.value(),
                    period.lastYearValue(),
                    cumulated,
                    cumulated + part * (law.quantile(0.025) - end),
                    cumulated + part * (law.quantile(0.1) - end),
                    cumulated + part * (law.quantile(0.9) - end),
                    cumulated + part * (law.quantile(0.975) - end)));
        }
        return withLines;
    }

    /** Returns a path with the quantiles of the year at its last period alone: those before have no law. */
    public static List<PathPeriod> withLastLines(List<PathPeriod> path, @Nullable PredictiveDistribution law) {
        if (path.isEmpty() || law == null || path.get(path.size() - 1).isKnown()) {
            return path;
        }
        PathPeriod last = path.get(path.size() - 1);
        List<PathPeriod> withLines = new ArrayList<>(path.subList(0, path.size() - 1));
        withLines.add(new PathPeriod(
                last.period(),
                false,
                last.value(),
                last.lastYearValue(),
                last.cumulated(),
                law.quantile(0.025),
                law.quantile(0.1),
                law.quantile(0.9),
                law.quantile(0.975)));
        return withLines;
    }

    /** Returns a path whose lines, drawn with one law, are moved by their part of the distance to those of another. */
    static List<PathPeriod> widened(List<PathPeriod> path, PredictiveDistribution drawn, PredictiveDistribution law) {
        double width = law.quantile(0.975) - law.quantile(0.025);
        double drawnWidth = drawn.quantile(0.975) - drawn.quantile(0.025);
        List<PathPeriod> widened = new ArrayList<>();
        for (PathPeriod period : path) {
            Double low = period.p2_5();
            Double lower = period.p10();
            Double upper = period.p90();
            Double high = period.p97_5();
            if (low == null || lower == null || upper == null || high == null || !(drawnWidth > 0 && width > 0)) {
                widened.add(period);
                continue;
            }
            double part = (high - low) / drawnWidth;
            widened.add(new PathPeriod(
                    period.period(),
                    false,
                    period.value(),
                    period.lastYearValue(),
                    period.cumulated(),
                    low + part * (law.quantile(0.025) - drawn.quantile(0.025)),
                    lower + part * (law.quantile(0.1) - drawn.quantile(0.1)),
                    upper + part * (law.quantile(0.9) - drawn.quantile(0.9)),
                    high + part * (law.quantile(0.975) - drawn.quantile(0.975))));
        }
        return widened;
    }

    /** Returns a path of a sum whose open periods are changed, all by one factor, so that it ends at a point. */
    public static List<PathPeriod> endingAt(List<PathPeriod> path, double point, PredictiveDistribution law) {
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
            ending.add(new PathPeriod(
                    period.period(), false, value, period.lastYearValue(), cumulated, null, null, null, null));
        }
        return withLines(ending, law);
    }
}
