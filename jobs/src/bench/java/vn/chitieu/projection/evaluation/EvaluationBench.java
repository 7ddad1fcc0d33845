package vn.chitieu.projection.evaluation;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import vn.chitieu.catalog.table.ClusterSession;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.dense.YearEndProjection;
import vn.chitieu.projection.dense.YearEndProjector;
import vn.chitieu.projection.dense.YearEndResult;
import vn.chitieu.projection.learned.CorrectionFiles;

/**
 * Measures the CPU time of one projection with its interval and probability, with the correction learnt on other series
 * and without it, each case alone: nothing that another case worked out is used. One thread, after a pass over every
 * fourth case to warm up; both in turn, so that what else the machine does weighs on both.
 */
final class EvaluationBench {

    private static final int WARM_UP_EVERY = 4;

    private static final List<PooledTables> TABLES =
            List.of(PooledTables.shipped().with(CorrectionFiles.shipped()), PooledTables.shipped());

    private static final List<String> NAMES = List.of("corrected", "uncorrected");

    private EvaluationBench() {}

    /** Takes the files of series and cases, and a folder for temporary files. */
    public static void main(String[] args) throws IOException {
        List<EvaluationCase> cases = cases(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
        for (int i = 0; i < cases.size(); i += WARM_UP_EVERY) {
            for (PooledTables tables : TABLES) {
                answer(cases.get(i), tables);
            }
        }
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] bytes = new long[TABLES.size()];
        double[][] milliseconds = new double[TABLES.size()][cases.size()];
        double[] checksums = new double[TABLES.size()];
        for (int i = 0; i < cases.size(); i++) {
            for (int j = 0; j < TABLES.size(); j++) {
                int t = (i + j) % TABLES.size(); // neither is always the second, whose data are at hand
                long allocated = thread.getCurrentThreadAllocatedBytes();
                long start = thread.getCurrentThreadCpuTime();
                checksums[t] += answer(cases.get(i), TABLES.get(t));
                milliseconds[t][i] = (thread.getCurrentThreadCpuTime() - start) / 1e6;
                bytes[t] += thread.getCurrentThreadAllocatedBytes() - allocated;
            }
        }
        for (int t = 0; t < TABLES.size(); t++) {
            double mean = Arrays.stream(milliseconds[t]).average().orElse(0);
            Arrays.sort(milliseconds[t]);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d cases, CPU ms per case: mean %.3f, median %.3f, 99%% %.2f, worst %.2f; %.0f KB allocated (checksum %.6e)%n",
                    NAMES.get(t),
                    cases.size(),
                    mean,
                    milliseconds[t][cases.size() / 2],
                    milliseconds[t][cases.size() * 99 / 100],
                    milliseconds[t][cases.size() - 1],
                    bytes[t] / 1024.0 / cases.size(),
                    checksums[t]);
        }
    }

    private static List<EvaluationCase> cases(Path series, Path cases, Path work) throws IOException {
        try (SparkSession spark = ClusterSession.open(work);
                PanelJob data = PanelJob.read(spark, series, cases, false)) {
            return data.sampled(Integer.MAX_VALUE);
        }
    }

    private static double answer(EvaluationCase question, PooledTables tables) {
        EvaluationSeries series = question.series();
        int m = series.frequency().periodsPerYear();
        int last = EvaluationSeries.index(question.cutoff());
        YearEndResult result = YearEndProjector.project(
                series.run(series.startOfRun(last)),
                question.year(),
                last + 1 - question.year() * m,
                question.aggregation(),
                tables);
        return result instanceof YearEndProjection projection
                ? projection.quantiles().p2_5()
                        + projection.quantiles().p10()
                        + projection.quantiles().p90()
                        + projection.quantiles().p97_5()
                        + projection.probabilityAtLeast(question.target().orElse(0))
                : 0;
    }
}
