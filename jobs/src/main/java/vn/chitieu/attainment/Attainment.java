package vn.chitieu.attainment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.TargetLink.Conversion;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.Provenance;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.Units;
import vn.chitieu.observation.codelist.ReleaseDays;
import vn.chitieu.programme.DeclaredGap;
import vn.chitieu.programme.DeclaredGaps;
import vn.chitieu.programme.Measure;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.Target;
import vn.chitieu.programme.TargetBand;
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
    private final List<PriceBasis> constantPrices;
    private final DeclaredGaps gaps;
    private final Units units;
    private final VerdictThresholds thresholds;
    private final OverdueResults overdue;
    private final ReportingYear calendar;

    private Attainment(
            Programme programme,
            LocalDate asOf,
            Map<SeriesId, ? extends SeriesOutcome> outcomes,
            DeclaredGaps gaps,
            Units units,
            ReleaseDays releaseDays,
            VerdictThresholds thresholds) {
        this.programme = programme;
        this.evaluatedOn = programme.evaluatedOn(asOf);
        this.isClosed = programme.status(asOf) == Programme.Status.CLOSED;
        this.outcomes = outcomes;
        this.constantPrices = TargetLink.constantPrices(programme.areaCode(), outcomes.keySet());
        this.gaps = gaps;
        this.units = units;
        this.thresholds = thresholds;
        this.calendar = releaseDays.years().of(programme.areaCode());
        this.overdue = new OverdueResults(programme, evaluatedOn, releaseDays);
    }

    /**
     * Returns one row for each version of each target that was issued by the day the programme is evaluated on, in the
     * order of the programme and of the versions, and what each remaining period must bring for it; none for a
     * programme not yet adopted. Targets that are decided, or whose series cannot be read, have no steps.
     *
     * @param outcomes what became of each series of the programme's year, as known on
     *     {@link Programme#evaluatedOn(LocalDate)}; series of other areas may be among them
     * @param releaseDays after which a year without its result is judged no more
     * @throws IllegalArgumentException if an outcome stands under another series' id, or one that a target needs is of
     *     another year
     */
    public static ProgrammeVerdicts judge(
            Programme programme,
            LocalDate asOf,
            Map<SeriesId, ? extends SeriesOutcome> outcomes,
            DeclaredGaps gaps,
            Units units,
            ReleaseDays releaseDays,
            VerdictThresholds thresholds) {
        return new Attainment(programme, asOf, outcomes, gaps, units, releaseDays, thresholds).verdicts();
    }

    /** Returns {@link #judge} with the usual thresholds. */
    public static ProgrammeVerdicts judge(
            Programme programme,
            LocalDate asOf,
            Map<SeriesId, ? extends SeriesOutcome> outcomes,
            DeclaredGaps gaps,
            Units units,
            ReleaseDays releaseDays) {
        return judge(programme, asOf, outcomes, gaps, units, releaseDays, VerdictThresholds.usual());
    }

    private ProgrammeVerdicts verdicts() {
        List<TargetAttainment> attainments = new ArrayList<>();
        List<PaceStep> steps = new ArrayList<>();
        for (Target target : evaluatedOn.isBefore(programme.adoptedOn()) ? List.<Target>of() : programme.targets()) {
            TargetSeries series = series(target);
            Optional<TargetVersion> headline = target.headline(evaluatedOn);
            for (TargetVersion version : target.versionsAsOf(evaluatedOn)) {
                boolean isHeadline =
                        headline.map(h -> h.number() == version.number()).orElse(false);
                TargetAttainment attainment = attainment(target, version, isHeadline, series);
                attainments.add(attainment);
                steps.addAll(steps(attainment, series));
            }
        }
        return new ProgrammeVerdicts(programme.programmeId(), attainments, steps);
    }

    private TargetAttainment attainment(Target target, TargetVersion version, boolean isHeadline, TargetSeries series) {
        TargetReading reading = series.reading().orElse(null);
        Double value = target.measure() == Measure.HIGHER_THAN_LAST_YEAR
                ? reading == null ? null : reading.previousYear()
                : version.value();
        Judgement judgement = judgement(target, version, value, series);
        String reasonCode = judgement.reasonCode();
        boolean isWithoutForecast = judgement.verdict() == Verdict.NOT_EVALUABLE && !"no_interval".equals(reasonCode);
        TargetReading shown = isWithoutForecast ? null : reading;
        return new TargetAttainment(
                programme,
                target,
                version,
                isHeadline,
                evaluatedOn,
                isClosed ? programme.closedOn() : null,
                value,
                reading == null ? series.known() : TargetToDate.of(reading, series.known()),
                shown == null
                        ? TargetForecast.NONE
                        : TargetForecast.of(
                                shown, planShareRuleAttains(target, value, shown), shown.growthToDateRulePoint(target)),
                judgement,
                pace(target, version, value, series),
                new Provenance(
                        origin(shown),
                        reading == null
                                ? ObservationStatus.MISSING
                                : reading.series().status(),
                        reading == null ? null : reading.series().vintageDate(),
                        shown == null ? "none" : shown.series().method().code()));
    }

    /** Returns what a version asks for; of a range that both of its ends bound, what both ask for. */
    private RequiredPace pace(Target target, TargetVersion version, @Nullable Double value, TargetSeries series) {
        RequiredPace pace = pace(target, value, series);
        return target.comparator() == TargetComparator.BETWEEN && version.rangeTo() != null
                ? pace.upTo(pace(target, version.rangeTo(), series))
                : pace;
    }

    private RequiredPace pace(Target target, @Nullable Double value, TargetSeries series) {
        TargetToDate known = series.known();
        Double toDate = known.toDate();
        Period period = known.period();
        if (value == null) {
            return RequiredPace.NONE;
        }
        if (series.obstacle().isEmpty()
                && series.reading().isPresent()
                && target.measure() != Measure.HIGHER_THAN_LAST_YEAR) {
            return RequiredPace.of(series.reading().get(), target, value, shapes(target));
        }
        boolean isYearOver = !calendar.end(Period.ofYear(programme.year())).isAfter(evaluatedOn);
        return isYearOver || toDate == null || period == null || target.measure() != Measure.FLOW_YEAR
                ? RequiredPace.NONE
                : RequiredPace.ofKnownPart(
                        value, toDate, period, target.comparator().isFloor());
    }

    private Judgement judgement(Target target, TargetVersion version, @Nullable Double value, TargetSeries series) {
        TargetReading reading = series.reading().orElse(null);
        if (series.obstacle().isPresent()) {
            return Judgement.notEvaluable(series.obstacle().get());
        }
        if (reading == null) {
            return Judgement.notEvaluable(Reason.of("no_data"));
        }
        if (target.measure() == Measure.HIGHER_THAN_LAST_YEAR && !reading.hasFigureOfYear()) {
            return Judgement.notEvaluable(
                    overdue.of(reading.series()).orElseGet(() -> Reason.of("index_of_year_missing")));
        }
        return value == null
                ? Judgement.notEvaluable(Reason.of("no_previous_year"))
                : judgement(target, version, value, reading)
                        .because(overdue.lastMonthOf(reading.series()).or(reading::interpolated));
    }

    private Judgement judgement(Target target, TargetVersion version, double given, TargetReading reading) {
        TargetBand band = target.band(version, given);
        Reason planning = target.comparator() == TargetComparator.POINT
                ? Reason.of("planning_figure", PrintedNumber.shortest(band.halfWidth()))
                : null;
        if (reading.isComplete()) {
            return band.isMetBy(reading.point())
                    ? new Judgement(met(target, version, given, reading.point()), 1.0, planning)
                    : new Judgement(planning != null ? Verdict.UNLIKELY : Verdict.MISSED, 0.0, planning);
        }
        Double toDate = reading.toDate();
        if (toDate != null
                && reading.isMonotone()
                && reading.series().interpolated().isEmpty()) {
            double reached = reading.inTarget(toDate);
            if (target.comparator().isFloor() && band.isMetBy(reached)) {
                return new Judgement(met(target, version, given, reached), 1.0, null);
            }
            if (band.isPassedBy(reached)) {
                return planning == null
                        ? new Judgement(Verdict.MISSED, 0.0, Reason.of("passed_ceiling"))
                        : new Judgement(Verdict.UNLIKELY, 0.0, planning);
            }
        }
        Optional<Reason> isOverdue = overdue.of(reading.series());
        if (isOverdue.isPresent()) {
            return Judgement.notEvaluable(isOverdue.get());
        }
        if (reading.distribution().isEmpty()) {
            return Judgement.notEvaluable(Reason.of("no_interval"));
        }
        double probability = probability(band, reading.distribution().get());
        return new Judgement(thresholds.verdict(probability), probability, planning);
    }

    /** Returns the verdict on a target that a figure meets. */
    private static Verdict met(Target target, TargetVersion version, double given, double figure) {
        double farEnd = version.rangeTo() == null ? given : version.rangeTo();
        double tolerance = target.tolerance() == null ? 0 : target.tolerance();
        return target.comparator().isExceededBy(figure, farEnd, tolerance) ? Verdict.EXCEEDED : Verdict.ACHIEVED;
    }

    private static double probability(TargetBand band, PredictiveDistribution distribution) {
        double probability =
                switch (band.comparator()) {
                    case AT_LEAST, ABOUT -> distribution.probabilityAtLeast(band.lower());
                    case ABOVE -> distribution.probabilityAbove(band.middle());
                    case AT_MOST, PLAN_CEILING -> 1 - distribution.probabilityAbove(band.middle());
                    case BELOW -> 1 - distribution.probabilityAtLeast(band.middle());
                    case POINT, BETWEEN ->
                        distribution.probabilityAtLeast(band.lower()) - distribution.probabilityAbove(band.upper());
                    case ASSESSED -> throw new IllegalStateException("Expecting a comparator of numbers");
                };
        return Math.max(0, Math.min(1, probability));
    }

    private TargetSeries series(Target target) {
        Optional<Reason> gap = gaps.of(programme.programmeId(), target.id()).map(Attainment::reason);
        if (target.comparator() == TargetComparator.ASSESSED) {
            return TargetSeries.without(gap.orElseGet(() -> Reason.of("assessed_by_hand")));
        }
        Optional<TargetReading> best = Optional.empty();
        Optional<Reason> obstacle = Optional.empty();
        Optional<TargetToDate> known = Optional.empty();
        for (TargetLink link : TargetLink.of(programme.areaCode(), target, constantPrices)) {
            SeriesOutcome outcome = outcome(link.id()).orElse(null);
            if (outcome instanceof SeriesProjection projection) {
                TargetSeries series = TargetReading.of(
                        target, link, projection, new TargetReading.View(evaluatedOn, calendar), units);
                Optional<TargetReading> reading = series.reading();
                if (reading.isPresent()
                        && (best.isEmpty() || reading.get().rank() > best.get().rank())) {
                    best = reading;
                }
                obstacle = obstacle.or(series::obstacle);
            } else if (outcome instanceof SeriesRefusal not) {
                obstacle = obstacle.or(() -> Optional.of(reason(target, not)));
                known = known.or(() -> knownPart(target, link, not));
            }
        }
        if (gap.isPresent() && !best.map(TargetReading::hasFigureOfYear).orElse(false)) {
            return new TargetSeries(best, gap, known.orElse(TargetToDate.NONE));
        }
        if (best.isPresent()) {
            return TargetSeries.of(best.get());
        }
        Reason without = obstacle.orElseGet(() -> withoutFigures(target));
        return new TargetSeries(Optional.empty(), Optional.of(without), known.orElse(TargetToDate.NONE));
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
        return TargetLink.shapes(programme.areaCode(), target, constantPrices).stream()
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

    private Optional<TargetToDate> knownPart(Target target, TargetLink link, SeriesRefusal not) {
        Double toDate = not.knownToDate();
        Period last = not.knownPeriod();
        return toDate == null
                        || last == null
                        || link.conversion() != Conversion.AS_IS
                        || !units.areComparable(not.unitCode(), target.unitCode())
                ? Optional.empty()
                : Optional.of(
                        new TargetToDate(toDate * units.factor(not.unitCode(), target.unitCode()), last, null, null));
    }

    private Reason reason(Target target, SeriesRefusal not) {
        Optional<Reason> isOverdue = overdue.of(Optional.ofNullable(not.knownPeriod()));
        if (isOverdue.isPresent()) {
            return isOverdue.get();
        }
        if (target.measure() == Measure.HIGHER_THAN_LAST_YEAR) {
            return Reason.of("index_of_year_missing");
        }
        return new Reason(not.reasonCode(), not.reason());
    }

    private static List<PaceStep> steps(TargetAttainment attainment, TargetSeries targetSeries) {
        SeriesProjection series =
                targetSeries.reading().map(TargetReading::series).orElse(null);
        String unit = attainment.target().unitCode();
        List<PaceStep> steps = new ArrayList<>();
        for (RequiredPace.Step step : attainment.pace().steps()) {
            steps.add(new PaceStep(
                    attainment.programmeId(),
                    attainment.targetId(),
                    attainment.version().number(),
                    step.period(),
                    step.isInTargetUnit() || series == null ? unit : series.unitCode(),
                    step.required(),
                    step.cumulated(),
                    step.naive(),
                    step.projected(),
                    step.lastYear(),
                    new Provenance(
                            Origin.DERIVED,
                            series == null ? ObservationStatus.UNKNOWN : series.status(),
                            series == null ? null : series.vintageDate(),
                            "required_pace")));
        }
        return steps;
    }

    private static @Nullable Boolean planShareRuleAttains(
            Target target, @Nullable Double value, TargetReading reading) {
        if (value == null || !(value > 0) || reading.isComplete() || !reading.isSum()) {
            return null;
        }
        Double toDate = reading.toDate();
        TargetComparator comparator = target.comparator();
        if (toDate == null
                || reading.series().lastPeriod() == null
                || reading.conversion() != Conversion.AS_IS
                || target.measure().isGrowth()
                || !(comparator.isFloor() || comparator.isCeiling())) {
            return null;
        }
        double planToDate = value * reading.series().lastPeriod().lastMonth() / 12;
        return comparator.isFloor() ? reading.inTarget(toDate) >= planToDate : reading.inTarget(toDate) <= planToDate;
    }

    private static Origin origin(@Nullable TargetReading shown) {
        if (shown == null) {
            return Origin.PUBLISHED;
        }
        if (!shown.isComplete()) {
            return Origin.PROJECTED;
        }
        return shown.conversion() == Conversion.AS_IS ? Origin.PUBLISHED : Origin.DERIVED;
    }
}
