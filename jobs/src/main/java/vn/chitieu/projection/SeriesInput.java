package vn.chitieu.projection;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.SeriesProjection.SeriesId;

/**
 * Everything known of one series on a day: its figures, one a period and accumulation, of one standard and price basis.
 *
 * @param values in the unit of the indicator; kept in order of period and accumulation
 */
public record SeriesInput(SeriesId id, IndicatorFacts facts, List<DatedValue> values) implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Comparator<DatedValue> ORDER =
            Comparator.comparing(DatedValue::period).thenComparing(DatedValue::accumulation);

    public SeriesInput {
        if (!facts.code().equals(id.indicatorCode())) {
            throw new IllegalArgumentException("Expecting the facts of " + id + " but were those of " + facts.code());
        }
        values = values.stream().sorted(ORDER).toList();
        for (int i = 1; i < values.size(); i++) {
            if (ORDER.compare(values.get(i - 1), values.get(i)) == 0) {
                throw new IllegalArgumentException("Expecting one figure of " + id + " for "
                        + values.get(i).period() + " "
                        + values.get(i).accumulation().code() + " but were two");
            }
        }
    }

    /**
     * One figure.
     *
     * @param value in the unit of the indicator, finite
     * @param publishedDate when the world learned it
     */
    public record DatedValue(
            Period period,
            Accumulation accumulation,
            double value,
            ObservationStatus status,
            LocalDate publishedDate,
            Origin origin)
            implements Serializable {

        private static final long serialVersionUID = 1L;

        public DatedValue {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Expecting a finite value for " + period + " but was " + value);
            }
        }

        /** Returns the month until which this figure covers its year from January on; 0 if it starts later. */
        int monthsFromJanuary() {
            return accumulation == Accumulation.CUMULATED || period.index() == 1 ? period.lastMonth() : 0;
        }
    }
}
