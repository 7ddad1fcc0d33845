package vn.chitieu.projection.series;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.SeriesId;

/**
 * Everything known of one series on a day: its figures, one a period and accumulation, of one standard and price basis.
 *
 * @param values in the unit of the indicator; kept in order of period and accumulation
 * @param rebuilt those of {@code values} that are sums over the parts of a merged area; null where none is
 */
public record SeriesInput(
        SeriesId id,
        Indicator facts,
        List<DatedValue> values,
        @Nullable RebuiltPast rebuilt) implements Serializable {

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

    /** A series of which nothing is rebuilt. */
    public SeriesInput(SeriesId id, Indicator facts, List<DatedValue> values) {
        this(id, facts, values, null);
    }

    /** Returns this series with the rebuilt figures of another that it has no figure of its own for. */
    SeriesInput after(SeriesInput past) {
        List<DatedValue> missing = past.values().stream()
                .filter(value -> values.stream().noneMatch(own -> ORDER.compare(own, value) == 0))
                .toList();
        if (past.rebuilt() == null || missing.isEmpty()) {
            return this;
        }
        List<DatedValue> all = new ArrayList<>(missing);
        all.addAll(values);
        return new SeriesInput(
                id,
                facts,
                all,
                new RebuiltPast(past.rebuilt().breakOn(), past.rebuilt().year(), missing));
    }

    /** Returns this series without its rebuilt figures; empty if it has no others. */
    public Optional<SeriesInput> own() {
        if (rebuilt == null) {
            return Optional.of(this);
        }
        List<DatedValue> own = values.stream()
                .filter(value -> !rebuilt.values().contains(value))
                .toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(new SeriesInput(id, facts, own));
    }

    /** Returns whether a year is projected from rebuilt figures before the area has enough of its own. */
    public boolean isMostlyRebuilt(int year) {
        return rebuilt != null && rebuilt.ownMonths(values, year) < RebuiltPast.ENOUGH_MONTHS;
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
