package vn.chitieu.night;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import vn.chitieu.account.area.AreaFigures;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.projection.backtest.BacktestJob;
import vn.chitieu.projection.backtest.BacktestLook;
import vn.chitieu.projection.backtest.PastProjection;
import vn.chitieu.projection.backtest.PooledRow;
import vn.chitieu.projection.dense.PooledTables;

/**
 * The complete years of an office projected again, in a Spark session of its own.
 *
 * @param untested how many series that a night projects have no such year, by area
 * @param rows what pooled tables are estimated from; empty where none were asked for
 */
public record PastStudy(List<PastProjection> past, Map<String, Long> untested, List<PooledRow> rows) {

    public PastStudy {
        past = List.copyOf(past);
        untested = Map.copyOf(untested);
        rows = List.copyOf(rows);
    }

    /**
     * Looks at the years as known on a day.
     *
     * @param isForTables whether pooled tables are to be estimated
     */
    public static PastStudy of(
            Path datasets,
            Codelists codelists,
            Collection<Observation> figures,
            LocalDate day,
            int fromYear,
            boolean isForTables)
            throws IOException {
        return SessionStart.during(spark -> {
            try (BacktestJob job = BacktestJob.of(spark, AreaFigures.of(figures), BacktestLook.of(codelists, day))) {
                List<PastProjection> past =
                        job.projections(fromYear, BacktestJob.EVERY_MONTH, OfficeTables.byNation(datasets, codelists));
                return new PastStudy(
                        past, job.untested(past), isForTables ? rows(job, datasets, codelists, day) : List.of());
            }
        });
    }

    private static List<PooledRow> rows(BacktestJob job, Path datasets, Codelists codelists, LocalDate day) {
        SortedMap<String, PooledTables> prior =
                OfficeTables.withCalendars(datasets, codelists.areas().values(), PooledTables.shipped());
        return job.pooledRows(day.getYear(), prior);
    }
}
