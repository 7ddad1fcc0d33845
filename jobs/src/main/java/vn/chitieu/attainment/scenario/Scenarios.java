package vn.chitieu.attainment.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.chitieu.attainment.audit.AreaFigures;
import vn.chitieu.attainment.audit.Phrase;
import vn.chitieu.attainment.audit.ProgrammePlan;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Indicator;
import vn.chitieu.programme.Measure;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.Target;
import vn.chitieu.programme.TargetVersion;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/** Answers what the rest of a year must bring, and what assumed growth leads to. */
public final class Scenarios {

    private static final Words WORDS = Words.of("attainment");

    /** Units of figures that grow by differences. */
    private static final Set<String> RATES = Set.of("pct", "pct_points");

    private Scenarios() {}

    /**
     * Returns the answer for one target.
     *
     * @param day whose knowledge counts
     * @param figures of the programme's area as of that day
     * @param nation figures of the nation, whose quarters stand in where the area has none
     * @param indicators by their codes, which say how periods make the year
     * @throws ScenarioException if a figure is missing, or what is asked does not go together
     */
    public static Scenario of(
            Programme programme,
            String targetId,
            LocalDate day,
            AreaFigures figures,
            AreaFigures nation,
            Map<String, Indicator> indicators,
            ScenarioRequest request) {
        Target target = programme
                .target(targetId)
                .orElseThrow(() -> new ScenarioException(
                        "no_target",
                        LocalizedText.same(targetId),
                        LocalizedText.same(
                                programme.targets().stream().map(Target::id).collect(Collectors.joining(", ")))));
        ProgrammePlan plan = new ProgrammePlan(programme, day);
        Double asked = request.target();
        double value = asked != null
                ? asked
                : target.headline(day)
                        .map(TargetVersion::value)
                        .orElseThrow(() -> new ScenarioException("no_value", LocalizedText.same(targetId)));
        Optional<ProgrammePlan.Stated> ofProduct = plan.growth(target.activityCode())
                .filter(stated -> stated.target().equals(target));
        if (ofProduct.isPresent()) {
            return new GrowthScenario(plan, target, value, figures, nation, request).answer();
        }
        Target ofLevel = ofLevel(target, indicators);
        if (isMadeOfPeriods(ofLevel, indicators)) {
            Indicator facts = indicators.get(ofLevel.indicatorCode());
            boolean isMean = facts != null && facts.aggregation() == Aggregation.MEAN;
            String unit = facts == null || target.measure() == Measure.FLOW_YEAR ? target.unitCode() : facts.unitCode();
            return new FlowScenario(ofLevel, value, programme.year(), figures, request, isMean, unit).answer();
        }
        throw new ScenarioException(
                "no_measure",
                LocalizedText.same(targetId),
                LocalizedText.same(programme.targets().stream()
                        .filter(t -> t.headline(day).map(TargetVersion::value).isPresent())
                        .filter(t -> isMadeOfPeriods(ofLevel(t, indicators), indicators)
                                || plan.growth(t.activityCode())
                                        .filter(stated -> stated.target().equals(t))
                                        .isPresent())
                        .map(Target::id)
                        .collect(Collectors.joining(", "))));
    }

    /**
     * Returns a target of a rate that is the growth of one indicator alone, as average prices, as one of its growth.
     */
    private static Target ofLevel(Target target, Map<String, Indicator> indicators) {
        Indicator facts = indicators.get(target.indicatorCode());
        return facts == null || target.measure() != Measure.GROWTH_YEAR
                ? target
                : facts.quotients().stream()
                        .filter(quotient -> quotient.isGrowth()
                                && quotient.denominatorCodes().isEmpty())
                        .findFirst()
                        .map(quotient -> target.about(quotient.numeratorCode()))
                        .orElse(target);
    }

    /** Returns whether a target is about a total or mean of periods that grows in percent. */
    private static boolean isMadeOfPeriods(Target target, Map<String, Indicator> indicators) {
        Indicator facts = indicators.get(target.indicatorCode());
        if (target.measure() == Measure.FLOW_YEAR || facts == null || RATES.contains(facts.unitCode())) {
            return target.measure() == Measure.FLOW_YEAR;
        }
        return switch (target.measure()) {
            case GROWTH_YEAR, CHANGE_FROM_LAST_YEAR ->
                facts.aggregation() == Aggregation.SUM || facts.aggregation() == Aggregation.MEAN;
            case RATIO_YEAR -> facts.aggregation() == Aggregation.MEAN;
            default -> false;
        };
    }

    /**
     * Returns how often growth was reached before, as sentences.
     *
     * @param isFloor whether at least as much is asked for, else at most
     */
    static List<LocalizedText> often(YearToDate year, double growthPct, boolean isFloor) {
        List<LocalizedText> texts = new ArrayList<>();
        int count = year.pastRest().count();
        if (count == 0) {
            texts.add(WORDS.text("scenario.no_history"));
            return texts;
        }
        List<Integer> reached = year.pastRest().reached(growthPct, isFloor);
        texts.add(WORDS.text(
                reached.isEmpty() ? "scenario.never" : "scenario.often",
                LocalizedText.same(Integer.toString(reached.size())),
                LocalizedText.same(Integer.toString(count)),
                Phrase.years(reached),
                Phrase.years(List.copyOf(year.pastRest().values().keySet()))));
        year.pastRest()
                .percentile(growthPct, isFloor)
                .ifPresent(percentile -> texts.add(WORDS.text(
                        isFloor ? "audit.ambition.percentile" : "audit.ambition.percentile_of_ceiling",
                        PrintedNumber.of(percentile, 0))));
        return texts;
    }

    /** Returns the months of a year until a month, as a phrase. */
    static LocalizedText until(int month) {
        return WORDS.text(
                switch (month) {
                    case 3 -> "scenario.until.q1";
                    case 6 -> "scenario.until.s1";
                    case 12 -> "scenario.until.year";
                    default -> "scenario.until.months";
                },
                LocalizedText.same(Integer.toString(month)));
    }
}
