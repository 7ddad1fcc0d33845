package vn.chitieu.projection.area;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.projection.Basis;
import vn.chitieu.projection.Forecast;
import vn.chitieu.projection.IncompleteYear;
import vn.chitieu.projection.KnownPart;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.projection.MissingPeriods;
import vn.chitieu.projection.ProjectionMethod;
import vn.chitieu.projection.SeriesOutcome;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.SeriesRefusal;
import vn.chitieu.projection.dense.DensePart;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.distribution.KnownValue;
import vn.chitieu.projection.series.HalfReportedPeriod;
import vn.chitieu.projection.series.RebuiltPast;
import vn.chitieu.projection.series.SeriesHistory;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.series.SeriesInput.DatedValue;
import vn.chitieu.projection.series.YearFigures;
import vn.chitieu.projection.sparse.AnnualDrift;
import vn.chitieu.projection.sparse.AnnualProjection;
import vn.chitieu.projection.sparse.DatedWalk;
import vn.chitieu.projection.sparse.GrossProductLevel;
import vn.chitieu.projection.sparse.GrowthReference;
import vn.chitieu.projection.sparse.GrowthToDate;
import vn.chitieu.projection.sparse.RemainderProjection;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * Projects the year-end of any series by the best method that its figures allow.
 *
 * <p>In this order: the published value of the year; for levels of the gross product the growth to date; the
 * combination of forecasters on months or quarters; the regression of the rest of the year on growth so far; for growth
 * rates the same in rates, with the pairs of all areas; the walk through figures of irregular days where the last of
 * them is none of a whole year; the drift of annual values where nothing of the year is known; otherwise a refusal with
 * its reason. A last month or quarter of a flow that is perhaps only partly reported is left out before, and the
 * distribution then has 1.5 times the variance. The distribution of a merged area that has fewer than four quarters of
 * its own beside a rebuilt history has 1.5 times the variance.
 */
public final class SeriesProjector {

    private static final Words WORDS = Words.of("projection");

    private static final Set<IndicatorKind> NOT_PROJECTED =
            Set.of(IndicatorKind.SCORE, IndicatorKind.RANK, IndicatorKind.ATTAINMENT, IndicatorKind.CONTRIBUTION);

    private SeriesProjector() {}

    /**
     * Returns the projection of a year, or why there is none.
     *
     * @param input holds nothing that was published after {@code asOf}, which is for the caller to see to; figures of
     *     later years are not looked at
     * @param asOf the day as seen on which the projection is made
     * @param reference what all areas say of growth; {@link GrowthReference#none()} if nothing is known
     */
    public static SeriesOutcome project(
            SeriesInput input, int year, LocalDate asOf, PooledTables tables, GrowthReference reference) {
        SeriesOutcome outcome = best(input, year, asOf, tables, reference);
        return outcome instanceof SeriesProjection projection ? asRebuilt(projection, input) : outcome;
    }

    /** Returns a projection of a series, wider if its year is mostly projected from a rebuilt history. */
    static SeriesProjection asRebuilt(SeriesProjection projection, SeriesInput input) {
        return input.isMostlyRebuilt(projection.year())
                ? projection.widened(RebuiltPast.SPREAD, RebuiltPast.FLAG)
                : projection;
    }

    private static SeriesOutcome best(
            SeriesInput input, int year, LocalDate asOf, PooledTables tables, GrowthReference reference) {
        SeriesHistory history = SeriesHistory.of(input, year);
        if (!isProjected(input.facts())) {
            return refusal(history, tables, "kind_not_projected", "kind_not_projected");
        }
        Optional<HalfReportedPeriod> half = HalfReportedPeriod.of(history);
        if (half.isPresent()) {
            SeriesOutcome outcome = best(SeriesHistory.of(half.get().input(), year), asOf, tables, reference);
            return outcome instanceof SeriesProjection projection
                    ? projection
                            .widened(HalfReportedPeriod.SPREAD, "")
                            .flagged(
                                    HalfReportedPeriod.FLAG,
                                    projection
                                            .method()
                                            .used()
                                            .withoutHalfReported(half.get().period(), tables.year()))
                    : outcome;
        }
        return best(history, asOf, tables, reference);
    }

    private static SeriesOutcome best(
            SeriesHistory history, LocalDate asOf, PooledTables tables, GrowthReference reference) {
        if (history.latest().isEmpty()) {
            return refusal(history, tables, "no_data", "no_data");
        }
        OptionalDouble known = history.annual(history.year());
        if (known.isPresent()) {
            return known(history, known.getAsDouble(), asOf, tables.year());
        }
        return history.isGrowth() ? growth(history, tables, reference) : level(history, asOf, tables, reference);
    }

    public static boolean isProjected(Indicator facts) {
        boolean isRelativeIndex = facts.kind() == IndicatorKind.INDEX && facts.aggregation() == null;
        return !NOT_PROJECTED.contains(facts.kind()) && !isRelativeIndex && !facts.isPeriodOnPeriod();
    }

    private static SeriesOutcome growth(SeriesHistory history, PooledTables tables, GrowthReference reference) {
        Optional<SeriesProjection> toDate = GrowthToDate.project(history, reference);
        if (toDate.isPresent()) {
            return toDate.get();
        }
        Optional<SeriesProjection> annual = AnnualProjection.ofGrowth(history, reference);
        return annual.isPresent() ? annual.get() : tooLittle(history, tables);
    }

