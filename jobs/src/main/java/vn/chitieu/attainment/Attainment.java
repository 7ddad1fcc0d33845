package vn.chitieu.attainment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.TargetLink.Candidate;
import vn.chitieu.attainment.TargetLink.Reading;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.programme.DeclaredGap;
import vn.chitieu.programme.DeclaredGaps;
import vn.chitieu.programme.Measure;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.Target;
import vn.chitieu.programme.TargetComparator;
import vn.chitieu.programme.TargetVersion;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesOutcome;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.SeriesRefusal;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedNumber;

/** Judges every version of every target of a programme by what became of its series. */
public final class Attainment {

    private final Programme programme;
    private final LocalDate evaluatedOn;
    private final boolean isClosed;
    private final Map<SeriesId, ? extends SeriesOutcome> outcomes;
    private final DeclaredGaps gaps;
    private final Units units;
    private final VerdictThresholds thresholds;

    private Attainment(
            Programme programme,
            LocalDate asOf,
            Map<SeriesId, ? extends SeriesOutcome> outcomes,
            DeclaredGaps gaps,
            Units units,
            VerdictThresholds thresholds) {
        this.programme = programme;
        this.evaluatedOn = programme.evaluatedOn(asOf);
        this.isClosed = programme.standing(asOf) == Programme.Standing.CLOSED;
        this.outcomes = outcomes;
        this.gaps = gaps;
        this.units = units;
        this.thresholds = thresholds;
    }

    /**
     * Returns one row for each version of each target that was issued by the day the programme is evaluated on, in the
     * order of the programme and of the versions; none for a programme not yet adopted.
     *
     * @param outcomes what became of each series of the programme's year, as known on
     *     {@link Programme#evaluatedOn(LocalDate)}; series of other areas may be among them
     * @throws IllegalArgumentException if an outcome stands under another series' id, or one that a target needs is of
     *     another year
     */
    public static List<TargetAttainment> judge(
            Programme programme,
            LocalDate asOf,
            Map<SeriesId, ? extends SeriesOutcome> outcomes,
            DeclaredGaps gaps,
            Units units,
            VerdictThresholds thresholds) {
        Attainment attainment = new Attainment(programme, asOf, outcomes, gaps, units, thresholds);
        List<TargetAttainment> rows = new ArrayList<>();
        for (Judged judged : attainment.judged()) {
            rows.add(attainment.row(judged));
        }
        return List.copyOf(rows);
    }

    /** Returns {@link #judge} with the usual thresholds. */
    public static List<TargetAttainment> judge(
            Programme programme,
            LocalDate asOf,
            Map<SeriesId, ? extends SeriesOutcome> outcomes,
            DeclaredGaps gaps,
            Units units) {
        return judge(programme, asOf, outcomes, gaps, units, VerdictThresholds.usual());
    }

    /**
     * Returns what each remaining period must bring for each version of each target, in the order of the programme, of
     * the versions and of time. Targets that are decided, or whose series cannot be read, have no steps.
     *
     * @throws IllegalArgumentException as {@link #judge}
     */
    public static List<PaceStep> requiredPace(
            Programme programme,
            LocalDate asOf,
            Map<SeriesId, ? extends SeriesOutcome> outcomes,
            DeclaredGaps gaps,
            Units units) {
        Attainment attainment = new Attainment(programme, asOf, outcomes, gaps, units, VerdictThresholds.usual());
        List<PaceStep> steps = new ArrayList<>();
        for (Judged judged : attainment.judged()) {
            steps.addAll(attainment.steps(judged));
        }
        return List.copyOf(steps);
    }

    /** One version of a target with its reading, if there is one, and the verdict. */
    private record Judged(
            Target target,
            TargetVersion version,
            boolean isHeadline,
            Optional<TargetReading> reading,
            Optional<KnownPart> knownPart,
            @Nullable Double targetValue,
            @Nullable Double pAttain,
            Verdict verdict,
            Optional<Reason> reason,
            RequiredPace pace) {}

    /** What the figures allow to say about a target value. */
    private record Ruling(Verdict verdict, @Nullable Double pAttain, Optional<Reason> reason) {

        private static Ruling notEvaluable(Reason reason) {
            return new Ruling(Verdict.NOT_EVALUABLE, null, Optional.of(reason));
        }
    }

    /** The best reading of a target, or why there is none. */
    private record Found(Optional<TargetReading> reading, Optional<Reason> reason, Optional<KnownPart> knownPart) {}

    /** What is known of the year of a series that nobody could project, in the target's unit. */
    private record KnownPart(double toDate, Period last) {}

