package vn.chitieu.account.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.PeriodName;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.Vintages;

/**
 * The visible vintages of one area, by what they are about and by family, in an order that the input's does not change.
 */
public final class VisibleVintages {

    /** One indicator of one activity at one price basis, over all periods. */
    public record Line(String indicatorCode, String activityCode, PriceBasis priceBasis) implements Comparable<Line> {

        private static final Comparator<Line> ORDER = Comparator.comparing(Line::indicatorCode)
                .thenComparing(Line::activityCode)
                .thenComparing(Line::priceBasis);

        @Override
        public int compareTo(Line other) {
            return ORDER.compare(this, other);
        }
    }

    private final LocalDate asOf;
    private final NavigableMap<Line, NavigableMap<MonthSpan, List<Observation>>> vintages = new TreeMap<>();
    private final NavigableMap<Family, List<Observation>> families;

    public VisibleVintages(Collection<Observation> visible, LocalDate asOf) {
        this.asOf = asOf;
        this.families = new TreeMap<>(Family.bestFirst(asOf));
        List<Observation> ordered = new ArrayList<>(visible);
        ordered.sort(Comparator.comparing((Observation observation) -> PeriodName.of(observation.key()))
                .thenComparing(Observation::key, Vintages.KEY_ORDER)
                .thenComparing(Vintages.preference(asOf)));
        for (Observation observation : ordered) {
            add(observation);
        }
    }

    private void add(Observation observation) {
        ObservationKey key = observation.key();
        vintages.computeIfAbsent(lineOf(key), line -> new TreeMap<>())
                .computeIfAbsent(PeriodName.of(key).span(), span -> new ArrayList<>())
                .add(observation);
        families.computeIfAbsent(Family.of(observation), family -> new ArrayList<>())
                .add(observation);
    }

    public static Line lineOf(ObservationKey key) {
        return new Line(key.indicatorCode(), key.activityCode(), key.priceBasis());
    }

    /** Returns a published figure with its rounding and provenance. */
    public AccountValue value(Observation observation) {
        return AccountValue.published(observation, asOf);
    }

    public LocalDate asOf() {
        return asOf;
    }

    public Collection<Line> lines() {
        return vintages.keySet();
    }

    /** Returns the families, the one that counts most first. */
    public Collection<Family> families() {
        return families.keySet();
    }

    public List<Observation> of(Family family) {
        return families.getOrDefault(family, List.of());
    }

    /** Returns the spans of which a line has figures. */
    public Collection<MonthSpan> spans(Line line) {
        return byPeriod(line).keySet();
    }

    /** Returns every vintage of a line over the same months, under whatever names of the period. */
    public List<Observation> vintages(Line line, MonthSpan span) {
        return byPeriod(line).getOrDefault(span, List.of());
    }

    /** Returns the families that published a line's figure over some months. */
    public Collection<Family> families(Line line, MonthSpan span) {
        Collection<Family> ofSpan = new TreeSet<>(Family.bestFirst(asOf));
        vintages(line, span).forEach(observation -> ofSpan.add(Family.of(observation)));
        return ofSpan;
    }

    /** Returns what one family published of a line over some months. */
    public Optional<AccountValue> published(Line line, MonthSpan span, Family family) {
        return vintages(line, span).stream()
                .filter(observation -> Family.of(observation).equals(family))
                .findFirst()
                .map(this::value);
    }

    /** Returns the vintage that counts of a line's figure over some months, under whatever name of the period. */
    public Optional<Observation> latest(Line line, MonthSpan span) {
        return vintages(line, span).stream().min(Vintages.preference(asOf));
    }

    /** Returns the figure that counts over some months. */
    public Optional<AccountValue> published(Line line, MonthSpan span) {
        return latest(line, span).map(this::value);
    }

    private NavigableMap<MonthSpan, List<Observation>> byPeriod(Line line) {
        return vintages.getOrDefault(line, Collections.emptyNavigableMap());
    }
}
