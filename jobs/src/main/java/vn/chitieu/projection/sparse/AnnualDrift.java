package vn.chitieu.projection.sparse;

import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A random walk with drift on annual values; years may be missing.
 *
 * <p>With changes d over g years, the drift is their sum over the sum of g, and the variance of one year's change is
 * the sum of (d − g × drift)² / g over the number of changes less one. The variance h years ahead is that times h + h²
 * / sum of g, the second term for the drift being an estimate (Brockwell and Davis, Introduction to Time Series and
 * Forecasting).
 *
 * @param last the last value, from which the walk goes on
 * @param variance of one year's change
 * @param years between the first and the last value
 * @param degreesOfFreedom number of changes less one, and what other series add
 */
public record AnnualDrift(double last, double drift, double variance, int years, double degreesOfFreedom) {

    /** The least number of annual values, two changes, that gives a variance. */
    public static final int FEWEST_VALUES = 3;

    private static final double LEAST_VARIANCE = 1e-18;

    /**
     * Returns the walk through values by year.
     *
     * @throws IllegalArgumentException if there are fewer than 3
     */
    public static AnnualDrift through(NavigableMap<Integer, Double> values) {
        if (values.size() < FEWEST_VALUES) {
            throw new IllegalArgumentException("Expecting at least 3 annual values but were " + values.size());
        }
        int years = values.lastKey() - values.firstKey();
        double last = values.lastEntry().getValue();
        double drift = (last - values.firstEntry().getValue()) / years;
        double squares = 0;
        int yearBefore = values.firstKey();
        double before = values.firstEntry().getValue();
        for (Map.Entry<Integer, Double> value :
                values.tailMap(values.firstKey(), false).entrySet()) {
            int gap = value.getKey() - yearBefore;
            double error = value.getValue() - before - gap * drift;
            squares += error * error / gap;
            yearBefore = value.getKey();
            before = value.getValue();
        }
        return new AnnualDrift(last, drift, squares / (values.size() - 2), years, values.size() - 2);
    }

    /**
     * Returns the walk with its variance drawn to that of other series, the more so the fewer changes it is measured
     * on: the moderated variance of Smyth (2004), which other series give as many degrees of freedom as they are alike.
     * Two changes alone leave one, with which an interval of 95 % is 25 standard errors wide.
     *
     * @param ofOthers variance of one year's change
     * @param degrees degrees of freedom that it counts for
     */
    AnnualDrift moderated(double ofOthers, double degrees) {
        double all = degreesOfFreedom + degrees;
        return new AnnualDrift(last, drift, (degreesOfFreedom * variance + degrees * ofOthers) / all, years, all);
    }

    /** Returns what each change differs from the drift by, in standard deviations, by the year that it ends with. */
    static SortedMap<Integer, Double> scaledErrors(NavigableMap<Integer, Double> values) {
        AnnualDrift walk = through(values);
        SortedMap<Integer, Double> errors = new TreeMap<>();
        Map.Entry<Integer, Double> before = values.firstEntry();
        for (Map.Entry<Integer, Double> value :
                values.tailMap(values.firstKey(), false).entrySet()) {
            int gap = value.getKey() - before.getKey();
            double error = value.getValue() - before.getValue() - gap * walk.drift();
            errors.put(value.getKey(), error / Math.sqrt(gap * Math.max(LEAST_VARIANCE, walk.variance())));
            before = value;
        }
        return errors;
    }

    /**
     * Returns the walk with its drift drawn to that of a panel, the more so the less the own is known.
     *
     * @param deviation standard deviation of such drifts around that of the panel
     */
    AnnualDrift drawnTo(double panel, double deviation) {
        double own = deviation * deviation;
        double weight = own / (own + variance / years);
        return new AnnualDrift(last, panel + weight * (drift - panel), variance, years, degreesOfFreedom);
    }

    /** Returns the walk with another drift. */
    AnnualDrift withDrift(double other) {
        return new AnnualDrift(last, other, variance, years, degreesOfFreedom);
    }

    /** Returns the expected value some years after the last. */
    double centre(int ahead) {
        return last + ahead * drift;
    }

    /** Returns the variance of the error of {@link #centre}. */
    public double variance(int ahead) {
        return variance * (ahead + (double) ahead * ahead / years);
    }
}
