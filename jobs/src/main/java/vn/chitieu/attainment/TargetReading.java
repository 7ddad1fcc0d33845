package vn.chitieu.attainment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.TargetLink.Conversion;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.Units;
import vn.chitieu.programme.Target;
import vn.chitieu.projection.IncompleteYear;
import vn.chitieu.projection.MissingPeriods;
import vn.chitieu.projection.PastYear;
import vn.chitieu.projection.PathPeriod;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.AddedError;
import vn.chitieu.projection.distribution.AffineDistribution;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.text.LocalizedText;

/**
 * The projection of a series, read in the measure and unit of a target: {@code offset + scale * value of the series}.
 *
 * @param offset in the target's unit
 * @param scale above 0
 * @param view when it is read
 */
record TargetReading(SeriesProjection series, Conversion conversion, double offset, double scale, View view) {

    /**
     * When a series is read.
     *
     * @param evaluatedOn the day whose knowledge counts
     * @param calendar when its year begins
     */
    record View(LocalDate evaluatedOn, ReportingYear calendar) {

        /** Returns whether a period has ended by a number of days from then. */
        boolean isOver(Period period, int days) {
            return !calendar.end(period).isAfter(evaluatedOn.plusDays(days));
        }
    }

    private static final String PERCENT = "pct";
    private static final String POINTS = "pct_points";

    /** Returns the reading of one series for a target. */
    static TargetSeries of(Target target, TargetLink link, SeriesProjection series, View view, Units units) {
        String unit = series.unitCode();
        boolean isSameUnit = units.areComparable(unit, target.unitCode());
        Double previous = series.previousYearValue();
        switch (link.conversion()) {
            case AS_IS -> {
                if (!isSameUnit) {
                    return target.measure().isGrowth()
                            ? TargetSeries.OF_OTHER_KIND
                            : TargetSeries.without(Reason.of(
                                    "unit_mismatch", LocalizedText.same(unit), LocalizedText.same(target.unitCode())));
                }
                return read(series, link, 0, units.factor(unit, target.unitCode()), view);
            }
            case GROWTH_OF_LEVEL -> {
                if (isSameUnit) {
                    return TargetSeries.OF_OTHER_KIND;
                }
                if (previous == null) {
                    return TargetSeries.without(noPreviousYear(series, view));
                }
                return hasGrowth(series, previous)
                        ? read(series, link, -100, 100 / previous, view)
                        : TargetSeries.without(Reason.of("growth_undefined"));
            }
            case CHANGE_OF_LEVEL -> {
                boolean isRate = unit.equals(PERCENT) && target.unitCode().equals(POINTS);
                if (!isSameUnit && !isRate) {
                    return TargetSeries.without(Reason.of(
                            "unit_mismatch", LocalizedText.same(unit), LocalizedText.same(target.unitCode())));
                }
                double factor = isRate ? 1 : units.factor(unit, target.unitCode());
                return previous == null
                        ? TargetSeries.without(noPreviousYear(series, view))
                        : read(series, link, -factor * previous, factor, view);
            }
        }
        throw new IllegalStateException("Expecting a reading but was " + link.conversion());
    }

    private static Reason noPreviousYear(SeriesProjection series, View view) {
        IncompleteYear incomplete = series.incompleteLastYear();
        return incomplete == null
                ? Reason.of("no_previous_year")
                : Reason.in(
                        "no_previous_year",
                        "no_previous_year.periods",
                        series.year() - 1,
                        incomplete.known(),
                        incomplete.periods(),
                        MissingPeriods.phrase(incomplete.missing(), view.calendar()));
    }

    /** Returns whether the year and the one before it stay above 0, without which a change in percent says nothing. */
    private static boolean hasGrowth(SeriesProjection series, double previous) {
        double least = series.distribution() == null
                ? series.point()
                : Math.min(series.point(), series.distribution().quantile(0.1));
        return previous > 0 && least >= 0;
    }

    private static TargetSeries read(SeriesProjection series, TargetLink link, double offset, double scale, View view) {
        return TargetSeries.of(new TargetReading(series, link.conversion(), offset, scale, view));
    }

    /** Returns a number by which readings are preferred: complete, then figures of the year, then any distribution. */
    int rank() {
        if (isComplete()) {
            return 4;
        }
        if (distribution().isEmpty()) {
            return 0;
        }
        return hasFigureOfYear() ? 2 : 1;
    }