    private List<Judged> judged() {
        List<Judged> all = new ArrayList<>();
        if (evaluatedOn.isBefore(programme.adoptedOn())) {
            return all;
        }
        for (Target target : programme.targets()) {
            Found found = found(target);
            Optional<TargetVersion> headline = target.headline(evaluatedOn);
            for (TargetVersion version : target.versionsAsOf(evaluatedOn)) {
                boolean isHeadline =
                        headline.map(h -> h.number() == version.number()).orElse(false);
                all.add(judged(target, version, isHeadline, found));
            }
        }
        return all;
    }

    private Judged judged(Target target, TargetVersion version, boolean isHeadline, Found found) {
        Optional<TargetReading> reading = found.reading();
        boolean isHigherThanLastYear = target.measure() == Measure.HIGHER_THAN_LAST_YEAR;
        Double value =
                isHigherThanLastYear ? reading.map(TargetReading::previousYear).orElse(null) : version.value();
        Ruling ruling;
        if (found.reason().isPresent()) {
            ruling = Ruling.notEvaluable(found.reason().get());
        } else if (reading.isEmpty()) {
            ruling = Ruling.notEvaluable(Reason.of("no_data"));
        } else if (isHigherThanLastYear && !reading.get().hasFigureOfYear()) {
            ruling = Ruling.notEvaluable(Reason.of("index_of_year_missing"));
        } else if (value == null) {
            ruling = Ruling.notEvaluable(Reason.of("no_previous_year"));
        } else {
            ruling = ruling(target, value, reading.get());
        }
        boolean isJudgedByFigures = found.reason().isEmpty() && reading.isPresent();
        RequiredPace pace = RequiredPace.NONE;
        if (isJudgedByFigures && value != null && !isHigherThanLastYear) {
            pace = RequiredPace.of(reading.get(), target, value, shapes(target));
        } else if (found.knownPart().isPresent() && value != null && target.measure() == Measure.FLOW_YEAR) {
            KnownPart known = found.knownPart().get();
            pace = RequiredPace.ofKnownPart(
                    value, known.toDate(), known.last(), target.comparator().isFloor());
        }
        return new Judged(
                target,
                version,
                isHeadline,
                reading,
                found.knownPart(),
                value,
                ruling.pAttain(),
                ruling.verdict(),
                ruling.reason(),
                pace);
    }

    private Ruling ruling(Target target, double value, TargetReading reading) {
        TargetComparator comparator = target.comparator();
        double tolerance = target.tolerance() == null ? 0 : target.tolerance();
        Optional<Reason> planning = comparator == TargetComparator.POINT
                ? Optional.of(Reason.of("planning_figure", PrintedNumber.shortest(tolerance)))
                : Optional.empty();
        if (reading.isComplete()) {
            return comparator.isMetBy(reading.point(), value, tolerance)
                    ? new Ruling(Verdict.ACHIEVED, 1.0, planning)
                    : new Ruling(planning.isPresent() ? Verdict.UNLIKELY : Verdict.MISSED, 0.0, planning);
        }
        Double toDate = reading.toDate();
        if (toDate != null && reading.isMonotone()) {
            double reached = reading.inTarget(toDate);
            if (comparator.isFloor() && comparator.isMetBy(reached, value, 0)) {
                return new Ruling(Verdict.ACHIEVED, 1.0, Optional.empty());
            }
            if (comparator.isCeiling() && !comparator.isMetBy(reached, value, 0)) {
                return new Ruling(Verdict.MISSED, 0.0, Optional.of(Reason.of("passed_ceiling")));
            }
            if (planning.isPresent() && !TargetComparator.AT_MOST.isMetBy(reached, value + tolerance, 0)) {
                return new Ruling(Verdict.UNLIKELY, 0.0, planning);
            }
        }
        if (reading.law().isEmpty()) {
            return Ruling.notEvaluable(Reason.of("no_interval"));
        }
        double probability = probability(comparator, reading.law().get(), value, tolerance);
        return new Ruling(thresholds.verdict(probability), probability, planning);
    }

    private static double probability(
            TargetComparator comparator, PredictiveDistribution law, double target, double tolerance) {
        double probability =
                switch (comparator) {
                    case AT_LEAST, ABOVE -> law.probabilityAtLeast(target);
                    case AT_MOST, BELOW -> 1 - law.probabilityAtLeast(target);
                    case POINT ->
                        law.probabilityAtLeast(target - tolerance) - law.probabilityAtLeast(target + tolerance);
                    case ASSESSED -> throw new IllegalStateException("Expecting a comparator of numbers");
                };
        return Math.max(0, Math.min(1, probability));
    }

