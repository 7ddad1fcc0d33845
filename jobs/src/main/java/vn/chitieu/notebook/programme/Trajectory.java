package vn.chitieu.notebook.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Units;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.observation.ReportingPeriod;

/**
 * The year of a target period by period, in the terms of the target: amounts cumulated since January; growth of the
 * year to date for targets of growth; the level itself for stocks and means.
 *
 * @param isGrowth whether points are growth of the year to date, in percent
 * @param isCumulated whether points are sums that start from nothing
 * @param lastYear the outcome of the year before, in the same terms
 * @param goals the levels that the versions of the target ask for, the headline first
 */
public record Trajectory(
        String unitCode,
        boolean isGrowth,
        boolean isCumulated,
        List<Point> points,
        OptionalDouble lastYear,
        List<Goal> goals) {

    private static final double SAME = 0.002;

    public Trajectory {
        points = List.copyOf(points);
        goals = List.copyOf(goals);
    }

    /**
     * One period.
     *
     * @param row of {@code projection_path}
     * @param value the year up to the period
     * @param lastYear last year up to the period; empty for growth
     */
    public record Point(
            MartRow row,
            ReportingPeriod period,
            boolean isKnown,
            double value,
            OptionalDouble p2_5,
            OptionalDouble p10,
            OptionalDouble p90,
            OptionalDouble p97_5,
            OptionalDouble lastYear) {

        private Point inGrowth() {
            double base = lastYear.orElseThrow();
            DoubleUnaryOperator growth = value -> 100 * (value / base - 1);
            return new Point(
                    row,
                    period,
                    isKnown,
                    growth.applyAsDouble(value),
                    mapped(p2_5, growth),
                    mapped(p10, growth),
                    mapped(p90, growth),
                    mapped(p97_5, growth),
                    OptionalDouble.empty());
        }
    }

    /** A level that a version of a target asks for. */
    public record Goal(MartRow version, double level) {}

    /**
     * Returns the year of a target, or nothing where its indicator has no path or the target is not about its level.
     */
    public static Optional<Trajectory> of(Target target, Units units) {
        if (target.path().size() < 2 || target.projection().isEmpty()) {
            return Optional.empty();
        }
        MartRow series = target.projection().get();
        List<Point> levels = points(target.path(), series);
        boolean isGrowth = target.headline().text("measure_code").startsWith("growth_")
                && !series.text("unit_code").equals("pct");
        if (isGrowth && !levels.stream().allMatch(p -> p.lastYear().orElse(0) > 0)) {
            return Optional.empty();
        }
        List<Goal> goals = goals(target, series, units, isGrowth);
        if (goals.isEmpty()) {
            return Optional.empty();
        }
        Point end = levels.get(levels.size() - 1);
        if (!isSame(end.value(), TargetLevel.of(target.headline(), "point", series, units))) {
            return Optional.empty();
        }
        return Optional.of(new Trajectory(
                isGrowth ? "pct" : series.text("unit_code"),
                isGrowth,
                isSum(series) && !isGrowth,
                isGrowth ? levels.stream().map(Point::inGrowth).toList() : levels,
                isGrowth ? target.headline().number("previous_year_value") : end.lastYear(),
                goals));
    }

    public Point end() {
        return points.get(points.size() - 1);
    }

    /** Returns how many decimals the numbers deserve. */
    public int decimals() {
        return NumberFormats.decimals(
                points.stream().mapToDouble(p -> Math.abs(p.value())).max().orElse(0), unitCode);
    }

    /** Returns whether the path ends where the target is projected to end; a target may rest on another series. */
    private static boolean isSame(double end, OptionalDouble projected) {
        return projected.isPresent() && Math.abs(end - projected.getAsDouble()) <= SAME * Math.max(Math.abs(end), 1);
    }

    private static boolean isSum(MartRow series) {
        return series.text("aggregation").equalsIgnoreCase("sum");
    }

    private static List<Goal> goals(Target target, MartRow series, Units units, boolean isGrowth) {
        List<Goal> goals = new ArrayList<>();
        Stream.concat(Stream.of(target.headline()), target.others().stream()).forEach(version -> {
            OptionalDouble level =
                    isGrowth ? version.number("target_value") : TargetLevel.of(version, "target_value", series, units);
            boolean isNew = level.isPresent()
                    && goals.stream().noneMatch(goal -> Math.abs(goal.level() - level.getAsDouble()) < 1e-9);
            if (isNew) {
                goals.add(new Goal(version, level.getAsDouble()));
            }
        });
        return goals;
    }

    private static List<Point> points(List<MartRow> path, MartRow series) {
        String aggregation = series.text("aggregation");
        OptionalDouble yearBefore = series.number("previous_year_value");
        List<Point> points = new ArrayList<>();
        double sum = 0;
        boolean isComplete = true;
        for (MartRow row : path) {
            OptionalDouble last = row.number("last_year_value");
            isComplete &= last.isPresent();
            sum += last.orElse(0);
            double soFar =
                    switch (aggregation) {
                        case "sum", "SUM" -> sum;
                        case "mean", "MEAN" -> sum / (points.size() + 1);
                        default -> last.orElse(0);
                    };
            points.add(new Point(
                    row,
                    ReportingPeriod.parse(row.text("period")),
                    row.isTrue("is_known"),
                    row.number("cumulated").orElseThrow(),
                    row.number("cumulated_p2_5"),
                    row.number("cumulated_p10"),
                    row.number("cumulated_p90"),
                    row.number("cumulated_p97_5"),
                    lastYear(isComplete, soFar, points.size() + 1 == path.size(), yearBefore)));
        }
        return points;
    }

    /** Returns last year up to a period; its whole is the annual figure, which later vintages may have revised. */
    private static OptionalDouble lastYear(
            boolean isComplete, double soFar, boolean isWhole, OptionalDouble yearBefore) {
        if (isWhole && yearBefore.isPresent()) {
            return yearBefore;
        }
        return isComplete ? OptionalDouble.of(soFar) : OptionalDouble.empty();
    }

    private static OptionalDouble mapped(OptionalDouble value, DoubleUnaryOperator change) {
        return value.isEmpty() ? value : OptionalDouble.of(change.applyAsDouble(value.getAsDouble()));
    }
}
