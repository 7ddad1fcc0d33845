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
 * <p>The mean of the area's own years is drawn to the nation's, as {@link NormalGrowth} does, the nation's years
 * counting less the older they are; the variance is that of the own years with the nation's as that of two more.
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

    private static final double DISCOUNT = 0.85;

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
            return own.size() < FEWEST_YEARS
                    ? Optional.empty()
                    : Optional.of(of(own, mean(own, 1), Double.POSITIVE_INFINITY, 0, 0, OptionalDouble.empty()));
        }
        double nation = mean(panel, DISCOUNT);
        return Optional.of(of(
                own,
                nation,
                DEVIATION * DEVIATION,
                PRIOR_YEARS,
                squares(panel, mean(panel, 1)) / (panel.size() - 1),
                OptionalDouble.of(nation)));
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

    private static PriceDrift of(
            NavigableMap<Integer, Double> own,
            double panel,
            double deviation,
            double prior,
            double priorVariance,
            OptionalDouble nation) {
        int n = own.size();
        double ownMean = n == 0 ? panel : mean(own, 1);
        double freedom = Math.max(0, n - 1) + prior;
        double variance = (squares(own, ownMean) + prior * priorVariance) / freedom;
        double precision = 1 / deviation + n / variance;
        double weight = variance > 0 ? n / variance / precision : 1;
        return new PriceDrift(
                panel + weight * (ownMean - panel), variance > 0 ? 1 / precision : 0, variance, freedom, nation, own);
    }

    private static NavigableMap<Integer, Double> relative(
            SeriesId part, SeriesId whole, GrowthReference reference, boolean ofNation) {
        NavigableMap<Integer, Double> changes = reference.priceChanges(part, ofNation);
        NavigableMap<Integer, Double> ofWhole = reference.priceChanges(whole, ofNation);
        changes.keySet().retainAll(ofWhole.keySet());
        changes.replaceAll((year, change) -> change - ofWhole.getOrDefault(year, change));
        return changes;
    }

    /** Returns the mean, each year counting {@code discount} times the one after it. */
    private static double mean(NavigableMap<Integer, Double> changes, double discount) {
        double sum = 0;
        double weights = 0;
        for (var change : changes.entrySet()) {
            double weight = Math.pow(discount, changes.lastKey() - change.getKey());
            sum += weight * change.getValue();
            weights += weight;
        }
        return sum / weights;
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
