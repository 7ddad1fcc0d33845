package vn.chitieu.attainment;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.TargetLink.Conversion;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;
import vn.chitieu.programme.Measure;
import vn.chitieu.programme.Target;
import vn.chitieu.projection.PastYear;
import vn.chitieu.projection.PathPeriod;
import vn.chitieu.projection.SeriesProjection;

/**
 * What the rest of the year must bring so that a target is just met, and how that compares with earlier years.
 *
 * @param rest what must be added to the known part, in the target's unit; for a ceiling, the headroom; null where the
 *     target is a mean or the growth of a flow, whose rest is not in its unit
 * @param growthPct the rest against the rest of the year before, in percent; of a level of which nothing is known this
 *     year, the level against last year's; null if that is not known
 * @param percentile how many percent of earlier years grew less than that over their rest; null below 3 such years
 * @param steps one per remaining period, in order; empty where the target needs none or the periods are not known
 * @param restTo of a range what its upper end allows, as {@code rest}; null of other targets
 * @param growthToPct of a range what its upper end allows, as {@code growthPct}; null of other targets
 */
public record RequiredPace(
        @Nullable Double rest,
        @Nullable Double growthPct,
        @Nullable Double percentile,
        List<Step> steps,
        @Nullable Double restTo,
        @Nullable Double growthToPct)
        implements Serializable {

    /** What a target asks that is no range. */
    RequiredPace(@Nullable Double rest, @Nullable Double growthPct, @Nullable Double percentile, List<Step> steps) {
        this(rest, growthPct, percentile, steps, null, null);
    }

    /** Returns this pace, of the lower end of a range, with that of its upper end. */
    RequiredPace upTo(RequiredPace upper) {
        return new RequiredPace(rest, growthPct, percentile, steps, upper.rest, upper.growthPct);
    }

    static final RequiredPace NONE = new RequiredPace(null, null, null, List.of());
    private static final int FEWEST_YEARS = 3;
    private static final int MONTHS = 12;

    /** Rates closer than this say nothing of the shares that weighed them, in percentage points. */
    private static final double LEAST_DIFFERENCE = 1e-6;

    /**
     * What one remaining period must bring.
     *
     * @param isInTargetUnit whether the values are in the target's unit or in that of the series
     * @param naive the same without any season: the rest spread evenly; null where nothing is spread
     */
    record Step(
            Period period,
            boolean isInTargetUnit,
            double required,
            double cumulated,
            @Nullable Double naive,
            @Nullable Double projected,
            @Nullable Double lastYear)
            implements Serializable {}

    /**
     * Returns by how many percent the rest of the year must exceed last year's so that the year grows by a target.
     *
     * @param targetPct growth of the whole year, in percent
     * @param previousYear last year's value, above {@code previousToDate}
     * @param previousToDate its part up to the same period
     * @param toDate this year's part
     */
    public static double growthOfRest(double targetPct, double previousYear, double previousToDate, double toDate) {
        return 100 * ((1 + targetPct / 100) * previousYear - toDate) / (previousYear - previousToDate) - 100;
    }

    /**
     * Returns the same from growth rates alone.
     *
     * @param toDatePct growth to date, in percent
     * @param shareOfYear the part of last year's value up to the same period, above 0 and below 1
     */
    public static double growthOfRest(double targetPct, double toDatePct, double shareOfYear) {
        return (targetPct - shareOfYear * toDatePct) / (1 - shareOfYear);
    }

    /**
     * Returns the one growth of all periods still open, in percent, that brings what is left: how growth is spread over
     * the rest of a year wherever nothing else is said.
     *
     * @param leftPct what they must bring, in percentage points of the same total as {@code weights}
     * @param weights of the open periods last year, as parts of that total; none gives 0
     */
    public static double evenGrowth(double leftPct, List<Double> weights) {
        double open = 0;
        for (double weight : weights) {
            open += weight;
        }
        return weights.isEmpty() ? 0 : leftPct / open;
    }

    /**
     * Returns what a target asks of the rest of the year.
     *
     * @param targetValue in the target's measure and unit
     * @param shapes series with the same seasons, best first, for a growth rate without levels
     */
    static RequiredPace of(TargetReading reading, Target target, double targetValue, List<SeriesProjection> shapes) {
        if (reading.isYearOver() || target.measure() == Measure.SHARE_OF_GRDP) {
            return NONE;
        }
        if (reading.conversion() == Conversion.AS_IS && target.measure().isGrowth()) {
            return ofGrowthRate(reading, targetValue, shapes);
        }
        if (reading.isSum()) {
            return ofSum(reading, targetValue, target.comparator().isFloor());
        }
        return reading.series().aggregation() == Aggregation.MEAN
                ? ofMean(reading, targetValue)
                : ofStock(reading, targetValue);
    }

    /**
     * Returns what a flow that nobody could project must still bring, spread evenly.
     *
     * @param known what was reached up to the end of {@code last}, in the target's unit
     */
    static RequiredPace ofKnownPart(double targetValue, double known, Period last, boolean isFloor) {
        double rest = targetValue - known;
        if (isFloor && rest <= 0) {
            return NONE;
        }
        List<Period> periods = periodsAfter(last.year(), last.lastMonth());
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i <= periods.size(); i++) {
            double each = rest / periods.size();
            steps.add(new Step(periods.get(i - 1), true, each, known + i * each, each, null, null));
        }
        return new RequiredPace(rest, null, null, List.copyOf(steps));
    }

    private static RequiredPace ofSum(TargetReading reading, double targetValue, boolean isFloor) {
        SeriesProjection series = reading.series();
        boolean isAsIs = reading.conversion() == Conversion.AS_IS;
        Double toDate = reading.toDate();
        if (toDate == null && reading.hasFigureOfYear()) {
            return NONE;
        }
        double known = toDate == null ? 0 : toDate;
        double rest = reading.inSeries(targetValue) - known;
        if (isFloor && rest <= 0 && reading.isMonotone()) {
            return new RequiredPace(isAsIs ? 0.0 : null, null, null, List.of());
        }
        Double lastToDate = toDate == null ? Double.valueOf(0) : reading.lastToDate();
        Double previous = series.previousYearValue();
        Double growth = null;
        if (previous != null && lastToDate != null && previous - lastToDate > 0) {
            growth = 100 * rest / (previous - lastToDate) - 100;
        }
        Double percentile =
                growth == null ? null : percentile(growth, pastGrowthOfRest(series.history(), toDate == null ? 0 : 1));
        return new RequiredPace(
                isAsIs ? Double.valueOf(reading.scale() * rest) : null,
                growth,
                percentile,
                spread(reading, rest, known, isAsIs));
    }

    private static List<Step> spread(TargetReading reading, double rest, double known, boolean isAsIs) {
        double factor = isAsIs ? reading.scale() : 1;
        List<PathPeriod> remaining = remaining(reading.series());
        List<Step> steps = new ArrayList<>();
        double cumulated = known;
        if (remaining.isEmpty()) {
            List<Period> periods = periodsAfter(reading.series().year(), lastMonth(reading.series()));
            for (Period period : periods) {
                double each = rest / periods.size();
                cumulated += each;
                steps.add(new Step(period, isAsIs, factor * each, factor * cumulated, factor * each, null, null));
            }
            return List.copyOf(steps);
        }
        double[] amounts = byPeriod(rest, remaining);
        for (int i = 0; i < amounts.length; i++) {
            PathPeriod p = remaining.get(i);
            cumulated += amounts[i];
            steps.add(new Step(
                    p.period(),
                    isAsIs,
                    factor * amounts[i],
                    factor * cumulated,
                    factor * rest / amounts.length,
                    factor * p.value(),
                    p.lastYearValue() == null ? null : Double.valueOf(factor * p.lastYearValue())));
        }
        return List.copyOf(steps);
    }

    /**
     * Returns a rest by period: by last year's amounts, else by those projected, in proportion. Where both hold amounts
     * below 0 nothing is in proportion, and each period brings an equal part of what the rest is above theirs.
     */
    private static double[] byPeriod(double rest, List<PathPeriod> remaining) {
        double[] lastYear = new double[remaining.size()];
        double[] projected = new double[remaining.size()];
        boolean isLastYearKnown = true;
        for (int i = 0; i < lastYear.length; i++) {
            Double last = remaining.get(i).lastYearValue();
            isLastYearKnown &= last != null;
            lastYear[i] = last == null ? 0 : last;
            projected[i] = remaining.get(i).value();
        }
        double[] proportions = isLastYearKnown && areProportions(lastYear) ? lastYear : projected;
        double[] amounts = new double[lastYear.length];
        if (areProportions(proportions)) {
            double total = sum(proportions);
            for (int i = 0; i < amounts.length; i++) {
                amounts[i] = rest * (proportions[i] / total);
            }
        } else {
            double[] season = isLastYearKnown ? lastYear : projected;
            double more = (rest - sum(season)) / amounts.length;
            for (int i = 0; i < amounts.length; i++) {
                amounts[i] = season[i] + more;
            }
        }
        return amounts;
    }

    private static boolean areProportions(double[] amounts) {
        boolean isAny = false;
        for (double amount : amounts) {
            if (amount < 0) {
                return false;
            }
            isAny |= amount > 0;
        }
        return isAny;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static RequiredPace ofStock(TargetReading reading, double targetValue) {
        Double toDate = reading.toDate();
        SeriesProjection series = reading.series();
        Double from = toDate == null ? series.previousYearValue() : toDate;
        Double rest = from == null ? null : Double.valueOf(reading.scale() * (reading.inSeries(targetValue) - from));
        double factor = reading.conversion() == Conversion.AS_IS ? reading.scale() : 1;
        double level = factor * reading.inSeries(targetValue);
        List<PathPeriod> remaining = remaining(series);
        Period yearEnd = remaining.isEmpty()
                ? Period.ofYear(series.year())
                : remaining.get(remaining.size() - 1).period();
        Double projected = factor * series.point();
        Double lastYear =
                series.previousYearValue() == null ? null : Double.valueOf(factor * series.previousYearValue());
        Step step =
                new Step(yearEnd, reading.conversion() == Conversion.AS_IS, level, level, null, projected, lastYear);
        if (toDate != null || from == null || !(from > 0) || reading.isRate()) {
            return new RequiredPace(rest, null, null, List.of(step));
        }
        double growth = 100 * reading.inSeries(targetValue) / from - 100;
        Double percentile = percentile(growth, pastGrowthOfRest(series.history(), 0));
        return new RequiredPace(rest, growth, percentile, List.of(step));
    }

    private static RequiredPace ofMean(TargetReading reading, double targetValue) {
        SeriesProjection series = reading.series();
        List<PathPeriod> remaining = remaining(series);
        if (series.path().isEmpty() && !reading.hasFigureOfYear()) {
            return ofStock(reading, targetValue).withoutRest();
        }
        if (remaining.isEmpty()) {
            return NONE;
        }
        double known = 0;
        int count = 0;
        for (PathPeriod period : series.path()) {
            known += period.isKnown() ? period.value() : 0;
            count += period.isKnown() ? 1 : 0;
        }
        int periods = series.path().size();
        double rest = reading.inSeries(targetValue) * periods - known;
        Double growth = growthOfRest(reading, rest, periods, count);
        boolean isAsIs = reading.conversion() == Conversion.AS_IS;
        double factor = isAsIs ? reading.scale() : 1;
        double[] amounts = byPeriod(rest, remaining);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            PathPeriod p = remaining.get(i);
            known += amounts[i];
            count++;
            steps.add(new Step(
                    p.period(),
                    isAsIs,
                    factor * amounts[i],
                    factor * known / count,
                    factor * rest / amounts.length,
                    factor * p.value(),
                    p.lastYearValue() == null ? null : Double.valueOf(factor * p.lastYearValue())));
        }
        Double percentile = growth == null
                ? null
                : percentile(growth, pastGrowthOfRest(series.history(), (double) (periods - amounts.length) / periods));
        return new RequiredPace(null, growth, percentile, steps);
    }

    private RequiredPace withoutRest() {
        return new RequiredPace(null, growthPct, percentile, steps);
    }

    /** Returns by how many percent the rest of a mean must exceed last year's; null for rates and if not known. */
    private static @Nullable Double growthOfRest(TargetReading reading, double rest, int periods, int known) {
        Double previous = reading.series().previousYearValue();
        Double lastToDate = known == 0 ? Double.valueOf(0) : reading.lastToDate();
        if (reading.isRate() || previous == null || lastToDate == null) {
            return null;
        }
        double lastRest = previous * periods - lastToDate * known;
        return lastRest > 0 ? Double.valueOf(100 * rest / lastRest - 100) : null;
    }

    private static RequiredPace ofGrowthRate(TargetReading reading, double targetValue, List<SeriesProjection> shapes) {
        SeriesProjection series = reading.series();
        Double toDate = reading.actualToDate();
        if (toDate == null || series.lastPeriod() == null) {
            return NONE;
        }
        RequiredPace own = ofOwnPath(reading, targetValue, toDate);
        if (!own.steps().isEmpty()) {
            return own;
        }
        int month = series.lastPeriod().lastMonth();
        for (SeriesProjection shape : shapes) {
            TreeMap<Integer, Double> shares = cumulatedSharesLastYear(shape);
            Double share = shares.containsKey(month) ? shares.get(month) : shareLastYear(shape, month);
            if (share == null || !(share > 0 && share < 1)) {
                continue;
            }
            double growth = growthOfRest(targetValue, toDate, share);
            List<Step> steps = new ArrayList<>();
            for (Period p : periods(shape, shares, month)) {
                Double through = p.lastMonth() == MONTHS ? Double.valueOf(1) : shares.get(p.lastMonth());
                if (p.lastMonth() > month && through != null) {
                    double cumulated = (share * toDate + (through - share) * growth) / through;
                    steps.add(new Step(p.inYear(series.year()), true, growth, cumulated, null, null, null));
                }
            }
            return new RequiredPace(
                    null, growth, percentile(growth, pastGrowthOfRest(reading, share)), List.copyOf(steps));
        }
        return NONE;
    }

    /**
     * Returns the requirement by the shares of the year that the projection of the rate itself used. A growth to date
     * is the mean of the growths of its periods by their shares of last year, so that the path tells how much more each
     * open period weighs. {@link #NONE} where it does not.
     */
    private static RequiredPace ofOwnPath(TargetReading reading, double targetValue, double toDate) {
        List<PathPeriod> remaining = remaining(reading.series());
        double[] through = through(reading, remaining, toDate);
        if (remaining.isEmpty() || !(through[0] > 0 && through[0] < 1)) {
            return NONE;
        }
        double share = through[0];
        double growth = growthOfRest(targetValue, toDate, share);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < remaining.size(); i++) {
            PathPeriod p = remaining.get(i);
            double cumulated = (share * toDate + (through[i + 1] - share) * growth) / through[i + 1];
            steps.add(new Step(p.period(), true, growth, cumulated, null, reading.inTarget(p.value()), null));
        }
        return new RequiredPace(null, growth, percentile(growth, pastGrowthOfRest(reading, share)), List.copyOf(steps));
    }

    /** Returns the share of last year until now and until the end of each open period; NaN where the path is flat. */
    private static double[] through(TargetReading reading, List<PathPeriod> remaining, double toDate) {
        double[] through = new double[remaining.size() + 1];
        through[remaining.size()] = 1;
        for (int i = remaining.size() - 1; i >= 0; i--) {
            double before =
                    i == 0 ? toDate : reading.inTarget(remaining.get(i - 1).cumulated());
            double after = reading.inTarget(remaining.get(i).cumulated());
            double above = reading.inTarget(remaining.get(i).value()) - after;
            double more = Math.abs(above) < LEAST_DIFFERENCE ? Double.NaN : (after - before) / above;
            through[i] = more >= 0 ? through[i + 1] / (1 + more) : Double.NaN;
        }
        return through;
    }

    private static List<Double> pastGrowthOfRest(TargetReading reading, double share) {
        List<Double> past = new ArrayList<>();
        for (PastYear year : reading.series().history()) {
            if (year.ytd() != null) {
                past.add(growthOfRest(reading.inTarget(year.annual()), reading.inTarget(year.ytd()), share));
            }
        }
        return past;
    }

    private static List<Period> periods(SeriesProjection shape, TreeMap<Integer, Double> shares, int month) {
        if (shares.containsKey(month)) {
            return shape.path().stream().map(PathPeriod::period).toList();
        }
        List<Period> rest = periodsAfter(shape.year(), month);
        return rest.size() == 1 ? rest : List.of();
    }

    /** Returns which part of last year's total had been reached by the end of a month; null if that is not known. */
    private static @Nullable Double shareLastYear(SeriesProjection shape, int month) {
        return shape.history().stream()
                .filter(y -> y.year() == shape.year() - 1 && y.ytd() != null && y.annual() > 0)
                .filter(y -> shape.aggregation() == Aggregation.SUM && lastMonth(shape) == month)
                .map(y -> y.ytd() == null ? null : Double.valueOf(y.ytd() / y.annual()))
                .findFirst()
                .orElse(null);
    }

    /** Returns which part of last year's total had been reached by the end of each month that closes a period. */
    private static TreeMap<Integer, Double> cumulatedSharesLastYear(SeriesProjection shape) {
        TreeMap<Integer, Double> shares = new TreeMap<>();
        double total = 0;
        for (PathPeriod p : shape.path()) {
            if (p.lastYearValue() == null || shape.aggregation() != Aggregation.SUM) {
                return new TreeMap<>();
            }
            total += p.lastYearValue();
            shares.put(p.period().lastMonth(), total);
        }
        double all = total;
        shares.replaceAll((month, sum) -> sum / all);
        return all > 0 ? shares : new TreeMap<>();
    }

    /**
     * Returns the growth of the rest of earlier years.
     *
     * @param weight of the figure to date in the annual value: 1 in a sum, of a mean the known part of the periods, 0
     *     where nothing is known
     */
    private static List<Double> pastGrowthOfRest(List<PastYear> history, double weight) {
        TreeMap<Integer, Double> restOfYear = new TreeMap<>();
        for (PastYear year : history) {
            if (weight == 0) {
                restOfYear.put(year.year(), year.annual());
            } else if (year.ytd() != null) {
                restOfYear.put(year.year(), year.annual() - weight * year.ytd());
            }
        }
        List<Double> growth = new ArrayList<>();
        restOfYear.forEach((year, rest) -> {
            Double before = restOfYear.get(year - 1);
            if (before != null && before > 0) {
                growth.add(100 * rest / before - 100);
            }
        });
        return growth;
    }

    private static @Nullable Double percentile(double required, List<Double> past) {
        if (past.size() < FEWEST_YEARS) {
            return null;
        }
        OptionalDouble below = past.stream()
                .mapToDouble(g -> g < required ? 1 : g == required ? 0.5 : 0)
                .average();
        return below.isPresent() ? 100 * below.getAsDouble() : null;
    }

    private static int lastMonth(SeriesProjection series) {
        return series.lastPeriod() == null ? 0 : series.lastPeriod().lastMonth();
    }

    private static List<PathPeriod> remaining(SeriesProjection series) {
        int month = lastMonth(series);
        return series.path().stream()
                .filter(p -> !p.isKnown() && p.period().lastMonth() > month)
                .toList();
    }

    /** Returns the fewest equal periods that fill the year after the last known one: none if it ends mid-quarter. */
    private static List<Period> periodsAfter(int year, int month) {
        for (Frequency frequency : Frequency.values()) {
            int months = 12 / frequency.periodsPerYear();
            if (month % months == 0) {
                List<Period> periods = new ArrayList<>();
                for (int i = month / months + 1; i <= frequency.periodsPerYear(); i++) {
                    periods.add(new Period(year, frequency, i));
                }
                return periods;
            }
        }
        return List.of();
    }
}