    private static SeriesOutcome level(
            SeriesHistory history, LocalDate asOf, PooledTables tables, GrowthReference reference) {
        Optional<SeriesProjection> byGrowth = GrossProductLevel.project(history, reference);
        if (byGrowth.isPresent()) {
            return byGrowth.get();
        }
        Optional<DensePart> dense = DensePart.of(history);
        int lastMonth = history.lastMonth();
        boolean coversAll = dense.isPresent() && dense.get().month() >= lastMonth;
        if (coversAll) {
            Optional<SeriesProjection> projection = dense.get().project(history, tables, MethodNote.NONE);
            if (projection.isPresent()) {
                return projection.get();
            }
        }
        Optional<SeriesProjection> remainder = RemainderProjection.project(history, tables, reference);
        if (remainder.isPresent()) {
            return remainder.get();
        }
        if (dense.isPresent() && !coversAll) {
            MethodNote reason = MethodNote.monthsMissing(lastMonth, dense.get().month());
            Optional<SeriesProjection> projection = dense.get().project(history, tables, reason);
            if (projection.isPresent()) {
                return projection.get();
            }
        }
        return annual(history, asOf, tables, reference);
    }

    private static SeriesOutcome annual(
            SeriesHistory history, LocalDate asOf, PooledTables tables, GrowthReference reference) {
        if (isAllZero(history)) {
            return refusal(history, tables, "all_zero", "all_zero");
        }
        Optional<SeriesProjection> dated = DatedWalk.project(history, Optional.empty(), tables.year());
        if (dated.isPresent()) {
            return dated.get();
        }
        Optional<SeriesProjection> lastYear = Optional.empty();
        if (history.knownAnnual(history.year() - 1).isEmpty()
                && !history.annualBefore().isEmpty()) {
            SeriesOutcome outcome = project(untilYear(history), history.year() - 1, asOf, tables, reference);
            if (outcome instanceof SeriesProjection projection
                    && KnowledgeRank.of(projection).month() > 0) {
                lastYear = Optional.of(projection);
            }
        }
        Optional<SeriesProjection> projection = AnnualProjection.ofLevel(history, lastYear, reference);
        return projection.isPresent() ? projection.get() : tooLittle(history, tables);
    }

    private static SeriesInput untilYear(SeriesHistory history) {
        SeriesInput input = history.input();
        List<DatedValue> before = input.values().stream()
                .filter(value -> value.period().year() < history.year())
                .toList();
        return new SeriesInput(input.id(), input.facts(), before);
    }

    private static boolean isAllZero(SeriesHistory history) {
        return history.input().values().stream().allMatch(value -> value.value() == 0);
    }

    private static SeriesProjection known(SeriesHistory history, double value, LocalDate asOf, ReportingYear year) {
        Period period = Period.ofYear(history.year());
        YearFigures level = history.levels().get(history.year());
        boolean isEarly = level != null && level.isAnnualEstimate() && asOf.isBefore(year.end(period));
        return new SeriesProjection(
                history.input().id(),
                history.year(),
                history.facts().unitCode(),
                Frequency.A,
                history.aggregation(),
                new KnownPart(period, 1, history.isGrowth() ? null : Double.valueOf(value)),
                new Forecast(history.isGrowth() ? null : Double.valueOf(0), value, new KnownValue(value), null),
                history.past(12),
                List.of(),
                new ProjectionMethod(
                        "known",
                        MethodNote.known(isEarly),
                        MethodNote.NONE,
                        history.annualBefore().size(),
                        "",
                        Basis.NONE),
                history.latest().map(DatedValue::status).orElse(ObservationStatus.UNKNOWN),
                history.vintageDate());
    }

    private static SeriesRefusal tooLittle(SeriesHistory history, PooledTables tables) {
        int years = history.annualBefore().size();
        if (years > 0 && history.annualBefore().lastKey() < history.year() - AnnualProjection.MOST_YEARS_AHEAD) {
            int last = history.annualBefore().lastKey();
            return refusal(history, tables, "too_old", "too_old", last, history.year());
        }
        String key = years < 2 ? "too_short." + years : "too_short";
        return refusal(history, tables, "too_short", key, AnnualDrift.FEWEST_VALUES, years);
    }

    /** Returns a reason with what is missing of last year, if a part of it is known. */
    private static LocalizedText withIncompleteYear(SeriesHistory history, ReportingYear year, LocalizedText reason) {
        IncompleteYear incomplete = history.past(0).incomplete();
        return incomplete == null
                ? reason
                : WORDS.text(
                        "refusal.incomplete",
                        reason,
                        history.year() - 1,
                        incomplete.known(),
                        incomplete.periods(),
                        MissingPeriods.phrase(incomplete.missing(), year));
    }

    private static SeriesRefusal refusal(
            SeriesHistory history, PooledTables tables, String code, String key, Object... words) {
        int month = history.lastMonth();
        @Nullable Double toDate = null;
        @Nullable Period period = null;
        if (month > 0) {
            toDate = history.toDate(history.year(), month).orElseThrow();
            period = history.periodUntil(month);
        }
        return new SeriesRefusal(
                history.input().id(),
                history.year(),
                code,
                withIncompleteYear(history, tables.year(), WORDS.text("refusal." + key, words)),
                history.facts().unitCode(),
                toDate,
                period);
    }
}
