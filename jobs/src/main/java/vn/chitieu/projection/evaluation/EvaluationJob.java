package vn.chitieu.projection.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.table.RowIterators;
import vn.chitieu.projection.backtest.PooledEstimate;
import vn.chitieu.projection.backtest.PooledTablesEstimation;
import vn.chitieu.projection.dense.PointCorrection;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.learned.CorrectionEstimation;

/**
 * Projects many series at many cut-offs, so that the projections can be scored against what came out.
 *
 * <p>A case sees nothing of its series after its cut-off. Of other series it sees nothing, but for pooled tables that
 * are estimated when that is asked for.
 */
public final class EvaluationJob {

    private EvaluationJob() {}

    /**
     * Reads series and cases and writes one row for each case, in the order of the cases.
     *
     * <p>The rows do not depend on how Spark shares out the work, and no process holds more than a few series. What
     * cannot be used in the files is reported, and the rest is worked out; nothing is written if no case can be
     * understood.
     *
     * @param series CSV with {@code series_id, period, value}, gzipped where the name says so
     * @param cases the same with {@code case_id, series_id, frequency, agg, year, cutoff_period, target}
     * @param out CSV or Parquet to be written, by its name
     * @throws DataException if a file cannot be read or lacks a column, or the name of {@code out} says no format
     * @throws IOException if {@code out} cannot be written
     */
    public static EvaluationOutcome run(SparkSession spark, Path series, Path cases, Path out, PooledTables tables)
            throws IOException {
        requireWritableName(out);
        try (PanelJob data = PanelJob.read(spark, series, cases, false)) {
            return answer(spark, data, out, CaseTables.same(tables));
        }
    }

    /**
     * Does the same with pooled tables that are estimated for each data set and year: on the other data sets without
     * that year, of each series the years before the first that any case asks for, and drawn to nothing that was learnt
     * before. Of more than {@link PanelJob#MOST_SAMPLED} series they are estimated on a sample of so many.
     *
     * @param cases has a column {@code dataset} besides
     * @param shipped stand in where too little is left to estimate from, with reason {@code shipped_tables} in the row
     */
    public static EvaluationOutcome runLeavingOut(
            SparkSession spark, Path series, Path cases, Path out, PooledTables shipped) throws IOException {
        requireWritableName(out);
        try (PanelJob data = PanelJob.read(spark, series, cases, true)) {
            EvaluationPanel panel = new EvaluationPanel(data.sampled(PanelJob.MOST_SAMPLED), shipped);
            return answer(spark, data, out, LeaveOutTables.of(data.judged(), panel, shipped));
        }
    }

    /**
     * Does the same with a correction that is learnt for each family of data sets too, on the other families: what a
     * series gets that neither tables nor correction have seen anything of.
     */
    public static EvaluationOutcome runLeavingOutFamilies(
            SparkSession spark, Path series, Path cases, Path out, PooledTables shipped) throws IOException {
        requireWritableName(out);
        try (PanelJob data = PanelJob.read(spark, series, cases, true)) {
            EvaluationPanel panel = new EvaluationPanel(data.sampled(PanelJob.MOST_SAMPLED), shipped);
            List<DatasetYear> judged = data.judged();
            LeaveOutTables tables = LeaveOutTables.of(judged, panel, shipped);
            return answer(spark, data, out, tables.with(LeaveOutCorrections.of(judged, panel, shipped)));
        }
    }

    /**
     * Refuses a name that no result can be written to.
     *
     * @throws DataException if it ends in none of {@code .csv}, {@code .csv.gz}, {@code .parquet}
     */
    public static void requireWritableName(Path out) {
        EvaluationFiles.requireWritableName(out);
    }

    /**
     * Returns pooled tables estimated on the past of the series that the cases ask about: on the years before the first
     * year that any case asks for, at the points of the year that the shipped tables have. Of more than
     * {@link PanelJob#MOST_SAMPLED} series a sample of so many is taken.
     *
     * @param shipped what the estimates are drawn to, and what is returned if the panel is too small
     * @throws DataException if a file cannot be read or lacks a column
     */
    public static Studied<PooledEstimate> estimate(SparkSession spark, Path series, Path cases, PooledTables shipped) {
        return study(spark, series, cases, asked -> {
            EvaluationPanel panel = new EvaluationPanel(asked, shipped);
            int first = asked.stream().mapToInt(EvaluationCase::year).min().orElse(0);
            return PooledTablesEstimation.estimate(
                    panel.rowsBefore(first).stream()
                            .map(EvaluationPanel.Row::row)
                            .toList(),
                    shipped);
        });
    }

    /**
     * Returns a correction learnt on all complete years of the series that the cases ask about, at every point of the
     * year; {@link PointCorrection#NONE} if there are too few series. Of too many a sample is taken, as by
     * {@link #estimate}.
     *
     * @param tables what the errors are counted in
     * @throws DataException if a file cannot be read or lacks a column
     */
    public static Studied<PointCorrection> learn(SparkSession spark, Path series, Path cases, PooledTables tables) {
        return study(
                spark,
                series,
                cases,
                asked -> CorrectionEstimation.estimate(
                        new EvaluationPanel(asked, tables)
                                .learningRows(true).stream()
                                        .map(EvaluationPanel.Learning::row)
                                        .toList(),
                        tables.errors().quantile(0.5)));
    }

    private static <T> Studied<T> study(
            SparkSession spark, Path series, Path cases, Function<List<EvaluationCase>, T> study) {
        try (PanelJob data = PanelJob.read(spark, series, cases, false)) {
            return new Studied<>(study.apply(data.sampled(PanelJob.MOST_SAMPLED)), data.refusals());
        }
    }

    /** Answers the cases of some data and writes the answers. */
    static EvaluationOutcome answer(SparkSession spark, PanelJob data, Path out, CaseTables tables) throws IOException {
        Broadcast<CaseTables> broadcast =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(tables);
        Dataset<Row> answers = data.each(group -> answers(group, broadcast.value()), Encoders.row(AnswersJob.SCHEMA))
                .persist(StorageLevel.DISK_ONLY());
        try {
            AnswersJob all = new AnswersJob(answers);
            long understood = all.understood();
            if (understood > 0) {
                EvaluationFiles.write(out, all);
            }
            return new EvaluationOutcome(understood, data.refusals());
        } finally {
            answers.unpersist();
            broadcast.destroy();
        }
    }

    private static Iterator<Row> answers(SeriesGroup group, CaseTables tables) {
        return RowIterators.mapped(SeriesAnswers.of(group, tables).iterator(), AnswersJob::row);
    }
}
