package vn.chitieu.observation;

import java.util.Comparator;

/** A period and its accumulation: the name under which a span of months stands in a table. */
public record PeriodName(Period period, Accumulation accumulation) implements Comparable<PeriodName> {

    private static final Comparator<PeriodName> ORDER =
            Comparator.comparing(PeriodName::period).thenComparing(PeriodName::accumulation);

    public static PeriodName of(ObservationKey key) {
        return new PeriodName(key.period(), key.accumulation());
    }

    public MonthSpan span() {
        return MonthSpan.of(period, accumulation);
    }

    @Override
    public int compareTo(PeriodName other) {
        return ORDER.compare(this, other);
    }
}
