package vn.chitieu.attainment.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.chitieu.attainment.RequiredPace;
import vn.chitieu.attainment.audit.AreaFigures;
import vn.chitieu.attainment.audit.Phrase;
import vn.chitieu.attainment.scenario.Scenario.Basis;
import vn.chitieu.attainment.scenario.Scenario.Contribution;
import vn.chitieu.attainment.scenario.Scenario.Kind;
import vn.chitieu.attainment.scenario.Scenario.Past;
import vn.chitieu.attainment.scenario.Scenario.Row;
import vn.chitieu.observation.Period;
import vn.chitieu.programme.Target;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/**
 * A target of a year's total or mean, or of its growth or change: what is left, in all and by remaining period.
 *
 * <p>Amounts are what periods bring to the annual value: of a mean, the value of a period times its part of the year.
 * Shown is the value.
 *
 * @param value in the target's measure
 * @param isMean whether periods make the year by their mean
 * @param unit of the figures
 */
record FlowScenario(
        Target target,
        double value,
        int year,
        AreaFigures figures,
        ScenarioRequest request,
        boolean isMean,
        String unit) {

    private static final Words WORDS = Words.of("attainment");

    private static final int MONTHS = 12;

    Scenario answer() {
        NavigableMap<Integer, NavigableMap<Integer, Double>> toDate =
                figures.toDate(target.indicatorCode(), target.activityCode(), isMean);
        YearToDate position = YearToDate.ofFlow(year, toDate, unit);
        double last = toDate.getOrDefault(year - 1, new TreeMap<>()).getOrDefault(MONTHS, 0.0);
        double soFar = toDate.getOrDefault(year, new TreeMap<>()).getOrDefault(position.month(), 0.0);
        double goal = goal(last);
        List<String> codes = position.remaining().stream().map(Period::toString).toList();
        requireKnown(codes);
        List<LocalizedText> sentences = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        double left = goal - soFar;
        if (position.isComplete()) {
            sentences.add(WORDS.text("scenario.flow_complete", Phrase.amount(soFar, 1, unit)));
            return new Scenario(sentences, rows);
        }
        double lastRest = last * (100 - position.shares().getOrDefault(position.month(), 0.0)) / 100;
        double growth = 100 * left / lastRest - 100;
        sentences.add(
                position.month() == 0
                        ? WORDS.text(
                                "scenario.flow_nothing",
                                goalText(goal),
                                PrintedNumber.signedPct(growth, 1),
                                Phrase.amount(last, 1, unit))
                        : WORDS.text(
                                isMean ? "scenario.mean_rest" : "scenario.flow_rest",
                                Scenarios.until(position.month()),
                                Phrase.amount(shown(soFar, position.month()), 1, unit),
                                goalText(goal),
                                Phrase.amount(shown(left, MONTHS - position.month()), 1, unit),
                                PrintedNumber.signedPct(growth, 1)));
        boolean isFloor = !target.comparator().isCeiling();
        sentences.addAll(Scenarios.often(position, growth, isFloor));
        rows.add(new Row(
                Kind.REST,
                "rest",
                WORDS.text("scenario.label.rest"),
                Basis.SOLVED,
                unit,
                100 - position.shares().getOrDefault(position.month(), 0.0),
                shown(lastRest, MONTHS - position.month()),
                shown(left, MONTHS - position.month()),
                growth,
                100 * goal / last - 100,
                Contribution.NONE,
                new Past(
                        GrowthScenario.boxed(position.pastRest().percentile(growth, isFloor)),
                        GrowthScenario.reached(position.pastRest(), growth, isFloor))));
        periods(position, last, soFar, goal, rows, sentences);
        return new Scenario(sentences, rows);
    }

    /** Returns the annual value that the target asks for. */
    private double goal(double last) {
        return switch (target.measure()) {
            case GROWTH_YEAR -> last * (1 + value / 100);
            case CHANGE_FROM_LAST_YEAR -> last + value;
            default -> value;
        };
    }

    private LocalizedText goalText(double goal) {
        return goal == value ? Phrase.amount(goal, unit) : Phrase.amount(goal, 1, unit);
    }

    /** Returns the value of a stretch of months from what it brings to the annual value. */
    private double shown(double amount, int months) {
        return isMean ? amount * MONTHS / months : amount;
    }

    private void requireKnown(List<String> codes) {
        List<String> asked = new ArrayList<>(request.given().keySet());
        String free = request.free();
        if (free != null) {
            asked.add(free);
        }
        for (String code : asked) {
            if (!codes.contains(code)) {
                throw new ScenarioException(
                        "no_period",
                        LocalizedText.same(code),
                        codes.isEmpty() ? LocalizedText.same("–") : LocalizedText.same(String.join(", ", codes)));
            }
        }
        if (free != null
                && (codes.size() - request.given().size() != 1
                        || request.given().containsKey(free))) {
            throw new ScenarioException(
                    "periods_open",
                    LocalizedText.same(free),
                    LocalizedText.same(String.join(
                            ", ",
                            codes.stream().filter(code -> !code.equals(free)).toList())));
        }
    }

    private void periods(
            YearToDate position,
            double last,
            double soFar,
            double goal,
            List<Row> rows,
            List<LocalizedText> sentences) {
        List<Period> remaining = position.remaining();
        double growthLeft = goal - soFar;
        List<Double> weights = new ArrayList<>();
        for (Period period : remaining) {
            double before = position.weight(period) / 100 * last;
            Double given = request.given().get(period.toString());
            growthLeft -= given == null ? before : before * (1 + given / 100);
            if (given == null) {
                weights.add(before / 100);
            }
        }
        boolean isShaped = weights.stream().allMatch(weight -> weight > 0);
        if (!isShaped) {
            sentences.add(WORDS.text("scenario.no_shape"));
            return;
        }
        double even = RequiredPace.evenGrowth(growthLeft, weights);
        double cumulated = soFar;
        for (Period period : remaining) {
            Double given = request.given().get(period.toString());
            double rate = given == null ? even : given;
            double before = position.weight(period) / 100 * last;
            double amount = before * (1 + rate / 100);
            cumulated += amount;
            Double share = position.shareUntil(period.lastMonth());
            rows.add(new Row(
                    Kind.PERIOD,
                    period.toString(),
                    figures.name(period),
                    given == null ? Basis.SOLVED : Basis.GIVEN,
                    unit,
                    position.weight(period),
                    shown(before, period.months()),
                    shown(amount, period.months()),
                    rate,
                    share == null ? null : Double.valueOf(100 * cumulated / (share / 100 * last) - 100),
                    Contribution.NONE,
                    Past.NONE));
        }
        if (!remaining.isEmpty() && weights.isEmpty()) {
            sentences.add(WORDS.text(
                    "scenario.flow_all_given",
                    Phrase.amount(cumulated, 1, unit),
                    goalText(goal),
                    Phrase.amount(cumulated - goal, 1, unit)));
        }
    }
}
