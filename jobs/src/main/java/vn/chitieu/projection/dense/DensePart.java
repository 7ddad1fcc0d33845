package vn.chitieu.projection.dense;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.projection.Basis;
import vn.chitieu.projection.Forecast;
import vn.chitieu.projection.KnownPart;
import vn.chitieu.projection.MemberWeight;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.projection.PastYear;
import vn.chitieu.projection.PathPeriod;
import vn.chitieu.projection.ProjectionMethod;
import vn.chitieu.projection.Quantiles;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.AffineDistribution;
import vn.chitieu.projection.forecaster.LevelBreak;
import vn.chitieu.projection.forecaster.RegularSeries;
import vn.chitieu.projection.series.AccountIdentities;
import vn.chitieu.projection.series.DensePeriods;
import vn.chitieu.projection.series.SeriesHistory;

/**
 * The months or quarters of a series until the known part of the projected year, short gaps interpolated.
 *
 * <p>Months missing inside the known part of the year make quarters of all years where those are known without a gap: a
 * gap in the current year never cuts the history.
 *
 * @param observed known periods of the year projected, with those interpolated before the last of them, at least 1
 * @param completeYears before it, at least 1
 * @param periods where the series comes from
 */
public record DensePart(RegularSeries series, int observed, int completeYears, DensePeriods periods) {

    public static final int FEWEST_YEARS = 2;

    /** The flag of a projection whose year has interpolated periods. */
    static final String INTERPOLATED = "interpolated";

    /**
     * Returns the part that reaches furthest into the year, of the finest frequency that does; one with a single
     * complete year only if none has two.
     */
    public static Optional<DensePart> of(SeriesHistory history) {
        if (history.facts().aggregation() == null) {
            return Optional.empty();
        }
        Optional<DensePart> best = Optional.empty();
        for (int periodsPerYear : new int[] {12, 4}) {
            Optional<DensePart> part = of(history, periodsPerYear);
            if (part.isPresent() && (best.isEmpty() || part.get().isBetterThan(best.get(), history.aggregation()))) {
                best = part;
            }
        }
        return best;
    }

    private static Optional<DensePart> of(SeriesHistory history, int periodsPerYear) {
        if (!history.levels().containsKey(history.year())) {
            return Optional.empty();
        }
        DensePeriods periods = DensePeriods.of(history.levels(), history.year(), periodsPerYear);
        int observed = periods.reach(history.year());
        if (observed == 0) {
            return Optional.empty();
        }
        RegularSeries series =
                RegularSeries.lastRun(periodsPerYear, periods.firstYear(), 1, periods.until(history.year(), observed));
        int complete = AnnualValues.of(series, history.aggregation()).yearsBefore(history.year());
        return complete == 0 ? Optional.empty() : Optional.of(new DensePart(series, observed, complete, periods));
    }

