package vn.chitieu.projection.area;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.Past;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.series.AccountIdentities;
import vn.chitieu.projection.series.AccountIdentities.Sum;
import vn.chitieu.projection.series.SeriesHistory;
import vn.chitieu.projection.sparse.GrowthReference;
import vn.chitieu.projection.sparse.PriceDrift;

/**
 * The structure of a gross product or of a sector at current prices in the year before the one projected: the last
 * known structure carried on by how the volume of each part grew, at unchanged relative prices, every share known since
 * put in its place and the others scaled to what it leaves.
 *
 * @param whole what the parts make, at current prices
 * @param lastYear the last year whose shares are all known
 * @param parts by the series of their amounts at current prices
 */
record StructureBase(SeriesId whole, int year, int lastYear, NavigableMap<SeriesId, Part> parts)
        implements Serializable {

    /** The most years that a structure is carried on over before the one projected. */
    private static final int MOST_YEARS = 3;

    /** Shares are rounded to two decimals, or one, and the missing one is taken for the rest of them. */
    private static final double ROUNDING = 0.5;

    StructureBase {
        parts = new TreeMap<>(parts);
    }

    /**
     * One part.
     *
     * @param share in the year before the one projected, in percent
     * @param lastYear of its last known share
     * @param prices of the part against those of the whole
     * @param past its known shares
     */
    record Part(double share, int lastYear, PriceDrift prices, Past past) implements Serializable {}

    /**
     * Returns the bases of an area, that of the gross product before those of its sectors; none for a whole of which no
     * structure is known of the last {@value #MOST_YEARS} years, or not how the volumes or the prices of the parts went
     * on from there.
     *
     * @param histories of the area, until the year projected
     */
    static List<StructureBase> of(
            String areaCode,
            int year,
            Map<SeriesId, SeriesHistory> histories,
            @Nullable VolumeWeights volumes,
            GrowthReference reference) {
        Structures known = new Structures(year, histories, volumes, reference);
        return AccountIdentities.sums(areaCode).stream()
                .filter(sum -> AccountIdentities.isGrossProduct(sum.total())
                        && sum.total().priceBasis() == PriceBasis.CURRENT)
                .flatMap(sum -> known.base(sum).stream())
                .toList();
    }

    /** Returns whether a whole is the gross product, so that the shares of its parts are series too. */
    boolean isOfGrossProduct() {
        return whole.equals(AccountIdentities.grossProduct(whole.areaCode(), PriceBasis.CURRENT));
    }

    /** What the histories of an area say of its structures. */
    private record Structures(
            int year,
            Map<SeriesId, SeriesHistory> histories,
            @Nullable VolumeWeights volumes,
            GrowthReference reference) {

        Optional<StructureBase> base(Sum sum) {
            for (int last = year - 1; last >= year - MOST_YEARS; last--) {
                TreeMap<SeriesId, Double> shares = complete(known(sum, last), sum.parts());
                if (!shares.isEmpty()) {
                    int lastYear = last;
                    return carriedOn(shares, sum, lastYear)
                            .flatMap(carried -> parts(carried, sum, lastYear))
                            .map(parts -> new StructureBase(sum.total(), year, lastYear, parts));
                }
            }
            return Optional.empty();
        }

        /** Returns shares as they were published or, for want of that, of amounts. */
        private TreeMap<SeriesId, Double> known(Sum sum, int of) {
            TreeMap<SeriesId, Double> known = new TreeMap<>();
            boolean hasShares = sum.total()
                    .equals(AccountIdentities.grossProduct(sum.total().areaCode(), PriceBasis.CURRENT));
            OptionalDouble whole = annual(sum.total(), of);
            for (SeriesId id : sum.parts()) {
                OptionalDouble share =
                        hasShares ? annual(AccountIdentities.about(id, "_share"), of) : OptionalDouble.empty();
                OptionalDouble amount = annual(id, of);
                if (share.isPresent()) {
                    known.put(id, share.getAsDouble());
                } else if (amount.isPresent() && whole.isPresent() && whole.getAsDouble() > 0) {
                    known.put(id, 100 * amount.getAsDouble() / whole.getAsDouble());
                }
            }
            return known;
        }

        private OptionalDouble annual(SeriesId id, int of) {
            SeriesHistory history = histories.get(id);
            return history == null ? OptionalDouble.empty() : history.annual(of);
        }

        /** Returns the shares in the year before the one projected; empty if growth of a part is not known. */
        private Optional<TreeMap<SeriesId, Double>> carriedOn(TreeMap<SeriesId, Double> from, Sum sum, int last) {
            TreeMap<SeriesId, Double> shares = from;
            for (int y = last + 1; y < year; y++) {
                TreeMap<SeriesId, Double> amounts = new TreeMap<>();
                for (SeriesId id : sum.parts()) {
                    SeriesId volume = volumeOf(id);
                    OptionalDouble published = annual(AccountIdentities.about(volume, "_growth"), y);
                    Double growth = volumes == null ? null : volumes.growth(volume, y);
                    if (published.isPresent()) {
                        growth = published.getAsDouble();
                    }
                    Double share = shares.get(id);
                    if (growth == null || share == null) {
                        return Optional.empty();
                    }
                    amounts.put(id, share * (1 + growth / 100));
                }
                shares = anchored(amounts, known(sum, y));
            }
            return Optional.of(shares);
        }

        private Optional<TreeMap<SeriesId, Part>> parts(TreeMap<SeriesId, Double> shares, Sum sum, int lastYear) {
            TreeMap<SeriesId, Part> parts = new TreeMap<>();
            for (var share : shares.entrySet()) {
                SeriesId id = share.getKey();
                Optional<PriceDrift> prices = PriceDrift.relative(id, sum.total(), reference);
                if (prices.isEmpty()) {
                    return Optional.empty();
                }
                int last = year - 1;
                while (last > lastYear && !known(sum, last).containsKey(id)) {
                    last--;
                }
                parts.put(id, new Part(share.getValue(), last, prices.get(), past(id)));
            }
            return Optional.of(parts);
        }

        private Past past(SeriesId id) {
            SeriesHistory history = histories.get(AccountIdentities.about(id, "_share"));
            return history == null
                    ? new Past(null, List.of())
                    : new Past(history.previousYearValue(), history.pastYears(0));
        }
    }

    /** Returns shares that add up to 100, one of them the rest if it is not known; none if more are missing. */
    private static TreeMap<SeriesId, Double> complete(TreeMap<SeriesId, Double> known, List<SeriesId> ids) {
        TreeMap<SeriesId, Double> shares = new TreeMap<>(known);
        double sum = sum(shares);
        if (shares.size() == ids.size() - 1) {
            double rest = 100 - sum;
            ids.forEach(id -> shares.putIfAbsent(id, rest));
            sum = 100;
        }
        if (shares.size() < ids.size()
                || Math.abs(sum - 100) > ROUNDING
                || shares.values().stream().anyMatch(share -> !(share > 0))) {
            return new TreeMap<>();
        }
        double all = sum;
        shares.replaceAll((id, share) -> 100 * share / all);
        return shares;
    }

    private static double sum(Map<SeriesId, Double> shares) {
        return shares.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Returns shares of amounts of which some are known, the others dividing what these leave. */
    static TreeMap<SeriesId, Double> anchored(Map<SeriesId, Double> amounts, Map<SeriesId, Double> known) {
        double left = 100 - sum(known);
        double open = 0;
        for (var amount : amounts.entrySet()) {
            open += known.containsKey(amount.getKey()) ? 0 : amount.getValue();
        }
        TreeMap<SeriesId, Double> shares = new TreeMap<>(known);
        for (var amount : amounts.entrySet()) {
            shares.putIfAbsent(amount.getKey(), left * amount.getValue() / open);
        }
        return shares;
    }

    static SeriesId volumeOf(SeriesId current) {
        return new SeriesId(
                current.areaCode(), current.indicatorCode(), current.activityCode(), PriceBasis.CONSTANT_2010);
    }

    /** Returns the series of the factor by which relative prices of a part change in the year projected. */
    static SeriesId pricesId(SeriesId part) {
        return AccountIdentities.about(part, "_prices");
    }

    /** Returns the same until the year before, from the last share known. */
    static SeriesId earlierPricesId(SeriesId part) {
        return AccountIdentities.about(part, "_prices_before");
    }

    /** Returns those factors as numbers to draw. */
    List<SampleNode> nodes() {
        List<SampleNode> nodes = new ArrayList<>();
        parts.forEach((id, part) -> {
            nodes.add(node(pricesId(id), part, 1));
            if (part.lastYear() < year - 1) {
                nodes.add(node(earlierPricesId(id), part, year - 1 - part.lastYear()));
            }
        });
        return nodes;
    }

    private static SampleNode node(SeriesId id, Part part, int years) {
        return new SampleNode(id, part.prices().factor(years), new TreeMap<>(), false);
    }
}
