package vn.chitieu.projection.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.Basis;
import vn.chitieu.projection.Forecast;
import vn.chitieu.projection.KnownPart;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.projection.ProjectionMethod;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.KnownValue;
import vn.chitieu.projection.distribution.SampleDistribution;
import vn.chitieu.projection.series.AccountIdentities;

/**
 * The structure of a gross product at current prices from its last known one: in every draw each part grows by its
 * volume and its relative price, and the shares add up to 100.
 */
final class CarriedStructure {

    /** The code of the method. */
    static final String METHOD = "structure_carried_on";

    private final StructureBase base;
    private final Map<SeriesId, SeriesProjection> projections;
    private final JointSample sample;

    private CarriedStructure(StructureBase base, Map<SeriesId, SeriesProjection> projections, JointSample sample) {
        this.base = base;
        this.projections = projections;
        this.sample = sample;
    }

    /**
     * Returns the share of each part; none where the volume of one is not projected.
     *
     * @param projections of the area, coherent
     */
    static List<SeriesProjection> of(
            StructureBase base, Map<SeriesId, SeriesProjection> projections, JointSample sample) {
        boolean hasVolumes = base.parts().keySet().stream()
                .map(StructureBase::volumeOf)
                .allMatch(id -> projections.containsKey(id)
                        && projections.get(id).previousYearValue() != null
                        && projections.get(id).distribution() != null);
        return !hasVolumes ? List.of() : new CarriedStructure(base, projections, sample).shares();
    }

    private List<SeriesProjection> shares() {
        List<SeriesId> parts = new ArrayList<>(base.parts().keySet());
        double[][] draws = new double[parts.size()][JointSample.SIZE];
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
            for (int i = 0; i < draws.length; i++) {
                draws[i][d] = shares.getOrDefault(parts.get(i), Double.NaN);
            }
        }
        Map<SeriesId, Double> points =
                inYear(lastYear(part -> 1), part -> growth(part, volume(part).point()));
        List<SeriesProjection> shares = new ArrayList<>();
        for (int i = 0; i < draws.length; i++) {
            shares.add(projection(parts.get(i), points.getOrDefault(parts.get(i), Double.NaN), draws[i]));
        }
        return shares;
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

    private SeriesProjection projection(SeriesId part, double point, double[] draws) {
        StructureBase.Part of = Objects.requireNonNull(base.parts().get(part));
        SeriesProjection known = known(part);
        return new SeriesProjection(
                AccountIdentities.about(part, "_share"),
                base.year(),
                "pct",
                known.frequency(),
                Aggregation.LAST,
                new KnownPart(known.lastPeriod(), known.observedPeriods(), null),
                new Forecast(null, point, SampleDistribution.of(draws), null),
                of.past(),
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
        SeriesProjection whole =
                projections.get(AccountIdentities.grossProduct(part.areaCode(), PriceBasis.CONSTANT_2010));
        SeriesProjection own = volume(part);
        return whole == null
                        || own.distribution() instanceof KnownValue
                        || KnowledgeRank.of(whole).isLessThan(KnowledgeRank.of(own))
                ? own
                : whole;
    }
}