    private Found found(Target target) {
        Optional<Reason> gap = gaps.of(programme.programmeId(), target.id()).map(Attainment::reason);
        if (target.comparator() == TargetComparator.ASSESSED) {
            Reason reason = gap.orElseGet(() -> Reason.of("assessed_by_hand"));
            return new Found(Optional.empty(), Optional.of(reason), Optional.empty());
        }
        Optional<TargetReading> best = Optional.empty();
        Optional<Reason> obstacle = Optional.empty();
        Optional<KnownPart> knownPart = Optional.empty();
        for (Candidate candidate : TargetLink.candidates(programme.areaCode(), target)) {
            SeriesOutcome outcome = outcome(candidate.id()).orElse(null);
            if (outcome instanceof SeriesProjection series) {
                TargetReading.Attempt attempt = TargetReading.of(target, candidate, series, evaluatedOn, units);
                Optional<TargetReading> reading = attempt.reading();
                if (reading.isPresent()
                        && (best.isEmpty() || reading.get().rank() > best.get().rank())) {
                    best = reading;
                }
                obstacle = obstacle.or(attempt::reason);
            } else if (outcome instanceof SeriesRefusal not) {
                obstacle = obstacle.or(() -> Optional.of(reason(target, not)));
                knownPart = knownPart.or(() -> knownPart(target, candidate, not));
            }
        }
        if (gap.isPresent() && !best.map(TargetReading::hasFigureOfYear).orElse(false)) {
            return new Found(best, gap, knownPart);
        }
        if (best.isPresent()) {
            return new Found(best, Optional.empty(), Optional.empty());
        }
        return new Found(Optional.empty(), Optional.of(obstacle.orElseGet(() -> withoutFigures(target))), knownPart);
    }

    private Reason withoutFigures(Target target) {
        List<String> parts = TargetLink.parts(target);
        List<String> missing = parts.stream()
                .filter(part -> !isProjected(part, target.activityCode()))
                .toList();
        if (!missing.isEmpty()) {
            return Reason.of("parts_missing", LocalizedText.same(String.join(", ", missing)));
        }
        if (!parts.isEmpty()) {
            return Reason.of("parts_not_joined", LocalizedText.same(String.join(", ", parts)));
        }
        return Reason.of(isClosed ? "territory_dissolved" : "no_data");
    }

    private boolean isProjected(String indicator, String activity) {
        return projection(new SeriesId(programme.areaCode(), indicator, activity, PriceBasis.CURRENT))
                .or(() -> projection(new SeriesId(programme.areaCode(), indicator, activity, PriceBasis.NONE)))
                .isPresent();
    }

    private List<SeriesProjection> shapes(Target target) {
        return TargetLink.shapes(programme.areaCode(), target).stream()
                .flatMap(id -> projection(id).stream())
                .toList();
    }

    private Optional<SeriesProjection> projection(SeriesId id) {
        return outcome(id).flatMap(o -> o instanceof SeriesProjection p ? Optional.of(p) : Optional.empty());
    }

    private Optional<SeriesOutcome> outcome(SeriesId id) {
        SeriesOutcome outcome = outcomes.get(id);
        if (outcome == null) {
            return Optional.empty();
        }
        if (!outcome.id().equals(id) || outcome.year() != programme.year()) {
            throw new IllegalArgumentException("Expecting the outcome of %s in %s but was that of %s in %s"
                    .formatted(id, programme.year(), outcome.id(), outcome.year()));
        }
        return Optional.of(outcome);
    }

    private static Reason reason(DeclaredGap gap) {
        return new Reason(gap.reasonCode(), gap.reason());
    }

    private Optional<KnownPart> knownPart(Target target, Candidate candidate, SeriesRefusal not) {
        Double toDate = not.knownToDate();
        Period last = not.knownPeriod();
        return toDate == null
                        || last == null
                        || candidate.reading() != Reading.AS_IS
                        || !units.areComparable(not.unitCode(), target.unitCode())
                ? Optional.empty()
                : Optional.of(new KnownPart(toDate * units.factor(not.unitCode(), target.unitCode()), last));
    }

    private static Reason reason(Target target, SeriesRefusal not) {
        if (target.measure() == Measure.HIGHER_THAN_LAST_YEAR) {
            return Reason.of("index_of_year_missing");
        }
        return new Reason(not.reasonCode(), not.reason());
    }

