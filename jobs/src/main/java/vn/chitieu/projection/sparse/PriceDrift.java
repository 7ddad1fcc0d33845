package vn.chitieu.projection.sparse;

import java.io.Serializable;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.distribution.LinkFunction;
import vn.chitieu.projection.distribution.StudentDistribution;

/**
 * How the prices of a gross product change: its growth at current prices over that of its volume, a random walk with
 * drift in logarithms.
 *
 * <p>A nation's years count less the older they are. The mean of an area's own years is drawn to the nation's, as
 * {@link NormalGrowth} does; the variance is that of the own years with the nation's as that of two more.
 *
 * @param mean of one year's change
 * @param meanVariance of the error of {@code mean}
 * @param variance of one year's change
 * @param nation mean of the nation's changes; empty for the nation itself and where they are not known
 * @param changes of the own years, by year
 */
public record PriceDrift(
        double mean,
        double meanVariance,
        double variance,
        double degreesOfFreedom,
        OptionalDouble nation,
        SortedMap<Integer, Double> changes)
        implements Serializable {

    /** What a year of the nation counts against the next: inflation has regimes, and those of long ago are over. */
    private static final double DISCOUNT = 0.7;

    /** How far the long-run price change of areas is from the nation's, in logarithms. */
    private static final double DEVIATION = 0.02;

    private static final double PRIOR_YEARS = 2;
    private static final int FEWEST_YEARS = 3;

    public PriceDrift {
        changes = new TreeMap<>(changes);
    }

    /** Returns the changes of a gross product; empty if three years are known neither of it nor of the nation. */
    public static Optional<PriceDrift> of(SeriesId product, GrowthReference reference) {
        NavigableMap<Integer, Double> own = reference.priceChanges(product, false);
        NavigableMap<Integer, Double> panel =
                reference.isNation(product.areaCode()) ? new TreeMap<>() : reference.priceChanges(product, true);
        if (panel.size() < FEWEST_YEARS) {
            return own.size() < FEWEST_YEARS ? Optional.empty() : Optional.of(alone(own));
        }
        return Optional.of(drawn(own, panel));
    }

    /**
     * Returns the changes of the prices of a part against those of the whole, 0 on average; empty if fewer than three
     * years are known of the area and the nation together.
     */
    public static Optional<PriceDrift> relative(SeriesId part, SeriesId whole, GrowthReference reference) {
        NavigableMap<Integer, Double> own = relative(part, whole, reference, false);
        NavigableMap<Integer, Double> panel =
                reference.isNation(part.areaCode()) ? new TreeMap<>() : relative(part, whole, reference, true);
        if (own.size() + panel.size() < FEWEST_YEARS) {
            return Optional.empty();
        }
        double prior = panel.isEmpty() ? 0 : PRIOR_YEARS;
        double years = own.size() + prior;
        double ofPanel = panel.isEmpty() ? 0 : squares(panel, 0) / panel.size();
        return Optional.of(
                new PriceDrift(0, 0, (squares(own, 0) + prior * ofPanel) / years, years, OptionalDouble.empty(), own));
    }

    /** Returns the drift of a nation, or of an area of one whose prices are not known. */
    private static PriceDrift alone(NavigableMap<Integer, Double> changes) {
        double weights = 0;
        double squaredWeights = 0;
        double sum = 0;
        for (var change : changes.entrySet()) {
            double weight = weight(change.getKey(), changes);
            weights += weight;
            squaredWeights += weight * weight;
            sum += weight * change.getValue();
        }
        double mean = sum / weights;
        double squares = 0;
        for (var change : changes.entrySet()) {
            squares += weight(change.getKey(), changes) * Math.pow(change.getValue() - mean, 2);
        }
        double years = weights * weights / squaredWeights;
        double variance = squares / weights * years / (years - 1);
        return new PriceDrift(mean, variance / years, variance, years - 1, OptionalDouble.empty(), changes);
    }

    private static double weight(int year, NavigableMap<Integer, Double> changes) {
        return Math.pow(DISCOUNT, changes.lastKey() - year);
    }

    /** Returns the drift of an area, drawn to that of its nation, whose years all tell how much prices can vary. */
    private static PriceDrift drawn(NavigableMap<Integer, Double> own, NavigableMap<Integer, Double> panel) {
        double nation = alone(panel).mean;
        int n = own.size();
        double ownMean = n == 0 ? nation : mean(own);
        double freedom = Math.max(0, n - 1) + PRIOR_YEARS;
        double ofPanel = squares(panel, mean(panel)) / (panel.size() - 1);
        double variance = (squares(own, ownMean) + PRIOR_YEARS * ofPanel) / freedom;
        double precision = 1 / (DEVIATION * DEVIATION) + n / variance;
        double weight = variance > 0 ? n / variance / precision : 1;
        return new PriceDrift(
                nation + weight * (ownMean - nation),
                variance > 0 ? 1 / precision : 0,
                variance,
                freedom,
                OptionalDouble.of(nation),
                own);
    }

    private static NavigableMap<Integer, Double> relative(
            SeriesId part, SeriesId whole, GrowthReference reference, boolean ofNation) {
        NavigableMap<Integer, Double> changes = reference.priceChanges(part, ofNation);
        NavigableMap<Integer, Double> ofWhole = reference.priceChanges(whole, ofNation);
        changes.keySet().retainAll(ofWhole.keySet());
        changes.replaceAll((year, change) -> change - ofWhole.getOrDefault(year, change));
        return changes;
    }

    private static double mean(NavigableMap<Integer, Double> changes) {
        return changes.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    private static double squares(NavigableMap<Integer, Double> changes, double mean) {
        return changes.values().stream()
                .mapToDouble(change -> (change - mean) * (change - mean))
                .sum();
    }

    /** Returns the factor by which prices change over some years. */
    public StudentDistribution factor(int years) {
        return new StudentDistribution(
                years * mean,
                Math.sqrt(years * variance + (double) years * years * meanVariance),
                degreesOfFreedom,
                LinkFunction.LOG,
                0,
                Double.POSITIVE_INFINITY);
    }

    /** Returns by how many standard deviations the change of each own year differs from the mean. */
    public SortedMap<Integer, Double> scaledErrors() {
        SortedMap<Integer, Double> errors = new TreeMap<>();
        changes.forEach((year, change) -> errors.put(year, variance > 0 ? (change - mean) / Math.sqrt(variance) : 0));
        return errors;
    }
}
