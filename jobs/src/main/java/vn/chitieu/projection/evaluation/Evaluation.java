package vn.chitieu.projection.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.Quantiles;
import vn.chitieu.projection.backtest.PooledEstimate;
import vn.chitieu.projection.backtest.PooledTablesEstimation;
import vn.chitieu.projection.dense.NotProjectable;
import vn.chitieu.projection.dense.PointCorrection;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.dense.YearEndProjection;
import vn.chitieu.projection.dense.YearEndProjector;
import vn.chitieu.projection.dense.YearEndResult;
import vn.chitieu.projection.distribution.AddedError;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.forecaster.RegularSeries;
import vn.chitieu.projection.learned.CorrectionEstimation;
import vn.chitieu.projection.series.DensePeriods;

/**
 * Projects many series at many cut-offs, so that the projections can be scored against what came out.
 *
 * <p>A case sees nothing of its series after its cut-off. Of other series it sees nothing, but for pooled tables that
 * are estimated when that is asked for.
 */
public final class Evaluation {

    private Evaluation() {}

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
        try (EvaluationData data = EvaluationData.read(spark, series, cases, false)) {
            return answer(spark, data, out, CaseTables.same(tables));
        }
    }

    /**
     * Does the same with pooled tables that are estimated for each data set and year: on the other data sets without
     * that year, of each series the years before the first that any case asks for, and drawn to nothing that was learnt
     * before. Of more than {@link EvaluationData#MOST_SAMPLED} series they are estimated on a sample of so many.
     *
     * @param cases has a column {@code dataset} besides
     * @param shipped stand in where too little is left to estimate from, with reason {@code shipped_tables} in the row
     */
    public static EvaluationOutcome runLeavingOut(
            SparkSession spark, Path series, Path cases, Path out, PooledTables shipped) throws IOException {
        requireWritableName(out);
        try (EvaluationData data = EvaluationData.read(spark, series, cases, true)) {
            EvaluationPanel panel = new EvaluationPanel(data.sampled(EvaluationData.MOST_SAMPLED), shipped);
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
        try (EvaluationData data = EvaluationData.read(spark, series, cases, true)) {
            EvaluationPanel panel = new EvaluationPanel(data.sampled(EvaluationData.MOST_SAMPLED), shipped);
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
     * {@link EvaluationData#MOST_SAMPLED} series a sample of so many is taken.
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
        try (EvaluationData data = EvaluationData.read(spark, series, cases, false)) {
            return new Studied<>(study.apply(data.sampled(EvaluationData.MOST_SAMPLED)), data.refusals());
        }
    }

    private static EvaluationOutcome answer(SparkSession spark, EvaluationData data, Path out, CaseTables tables)
            throws IOException {
        Broadcast<CaseTables> broadcast =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(tables);
        Dataset<Row> answers = data.each(
                        group -> answers(group, broadcast.value()).iterator(), Encoders.row(EvaluationAnswers.SCHEMA))
                .persist(StorageLevel.DISK_ONLY());
        try {
            EvaluationAnswers all = new EvaluationAnswers(answers);
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

    private static List<Row> answers(SeriesGroup group, CaseTables tables) {
        List<Row> answers = new ArrayList<>();
        List<EvaluationPanel.Member> members = new EvaluationPanel(group.understood(), tables.prior()).members();
        for (SeriesGroup.Asked asked : group.questions()) {
            boolean isUnderstood = asked.question() instanceof EvaluationCase;
            EvaluationRow row = asked.question() instanceof EvaluationCase question
                    ? row(members.get(0), question, tables.of(question), tables.reason(question))
                    : refused((RefusedCase) asked.question());
            answers.add(EvaluationAnswers.row(asked.line(), isUnderstood, row));
        }
        return answers;
    }

    private static EvaluationRow refused(RefusedCase refused) {
        return EvaluationRow.withoutDistribution(refused.caseId(), OptionalDouble.empty(), "none", refused.reason());
    }

    private static EvaluationRow row(
            EvaluationPanel.Member member, EvaluationCase question, PooledTables tables, String tablesReason) {
        EvaluationSeries series = question.series();
        int m = series.frequency().periodsPerYear();
        int start = question.year() * m;
        int end = EvaluationSeries.index(question.cutoff()) + 1;
        NavigableMap<Integer, Double> known = series.values().headMap(end, false);
        if (hasGap(known) && known.lastKey() >= start) {
            Optional<EvaluationRow> interpolated = interpolated(question, known, tables, tablesReason);
            if (interpolated.isPresent()) {
                return interpolated.get();
            }
        }
        int observed = observed(question);
        if (observed == 0) {
            return fromLatestCompleteYear(question, known, m);
        }
        int first = series.startOfRun(start + observed - 1);
        String reason = joined(
                joined(
                        start + observed == end
                                ? ""
                                : "known_until_" + new Period(question.year(), series.frequency(), observed),
                        known.firstKey() == first ? "" : "history_since_" + series.period(first)),
                doubtful(series, first, start + observed));
        YearEndResult result = YearEndProjector.project(
                member.origins(first, observed, question.aggregation()), question.year(), tables);
        if (result instanceof YearEndProjection projection) {
            return row(
                    question,
                    projection,
                    projection.distribution(),
                    joined(joined(reason, projection.method().fallbackReason()), tablesReason));
        }
        NotProjectable none = (NotProjectable) result;
        return EvaluationRow.withoutDistribution(
                question.caseId(), none.indicativePoint(), none.indicativeMethod(), joined(reason, none.reason()));
    }

    /** Returns how many periods are known from the start of the year to the first gap or the cut-off. */
    private static int observed(EvaluationCase question) {
        int start = question.year() * question.series().frequency().periodsPerYear();
        int end = EvaluationSeries.index(question.cutoff()) + 1;
        int observed = 0;
        while (start + observed < end && question.series().values().containsKey(start + observed)) {
            observed++;
        }
        return observed;
    }

    private static boolean hasGap(NavigableMap<Integer, Double> known) {
        return !known.isEmpty() && known.lastKey() - known.firstKey() + 1 != known.size();
    }

    /**
     * Returns the row that short gaps filled in lead to, the error of those in the year added; empty if none of the
     * gaps can be filled that cut the history or the year.
     */
    private static Optional<EvaluationRow> interpolated(
            EvaluationCase question, NavigableMap<Integer, Double> known, PooledTables tables, String tablesReason) {
        EvaluationSeries series = question.series();
        int m = series.frequency().periodsPerYear();
        int firstYear = known.firstKey() / m;
        double[] values = new double[known.lastKey() + 1 - firstYear * m];
        Arrays.fill(values, Double.NaN);
        known.forEach((index, value) -> values[index - firstYear * m] = value);
        DensePeriods periods = DensePeriods.of(firstYear, m, values);
        int observed = periods.reach(question.year());
        if (observed == 0) {
            return Optional.empty();
        }
        RegularSeries run = RegularSeries.lastRun(m, firstYear, 1, periods.until(question.year(), observed));
        int first = run.firstYear() * m + run.firstPeriod() - 1;
        List<Period> interpolated = periods.interpolatedSince(first - firstYear * m);
        YearEndResult result = YearEndProjector.project(
                run, question.year(), observed, question.aggregation(), tables.with(PointCorrection.NONE));
        if (interpolated.isEmpty() || !(result instanceof YearEndProjection projection)) {
            return Optional.empty();
        }
        PredictiveDistribution distribution = AddedError.to(
                projection.distribution(),
                periods.error(question.year(), observed, question.aggregation()),
                periods.degreesOfFreedom(question.year()));
        int end = EvaluationSeries.index(question.cutoff()) + 1;
        String reason = joined(
                question.year() * m + observed == end
                        ? ""
                        : "known_until_" + new Period(question.year(), series.frequency(), observed),
                known.firstKey() == first ? "" : "history_since_" + series.period(first));
        String filled =
                interpolated.stream().map(period -> "interpolated_" + period).collect(Collectors.joining(";"));
        return Optional.of(row(
                question,
                projection,
                distribution,
                joined(joined(joined(reason, filled), projection.method().fallbackReason()), tablesReason)));
    }

    private static EvaluationRow row(
            EvaluationCase question, YearEndProjection projection, PredictiveDistribution distribution, String reason) {
        OptionalDouble pAttain = question.target().isPresent()
                ? OptionalDouble.of(
                        distribution.probabilityAtLeast(question.target().getAsDouble()))
                : OptionalDouble.empty();
        Quantiles quantiles = Quantiles.of(distribution);
        return new EvaluationRow(
                question.caseId(),
                OptionalDouble.of(projection.point()),
                OptionalDouble.of(quantiles.p10()),
                OptionalDouble.of(quantiles.p90()),
                OptionalDouble.of(quantiles.p2_5()),
                OptionalDouble.of(quantiles.p97_5()),
                pAttain,
                projection.method().code(),
                reason);
    }

    private static EvaluationRow fromLatestCompleteYear(
            EvaluationCase question, NavigableMap<Integer, Double> known, int m) {
        if (known.isEmpty()) {
            return EvaluationRow.withoutDistribution(question.caseId(), OptionalDouble.empty(), "none", "no_data");
        }
        int first = known.firstKey() / m;
        for (int year = question.year() - 1; year >= first; year--) {
            double[] values = known.subMap(year * m, (year + 1) * m).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            if (values.length == m) {
                OptionalDouble point = OptionalDouble.of(question.aggregation().annual(values, 0, m));
                return EvaluationRow.withoutDistribution(
                        question.caseId(), point, "latest_complete_year", "no_data_this_year");
            }
        }
        return EvaluationRow.withoutDistribution(
                question.caseId(), OptionalDouble.empty(), "none", "no_data_this_year");
    }

    /** Returns the code that says which of the used periods were stated twice with different values. */
    private static String doubtful(EvaluationSeries series, int first, int end) {
        return series.doubtful().subSet(first, end).stream()
                .map(index -> "doubtful_" + series.period(index))
                .collect(Collectors.joining(";"));
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + ";" + second;
    }
}
