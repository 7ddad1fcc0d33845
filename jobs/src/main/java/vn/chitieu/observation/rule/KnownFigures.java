package vn.chitieu.observation.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;

/** The figures of an area known on a day, by what they are about: what the checks read. */
final class KnownFigures {

    private final Codelists codelists;
    private final LocalDate asOf;
    private final Map<ObservationKey, List<Observation>> vintages = new HashMap<>();
    private final Map<ObservationKey, Observation> latest;

    KnownFigures(Collection<Observation> observations, LocalDate asOf, Codelists codelists) {
        this.codelists = codelists;
        this.asOf = asOf;
        List<Observation> visible = Vintages.visible(observations, asOf);
        for (Observation vintage : visible) {
            vintages.computeIfAbsent(vintage.key(), key -> new ArrayList<>()).add(vintage);
        }
        latest = Vintages.latestByKey(visible, asOf);
    }

    /** Returns the figures that count, in the order of their keys. */
    Collection<Observation> latest() {
        return latest.values();
    }

    Optional<Observation> latest(ObservationKey key) {
        return Optional.ofNullable(latest.get(key));
    }

    /** Returns all vintages of a figure, the one with the earliest source date first. */
    List<Observation> vintages(ObservationKey key) {
        List<Observation> ordered = new ArrayList<>(vintages.getOrDefault(key, List.of()));
        ordered.sort(Vintages.ORDER);
        return Collections.unmodifiableList(ordered);
    }

    Indicator indicator(Observation figure) {
        return codelists.indicator(figure.key().indicatorCode());
    }

    /** Returns the last day of the period of a figure, in the reporting year of its area. */
    LocalDate end(Observation figure) {
        return codelists
                .reportingYears()
                .of(figure.key().areaCode())
                .end(figure.key().period());
    }

    /**
     * Returns the area that the area of a figure belongs to; empty for a country and for what is no area of the list.
     */
    Optional<String> areaAbove(Observation figure) {
        return Optional.ofNullable(codelists.areas().get(figure.key().areaCode()))
                .flatMap(Area::parentCode);
    }

    /** Returns the figure of another key that was known when a figure was stated, if there was one. */
    Optional<Observation> knownWith(Observation figure, ObservationKey key) {
        LocalDate day = figure.sourceDate().isAfter(asOf) ? asOf : figure.sourceDate();
        List<Observation> known = Vintages.visible(vintages.getOrDefault(key, List.of()), day).stream()
                .filter(vintage -> !vintage.sourceDate().isAfter(day))
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(Vintages.latest(known, day));
    }

    static ObservationKey with(ObservationKey key, Period period, Accumulation accumulation) {
        return new ObservationKey(
                key.areaCode(), key.indicatorCode(), key.activityCode(), period, accumulation, key.priceBasis());
    }

    static ObservationKey with(ObservationKey key, Relation.Term term) {
        return new ObservationKey(
                key.areaCode(),
                term.indicatorCode(),
                term.activityCode(),
                key.period(),
                key.accumulation(),
                key.priceBasis());
    }

    /** Returns how far a printed figure may be from the true one: half a unit of its last decimal. */
    static BigDecimal rounding(Observation figure) {
        return BigDecimal.valueOf(5, Math.max(0, figure.value().scale()) + 1);
    }
}