    /**
     * Returns the months, or else the quarters, without a gap until the end of the last year before the one projected
     * that has them all.
     */
    public static Optional<RegularSeries> ofCompleteYears(SeriesHistory history) {
        for (int periodsPerYear : new int[] {12, 4}) {
            for (int year : history.levels().headMap(history.year(), false).descendingKeySet()) {
                if (Objects.requireNonNull(history.levels().get(year)).known(periodsPerYear) == periodsPerYear) {
                    return Optional.of(RegularSeries.lastRun(
                            periodsPerYear,
                            history.levels().firstKey(),
                            1,
                            DensePeriods.of(history.levels(), year, periodsPerYear)
                                    .until(year, periodsPerYear)));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isBetterThan(DensePart other, Aggregation aggregation) {
        boolean isLong = completeYears >= FEWEST_YEARS;
        boolean isOtherLong = other.completeYears >= FEWEST_YEARS;
        if (isLong != isOtherLong || month() != other.month()) {
            return isLong == isOtherLong ? month() > other.month() : isLong;
        }
        boolean isInterpolated =
                aggregation != Aggregation.LAST && !other.interpolatedThisYear().isEmpty();
        return isInterpolated && interpolatedThisYear().isEmpty();
    }

    /** Returns the last known month of the year. */
    public int month() {
        return observed * 12 / series.periodsPerYear();
    }

    /**
     * Returns the projection; empty if every value is 0.
     *
     * @param fallbackReason why not all figures of the year are used; nothing if they are
     */
    public Optional<SeriesProjection> project(SeriesHistory history, PooledTables tables, MethodNote fallbackReason) {
        YearEndResult result = YearEndProjector.project(
                series,
                history.year(),
                observed,
                history.aggregation(),
                isOfLearnedKind(history) ? tables : tables.with(PointCorrection.NONE));
        boolean isInIdentity = AccountIdentities.isPart(history.input().id());
        return result instanceof YearEndProjection projection
                ? Optional.of(withErrors(
                        history,
                        projection(
                                history,
                                projection,
                                fallbackReason,
                                isInIdentity ? scaledErrors(history, tables) : new TreeMap<>(),
                                tables.year())))
                : Optional.empty();
    }

    /** Returns whether the series is like those that a correction is learnt on: without a gap and without bounds. */
    private boolean isOfLearnedKind(SeriesHistory history) {
        return periods.interpolatedSince(start()).isEmpty() && !history.facts().isBounded();
    }

    /** Returns a projection with what interpolation adds to its spread. */
    private SeriesProjection withErrors(SeriesHistory history, SeriesProjection projection) {
        return projection.interpolated().isEmpty()
                ? projection
                : projection.withError(
                        periods.error(history.year(), observed, history.aggregation()),
                        periods.degreesOfFreedom(history.year()),
                        INTERPOLATED);
    }

    /** Returns the periods of the year that the figure to date rests on by interpolation: none where it is printed. */
    private List<Period> interpolatedToDate(SeriesHistory history) {
        boolean isPrinted = history.aggregation() == Aggregation.SUM
                && history.toDate(history.year(), month()).isPresent();
        return isPrinted ? List.of() : interpolatedThisYear();
    }

    private int start() {
        return (series.firstYear() - periods.firstYear()) * series.periodsPerYear() + series.firstPeriod() - 1;
    }

    private List<Period> interpolatedThisYear() {
        return periods.interpolatedSince(start() + series.length() - observed);
    }

    private SeriesProjection projection(
            SeriesHistory history,
            YearEndProjection projection,
            MethodNote fallbackReason,
            SortedMap<Integer, Double> scaledErrors,
            ReportingYear calendar) {
        double shift = shift(history, projection);
        boolean isOneYear = completeYears < FEWEST_YEARS;
        String code = code(projection);
        Frequency frequency = series.periodsPerYear() == 12 ? Frequency.M : Frequency.Q;
        return new SeriesProjection(
                history.input().id(),
                history.year(),
                history.facts().unitCode(),
                frequency,
                history.aggregation(),
                new KnownPart(
                        new Period(history.year(), frequency, observed),
                        observed - interpolatedToDate(history).size(),
                        projection.ytd() + shift,
                        interpolatedToDate(history)),
                new Forecast(
                        projection.rest(),
                        projection.point() + shift,
                        shift == 0
                                ? projection.distribution()
                                : new AffineDistribution(projection.distribution(), shift, 1),
                        projection.sigma()),
                history.past(pastYears(history)),
                path(history, projection, shift),
                new ProjectionMethod(
                        code,
                        note(MethodNote.ofPeriods(code, frequency, shift != 0), projection.method(), calendar),
                        isOneYear ? MethodNote.ONE_COMPLETE_YEAR : fallbackReason,
                        projection.historyYears(),
                        isOneYear ? "short_history" : projection.method().fallbackReason(),
                        new Basis(scaledErrors, members(projection))),
                ObservationStatus.FORECAST,
                history.vintageDate());
    }

    private String code(YearEndProjection projection) {
        return switch (projection.method().code()) {
            case RestGrowth.METHOD, StoppedSeries.METHOD, RareCounts.METHOD ->
                projection.method().code();
            default -> completeYears < FEWEST_YEARS ? "one_year_history" : YearEndProjection.METHOD_CODE;
        };
    }

    private MethodNote note(MethodNote ofPeriods, MethodUsed method, ReportingYear calendar) {
        Correction correction = method.correction();
        MethodNote note =
                correction.isNone() ? ofPeriods : ofPeriods.withLearnt(correction.series(), correction.percent());
        Frequency frequency = series.periodsPerYear() == 12 ? Frequency.M : Frequency.Q;
        for (LevelBreak one : method.breaks()) {
            note = note.withLevelBreak(new Period(one.year(), frequency, one.period()), one.percent(), calendar);
        }
        List<Period> interpolated = periods.interpolatedSince(start());
        return interpolated.isEmpty() ? note : note.withInterpolated(interpolated, calendar);
    }

    private static List<MemberWeight> members(YearEndProjection projection) {
        return projection.members().stream()
                .map(member -> new MemberWeight(member.name(), member.weight()))
                .toList();
    }

    /** Returns the scaled errors that the same method made at the same point of earlier years. */
    private SortedMap<Integer, Double> scaledErrors(SeriesHistory history, PooledTables tables) {
        SortedMap<Integer, Double> errors = new TreeMap<>();
        if (completeYears > FEWEST_YEARS && observed < series.periodsPerYear()) {
            for (BacktestRow row :
                    YearEndProjector.backtest(series, history.year(), observed, history.aggregation(), tables)) {
                if (Double.isFinite(row.scaledError())) {
                    errors.put(row.year(), row.scaledError());
                }
            }
        }
        return errors;
    }

    /** Returns by how much the printed figure to date exceeds the sum of the periods: revisions of earlier periods. */
    private double shift(SeriesHistory history, YearEndProjection projection) {
        double printed = history.toDate(history.year(), month()).orElse(projection.ytd());
        double shift = printed - projection.ytd();
        return Math.abs(shift) <= 1e-9 * Math.abs(printed) ? 0 : shift;
    }

    /**
     * Returns the earlier years, each with the sum, the mean or the last of its first periods.
     *
     * <p>Of a mean the year is that of its periods where they are all known, as the projection is: offices print yearly
     * averages of their own making, and growth between the two would be none of the series.
     */
    private List<PastYear> pastYears(SeriesHistory history) {
        Aggregation aggregation = history.aggregation();
        if (aggregation == Aggregation.SUM) {
            return history.pastYears(month());
        }
        List<PastYear> past = new ArrayList<>();
        history.annualBefore().forEach((year, annual) -> {
            double toDate = aggregation.annual(ofYear(year), 0, observed);
            past.add(new PastYear(
                    year,
                    Double.isNaN(toDate) ? null : toDate,
                    aggregation == Aggregation.MEAN ? ofPeriods(year).orElse(annual) : annual));
        });
        return past;
    }

    /** Returns the mean of the periods of a year; empty if one of them is neither known nor interpolated. */
    private OptionalDouble ofPeriods(int year) {
        double mean = Aggregation.MEAN.annual(ofYear(year), 0, series.periodsPerYear());
        return Double.isNaN(mean) ? OptionalDouble.empty() : OptionalDouble.of(mean);
    }

    private double[] ofYear(int year) {
        double[] until = periods.until(year, series.periodsPerYear());
        return Arrays.copyOfRange(until, until.length - series.periodsPerYear(), until.length);
    }

    private List<PathPeriod> path(SeriesHistory history, YearEndProjection projection, double shift) {
        double[] values = series.values();
        int start = values.length - observed;
        List<PathPeriod> path = new ArrayList<>();
        for (int i = 0; i < observed; i++) {
            path.add(
                    new PathPeriod(period(history, i), true, values[start + i], lastYear(i), toDate(history, i), null));
        }
        List<Double> cumulated = projection.cumulatedPath();
        List<Quantiles> fan = projection.cumulatedFan();
        for (int i = 0; i < cumulated.size(); i++) {
            path.add(new PathPeriod(
                    period(history, observed + i),
                    false,
                    projection.path().get(i),
                    lastYear(observed + i),
                    cumulated.get(i) + shift,
                    fan.get(i).map(value -> value + shift)));
        }
        return path;
    }

    private Period period(SeriesHistory history, int index) {
        return new Period(history.year(), series.periodsPerYear() == 12 ? Frequency.M : Frequency.Q, index + 1);
    }

    private @Nullable Double lastYear(int index) {
        double[] values = series.values();
        int at = values.length - observed + index - series.periodsPerYear();
        return at < 0 ? null : Double.valueOf(values[at]);
    }

    /**
     * Returns the annual value as of a known period: to date as printed for a sum, else the mean so far or the value.
     */
    private double toDate(SeriesHistory history, int index) {
        double[] values = series.values();
        int start = values.length - observed;
        Aggregation aggregation = history.aggregation();
        double value = aggregation.annual(values, start, index + 1);
        return aggregation == Aggregation.SUM
                ? history.toDate(history.year(), (index + 1) * 12 / series.periodsPerYear())
                        .orElse(value)
                : value;
    }
}
