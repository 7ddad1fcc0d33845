package vn.chitieu.projection.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.HistoryBreak;
import vn.chitieu.observation.codelist.ReportingYears;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.area.AreaProjector;
import vn.chitieu.projection.area.SeriesProjector;
import vn.chitieu.projection.backtest.SeriesPast.Seen;
import vn.chitieu.projection.dense.BacktestRow;
import vn.chitieu.projection.dense.DensePart;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.dense.YearEndProjector;
import vn.chitieu.projection.series.SeriesHistory;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.series.SeriesInputs;
import vn.chitieu.projection.sparse.GrowthReference;

/** All series of an office with their vintages, to be projected again at every point of their complete years. */
public final class BacktestPanel {

    private static final int MONTHS = 12;

    /** Every month that something of a year may be known to, and 0 for nothing. */
    public static final SortedSet<Integer> EVERY_MONTH = Collections.unmodifiableSortedSet(
            new TreeSet<>(IntStream.range(0, MONTHS).boxed().toList()));

    private final List<SeriesPast> members;

    BacktestPanel(List<SeriesPast> members) {
        this.members = List.copyOf(members);
    }

    /**
     * Returns the panel as known on a day.
     *
     * @param observations of all areas, in any order; those published later are not looked at
     * @param figures of the accounts of all areas as of that day
     * @param facts by indicator code
     * @param years when the year of each area begins
     */
    public static BacktestPanel of(
            Collection<Observation> observations,
            Collection<AccountFigure> figures,
            Map<String, Indicator> facts,
            List<HistoryBreak> breaks,
            ReportingYears years,
            LocalDate asOf) {
        List<Observation> visible = Vintages.visible(observations, asOf);
        Map<SeriesId, List<Observation>> vintages = new TreeMap<>();
        for (Observation observation : visible) {
            vintages.computeIfAbsent(SeriesInputs.id(observation.key()), id -> new ArrayList<>())
                    .add(observation);
        }
        Set<SeriesId> ofAccounts = SeriesInputs.ofAccounts(figures);
        List<SeriesPast> members =
                SeriesInputs.assemble(Vintages.latestByKey(visible, asOf).values(), figures, facts, breaks).stream()
                        .map(latest -> new SeriesPast(
                                latest,
                                vintages.getOrDefault(latest.id(), List.of()),
                                ofAccounts.contains(latest.id()),
                                breaks,
                                years.of(latest.id().areaCode())))
                        .toList();
        return new BacktestPanel(members);
    }

    /** What a year of one area came to, and the area as it was before. */
    private record Outturn(AreaPast area, NavigableMap<SeriesId, Double> ofYear) {}

    /**
     * Returns what a night would have made of each series at the end of some months of its complete years, once for
     * each last figure of the year; in the order of ids and of time.
     *
     * @param fromYear the first year to project
     * @param months 0, the end of the year before, to 11
     * @param tables by nation; those shipped for a nation without
     */
    public List<PastProjection> projections(
            int fromYear, SortedSet<Integer> months, SortedMap<String, PooledTables> tables) {
        Map<String, AreaPast> areas = new TreeMap<>();
        members.stream()
                .collect(
                        Collectors.groupingBy(past -> past.latest().id().areaCode(), TreeMap::new, Collectors.toList()))
                .forEach((area, series) -> areas.put(area, new AreaPast(series)));
        int last = members.stream()
                .flatMap(past -> past.latest().values().stream())
                .mapToInt(value -> value.period().year())
                .max()
                .orElse(fromYear - 1);
        return IntStream.rangeClosed(fromYear, last)
                .parallel()
                .boxed()
                .flatMap(year -> ofYear(year, months, areas, tables))
                .sorted(Comparator.comparing(
                                (PastProjection past) -> past.projection().id())
                        .thenComparing(past -> past.projection().year())
                        .thenComparing(past -> past.cutoff().endInMonths())
                        .thenComparing(PastProjection::cutoff))
                .toList();
    }

    /**
     * Returns, by code of the area, how many series that a night projects are not among some past projections.
     *
     * @param past as {@link #projections} has them
     */
    public SortedMap<String, Long> untested(Collection<PastProjection> past) {
        Set<SeriesId> tested = past.stream().map(one -> one.projection().id()).collect(Collectors.toSet());
        return members.stream()
                .map(SeriesPast::latest)
                .filter(series -> SeriesProjector.isProjected(series.facts()) && !tested.contains(series.id()))
                .collect(Collectors.groupingBy(series -> series.id().areaCode(), TreeMap::new, Collectors.counting()));
    }

    private static PooledTables of(SortedMap<String, PooledTables> tables, String nationCode) {
        PooledTables own = tables.get(nationCode);
        return own == null ? PooledTables.shipped() : own;
    }

    private Stream<PastProjection> ofYear(
            int year, SortedSet<Integer> months, Map<String, AreaPast> areas, SortedMap<String, PooledTables> tables) {
        List<Outturn> complete = areas.values().stream()
                .map(area -> new Outturn(area, area.outturns(year, of(tables, area.nationCode()))))
                .filter(outturn -> !outturn.ofYear().isEmpty())
                .toList();
        return (complete.isEmpty() ? List.<Integer>of() : List.copyOf(months))
                .parallelStream().flatMap(month -> ofMonth(year, month, areas, complete, tables));
    }

    /** All areas are seen at once, because what is usual of growth is learnt from all of them. */
    private Stream<PastProjection> ofMonth(
            int year,
            int month,
            Map<String, AreaPast> areas,
            List<Outturn> complete,
            SortedMap<String, PooledTables> tables) {
        Map<AreaPast, NavigableMap<SeriesId, Seen>> seen = new LinkedHashMap<>();
        areas.values().forEach(area -> seen.put(area, area.seen(year, month)));
        Map<String, GrowthReference> references = AreaProjector.references(seen.values().stream()
                .flatMap(views -> views.values().stream())
                .map(Seen::input)
                .toList());
        return complete.stream()
                .flatMap(outturn -> outturn
                        .area()
                        .rows(
                                year,
                                month,
                                seen.getOrDefault(outturn.area(), new TreeMap<>()),
                                outturn.ofYear(),
                                of(tables, outturn.area().nationCode()),
                                references.getOrDefault(outturn.area().nationCode(), GrowthReference.none()))
                        .stream());
    }

    /**
     * Returns what {@link PooledTablesEstimation} learns from: for each dense series and each month or quarter before
     * the last, the projections of its complete years.
     *
     * @param beforeYear the year being projected, which is not among them, nor are later ones
     */
    public List<PooledRow> pooledRows(int beforeYear, SortedMap<String, PooledTables> tables) {
        return members.parallelStream()
                .map(past -> pooledRows(
                        past.latest(),
                        beforeYear,
                        of(tables, Area.nationOf(past.latest().id().areaCode()))))
                .flatMap(List::stream)
                .toList();
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
}
