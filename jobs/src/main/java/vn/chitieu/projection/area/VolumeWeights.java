package vn.chitieu.projection.area;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
import vn.chitieu.projection.sparse.AnnualProjection;

/**
 * What the parts of a gross product weigh in its volume where only rates of growth are published, in percent of the
 * total of the year before the one projected.
 *
 * <p>A published contribution over the growth of the same year is the weight of the year before. From there the weights
 * are carried on by published growth; parts without a rate share what the total leaves them, all growing alike.
 *
 * @param byPart in the unit of percent, adding up to 100
 * @param growth of the parts in the years that the weights were carried on through, in percent
 */
record VolumeWeights(
        int year, NavigableMap<SeriesId, Double> byPart, NavigableMap<Integer, NavigableMap<SeriesId, Double>> growth)
        implements Serializable {

    /** Contributions have two decimals, so that a lower rate says nothing of the weight. */
    private static final double LEAST_GROWTH = 1;

    VolumeWeights {
        byPart = new TreeMap<>(byPart);
        growth = new TreeMap<>(growth);
    }

    /**
     * Returns the weights; empty if contributions and growth of one year do not give all but one of them.
     *
     * @param histories of the area, until the year projected
     * @param year the year projected
     */
    static Optional<VolumeWeights> of(String areaCode, Map<SeriesId, SeriesHistory> histories, int year) {
        List<SeriesId> parts = AccountIdentities.partsOfGrossProduct(areaCode, PriceBasis.CONSTANT_2010);
        for (int from = year - 1; from > year - 1 - AnnualProjection.MOST_YEARS_AHEAD; from--) {
            Optional<TreeMap<SeriesId, Double>> weights = before(histories, parts, from);
            NavigableMap<Integer, NavigableMap<SeriesId, Double>> growth = new TreeMap<>();
            for (int y = from; y < year && weights.isPresent(); y++) {
                TreeMap<SeriesId, Double> before = weights.get();
                int ofYear = y;
                Optional<TreeMap<SeriesId, Double>> levels = carriedOn(before, histories, y);
                levels.ifPresent(after -> growth.put(ofYear, growth(before, after)));
                weights = levels.map(VolumeWeights::ofAll);
            }
            if (weights.isPresent()) {
                return Optional.of(new VolumeWeights(year, weights.get(), growth));
            }
        }
        return Optional.empty();
    }

    private static OptionalDouble annual(Map<SeriesId, SeriesHistory> histories, SeriesId id, int year) {
        SeriesHistory history = histories.get(id);
        return history == null ? OptionalDouble.empty() : history.annual(year);
    }

    /** Returns the weights in the year before {@code year}, the one that is missing being the rest. */
    private static Optional<TreeMap<SeriesId, Double>> before(
            Map<SeriesId, SeriesHistory> histories, List<SeriesId> parts, int year) {
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

    /**
     * Returns volumes in {@code year} of which 100 were those of the year before; empty if growth does not allow it.
     */
    private static Optional<TreeMap<SeriesId, Double>> carriedOn(
            TreeMap<SeriesId, Double> before, Map<SeriesId, SeriesHistory> histories, int year) {
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
        SeriesId total = AccountIdentities.grossProduct(before.firstKey().areaCode(), PriceBasis.CONSTANT_2010);
        OptionalDouble growth = annual(histories, AccountIdentities.about(total, "_growth"), year);
        if (unknown > 0) {
            double rest = growth.isPresent() ? 100 * (1 + growth.getAsDouble() / 100) - known : Double.NaN;
            if (!(rest > 0)) {
                return Optional.empty();
            }
            for (var weight : before.entrySet()) {
                levels.putIfAbsent(weight.getKey(), weight.getValue() * rest / unknown);
            }
        }
        return Optional.of(levels);
    }

    private static TreeMap<SeriesId, Double> ofAll(TreeMap<SeriesId, Double> levels) {
        double all = levels.values().stream().mapToDouble(Double::doubleValue).sum();
        TreeMap<SeriesId, Double> weights = new TreeMap<>(levels);
        weights.replaceAll((part, level) -> 100 * level / all);
        return weights;
    }

    private static TreeMap<SeriesId, Double> growth(TreeMap<SeriesId, Double> before, TreeMap<SeriesId, Double> after) {
        TreeMap<SeriesId, Double> growth = new TreeMap<>();
        before.forEach((part, weight) -> growth.put(part, 100 * after.getOrDefault(part, weight) / weight - 100));
        return growth;
    }

    /** Returns by how many percent the volume of a part grew in a year; null where the weights were not carried on. */
    @Nullable
    Double growth(SeriesId part, int ofYear) {
        NavigableMap<SeriesId, Double> parts = growth.get(ofYear);
        return parts == null ? null : parts.get(part);
    }

    /**
     * Returns the volume of the gross product made of its projected growth, with last year's as 100; empty if that is
     * not projected or the volume itself is.
     */
    static NavigableMap<SeriesId, SeriesProjection> total(String areaCode, Map<SeriesId, SeriesProjection> byId) {
        SeriesId total = AccountIdentities.grossProduct(areaCode, PriceBasis.CONSTANT_2010);
        SeriesProjection growth = byId.get(AccountIdentities.about(total, "_growth"));
        TreeMap<SeriesId, SeriesProjection> levels = new TreeMap<>();
        if (!byId.containsKey(total) && growth != null && growth.distribution() != null) {
            levels.put(total, level(total, 100, growth));
        }
        return levels;
    }

    /**
     * Returns volumes made of the projected growth of the gross product and all its parts, with last year's gross
     * product as 100; empty if a part of them is not projected or the volumes themselves are.
     */
    NavigableMap<SeriesId, SeriesProjection> levels(Map<SeriesId, SeriesProjection> byId) {
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
