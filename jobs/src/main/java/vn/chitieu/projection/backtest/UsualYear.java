package vn.chitieu.projection.backtest;

import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.PastYear;
import vn.chitieu.projection.PathPeriod;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.series.AccountIdentities;

/** What those without a model make of a year, which a projection is held against: the rules in daily use, the trend. */
public final class UsualYear {

    private static final int LONGEST_TREND = 5;
    private static final int MONTHS = 12;
    private static final double LEAST_CHANGE = 1e-3;

    private UsualYear() {}

    private static boolean isGrowth(SeriesProjection projection) {
        return !AccountIdentities.levelOf(projection.id()).equals(projection.id());
    }

    /**
     * Returns growth so far times the year before, of a rate of growth that so far; null where there is none.
     *
     * @param month the last of the known part of the year, 0 if nothing of it is known
     */
    public static @Nullable Double growthRule(SeriesProjection projection, int month) {
        if (month == 0) {
            return null;
        }
        if (isGrowth(projection)) {
            return projection.path().stream()
                    .filter(PathPeriod::isKnown)
                    .max(Comparator.comparing(PathPeriod::period))
                    .map(PathPeriod::cumulated)
                    .orElse(null);
        }
        Double before = projection.previousYearValue();
        Double then = projection.history().stream()
                .filter(past -> past.year() == projection.year() - 1 && past.ytd() != null)
                .findFirst()
                .map(PastYear::ytd)
                .orElse(null);
        Double known = projection.ytd();
        if (known == null || before == null || then == null || then == 0) {
            return null;
        }
        // what is known of a mean is its part of the year; of earlier years the mean of the same months is at hand
        double toDate = projection.aggregation() == Aggregation.MEAN ? known * MONTHS / month : known;
        return before * toDate / then;
    }

    /**
     * Returns the annual value of which the known part is the share of the year that has passed; null where nothing of
     * the year adds up to it.
     *
     * @param month as of {@link #growthRule}
     */
    public static @Nullable Double planRule(SeriesProjection projection, int month) {
        if (month == 0) {
            return null;
        }
        Double toDate = projection.ytd();
        double part = projection.aggregation() == Aggregation.LAST ? 1 : month / (double) MONTHS;
        return toDate == null ? null : Double.valueOf(toDate / part);
    }

    /**
     * Returns the mean absolute change of annual values before the year, above 0; without two of them, the size, and
     * one unit where that is 0 as well.
     *
     * @param size of the year's value, which may be below 0
     */
    public static double typicalChange(SeriesProjection projection, double size) {
        return typicalChange(annual(projection), size);
    }

    /** Returns the same of a year without any series. */
    public static double typicalChange(double size) {
        return typicalChange(new TreeMap<>(), size);
    }

    private static double typicalChange(NavigableMap<Integer, Double> annual, double size) {
        double sum = 0;
        int count = 0;
        for (Map.Entry<Integer, Double> value : annual.entrySet()) {
            Double before = annual.get(value.getKey() - 1);
            if (before != null) {
                sum += Math.abs(value.getValue() - before);
                count++;
            }
        }
        double change = count == 0 ? Math.abs(size) : sum / count;
        double least = Math.max(change, LEAST_CHANGE * Math.abs(size));
        return least > 0 ? least : 1;
    }

    /**
     * Returns what an office would have aimed at, by the mean of up to five years before: the year before grown at that
     * rate, of a rate of growth that rate; null without those years or where a level was not positive.
     */
    public static @Nullable Double target(SeriesProjection projection) {
        NavigableMap<Integer, Double> annual = annual(projection);
        return isGrowth(projection) ? meanBefore(annual, projection.year()) : grownOn(annual, projection.year() - 1);
    }

    private static NavigableMap<Integer, Double> annual(SeriesProjection projection) {
        NavigableMap<Integer, Double> annual = new TreeMap<>();
        projection.history().forEach(past -> annual.put(past.year(), past.annual()));
        return annual;
    }

    private static @Nullable Double meanBefore(NavigableMap<Integer, Double> annual, int year) {
        NavigableMap<Integer, Double> latest = annual.subMap(year - LONGEST_TREND, true, year, false);
        return latest.isEmpty()
                ? null
                : Double.valueOf(latest.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow());
    }

    private static @Nullable Double grownOn(NavigableMap<Integer, Double> annual, int lastYear) {
        Double last = annual.get(lastYear);
        int years = 0;
        double first = last == null ? 0 : last;
        while (years < LONGEST_TREND && first > 0) {
            Double before = annual.get(lastYear - years - 1);
            if (before == null || before <= 0) {
                break;
            }
            first = before;
            years++;
        }
        return last == null || years == 0 ? null : Double.valueOf(last * Math.pow(last / first, 1.0 / years));
    }
}
