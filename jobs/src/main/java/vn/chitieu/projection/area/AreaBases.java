package vn.chitieu.projection.area;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.ReportingPeriod;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.series.AccountIdentities;
import vn.chitieu.projection.series.HalfReportedPeriod;
import vn.chitieu.projection.series.SeriesHistory;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.sparse.GrowthReference;
import vn.chitieu.projection.sparse.PriceDrift;

/**
 * What earlier years of an area say of series that cannot be projected by themselves, but follow from others.
 *
 * @param volumes what the parts of the gross product weigh where only their growth is known
 * @param product what its amount at current prices is carried on from
 * @param structures what the structures at current prices are carried on from
 * @param parts how totals are divided
 * @param quotients which series are quotients of others of the area
 */
record AreaBases(
        Optional<VolumeWeights> volumes,
        Optional<CurrentPriceBase> product,
        List<StructureBase> structures,
        List<PartShare> parts,
        List<QuotientSeries> quotients)
        implements Serializable {

    /** Nothing is known of earlier years. */
    static final AreaBases NONE = new AreaBases(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());

    AreaBases {
        structures = List.copyOf(structures);
        parts = List.copyOf(parts);
        quotients = List.copyOf(quotients);
    }

    /**
     * Returns what the series of an area say.
     *
     * @param inputs of one area
     * @param year the year projected
     * @param reference what all areas say of growth
     */
    static AreaBases of(Collection<SeriesInput> inputs, int year, ReportingYear calendar, GrowthReference reference) {
        if (inputs.isEmpty()) {
            return NONE;
        }
        String areaCode = inputs.iterator().next().id().areaCode();
        TreeMap<SeriesId, SeriesHistory> histories = new TreeMap<>();
        inputs.forEach(input -> histories.put(input.id(), HalfReportedPeriod.without(SeriesHistory.of(input, year))));
        Optional<VolumeWeights> volumes = VolumeWeights.of(areaCode, histories, year);
        Optional<PriceDrift> prices =
                PriceDrift.of(AccountIdentities.grossProduct(areaCode, PriceBasis.CURRENT), reference);
        return new AreaBases(
                volumes,
                prices.flatMap(drift -> CurrentPriceBase.of(areaCode, year, histories, drift)),
                StructureBase.of(areaCode, year, histories, volumes.orElse(null), reference),
                PartShare.of(areaCode, new ReportingPeriod(Period.ofYear(year), calendar), histories),
                QuotientSeries.of(histories));
    }

    /** Returns the numbers to draw beside the projections of an area. */
    List<SampleNode> nodes() {
        List<SampleNode> nodes = new ArrayList<>();
        product.ifPresent(base -> nodes.add(base.node()));
        structures.forEach(base -> nodes.addAll(base.nodes()));
        parts.forEach(share -> nodes.add(share.node()));
        return nodes;
    }

    /**
     * Returns the bases of what the projections of the area do not tell by themselves: no base of an amount that is
     * known as far into the year as volume is or whose parts are known of the year, of a structure whose parts are, or
     * of parts that both are projected.
     *
     * @param projections of the area, each alone
     */
    AreaBases neededBy(Map<SeriesId, SeriesProjection> projections) {
        Reach reach = new Reach(projections);
        return new AreaBases(
                volumes,
                product.filter(base -> !reach.isKnown(base)),
                structures.stream().filter(reach::isBehindVolumes).toList(),
                parts.stream()
                        .filter(share ->
                                !projections.keySet().containsAll(share.sum().parts()))
                        .toList(),
                quotients);
    }

    /** How far into the year the series of an area are known. */
    private record Reach(Map<SeriesId, SeriesProjection> projections) {

        /**
         * A drift over earlier years knows nothing of how volume grows in this one, so parts at current prices that
         * have no figure of the year tell the product only where volume has none either. One that they have knows
         * prices too, and tells more than volume of three months later does.
         */
        boolean isKnown(CurrentPriceBase base) {
            String areaCode = base.product().areaCode();
            int volume = month(StructureBase.volumeOf(base.product()));
            int amount = Math.max(month(base.product()), month(AccountIdentities.current(areaCode, "grdp_per_capita")));
            List<SeriesId> parts = AccountIdentities.partsOfGrossProduct(areaCode, PriceBasis.CURRENT);
            return (amount > 0 && amount >= volume)
                    || (projections.keySet().containsAll(parts)
                            && (volume == 0 || parts.stream().allMatch(part -> month(part) > 0)));
        }

        /**
         * Returns whether no part is projected at current prices, unless without a figure of the year that its volume
         * has.
         */
        boolean isBehindVolumes(StructureBase base) {
            return base.parts().keySet().stream()
                    .allMatch(part -> !projections.containsKey(part)
                            || (month(part) == 0 && month(StructureBase.volumeOf(part)) > 0));
        }

        private int month(SeriesId id) {
            SeriesProjection projection = projections.get(id);
            return projection == null ? 0 : KnowledgeRank.of(projection).month();
        }
    }
}
