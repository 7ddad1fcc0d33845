package vn.chitieu.projection.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;
import vn.chitieu.projection.HistoryBreak;
import vn.chitieu.projection.IndicatorFacts;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.area.SeriesProjector;
import vn.chitieu.projection.dense.BacktestRow;
import vn.chitieu.projection.dense.DensePart;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.dense.YearEndProjector;
import vn.chitieu.projection.series.SeriesHistory;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.series.SeriesInputs;

/** All series of an office with their vintages, to be projected again at every point of their complete years. */
public final class BacktestPanel {

    /** A series as known today, and the vintages it was made of, or of an account those that date its periods. */
    private record Member(SeriesInput latest, List<Observation> vintages, boolean isOfAccount) {}

    private final List<Member> members;
    private final List<HistoryBreak> breaks;

    private BacktestPanel(List<Member> members, List<HistoryBreak> breaks) {
        this.members = members;
        this.breaks = List.copyOf(breaks);
    }

    /**
     * Returns the panel as known on a day.
     *
     * @param observations of all areas, in any order; those published later are not looked at
     * @param figures of the accounts of all areas as of that day
     * @param facts by indicator code
     */
    public static BacktestPanel of(
            Collection<Observation> observations,
            Collection<AccountFigure> figures,
            Map<String, IndicatorFacts> facts,
            List<HistoryBreak> breaks,
            LocalDate asOf) {
        List<Observation> visible = Vintages.visible(observations, asOf);
        Map<SeriesId, List<Observation>> vintages = new TreeMap<>();
        for (Observation observation : visible) {
            vintages.computeIfAbsent(SeriesInputs.id(observation.key()), id -> new ArrayList<>())
                    .add(observation);
        }
        Set<SeriesId> ofAccounts = SeriesInputs.ofAccounts(figures);
        List<Member> members =
                SeriesInputs.assemble(Vintages.latestByKey(visible, asOf).values(), figures, facts, breaks).stream()
                        .map(latest -> new Member(
                                latest,
                                vintages.getOrDefault(latest.id(), List.of()),
                                ofAccounts.contains(latest.id())))
                        .toList();
        return new BacktestPanel(members, breaks);
    }

    /** Returns the rows of {@link Backtest#of} for every series, in the order of their ids and of time. */
    public List<PastProjection> projections(int fromYear, PooledTables tables) {
        return members.parallelStream()
                .map(member ->
                        Backtest.of(member.latest(), member.vintages(), member.isOfAccount(), breaks, fromYear, tables))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Returns what {@link PooledTablesEstimation} learns from: for each dense series and each month or quarter before
     * the last, the projections of its complete years.
     *
     * @param beforeYear the year being projected, which is not among them, nor are later ones
     */
    public List<PooledRow> pooledRows(int beforeYear, PooledTables tables) {
        return members.parallelStream()
                .map(member -> pooledRows(member.latest(), beforeYear, tables))
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