    /** Returns the year's value in the target's measure and unit. */
    double point() {
        return inTarget(series.point());
    }

    /** Returns what is believed about the year's value, in the target's measure and unit. */
    Optional<PredictiveDistribution> distribution() {
        if (series.distribution() == null) {
            return Optional.empty();
        }
        PredictiveDistribution ofYear = new AffineDistribution(series.distribution(), offset, scale);
        IncompleteYear base = incompleteBase();
        return Optional.of(base == null ? ofYear : AddedError.to(ofYear, errorOfBase(base), base.degreesOfFreedom()));
    }

    /** Returns last year where it is what the year is held against and was interpolated; null if it is not. */
    private @Nullable IncompleteYear incompleteBase() {
        return conversion == Conversion.AS_IS ? null : series.incompleteLastYear();
    }

    /** Returns the standard error of the year's value in the target's measure that comes from last year's. */
    private double errorOfBase(IncompleteYear base) {
        Double previous = series.previousYearValue();
        double error = scale * base.error();
        return conversion == Conversion.GROWTH_OF_LEVEL && previous != null
                ? error * Math.abs(series.point() / previous)
                : error;
    }

    /** Returns which periods were interpolated for the number, as a reason; empty if none was. */
    Optional<Reason> interpolated() {
        List<Period> periods = series.interpolated();
        if (!periods.isEmpty()) {
            int known = series.observedPeriods();
            return Optional.of(Reason.in(
                    "interpolated",
                    isYearOver() ? "interpolated.year" : "interpolated",
                    MissingPeriods.phrase(periods, view.calendar()),
                    known,
                    known + periods.size(),
                    series.year()));
        }
        IncompleteYear base = incompleteBase();
        return Optional.ofNullable(base)
                .map(b -> Reason.in(
                        "interpolated",
                        "interpolated.year",
                        MissingPeriods.phrase(b.missing(), view.calendar()),
                        b.known(),
                        b.periods(),
                        series.year() - 1));
    }

    double inTarget(double seriesValue) {
        return offset + scale * seriesValue;
    }

    double inSeries(double targetValue) {
        return (targetValue - offset) / scale;
    }

    /** Returns whether every period of the year is known, by figures and not by what somebody expects. */
    boolean isComplete() {
        return series.status() != ObservationStatus.FORECAST
                && series.interpolated().isEmpty()
                && incompleteBase() == null
                && isOver(Period.ofYear(series.year()))
                && (series.observedPeriods() >= series.frequency().periodsPerYear()
                        || (series.lastPeriod() != null && series.lastPeriod().lastMonth() == 12));
    }

    /** Returns whether no period of the year is left in which anything could be reached. */
    boolean isYearOver() {
        return isComplete() || view.isOver(Period.ofYear(series.year()), 0);
    }

    /** Returns whether the figures are percentages or points, which grow by differences. */
    boolean isRate() {
        return series.unitCode().equals(PERCENT) || series.unitCode().equals(POINTS);
    }

    private boolean isOver(Period period) {
        return view.isOver(period, Period.EARLY_DAYS);
    }

    boolean hasFigureOfYear() {
        return series.observedPeriods() > 0;
    }

    /** Returns whether the periods add up to the year, which rates never do. */
    boolean isSum() {
        return series.aggregation() == Aggregation.SUM && !isRate();
    }

    /** Returns whether the year to date can only grow: a sum that no known figure ever lowered. */
    boolean isMonotone() {
        return isSum()
                && toDate() != null
                && series.history().stream().allMatch(y -> y.annual() >= 0 && isRising(y))
                && series.path().stream()
                        .allMatch(p -> (!p.isKnown() || p.value() >= 0)
                                && (p.lastYearValue() == null || p.lastYearValue() >= 0));
    }

    private static boolean isRising(PastYear year) {
        return year.ytd() == null || (year.ytd() >= 0 && year.ytd() <= year.annual());
    }

    /** Returns what is known of the year by periods that are over, in the unit of the series; null if nothing is. */
    @Nullable
    Double toDate() {
        Period last = series.lastPeriod();
        if (!hasFigureOfYear() || (last != null && !isOver(last))) {
            return null;
        }
        Double cumulated = lastKnown().map(PathPeriod::cumulated).orElse(null);
        if (isSum()) {
            return series.ytd() != null ? series.ytd() : cumulated;
        }
        return cumulated == null && series.aggregation() == Aggregation.LAST ? series.ytd() : cumulated;
    }

