package vn.chitieu.notebook.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.programme.Trajectory;
import vn.chitieu.notebook.programme.Trajectory.Goal;
import vn.chitieu.notebook.programme.Trajectory.Point;

/**
 * The year of a target: what is known, what is projected with its intervals, the level that the target asks for, and
 * last year.
 */
public record FanChart(Trajectory year, TargetTexts texts) implements Chart {

    static final double TOP = 34;
    static final double BOTTOM = 270;
    private static final double LABEL_GAP = 19;

    /**
     * A place on a line.
     *
     * @param at number of the period, from 1; 0 for the begin of the year
     * @param stated what is said of it, a line each; nothing of a place that only joins lines
     */
    record Place(int at, double value, List<String> stated) {}

    /** Where an interval begins and ends in a period. */
    record Range(int at, double low, double high) {}

    /** Returns how many periods the year has. */
    int count() {
        return year.points().size();
    }

    /** Returns where the axis of periods begins: at nothing for sums, else before the first period. */
    double begin() {
        return year.isCumulated() ? 0 : 0.5;
    }

    /** Returns the name of a period, from 1. */
    String tick(int at) {
        return texts.periodTick(year.points().get(at - 1).period());
    }

    String unit() {
        return texts.unit(year.unitCode());
    }

    /** Returns where the numbers stand, from the bottom of a drawing to its top. */
    ChartScale heights() {
        List<Double> numbers = new ArrayList<>();
        for (Point p : year.points()) {
            numbers.add(p.value());
            Stream.of(p.p2_5(), p.p97_5(), p.lastYear()).forEach(o -> o.ifPresent(numbers::add));
        }
        year.lastYear().ifPresent(numbers::add);
        year.goals().forEach(goal -> numbers.add(goal.level()));
        return ChartScale.holding(numbers, year.isCumulated(), BOTTOM, TOP);
    }

    /** Returns the labels at the right: the end of the year, last year and the goals. */
    List<Mark> ends() {
        int decimals = year.decimals();
        List<Mark> ends = new ArrayList<>(List.of(Mark.estimate(year.end().value(), decimals, texts)));
        int yearBefore = year.end().period().period().year() - 1;
        year.lastYear().ifPresent(last -> ends.add(Mark.lastYear(yearBefore, last, decimals, texts)));
        for (Goal goal : year.goals()) {
            boolean isHeadline = goal.equals(year.goals().get(0));
            ends.add(
                    isHeadline
                            ? Mark.goal(goal.level(), decimals, texts)
                            : Mark.otherGoal(goal.version(), goal.level(), decimals, texts));
        }
        return ends;
    }

    /** Returns where labels stand so that none covers another. */
    static double[] spread(List<Mark> ends, ChartScale y) {
        double[] wanted = ends.stream().mapToDouble(end -> y.at(end.value())).toArray();
        return ChartScale.spread(wanted, LABEL_GAP, TOP - 2, BOTTOM);
    }

    /** Returns what is known of the year. */
    List<Place> known() {
        List<Place> known = fromNothing();
        for (int i = 0; i < count(); i++) {
            Point p = year.points().get(i);
            if (p.isKnown()) {
                known.add(new Place(i + 1, p.value(), List.of(stated(p, p.value(), "twin.known"))));
            }
        }
        return known;
    }

    /** Returns what is projected, from the last place known. */
    List<Place> projected() {
        List<Place> known = known();
        List<Place> projected = new ArrayList<>();
        if (!known.isEmpty()) {
            Place last = known.get(known.size() - 1);
            projected.add(new Place(last.at(), last.value(), List.of()));
        }
        for (int i = 0; i < count(); i++) {
            Point p = year.points().get(i);
            if (!p.isKnown()) {
                List<String> stated = new ArrayList<>(List.of(stated(p, p.value(), "twin.projected")));
                if (p.p10().isPresent() && p.p90().isPresent()) {
                    stated.add(texts.texts().text("twin.interval") + ": "
                            + texts.range(p.p10().getAsDouble(), p.p90().getAsDouble(), year.decimals()));
                }
                projected.add(new Place(i + 1, p.value(), stated));
            }
        }
        return projected;
    }

    /** Returns last year up to each period; nothing for growth. */
    List<Place> lastYear() {
        List<Place> last = fromNothing();
        for (int i = 0; i < count(); i++) {
            Point p = year.points().get(i);
            int at = i + 1;
            p.lastYear()
                    .ifPresent(value -> last.add(new Place(at, value, List.of(stated(p, value, "twin.last_year")))));
        }
        return last;
    }

    /** Returns an interval, the end of the year first, back to the last place known. */
    List<Range> band(boolean isWide) {
        List<Range> band = new ArrayList<>();
        for (int i = count(); i > 0; i--) {
            Point p = year.points().get(i - 1);
            OptionalDouble low = isWide ? p.p2_5() : p.p10();
            OptionalDouble high = isWide ? p.p97_5() : p.p90();
            if (p.isKnown() || (low.isPresent() && high.isPresent())) {
                band.add(new Range(i, low.orElse(p.value()), high.orElse(p.value())));
            }
            if (p.isKnown()) {
                break;
            }
        }
        return band;
    }

    private List<Place> fromNothing() {
        return new ArrayList<>(year.isCumulated() ? List.of(new Place(0, 0, List.of())) : List.of());
    }

    private String stated(Point p, double value, String kind) {
        return texts.throughPeriod(p.period().toString()) + ", " + texts.texts().text(kind) + ": "
                + texts.numbers().number(value, year.decimals());
    }
}
