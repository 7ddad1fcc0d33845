package vn.chitieu.attainment.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.audit.AreaFigures.Known;
import vn.chitieu.attainment.audit.AuditCheck.Outcome;
import vn.chitieu.attainment.audit.ProgrammePlan.Stated;
import vn.chitieu.programme.Measure;
import vn.chitieu.programme.Target;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/** Each target against its own history: how often as much was reached in a year. */
record AmbitionAudit(ProgrammePlan plan, AreaFigures figures) {

    private static final Words WORDS = Words.of("attainment");

    static final String RULE = "audit_ambition";

    /**
     * What a target asks for in a year and what earlier years brought.
     *
     * @param asked in {@code unitCode}, as the past
     */
    private record Pace(double asked, PastYears past, String unitCode, LocalizedText arithmetic) {}

    List<AuditCheck> checks() {
        List<AuditCheck> checks = new ArrayList<>();
        for (Stated stated : plan.all()) {
            pace(stated).filter(pace -> pace.past().count() > 0).ifPresent(pace -> checks.add(check(stated, pace)));
        }
        return checks;
    }

    private Optional<Pace> pace(Stated stated) {
        Target target = stated.target();
        String indicator = target.indicatorCode();
        String activity = target.activityCode();
        return switch (target.measure()) {
            case GROWTH_VOLUME, GROWTH_YEAR -> {
                boolean isOfProduct =
                        plan.growth(activity).filter(stated::equals).isPresent();
                yield Optional.of(new Pace(
                        stated.value(),
                        AreaFigures.before(
                                isOfProduct ? figures.growth(activity) : figures.annual(indicator, activity),
                                plan.year()),
                        "pct",
                        WORDS.text("audit.ambition.growth", PrintedNumber.pct(stated.value(), stated.decimals()))));
            }
            case FLOW_YEAR ->
                ofLevels(
                        stated,
                        figures.annual(indicator, activity).get(plan.year() - 1),
                        figures.annualGrowth(indicator, activity));
            case PER_CAPITA ->
                isProductPerHead(stated)
                        ? ofLevels(
                                stated,
                                NominalAudit.base(plan, figures),
                                new PastYears(figures.growthPerHead(plan.perHead())))
                        : Optional.empty();
            case STOCK_YEAR_END, RATIO_YEAR -> ofChanges(stated, indicator, activity);
            case CHANGE_FROM_LAST_YEAR ->
                Optional.of(new Pace(
                        stated.value(),
                        upTo(figures.annualChange(indicator, activity)),
                        "pct_points",
                        WORDS.text("audit.ambition.change", Phrase.amount(stated.value(), "pct_points"))));
            case SHARE_OF_GRDP, HIGHER_THAN_LAST_YEAR, MINIMUM_PER_UNIT, QUALITATIVE -> Optional.empty();
        };
    }

    private boolean isProductPerHead(Stated stated) {
        return plan.perCapita().filter(stated::equals).isPresent();
    }

    private Optional<Pace> ofLevels(Stated stated, @Nullable Known last, PastYears growth) {
        if (last == null || !(last.value() > 0)) {
            return Optional.empty();
        }
        double asked = 100 * stated.value() / last.value() - 100;
        return Optional.of(new Pace(
                asked,
                upTo(growth),
                "pct",
                WORDS.text(
                        "audit.ambition.level",
                        Phrase.asWritten(stated.value()),
                        Phrase.sourced(Phrase.asWritten(last.value()), last),
                        PrintedNumber.signedPct(asked, 1))));
    }

    private Optional<Pace> ofChanges(Stated stated, String indicator, String activity) {
        Known last = figures.annual(indicator, activity).get(plan.year() - 1);
        if (last == null) {
            return Optional.empty();
        }
        String unit = stated.target().unitCode().equals("pct")
                ? "pct_points"
                : stated.target().unitCode();
        double asked = stated.value() - last.value();
        return Optional.of(new Pace(
                asked,
                upTo(figures.annualChange(indicator, activity)),
                unit,
                WORDS.text(
                        "audit.ambition.stock",
                        Phrase.asWritten(stated.value()),
                        Phrase.sourced(Phrase.asWritten(last.value()), last),
                        Phrase.amount(asked, 2, unit))));
    }

    private PastYears upTo(PastYears all) {
        return new PastYears(all.values().headMap(plan.year(), false));
    }

    /** A target agrees with no identity here: it was reached before, never was, or too few years are known to say. */
    private static Outcome outcome(OptionalDouble percentile, List<Integer> reached) {
        if (percentile.isEmpty()) {
            return Outcome.NOT_CHECKABLE;
        }
        return reached.isEmpty() ? Outcome.TO_EXPLAIN : Outcome.REACHED_BEFORE;
    }

    private AuditCheck check(Stated stated, Pace pace) {
        boolean isFloor =
                stated.target().comparator().isFloor() && stated.target().measure() != Measure.CHANGE_FROM_LAST_YEAR;
        PastYears past = pace.past();
        List<Integer> reached = past.reached(pace.asked(), isFloor);
        OptionalDouble percentile = past.percentile(pace.asked(), isFloor);
        List<LocalizedText> meaning = new ArrayList<>();
        meaning.add(WORDS.text(
                reached.isEmpty() ? "audit.ambition.never" : "audit.ambition.reached",
                LocalizedText.same(Integer.toString(reached.size())),
                LocalizedText.same(Integer.toString(past.count())),
                Phrase.years(reached)));
        meaning.add(
                percentile.isPresent()
                        ? WORDS.text(
                                isFloor ? "audit.ambition.percentile" : "audit.ambition.percentile_of_ceiling",
                                PrintedNumber.of(percentile.getAsDouble(), 0))
                        : WORDS.text("audit.ambition.few", LocalizedText.same(Integer.toString(PastYears.FEWEST))));
        List<LocalizedText> years = new ArrayList<>();
        past.values().descendingMap().forEach((year, value) -> {
            if (years.size() < 6) {
                years.add(WORDS.text(
                        "audit.ambition.year", LocalizedText.same(Integer.toString(year)), PrintedNumber.of(value, 2)));
            }
        });
        return new AuditCheck(
                RULE,
                outcome(percentile, reached),
                List.of(stated.id()),
                stated.target().indicatorCode(),
                WORDS.text("audit.ambition.title", stated.target().name()),
                stated.value(),
                null,
                stated.target().unitCode(),
                LocalizedText.join(
                        " ",
                        List.of(pace.arithmetic(), WORDS.text("audit.ambition.past", LocalizedText.join("; ", years)))),
                LocalizedText.join(" ", meaning));
    }
}