    /** Returns last year's figure at the same point of the year, in the unit of the series; null if not known. */
    @Nullable
    Double lastToDate() {
        PastYear last = lastYear(1).orElse(null);
        if (last != null && last.ytd() != null) {
            return last.ytd();
        }
        List<PathPeriod> known =
                series.path().stream().filter(PathPeriod::isKnown).toList();
        if (known.isEmpty() || known.stream().anyMatch(p -> p.lastYearValue() == null)) {
            return null;
        }
        double sum = 0;
        double latest = 0;
        for (PathPeriod period : known) {
            latest = period.lastYearValue() == null ? latest : period.lastYearValue();
            sum += latest;
        }
        return switch (series.aggregation()) {
            case SUM -> sum;
            case MEAN -> sum / known.size();
            case LAST -> latest;
        };
    }

    /** Returns the known figure of the year in the target's measure and unit; null if none is known. */
    @Nullable
    Double actualToDate() {
        if (isComplete()) {
            return point();
        }
        Double toDate = toDate();
        if (toDate == null) {
            return null;
        }
        Double base = baseOfChange();
        return switch (conversion) {
            case AS_IS -> inTarget(toDate);
            case GROWTH_OF_LEVEL -> growthPct(toDate, base);
            case CHANGE_OF_LEVEL -> base == null ? null : scale * (toDate - base);
        };
    }

    /**
     * Returns what the known part of the year is held against where the target is a growth or a change, in the unit of
     * the series: of a stock, which is at every time what it grew to since, the end of last year; of sums and means the
     * same periods of last year. Null if not known.
     */
    private @Nullable Double baseOfChange() {
        return series.aggregation() == Aggregation.LAST ? series.previousYearValue() : lastToDate();
    }

    /** Returns percent against the same period of the year before; null for rates and where it is not known. */
    @Nullable
    Double toDateChangePct() {
        Double toDate = isComplete() ? Double.valueOf(series.point()) : toDate();
        if (conversion != Conversion.AS_IS || isRate() || toDate == null) {
            return null;
        }
        return growthPct(toDate, isComplete() ? series.previousYearValue() : lastToDate());
    }

    /** Returns last year's value in the target's measure and unit; null if not known. */
    @Nullable
    Double previousYear() {
        Double previous = series.previousYearValue();
        Double before = lastYear(2).map(PastYear::annual).orElse(null);
        if (previous == null) {
            return null;
        }
        return switch (conversion) {
            case AS_IS -> inTarget(previous);
            case GROWTH_OF_LEVEL -> growthPct(previous, before);
            case CHANGE_OF_LEVEL -> before == null ? null : scale * (previous - before);
        };
    }

    /**
     * Returns the year's value by the rule "growth so far times last year", in the target's measure; of a growth target
     * that is the growth so far. Null where the rule says nothing.
     */
    @Nullable
    Double growthToDateRulePoint(Target target) {
        Double toDate = toDate();
        if (isComplete() || toDate == null || conversion == Conversion.CHANGE_OF_LEVEL) {
            return null;
        }
        if (conversion == Conversion.AS_IS && target.measure().isGrowth()) {
            return actualToDate();
        }
        Double growth = growthPct(toDate, lastToDate());
        if (conversion == Conversion.GROWTH_OF_LEVEL) {
            return growth;
        }
        Double previous = series.previousYearValue();
        boolean isOfPeriods = series.aggregation() != Aggregation.LAST && !isRate();
        return isOfPeriods && growth != null && previous != null ? inTarget(previous * (1 + growth / 100)) : null;
    }

    private Optional<PastYear> lastYear(int back) {
        return series.history().stream()
                .filter(y -> y.year() == series.year() - back)
                .findFirst();
    }

    private Optional<PathPeriod> lastKnown() {
        return series.path().stream().filter(PathPeriod::isKnown).reduce((earlier, later) -> later);
    }

    private static @Nullable Double growthPct(double value, @Nullable Double base) {
        return base == null || !(base > 0) || value < 0 ? null : 100 * value / base - 100;
    }
}
