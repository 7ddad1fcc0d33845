package vn.chitieu.projection.evaluation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.dense.YearEndProjection;
import vn.chitieu.projection.dense.YearEndProjector;
import vn.chitieu.projection.dense.YearEndResult;
import vn.chitieu.projection.learned.CorrectionFiles;

/**
 * Measures the CPU time of one projection with its interval and probability, each case alone: nothing that another case
 * worked out is used. One thread, after a pass over every fourth case to warm up.
 */
final class EvaluationBench {

    private static final int WARM_UP_EVERY = 4;

    private static final PooledTables TABLES = PooledTables.shipped().with(CorrectionFiles.shipped());

    private EvaluationBench() {}

    public static void main(String[] args) {
        List<EvaluationCase> cases =
                EvaluationInput.read(Path.of(args[0]), Path.of(args[1]), false).understood();
        double checksum = 0;
        for (int i = 0; i < cases.size(); i += WARM_UP_EVERY) {
            checksum += answer(cases.get(i));
        }
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        double[] milliseconds = new double[cases.size()];
        long begin = thread.getCurrentThreadCpuTime();
        for (int i = 0; i < milliseconds.length; i++) {
            long start = thread.getCurrentThreadCpuTime();
            checksum += answer(cases.get(i));
            milliseconds[i] = (thread.getCurrentThreadCpuTime() - start) / 1e6;
        }
        double mean = (thread.getCurrentThreadCpuTime() - begin) / 1e6 / milliseconds.length;
        Arrays.sort(milliseconds);
        System.out.printf(
                Locale.ROOT,
                "%d cases, CPU ms per case: mean %.2f, median %.2f, 99%% %.2f, worst %.2f (checksum %.6e)%n",
                milliseconds.length,
                mean,
                milliseconds[milliseconds.length / 2],
                milliseconds[milliseconds.length * 99 / 100],
                milliseconds[milliseconds.length - 1],
                checksum);
    }

    private static double answer(EvaluationCase question) {
        EvaluationSeries series = question.series();
        int m = series.frequency().periodsPerYear();
        int last = EvaluationSeries.index(question.cutoff());
        YearEndResult result = YearEndProjector.project(
                series.run(series.startOfRun(last)),
                question.year(),
                last + 1 - question.year() * m,
                question.aggregation(),
                TABLES);
        return result instanceof YearEndProjection projection
                ? projection.quantiles().p2_5()
                        + projection.quantiles().p10()
                        + projection.quantiles().p90()
                        + projection.quantiles().p97_5()
                        + projection.probabilityAtLeast(question.target().orElse(0))
                : 0;
    }
}
