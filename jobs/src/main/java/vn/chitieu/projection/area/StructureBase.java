package vn.chitieu.projection.area;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.Past;
import vn.chitieu.projection.PastYear;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.series.AccountIdentities;
import vn.chitieu.projection.series.SeriesHistory;
import vn.chitieu.projection.sparse.GrowthReference;
import vn.chitieu.projection.sparse.PriceDrift;

/**
 * The structure of a gross product at current prices in the year before the one projected: the last known structure
 * carried on by how the volume of each part grew, at unchanged relative prices, every share known since put in its
 * place and the others scaled to what it leaves.
 *
 * @param lastYear the last year whose shares are all known
 * @param parts by the series of their amounts at current prices
 */
record StructureBase(int year, int lastYear, NavigableMap<SeriesId, Part> parts) implements Serializable {

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
     * Returns the base of an area; empty if no structure is known of the last {@value #MOST_YEARS} years, or not how
     * the volumes or the prices of the parts went on from there.
     *
     * @param histories of the area, until the year projected
     */
    static Optional<StructureBase> of(
            String areaCode,
            int year,
            Map<SeriesId, SeriesHistory> histories,
            @Nullable VolumeWeights volumes,
            GrowthReference reference) {
        List<SeriesId> ids = AccountIdentities.partsOfGrossProduct(areaCode, PriceBasis.CURRENT);
        for (int last = year - 1; last >= year - MOST_YEARS; last--) {
            TreeMap<SeriesId, Double> shares = complete(known(histories, ids, last), ids);
            if (!shares.isEmpty()) {
                int lastYear = last;
                return carriedOn(shares, lastYear, year, histories, volumes)
                        .flatMap(carried -> parts(lastYear, histories, carried, reference))
                        .map(parts -> new StructureBase(year, lastYear, parts));
            }
        }
        return Optional.empty();
    }

    private static TreeMap<SeriesId, Double> known(Map<SeriesId, SeriesHistory> histories, List<SeriesId> ids, int of) {
        TreeMap<SeriesId, Double> known = new TreeMap<>();
        for (SeriesId id : ids) {
            SeriesHistory history = histories.get(AccountIdentities.about(id, "_share"));
            if (history != null) {
                history.annual(of).ifPresent(share -> known.put(id, share));
            }
        }
        return known;
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

    /** Returns the shares in the year before the one projected; empty if growth of a part is not known. */
    private static Optional<TreeMap<SeriesId, Double>> carriedOn(
            TreeMap<SeriesId, Double> from,
            int last,
            int year,
            Map<SeriesId, SeriesHistory> histories,
            @Nullable VolumeWeights volumes) {
        TreeMap<SeriesId, Double> shares = from;
        List<SeriesId> ids = new ArrayList<>(from.keySet());
        for (int y = last + 1; y < year; y++) {
            TreeMap<SeriesId, Double> amounts = new TreeMap<>();
            for (SeriesId id : ids) {
                SeriesId volume = volumeOf(id);
                Double growth = volumes == null ? null : volumes.growth(volume, y);
                SeriesHistory published = histories.get(AccountIdentities.about(volume, "_growth"));
                if (published != null && published.annual(y).isPresent()) {
                    growth = published.annual(y).getAsDouble();
                }
                Double share = shares.get(id);
                if (growth == null || share == null) {
                    return Optional.empty();
                }
                amounts.put(id, share * (1 + growth / 100));
            }
            shares = anchored(amounts, known(histories, ids, y));
        }
        return Optional.of(shares);
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

    private static Optional<TreeMap<SeriesId, Part>> parts(
            int lastYear,
            Map<SeriesId, SeriesHistory> histories,
            TreeMap<SeriesId, Double> shares,
            GrowthReference reference) {
        SeriesId whole = AccountIdentities.grossProduct(shares.firstKey().areaCode(), PriceBasis.CURRENT);
        TreeMap<SeriesId, Part> parts = new TreeMap<>();
        for (var share : shares.entrySet()) {
            Optional<PriceDrift> prices = PriceDrift.relative(share.getKey(), whole, reference);
            if (prices.isEmpty()) {
                return Optional.empty();
            }
            SeriesHistory history = histories.get(AccountIdentities.about(share.getKey(), "_share"));
            Past past = history == null
                    ? new Past(null, List.of())
                    : new Past(history.previousYearValue(), history.pastYears(0));
            int last = past.years().stream().mapToInt(PastYear::year).max().orElse(lastYear);
            parts.put(share.getKey(), new Part(share.getValue(), Math.max(last, lastYear), prices.get(), past));
        }
        return Optional.of(parts);
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
