package vn.chitieu.notebook.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.text.NumberFormats;

/**
 * The outcome of the year: the target as a mark against the intervals of the projection.
 *
 * @param marks numbers that the estimate is compared with, the target last
 * @param bands the intervals, the widest first
 */
public record IntervalChart(Mark estimate, List<Mark> marks, List<Band> bands, NumberFormats numbers) implements Chart {

    public IntervalChart {
        marks = List.copyOf(marks);
        bands = List.copyOf(bands);
    }

    /** An interval of the outcome, if it is known. */
    record Band(int percent, OptionalDouble low, OptionalDouble high) {}

    /** Returns the outcome of a target that is projected. */
    public static IntervalChart of(Target target, TargetTexts texts) {
        MartRow row = target.headline();
        int decimals = TargetTexts.decimals(row);
        OptionalDouble goal = row.number("target_value");
        List<Mark> marks = new ArrayList<>();
        for (MartRow version : target.others()) {
            OptionalDouble value = version.number("target_value");
            if (value.isPresent() && !value.equals(goal)) {
                marks.add(Mark.otherGoal(version, value.getAsDouble(), decimals, texts));
            }
        }
        int lastYear = row.integer("year").orElseThrow() - 1;
        row.number("previous_year_value")
                .ifPresent(value -> marks.add(Mark.lastYear(lastYear, value, decimals, texts)));
        goal.ifPresent(value -> marks.add(Mark.goal(value, decimals, texts)));
        return new IntervalChart(
                Mark.estimate(row.number("point").orElseThrow(), decimals, texts),
                marks,
                List.of(
                        new Band(95, row.number("p2_5"), row.number("p97_5")),
                        new Band(80, row.number("p10"), row.number("p90"))),
                texts.numbers());
    }

    /** Returns all numbers that the axis must hold. */
    List<Double> values() {
        Band widest = bands.get(0);
        return Stream.concat(
                        Stream.of(OptionalDouble.of(estimate.value()), widest.low(), widest.high())
                                .flatMap(value -> value.stream().boxed()),
                        marks.stream().map(Mark::value))
                .toList();
    }
}
