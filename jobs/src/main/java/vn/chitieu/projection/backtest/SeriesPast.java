package vn.chitieu.projection.backtest;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.HistoryBreak;
import vn.chitieu.projection.backtest.PastProjection.VintageKind;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.series.SeriesInput.DatedValue;
import vn.chitieu.projection.series.SeriesInputs;

/**
 * A series as it stood at the end of any past month, when the figures of the periods ended by then had become known.
 *
 * <p>That day is the first on which a figure of its last such period was known. Seen on it are the vintages published
 * by then, of no later period; a figure without a vintage of its time is that of a later source, known from its date in
 * the release calendar on. A series of an account has one vintage, the present one, less its later periods.
 */
final class SeriesPast implements Serializable {

    private static final long serialVersionUID = 1L;

    private final SeriesInput latest;
    private final ArrayList<Figure> figures;
    private final boolean isOfAccount;
    private final ArrayList<HistoryBreak> breaks;
    private final ReportingYear year;

    /**
     * Takes a series as it is known today.
     *
     * @param latest all its figures, from which the outturns are taken
     * @param vintages all vintages that {@code latest} was made of; for a series of an account those of the figures
     *     that date its periods
     * @param isOfAccount whether {@code latest} is a series of an account
     * @param breaks of any series
     * @param year of the area
     */
    SeriesPast(
            SeriesInput latest,
            Collection<Observation> vintages,
            boolean isOfAccount,
            Collection<HistoryBreak> breaks,
            ReportingYear year) {
        this.latest = latest;
        this.figures = new ArrayList<>();
        this.isOfAccount = isOfAccount;
        this.breaks = new ArrayList<>(breaks);
        this.year = year;
        Map<ObservationKey, ArrayList<Observation>> byKey = new TreeMap<>(Vintages.KEY_ORDER);
        vintages.forEach(vintage ->
                byKey.computeIfAbsent(vintage.key(), key -> new ArrayList<>()).add(vintage));
        byKey.forEach((key, ofKey) -> figures.add(Figure.of(year.end(key.period()), ofKey)));
    }

    /**
     * A figure, the end of its period and its vintages.
     *
     * @param knownOn when the first of them was published
     * @param vintages at least one
     */
    private record Figure(LocalDate end, LocalDate knownOn, List<Observation> vintages) implements Serializable {

        private static Figure of(LocalDate end, List<Observation> vintages) {
            LocalDate knownOn = vintages.stream()
                    .map(Observation::publishedDate)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            return new Figure(end, knownOn, vintages);
        }

        private @Nullable Observation latest(LocalDate day, Comparator<Observation> preference) {
            Observation latest = null;
            for (Observation vintage : vintages) {
                if (vintage.isVisible(day) && (latest == null || preference.compare(vintage, latest) < 0)) {
                    latest = vintage;
                }
            }
            return latest;
        }
    }

    SeriesInput latest() {
        return latest;
    }

    /**
     * What could be seen of a series.
     *
     * @param day the first on which the last period of {@code input} was known
     */
    record Seen(SeriesInput input, VintageKind kind, LocalDate day) {}

    /**
     * Returns what could be seen of the periods that had ended by a day; empty if that was nothing.
     *
     * @param before figures that became known on this day or later are not seen
     */
    Optional<Seen> seen(LocalDate cutoff, LocalDate before) {
        LocalDate end = null;
        LocalDate knownOn = LocalDate.MAX;
        for (Figure figure : figures) {
            boolean isSeen = !figure.end().isAfter(cutoff) && figure.knownOn().isBefore(before);
            if (isSeen && (end == null || figure.end().isAfter(end))) {
                end = figure.end();
                knownOn = figure.knownOn();
            } else if (isSeen && figure.end().equals(end) && figure.knownOn().isBefore(knownOn)) {
                knownOn = figure.knownOn();
            }
        }
        if (isOfAccount && figures.isEmpty()) {
            return ofAccount(cutoff, cutoff);
        }
        if (end == null) {
            return Optional.empty();
        }
        return isOfAccount ? ofAccount(end, knownOn) : ofVintages(knownOn, end);
    }

    private Optional<Seen> ofAccount(LocalDate cutoff, LocalDate day) {
        return until(cutoff).map(input -> new Seen(input, VintageKind.PSEUDO, day));
    }

    /** Returns the series as known today, of the periods that had ended by a day; empty if there are none. */
    Optional<SeriesInput> until(LocalDate cutoff) {
        List<DatedValue> values = latest.values().stream()
                .filter(value -> !year.end(value.period()).isAfter(cutoff))
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(new SeriesInput(latest.id(), latest.facts(), values));
    }

    private Optional<Seen> ofVintages(LocalDate day, LocalDate lastEnd) {
        Comparator<Observation> preference = Vintages.preference(day);
        List<Observation> seen = new ArrayList<>();
        for (Figure figure : figures) {
            Observation vintage = figure.end().isAfter(lastEnd) ? null : figure.latest(day, preference);
            if (vintage != null) {
                seen.add(vintage);
            }
        }
        boolean isOfTheDay = seen.stream()
                .filter(vintage -> vintage.key().period().year() >= year.yearOf(lastEnd) - 1)
                .noneMatch(vintage -> vintage.sourceDate().isAfter(day));
        Map<String, Indicator> facts = Map.of(latest.facts().code(), latest.facts());
        return SeriesInputs.assemble(seen, List.of(), facts, breaks).stream()
                .filter(assembled -> assembled.id().equals(latest.id()))
                .findFirst()
                .map(input -> new Seen(input, isOfTheDay ? VintageKind.REAL_TIME : VintageKind.PSEUDO, day));
    }
}