    private TargetAttainment row(Judged judged) {
        Target target = judged.target();
        TargetVersion version = judged.version();
        TargetReading reading = judged.reading().orElse(null);
        SeriesProjection series = reading == null ? null : reading.series();
        boolean isNoVerdictByGap = judged.verdict() == Verdict.NOT_EVALUABLE
                && judged.reason().map(r -> !r.code().equals("no_interval")).orElse(true);
        TargetReading shown = isNoVerdictByGap ? null : reading;
        PredictiveDistribution law = shown == null ? null : shown.law().orElse(null);
        KnownPart known = judged.knownPart().orElse(null);
        Double actual = known == null ? null : Double.valueOf(known.toDate());
        Period actualPeriod = known == null ? null : known.last();
        if (reading != null && reading.actualToDate() != null) {
            actual = reading.actualToDate();
            actualPeriod = reading.series().lastPeriod();
        }
        Double point = shown == null ? null : Double.valueOf(shown.point());
        return new TargetAttainment(
                programme.programmeId(),
                target.id(),
                version.number(),
                judged.isHeadline(),
                target.groupNo(),
                programme.areaCode(),
                programme.year(),
                target.indicatorCode(),
                target.activityCode(),
                target.measure(),
                target.unitCode(),
                target.comparator(),
                target.comparatorBasis(),
                target.tolerance(),
                version.issuer(),
                version.issuedOn(),
                version.relation(),
                judged.targetValue(),
                reading == null ? null : reading.previousYear(),
                actual,
                actualPeriod,
                reading == null ? null : reading.toDateChangePct(),
                percentOf(target, actual, judged.targetValue()),
                point,
                quantile(law, 0.025),
                quantile(law, 0.1),
                quantile(law, 0.5),
                quantile(law, 0.9),
                quantile(law, 0.975),
                percentOf(target, point, judged.targetValue()),
                judged.pAttain(),
                judged.verdict(),
                judged.reason().map(Reason::code).orElse(null),
                judged.reason().map(r -> r.text().vi()).orElse(null),
                judged.reason().map(r -> r.text().en()).orElse(null),
                planShareRuleAttains(judged),
                shown == null ? null : shown.growthToDateRulePoint(target),
                judged.pace().rest(),
                judged.pace().growthPct(),
                judged.pace().percentile(),
                shown == null ? null : shown.series().method().used(),
                shown == null ? null : shown.series().method().fallbackReason(),
                shown == null ? null : Integer.valueOf(shown.series().method().historyYears()),
                shown == null ? null : nullIfEmpty(shown.series().method().flag()),
                isClosed ? programme.closedOn() : null,
                evaluatedOn,
                origin(shown),
                series == null ? ObservationStatus.MISSING : series.status(),
                series == null ? null : series.vintageDate(),
                shown == null ? "none" : shown.series().method().code());
    }

    private List<PaceStep> steps(Judged judged) {
        SeriesProjection series = judged.reading().map(TargetReading::series).orElse(null);
        List<PaceStep> steps = new ArrayList<>();
        for (RequiredPace.Step step : judged.pace().steps()) {
            steps.add(new PaceStep(
                    programme.programmeId(),
                    judged.target().id(),
                    judged.version().number(),
                    step.period(),
                    step.isInTargetUnit() || series == null ? judged.target().unitCode() : series.unitCode(),
                    step.required(),
                    step.cumulated(),
                    step.naive(),
                    step.projected(),
                    step.lastYear(),
                    Origin.DERIVED,
                    series == null ? ObservationStatus.UNKNOWN : series.status(),
                    series == null ? null : series.vintageDate(),
                    "required_pace"));
        }
        return steps;
    }

    private static @Nullable Boolean planShareRuleAttains(Judged judged) {
        TargetReading reading = judged.reading().orElse(null);
        Double value = judged.targetValue();
        if (reading == null || value == null || !(value > 0) || reading.isComplete() || !reading.isSum()) {
            return null;
        }
        Double toDate = reading.toDate();
        TargetComparator comparator = judged.target().comparator();
        if (toDate == null
                || reading.series().lastPeriod() == null
                || reading.reading() != Reading.AS_IS
                || judged.target().measure().isGrowth()
                || !(comparator.isFloor() || comparator.isCeiling())) {
            return null;
        }
        double planToDate = value * reading.series().lastPeriod().lastMonth() / 12;
        return comparator.isFloor() ? reading.inTarget(toDate) >= planToDate : reading.inTarget(toDate) <= planToDate;
    }

    private static @Nullable Double percentOf(Target target, @Nullable Double value, @Nullable Double base) {
        boolean isChange = target.measure().isGrowth() || target.measure() == Measure.CHANGE_FROM_LAST_YEAR;
        return isChange || value == null || base == null || !(base > 0) ? null : 100 * value / base;
    }

    private static @Nullable Double quantile(@Nullable PredictiveDistribution law, double probability) {
        return law == null ? null : Double.valueOf(law.quantile(probability));
    }

    private static Origin origin(@Nullable TargetReading shown) {
        if (shown == null) {
            return Origin.PUBLISHED;
        }
        if (!shown.isComplete()) {
            return Origin.PROJECTED;
        }
        return shown.reading() == Reading.AS_IS ? Origin.PUBLISHED : Origin.DERIVED;
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
