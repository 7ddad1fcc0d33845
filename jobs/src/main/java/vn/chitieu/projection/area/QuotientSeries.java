package vn.chitieu.projection.area;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Indicator.Quotient;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.series.SeriesHistory;

/**
 * A series that is a quotient of flows and averages of its area, or the growth of such a quotient.
 *
 * @param parts the numerator, then the denominators
 */
record QuotientSeries(SeriesId id, String unitCode, Quotient quotient, List<SeriesId> parts) implements Serializable {

    QuotientSeries {
        parts = List.copyOf(parts);
    }

    /** Returns the quotients among the series of an area all of whose parts are series of the area too. */
    static List<QuotientSeries> of(Map<SeriesId, SeriesHistory> histories) {
        List<QuotientSeries> found = new ArrayList<>();
        for (SeriesHistory history : histories.values()) {
            Indicator facts = history.facts();
            for (Quotient quotient : facts.quotients()) {
                QuotientSeries series = of(history.input().id(), facts.unitCode(), quotient);
                boolean isKnown = series.parts().stream()
                        .allMatch(part -> histories.containsKey(part)
                                && histories.get(part).facts().aggregation() != Aggregation.LAST);
                if (isKnown && found.stream().noneMatch(other -> other.id().equals(series.id()))) {
                    found.add(series);
                }
            }
        }
        return found;
    }

    private static QuotientSeries of(SeriesId of, String unitCode, Quotient quotient) {
        List<SeriesId> parts = new ArrayList<>();
        parts.add(new SeriesId(of.areaCode(), quotient.numeratorCode(), of.activityCode(), quotient.numeratorPrices()));
        for (String denominator : quotient.denominatorCodes()) {
            parts.add(new SeriesId(of.areaCode(), denominator, of.activityCode(), PriceBasis.NONE));
        }
        SeriesId id = new SeriesId(of.areaCode(), of.indicatorCode(), of.activityCode(), quotient.numeratorPrices());
        return new QuotientSeries(id, unitCode, quotient, parts);
    }

    /** Returns whether a series is a part of any of some quotients. */
    static boolean isPart(Collection<QuotientSeries> quotients, SeriesId id) {
        return quotients.stream().anyMatch(series -> series.parts().contains(id));
    }
}
