package vn.chitieu.projection.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.projection.Basis;
import vn.chitieu.projection.Forecast;
import vn.chitieu.projection.KnownPart;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.projection.Past;
import vn.chitieu.projection.ProjectionMethod;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.KnownValue;
import vn.chitieu.projection.distribution.SampleDistribution;
import vn.chitieu.projection.series.AccountIdentities;

/**
 * The structure of a whole at current prices from its last known one: in every draw each part grows by its volume and
 * its relative price, and the shares add up to 100.
 */
final class CarriedStructure {

    /** The code of the method. */
    static final String METHOD = "structure_carried_on";

    private final StructureBase base;
    private final Map<SeriesId, SeriesProjection> projections;
    private final JointSample sample;
    private final Map<SeriesId, Double> points;
    private final Map<SeriesId, double[]> draws = new TreeMap<>();

    private CarriedStructure(StructureBase base, Map<SeriesId, SeriesProjection> projections, JointSample sample) {
        this.base = base;
        this.projections = projections;
        this.sample = sample;
        points = inYear(lastYear(part -> 1), part -> growth(part, volume(part).point()));
        draw();
    }

    /**
     * Returns the structure; empty where the volume of a part is not projected.
     *
     * @param projections of the area, whose volumes are coherent
     */
    static Optional<CarriedStructure> of(
            StructureBase base, Map<SeriesId, SeriesProjection> projections, JointSample sample) {
        boolean hasVolumes = base.parts().keySet().stream()
                .map(StructureBase::volumeOf)
                .allMatch(id -> projections.containsKey(id)
                        && projections.get(id).previousYearValue() != null
                        && projections.get(id).distribution() != null);
        return hasVolumes ? Optional.of(new CarriedStructure(base, projections, sample)) : Optional.empty();
    }

    private void draw() {
        List<SeriesId> parts = new ArrayList<>(base.parts().keySet());
        parts.forEach(part -> draws.put(part, new double[JointSample.SIZE]));
        Map<SeriesId, double[]> volumes = new TreeMap<>();
        Map<SeriesId, double[]> prices = new TreeMap<>();
        Map<SeriesId, double[]> earlier = new TreeMap<>();
        for (SeriesId part : parts) {
            volumes.put(part, sample.of(StructureBase.volumeOf(part)));
            prices.put(part, sample.of(StructureBase.pricesId(part)));
            if (sample.has(StructureBase.earlierPricesId(part))) {
                earlier.put(part, sample.of(StructureBase.earlierPricesId(part)));
            }
        }
        for (int d = 0; d < JointSample.SIZE; d++) {
            int draw = d;
            Map<SeriesId, Double> lastYear = lastYear(part -> at(earlier, part, draw));
            Map<SeriesId, Double> shares =
                    inYear(lastYear, part -> growth(part, at(volumes, part, draw)) * at(prices, part, draw));
            draws.forEach((part, values) -> values[draw] = shares.getOrDefault(part, Double.NaN));
        }
    }

    /** Returns the share of each part in the gross product. */
    List<SeriesProjection> shares() {
        return base.parts().keySet().stream()
                .map(part -> projection(
                        AccountIdentities.about(part, "_share"),
                        part,
                        "pct",
                        new Forecast(null, point(part), SampleDistribution.of(drawsOf(part)), null),
                        Objects.requireNonNull(base.parts().get(part)).past()))
                .toList();
    }

    /** Returns the amount of a part, whose draws are {@link #amountsOf}. */
    SeriesProjection amount(SeriesProjection part, SeriesProjection whole) {
        return projection(
                part.id(),
                part.id(),
                part.unitCode(),
                new Forecast(
                        null,
                        whole.point() * point(part.id()) / 100,
                        SampleDistribution.of(amountsOf(part.id())),
                        null),
                new Past(part.previousYearValue(), part.history()));
    }

    /** Returns the draws of the amount of a part. */
    double[] amountsOf(SeriesId part) {
        double[] amounts = sample.of(base.whole()).clone();
        double[] shares = drawsOf(part);
        for (int d = 0; d < amounts.length; d++) {
            amounts[d] *= shares[d] / 100;
        }
        return amounts;
    }

    private double point(SeriesId part) {
        return points.getOrDefault(part, Double.NaN);
    }

    private double[] drawsOf(SeriesId part) {
        return Objects.requireNonNull(draws.get(part));
    }

    private interface Factor {

        double of(SeriesId part);
    }

    private static double at(Map<SeriesId, double[]> draws, SeriesId part, int draw) {
        double[] ofPart = draws.get(part);
        return ofPart == null ? 1 : ofPart[draw];
    }

    private SeriesProjection volume(SeriesId part) {
        return Objects.requireNonNull(projections.get(StructureBase.volumeOf(part)));
    }

    private double growth(SeriesId part, double volume) {
        return volume / Objects.requireNonNull(volume(part).previousYearValue());
    }

    /** Returns the shares of the year before: those known stand, the others move by their prices since. */
    private Map<SeriesId, Double> lastYear(Factor prices) {
        Map<SeriesId, Double> amounts = new TreeMap<>();
        Map<SeriesId, Double> known = new TreeMap<>();
        base.parts().forEach((id, part) -> {
            if (part.lastYear() == base.year() - 1) {
                known.put(id, part.share());
            }
            amounts.put(id, part.share() * prices.of(id));
        });
        return known.size() == amounts.size() ? known : StructureBase.anchored(amounts, known);
    }

    private static Map<SeriesId, Double> inYear(Map<SeriesId, Double> lastYear, Factor growth) {
        Map<SeriesId, Double> amounts = new TreeMap<>();
        lastYear.forEach((id, share) -> amounts.put(id, share * growth.of(id)));
        return StructureBase.anchored(amounts, Map.of());
    }

    private SeriesProjection projection(SeriesId id, SeriesId part, String unitCode, Forecast forecast, Past past) {
        StructureBase.Part of = Objects.requireNonNull(base.parts().get(part));
        SeriesProjection known = known(part);
        return new SeriesProjection(
                id,
                base.year(),
                unitCode,
                known.frequency(),
                id.equals(part) ? Aggregation.SUM : Aggregation.LAST,
                new KnownPart(known.lastPeriod(), known.observedPeriods(), null),
                forecast,
                past,
                List.of(),
                new ProjectionMethod(
                        METHOD,
                        MethodNote.structureCarriedOn(
                                base.lastYear(),
                                of.lastYear(),
                                100 * Math.sqrt(of.prices().variance())),
                        MethodNote.NO_AMOUNT_OF_THE_YEAR,
                        of.prices().changes().size(),
                        known.method().flag(),
                        Basis.NONE),
                ObservationStatus.FORECAST,
                known.vintageDate());
    }

    /** Returns what the structure is known by: the total that its parts were moved to, or the part itself. */
    private SeriesProjection known(SeriesId part) {
        SeriesProjection whole = projections.get(StructureBase.volumeOf(base.whole()));
        SeriesProjection own = volume(part);
        return whole == null
                        || own.distribution() instanceof KnownValue
                        || KnowledgeRank.of(whole).isLessThan(KnowledgeRank.of(own))
                ? own
                : whole;
    }
}
