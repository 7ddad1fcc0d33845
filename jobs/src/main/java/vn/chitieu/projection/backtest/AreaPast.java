package vn.chitieu.projection.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesOutcome;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.area.AreaProjector;
import vn.chitieu.projection.area.KnowledgeRank;
import vn.chitieu.projection.backtest.PastProjection.Known;
import vn.chitieu.projection.backtest.PastProjection.VintageKind;
import vn.chitieu.projection.backtest.SeriesPast.Seen;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.distribution.KnownValue;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.series.SeriesInput.DatedValue;
import vn.chitieu.projection.sparse.GrowthReference;

/**
 * An area projected again as the night would have done it: every series by the method that its figures of the day
 * allowed, and all of them coherent with each other.
 */
final class AreaPast {

    private static final int MONTHS = 12;

    private final List<SeriesPast> series;
    private final ReportingYear calendar;

    AreaPast(List<SeriesPast> series) {
        this.series = List.copyOf(series);
        this.calendar = series.get(0).year();
    }

    /** Returns the code of the nation that the area belongs to. */
    String nationCode() {
        return Area.nationOf(series.get(0).latest().id().areaCode());
    }

    /** Returns what could be seen of each series before a year was over, of the periods that had ended by a month. */
    NavigableMap<SeriesId, Seen> seen(int year, int month) {
        NavigableMap<SeriesId, Seen> seen = new TreeMap<>();
        LocalDate over = cutoff(year, MONTHS);
        series.forEach(past -> past.seen(cutoff(year, month), over)
                .ifPresent(view -> seen.put(past.latest().id(), view)));
        return seen;
    }

    /**
     * Returns the values of a year that is complete today, by the same way as its projections: what is published as a
     * year, and what follows from that alone.
     */
    NavigableMap<SeriesId, Double> outturns(int year, PooledTables tables) {
        LocalDate end = cutoff(year, MONTHS);
        List<SeriesInput> complete =
                series.stream().flatMap(past -> past.until(end).stream()).toList();
        NavigableMap<SeriesId, Double> outturns = new TreeMap<>();
        for (SeriesProjection known : projections(complete, year, end, tables, GrowthReference.none())) {
            if (isCertain(known)) {
                outturns.put(known.id(), known.point());
            }
        }
        return outturns;
    }

    private static boolean isCertain(SeriesProjection projection) {
        PredictiveDistribution distribution = projection.distribution();
        return distribution instanceof KnownValue
                || (distribution != null && distribution.quantile(0.025) == distribution.quantile(0.975));
    }

    /**
     * Returns a row for each series whose figures of the year end with a month.
     *
     * @param month the last of the known part of the year, 0 to 11; 0 where nothing of it is known
     * @param seen as {@link #seen} has it at the end of that month
     * @param outturns of the year
     */
    List<PastProjection> rows(
            int year,
            int month,
            NavigableMap<SeriesId, Seen> seen,
            NavigableMap<SeriesId, Double> outturns,
            PooledTables tables,
            GrowthReference reference) {
        LocalDate cutoff = cutoff(year, month);
        List<SeriesInput> inputs = seen.values().stream().map(Seen::input).toList();
        List<PastProjection> rows = new ArrayList<>();
        for (SeriesProjection projection : projections(inputs, year, cutoff, tables, reference)) {
            Double outturn = outturns.get(projection.id());
            if (outturn != null && KnowledgeRank.of(projection).month() == month && !isCertain(projection)) {
                rows.add(PastProjection.of(
                        projection,
                        month,
                        known(projection.id(), seen, cutoff),
                        outturn,
                        outturnKnownOn(projection.id(), year)));
            }
        }
        return rows;
    }

    private LocalDate cutoff(int year, int month) {
        return calendar.month(year, month).atEndOfMonth();
    }

    private static List<SeriesProjection> projections(
            Collection<SeriesInput> inputs, int year, LocalDate asOf, PooledTables tables, GrowthReference reference) {
        List<SeriesProjection> projections = new ArrayList<>();
        for (SeriesOutcome outcome : AreaProjector.project(inputs, year, asOf, tables, reference)) {
            if (outcome instanceof SeriesProjection projection && projection.distribution() != null) {
                projections.add(projection);
            }
        }
        return projections;
    }

    /** Returns the day that a projection is made on and what its figures are. */
    private Known known(SeriesId id, NavigableMap<SeriesId, Seen> seen, LocalDate cutoff) {
        Seen own = seen.get(id);
        if (own != null) {
            return new Known(own.day().isBefore(cutoff) ? cutoff : own.day(), own.kind());
        }
        LocalDate day = seen.values().stream()
                .filter(view -> view.input().values().stream()
                        .anyMatch(value -> calendar.end(value.period()).equals(cutoff)))
                .map(Seen::day)
                .max(Comparator.naturalOrder())
                .orElse(cutoff);
        return new Known(day, VintageKind.PSEUDO);
    }

    /** Returns when the latest figure of a year became known: of the series or, where it has none, of its area. */
    private LocalDate outturnKnownOn(SeriesId id, int year) {
        return lastKnownOn(past -> past.latest().id().equals(id), year)
                .or(() -> lastKnownOn(past -> true, year))
                .orElseThrow();
    }

    private Optional<LocalDate> lastKnownOn(Predicate<SeriesPast> which, int year) {
        return series.stream()
                .filter(which)
                .flatMap(past -> past.latest().values().stream())
                .filter(value -> value.period().year() == year)
                .map(DatedValue::publishedDate)
                .max(Comparator.naturalOrder());
    }
}
