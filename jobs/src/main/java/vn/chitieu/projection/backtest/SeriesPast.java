package vn.chitieu.projection.backtest;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Observation;
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
 *
 * @param latest all figures of the series as known today, from which the outturns are taken
 * @param vintages all vintages known today that {@code latest} was made of; for a series of an account those of the
 *     figures that date its periods
 * @param isOfAccount whether {@code latest} is a series of an account
 * @param breaks of any series
 * @param year of the area
 */
record SeriesPast(
        SeriesInput latest,
        List<Observation> vintages,
        boolean isOfAccount,
        List<HistoryBreak> breaks,
        ReportingYear year) {

    SeriesPast {
        vintages = List.copyOf(vintages);
        breaks = List.copyOf(breaks);
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
        Optional<LocalDate> end = vintages.stream()
                .filter(vintage -> vintage.publishedDate().isBefore(before))
                .map(vintage -> year.end(vintage.key().period()))
                .filter(last -> !last.isAfter(cutoff))
                .max(Comparator.naturalOrder());
        if (!isOfAccount) {
            return end.flatMap(last -> ofVintages(knownOn(last).orElseThrow(), last));
        }
        return vintages.isEmpty()
                ? ofAccount(cutoff, cutoff)
                : end.flatMap(last -> ofAccount(last, knownOn(last).orElseThrow()));
    }

    /** Returns the first day on which a figure of a period that ends with a day was known. */
    private Optional<LocalDate> knownOn(LocalDate end) {
        return vintages.stream()
                .filter(vintage -> year.end(vintage.key().period()).equals(end))
                .map(Observation::publishedDate)
                .min(Comparator.naturalOrder());
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
        List<Observation> past = vintages.stream()
                .filter(vintage -> !year.end(vintage.key().period()).isAfter(lastEnd))
                .toList();
        Collection<Observation> seen = Vintages.latestByKey(past, day).values();
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
