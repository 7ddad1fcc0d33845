package vn.chitieu.projection.area;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.Forecast;
import vn.chitieu.projection.KnownPart;
import vn.chitieu.projection.Past;
import vn.chitieu.projection.ProjectionMethod;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.AffineDistribution;
import vn.chitieu.projection.distribution.KnownValue;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.series.AccountIdentities;
import vn.chitieu.projection.series.SeriesHistory;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.sparse.AnnualProjection;

/**
 * What the parts of a gross product weigh in its volume where only rates of growth are published, in percent of the
 * total of the year before the one projected.
 *
 * <p>A published contribution over the growth of the same year is the weight of the year before. From there the weights
 * are carried on by published growth; parts without a rate share what the total leaves them, all growing alike.
 *
 * @param byPart in the unit of percent, adding up to 100
 */
record VolumeWeights(int year, NavigableMap<SeriesId, Double> byPart) implements Serializable {

    /** Contributions have two decimals, so that a lower rate says nothing of the weight. */
    private static final double LEAST_GROWTH = 1;

    VolumeWeights {
        byPart = new TreeMap<>(byPart);
    }

    /**
     * Returns the weights; empty if contributions and growth of one year do not give all but one of them.
     *
     * @param inputs of one area
     * @param year the year projected
     */
    static Optional<VolumeWeights> of(Collection<SeriesInput> inputs, int year) {
        if (inputs.isEmpty()) {
            return Optional.empty();
        }
        String areaCode = inputs.iterator().next().id().areaCode();
        List<SeriesId> parts = AccountIdentities.partsOfGrossProduct(areaCode, PriceBasis.CONSTANT_2010);
        TreeMap<SeriesId, SeriesHistory> histories = new TreeMap<>();
        inputs.forEach(input -> histories.put(input.id(), SeriesHistory.of(input, year)));
        for (int from = year - 1; from > year - 1 - AnnualProjection.MOST_YEARS_AHEAD; from--) {
            Optional<TreeMap<SeriesId, Double>> weights = before(histories, parts, from);
            for (int y = from; y < year && weights.isPresent(); y++) {
                weights = carriedOn(weights.get(), histories, areaCode, y);
            }
            if (weights.isPresent()) {
                return Optional.of(new VolumeWeights(year, weights.get()));
            }
        }
        return Optional.empty();
    }

    private static OptionalDouble annual(TreeMap<SeriesId, SeriesHistory> histories, SeriesId id, int year) {
        SeriesHistory history = histories.get(id);
        return history == null ? OptionalDouble.empty() : history.annual(year);
    }

    /** Returns the weights in the year before {@code year}, the one that is missing being the rest. */
    private static Optional<TreeMap<SeriesId, Double>> before(
            TreeMap<SeriesId, SeriesHistory> histories, List<SeriesId> parts, int year) {
        TreeMap<SeriesId, Double> weights = new TreeMap<>();
        double sum = 0;
        for (SeriesId part : parts) {
            OptionalDouble points = annual(histories, AccountIdentities.about(part, "_contribution"), year);
            OptionalDouble growth = annual(histories, AccountIdentities.about(part, "_growth"), year);
            if (points.isPresent() && growth.isPresent() && Math.abs(growth.getAsDouble()) >= LEAST_GROWTH) {
                double weight = 100 * points.getAsDouble() / growth.getAsDouble();
                weights.put(part, weight);
                sum += weight;
            }
        }
        if (weights.size() < parts.size() - 1
                || weights.values().stream().anyMatch(weight -> weight <= 0)
                || (weights.size() < parts.size() && sum >= 100)) {
            return Optional.empty();
        }
        for (SeriesId part : parts) {
            weights.putIfAbsent(part, 100 - sum);
        }
        return Optional.of(weights);
    }

    /** Returns the weights in {@code year} from those in the year before; empty if growth does not allow it. */
    private static Optional<TreeMap<SeriesId, Double>> carriedOn(
            TreeMap<SeriesId, Double> before, TreeMap<SeriesId, SeriesHistory> histories, String areaCode, int year) {
        TreeMap<SeriesId, Double> levels = new TreeMap<>();
        double known = 0;
        double unknown = 0;
        for (var weight : before.entrySet()) {
            OptionalDouble growth = annual(histories, AccountIdentities.about(weight.getKey(), "_growth"), year);
            if (growth.isPresent()) {
                double level = weight.getValue() * (1 + growth.getAsDouble() / 100);
                levels.put(weight.getKey(), level);
                known += level;
            } else {
                unknown += weight.getValue();
            }
        }
        SeriesId total = AccountIdentities.grossProduct(areaCode, PriceBasis.CONSTANT_2010);
        OptionalDouble growth = annual(histories, AccountIdentities.about(total, "_growth"), year);
        double sum = known;
        if (unknown > 0) {
            double rest = growth.isPresent() ? 100 * (1 + growth.getAsDouble() / 100) - known : Double.NaN;
            if (!(rest > 0)) {
                return Optional.empty();
            }
            for (var weight : before.entrySet()) {
                levels.putIfAbsent(weight.getKey(), weight.getValue() * rest / unknown);
            }
            sum += rest;
        }
        double all = sum;
        levels.replaceAll((part, level) -> 100 * level / all);
        return Optional.of(levels);
    }

    /**
     * Returns volumes made of the projected growth of the gross product and all its parts, with last year's gross
     * product as 100; empty if a part of them is not projected or the volumes themselves are.
     */
    NavigableMap<SeriesId, SeriesProjection> levels(Collection<SeriesProjection> alone) {
        TreeMap<SeriesId, SeriesProjection> byId = new TreeMap<>();
        alone.forEach(projection -> byId.put(projection.id(), projection));
        SeriesId total = AccountIdentities.grossProduct(byPart.firstKey().areaCode(), PriceBasis.CONSTANT_2010);
        TreeMap<SeriesId, Double> weights = new TreeMap<>(byPart);
        weights.put(total, 100.0);
        TreeMap<SeriesId, SeriesProjection> levels = new TreeMap<>();
        weights.forEach((id, weight) -> {
            SeriesProjection growth = byId.get(AccountIdentities.about(id, "_growth"));
            if (!byId.containsKey(id) && growth != null && growth.distribution() != null) {
                levels.put(id, level(id, weight, growth));
            }
        });
        return levels.size() < weights.size() ? new TreeMap<>() : levels;
    }

    private static SeriesProjection level(SeriesId id, double weight, SeriesProjection growth) {
        PredictiveDistribution distribution = Objects.requireNonNull(growth.distribution());
        double point = weight * (1 + growth.point() / 100);
        return new SeriesProjection(
                id,
                growth.year(),
                "index_100",
                growth.frequency(),
                Aggregation.SUM,
                new KnownPart(growth.lastPeriod(), growth.observedPeriods(), null, growth.interpolated()),
                new Forecast(
                        null,
                        point,
                        distribution instanceof KnownValue
                                ? new KnownValue(point)
                                : new AffineDistribution(distribution, weight, weight / 100),
                        null),
                new Past(weight, growth.history()),
                List.of(),
                new ProjectionMethod(
                        growth.method().code(),
                        growth.method().used(),
                        growth.method().fallbackReason(),
                        growth.method().historyYears(),
                        growth.method().flag(),
                        growth.method().basis()),
                growth.status(),
                growth.vintageDate());
    }
}
