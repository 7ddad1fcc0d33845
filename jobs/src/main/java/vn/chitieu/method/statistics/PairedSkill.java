package vn.chitieu.method.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * How much better a forecaster is than another on the same tasks, in the form of fev-bench (Shchur et al. 2025): skill,
 * one less the geometric mean of the ratios of errors, each held inside 1/100 … 100; and the win rate, the share of
 * tasks with the smaller error, a draw counting half.
 *
 * <p>The 90 % intervals are percentiles of {@value #REPLICATES} bootstrap samples. Tasks of one cluster are drawn
 * together, since they err together. The generator starts from the same seed every time: the same tasks have the same
 * intervals.
 */
public final class PairedSkill {

    /** With fewer clusters there is no interval. */
    public static final int FEWEST_CLUSTERS = 5;

    private static final int REPLICATES = 1000;
    private static final int SEED = 20_251;
    private static final double LEAST_RATIO = 0.01;
    private static final double LOWER = 5;
    private static final double UPPER = 95;
    private static final int MOST_REMEMBERED = 50;
    private static final Map<Integer, int[]> DRAWN = new ConcurrentHashMap<>();

    private PairedSkill() {}

    /**
     * One task.
     *
     * @param cluster tasks of one name err together
     * @param error mean absolute error of the forecaster, not negative
     * @param benchmark that of the other, in the same unit
     */
    public record Task(String cluster, double error, double benchmark) {

        private double logRatio() {
            if (error == benchmark) {
                return 0; // both may be 0
            }
            double ratio = error / benchmark;
            return Math.log(Math.max(LEAST_RATIO, Math.min(1 / LEAST_RATIO, ratio)));
        }

        private double win() {
            return error == benchmark ? 0.5 : error < benchmark ? 1 : 0;
        }
    }

    /**
     * A number and its 90 % interval.
     *
     * @param lower NaN without an interval, as is {@code upper}
     */
    public record Estimate(double value, double lower, double upper) {

        public boolean hasInterval() {
            return !Double.isNaN(lower);
        }
    }

    /**
     * What the tasks say.
     *
     * @param skill 0.2 where errors are a fifth smaller; below 0 where they are larger
     * @param winRate from 0 to 1
     */
    public record Result(Estimate skill, Estimate winRate, int tasks, int clusters) {}

    /**
     * Returns skill and win rate.
     *
     * @param tasks at least one, in an order that does not depend on the run
     * @throws IllegalArgumentException if there is none
     */
    public static Result of(List<Task> tasks) {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("Expecting at least one task but were none");
        }
        Map<String, List<Task>> byCluster = new TreeMap<>();
        tasks.forEach(task -> byCluster
                .computeIfAbsent(task.cluster(), cluster -> new ArrayList<>())
                .add(task));
        double[][] sums = byCluster.values().stream()
                .map(some -> new double[] {some.size(), sum(some, Task::logRatio), sum(some, Task::win)})
                .toArray(double[][]::new);
        double[] skills = new double[REPLICATES];
        double[] rates = new double[REPLICATES];
        boolean hasInterval = sums.length >= FEWEST_CLUSTERS;
        if (hasInterval) {
            int[] drawn = clustersDrawn(sums.length);
            int next = 0;
            for (int b = 0; b < REPLICATES; b++) {
                double count = 0;
                double logRatios = 0;
                double wins = 0;
                for (int c = 0; c < sums.length; c++) {
                    double[] cluster = sums[drawn[next++]];
                    count += cluster[0];
                    logRatios += cluster[1];
                    wins += cluster[2];
                }
                skills[b] = 1 - Math.exp(logRatios / count);
                rates[b] = wins / count;
            }
        }
        double skill = 1 - Math.exp(sum(tasks, Task::logRatio) / tasks.size());
        double rate = sum(tasks, Task::win) / tasks.size();
        return new Result(
                estimate(skill, skills, hasInterval), estimate(rate, rates, hasInterval), tasks.size(), sums.length);
    }

    /**
     * Returns which clusters are drawn, sample after sample: the same for every group of so many clusters, so that
     * those of few, which most groups are, are drawn once.
     */
    private static int[] clustersDrawn(int clusters) {
        return clusters > MOST_REMEMBERED ? drawn(clusters) : DRAWN.computeIfAbsent(clusters, PairedSkill::drawn);
    }

    private static int[] drawn(int clusters) {
        RandomGenerator random = new MersenneTwister(SEED);
        return IntStream.generate(() -> random.nextInt(clusters))
                .limit((long) REPLICATES * clusters)
                .toArray();
    }

    private static Estimate estimate(double value, double[] replicates, boolean hasInterval) {
        if (!hasInterval) {
            return new Estimate(value, Double.NaN, Double.NaN);
        }
        Percentile percentile = new Percentile();
        percentile.setData(replicates);
        return new Estimate(value, percentile.evaluate(LOWER), percentile.evaluate(UPPER));
    }

    private static double sum(List<Task> tasks, ToDoubleFunction<Task> number) {
        double sum = 0;
        for (Task task : tasks) {
            sum += number.applyAsDouble(task);
        }
        return sum;
    }
}
