package vn.chitieu.projection.backtest;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import vn.chitieu.method.parallel.ParallelTasks;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesOutcome;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.area.AreaProjector;
import vn.chitieu.projection.area.KnowledgeRank;
import vn.chitieu.projection.area.SeriesProjector;
import vn.chitieu.projection.backtest.PastProjection.Known;
import vn.chitieu.projection.backtest.PastProjection.VintageKind;
import vn.chitieu.projection.backtest.SeriesPast.Seen;
import vn.chitieu.projection.dense.BacktestRow;
import vn.chitieu.projection.dense.DensePart;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.dense.YearEndProjector;
import vn.chitieu.projection.distribution.KnownValue;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.series.SeriesHistory;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.series.SeriesInput.DatedValue;
import vn.chitieu.projection.sparse.GrowthReference;

/**
 * An area projected again as the night would have done it: every series by the method that its figures of the day
 * allowed, and all of them coherent with each other.
 */
final class AreaPast implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int MONTHS = 12;

    private final ArrayList<SeriesPast> series;
    private final ReportingYear calendar;

    AreaPast(Collection<SeriesPast> series, ReportingYear calendar) {
        this.series = new ArrayList<>(series);
        this.calendar = calendar;
    }

    /** A point of a year: the end of a month, or of the year before where the month is 0. */
    record Point(int year, int month) implements Comparable<Point>, Serializable {

        private static final Comparator<Point> ORDER =
                Comparator.comparingInt(Point::year).thenComparingInt(Point::month);

        @Override
        public int compareTo(Point other) {
            return ORDER.compare(this, other);
        }
    }

    /** Returns the last year that any figure is of; 0 without figures. */
    int lastYear() {
        return series.stream()
                .flatMap(past -> past.latest().values().stream())
                .mapToInt(value -> value.period().year())
                .max()
                .orElse(0);
    }

    /**
     * Returns what the series could tell of growth elsewhere, at some months of each year.
     *
     * @param months 0, the end of the year before, to 11
     */
    SortedMap<Point, GrowthReference> growth(int fromYear, int lastYear, SortedSet<Integer> months) {
        List<SeriesPast> told = series.stream()
                .filter(past -> AreaProjector.isOfReference(past.latest()))
                .toList();
        SortedMap<Point, GrowthReference> growth = new TreeMap<>();
        for (int year = fromYear; year <= lastYear; year++) {
            for (int month : months) {
                Point point = new Point(year, month);
                AreaProjector.growth(seen(told, year, month).values().stream()
                                .map(Seen::input)
                                .toList())
                        .ifPresent(reference -> growth.put(point, reference));
            }
        }
        return growth;
    }

    /**
     * Returns what a night would have made of each series at the end of some months of its complete years, once for
     * each last figure of the year; in no order.
     *
     * @param references what all areas of the nation told of growth
     */
    List<PastProjection> projections(
            int fromYear,
            int lastYear,
            SortedSet<Integer> months,
            PooledTables tables,
            Map<Point, GrowthReference> references) {
        // One nation may be half of all the work of an office: its years are shared out among the cores of the task.
        PooledTables remembering = tables.remembering();
        List<Callable<List<PastProjection>>> years = IntStream.rangeClosed(fromYear, lastYear)
                .<Callable<List<PastProjection>>>mapToObj(year -> () -> ofYear(year, months, remembering, references))
                .toList();
        return ParallelTasks.of(years).stream().flatMap(List::stream).toList();
    }

    private List<PastProjection> ofYear(
            int year, SortedSet<Integer> months, PooledTables tables, Map<Point, GrowthReference> references) {
        NavigableMap<SeriesId, Double> outturns = outturns(year, tables);
        return outturns.isEmpty()
                ? List.of()
                : months.stream()
                        .flatMap(month -> rows(
                                year,
                                month,
                                outturns,
                                tables,
                                references.getOrDefault(new Point(year, month), GrowthReference.none()))
                                .stream())
                        .toList();
    }

    /** Returns how many series that a night projects are not among some. */
    long untested(Set<SeriesId> tested) {
        return series.stream()
                .map(SeriesPast::latest)
                .filter(latest -> SeriesProjector.isProjected(latest.facts()) && !tested.contains(latest.id()))
                .count();
    }

    /**
     * Returns what {@link PooledTablesEstimation} learns from: for each dense series and each month or quarter before
     * the last, the projections of its complete years.
     *
     * @param beforeYear the year being projected, which is not among them, nor are later ones
     */
    List<PooledRow> pooledRows(int beforeYear, PooledTables tables) {
        List<Callable<List<PooledRow>>> ofSeries = series.stream()
                .<Callable<List<PooledRow>>>map(past -> () -> pooledRows(past.latest(), beforeYear, tables))
                .toList();
        return ParallelTasks.of(ofSeries).stream().flatMap(List::stream).toList();
    }

    private static List<PooledRow> pooledRows(SeriesInput input, int beforeYear, PooledTables tables) {
        Aggregation aggregation = input.facts().aggregation();
        if (aggregation == null || !SeriesProjector.isProjected(input.facts())) {
            return List.of();
        }
        List<PooledRow> rows = new ArrayList<>();
        DensePart.ofCompleteYears(SeriesHistory.of(input, beforeYear)).ifPresent(series -> {
            for (int observed = 1; observed < series.periodsPerYear(); observed++) {
                for (BacktestRow row : YearEndProjector.backtest(series, beforeYear, observed, aggregation, tables)) {
                    rows.add(new PooledRow(input.id().toString(), series.periodsPerYear(), observed, row));
                }
            }
        });
        return rows;
    }

    /** Returns what could be seen of some series before a year was over, of the periods that had ended by a month. */
    private NavigableMap<SeriesId, Seen> seen(Collection<SeriesPast> some, int year, int month) {
        NavigableMap<SeriesId, Seen> seen = new TreeMap<>();
        LocalDate over = cutoff(year, MONTHS);
        some.forEach(past -> past.seen(cutoff(year, month), over)
                .ifPresent(view -> seen.put(past.latest().id(), view)));
        return seen;
    }

    /**
     * Returns the values of a year that is complete today, by the same way as its projections: what is published as a
     * year, and what follows from that alone.
     */
    private NavigableMap<SeriesId, Double> outturns(int year, PooledTables tables) {
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
     * @param outturns of the year
     */
    private List<PastProjection> rows(
            int year,
            int month,
            NavigableMap<SeriesId, Double> outturns,
            PooledTables tables,
            GrowthReference reference) {
        LocalDate cutoff = cutoff(year, month);
        NavigableMap<SeriesId, Seen> seen = seen(series, year, month);
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
