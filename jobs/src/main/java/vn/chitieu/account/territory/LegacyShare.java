package vn.chitieu.account.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import vn.chitieu.account.territory.RebuiltFigure.Reason;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.Vintages;

/**
 * What a dissolved territory would have had, by its last known share in the area that it became part of. An estimate,
 * and never a published figure: its variance is that of the shares of earlier years.
 */
public final class LegacyShare {

    static final String LAST_KNOWN_SHARE = "last_known_share";
    private static final int FEWEST_YEARS = 2;
    private static final int MONTHS = 12;

    private LegacyShare() {}

    /**
     * Returns the levels of a dissolved area carried on, one for each level published of the whole for a period that
     * ends after the merger, in the order of the keys; none of an indicator with fewer than two years of shares.
     *
     * @param partCode the dissolved area
     * @param year of both areas
     * @param history of the whole, as {@link MergedArea#history} returns it
     * @param visible every vintage published on or before {@code asOf}
     */
    public static List<RebuiltFigure> carriedOn(
            String partCode,
            ReportingYear year,
            List<RebuiltFigure> history,
            Collection<Observation> visible,
            LocalDate asOf,
            Map<String, Indicator> indicators) {
        Map<ObservationKey, Observation> latest = Vintages.latestByKey(visible, asOf);
        List<RebuiltFigure> carried = new ArrayList<>();
        for (RebuiltFigure whole : history) {
            Indicator indicator = indicators.get(whole.key().indicatorCode());
            boolean isLevel = indicator != null && indicator.kind().isLevel();
            Double value = whole.value();
            if (!isLevel
                    || value == null
                    || whole.origin() != Origin.PUBLISHED
                    || year.end(whole.key().period()).isBefore(whole.breakOn())) {
                continue;
            }
            NavigableMap<Integer, Double> shares = shares(partCode, whole.key(), history, latest);
            if (shares.size() >= FEWEST_YEARS) {
                double[] past = shares.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                carried.add(new RebuiltFigure(
                        whole.key().inArea(partCode),
                        past[past.length - 1] * value,
                        Math.abs(value) * standardDeviation(past),
                        whole.unitCode(),
                        Origin.DERIVED,
                        ObservationStatus.IMPUTED,
                        whole.vintageDate(),
                        LAST_KNOWN_SHARE,
                        List.of(whole.key().areaCode()),
                        List.of(),
                        whole.breakOn(),
                        Reason.NONE));
            }
        }
        return carried;
    }

    /** Returns the standard deviation of shares about their mean, with one degree of freedom less than shares. */
    static double standardDeviation(double[] shares) {
        return Math.sqrt(new Variance().evaluate(shares));
    }

    /** Returns the part's share of the whole's sum, by year, of years that both are known of. */
    private static NavigableMap<Integer, Double> shares(
            String partCode, ObservationKey key, List<RebuiltFigure> history, Map<ObservationKey, Observation> latest) {
        NavigableMap<Integer, Double> shares = new TreeMap<>();
        for (RebuiltFigure sum : history) {
            Double total = sum.value();
            boolean isYear = sum.key().period().months() == MONTHS
                    && sum.methodCode().equals(MergedArea.SUM_OF_AREAS)
                    && sum.key().indicatorCode().equals(key.indicatorCode())
                    && sum.key().activityCode().equals(key.activityCode())
                    && sum.key().priceBasis() == key.priceBasis();
            Observation part = latest.get(sum.key().inArea(partCode));
            if (isYear && total != null && total > 0 && part != null) {
                shares.put(sum.key().period().year(), part.value().doubleValue() / total);
            }
        }
        return shares;
    }
}
