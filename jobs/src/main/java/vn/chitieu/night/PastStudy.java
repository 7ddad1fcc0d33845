package vn.chitieu.night;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import vn.chitieu.account.area.AreaFigures;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.backtest.BacktestJob;
import vn.chitieu.projection.backtest.BacktestLook;
import vn.chitieu.projection.backtest.PooledRow;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.track.Statements;
import vn.chitieu.track.TrackEntry;
import vn.chitieu.track.TrackRecord;

/**
 * The complete years of an office projected again, in a Spark session of its own.
 *
 * @param record of what they say, and how it came out
 * @param untested how many series that a night projects have no such year, by area
 * @param rows what pooled tables are estimated from; empty where none were asked for
 */
public record PastStudy(TrackRecord record, Map<String, Long> untested, List<PooledRow> rows) {

    public PastStudy {
        untested = Map.copyOf(untested);
        rows = List.copyOf(rows);
    }

    /**
     * Looks at the years as known on a day.
     *
     * @param isForTables whether pooled tables are to be estimated
     */
    public static PastStudy of(
            Path datasets, Codelists codelists, Figures figures, LocalDate day, int fromYear, boolean isForTables)
            throws IOException {
        return SessionStart.during(spark -> {
            try (BacktestJob job = BacktestJob.of(spark, AreaFigures.of(figures), BacktestLook.of(codelists, day))) {
                List<TrackEntry> entries = new ArrayList<>();
                job.projections(
                        fromYear,
                        BacktestJob.EVERY_MONTH,
                        OfficeTables.byNation(datasets, codelists),
                        Statements::ofPast,
                        (area, ofArea) -> entries.addAll(ofArea));
                TrackRecord past = new TrackRecord(entries);
                Set<SeriesId> tested = past.entries().stream()
                        .map(entry -> entry.statement().subject().series())
                        .collect(Collectors.toSet());
                return new PastStudy(
                        past, job.untested(tested), isForTables ? rows(job, datasets, codelists, day) : List.of());
            }
        });
    }

    private static List<PooledRow> rows(BacktestJob job, Path datasets, Codelists codelists, LocalDate day) {
        SortedMap<String, PooledTables> prior =
                OfficeTables.withCalendars(datasets, codelists.areas().values(), PooledTables.shipped());
        return job.pooledRows(day.getYear(), prior);
    }
}
