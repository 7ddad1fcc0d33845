package vn.chitieu.projection.learned;

import java.util.Arrays;
import java.util.List;
import vn.chitieu.projection.dense.CombinedForecast;
import vn.chitieu.projection.dense.Correction;
import vn.chitieu.projection.dense.PointCorrection;

/**
 * Moves point and scale of the combination by what boosted trees learnt from its errors on other series.
 *
 * <p>Only series like those learnt on are moved: above 0 in all periods, with at least three complete years and a
 * backtest.
 */
public final class LearnedCorrection implements PointCorrection {

    private static final long serialVersionUID = 1L;

    /** The point moves at most by one scale of its error, the scale at most by the factor e. */
    private static final double MOST = 1;

    private static final int FEWEST_YEARS = 3;

    private final List<RegressionTree> point;
    private final List<RegressionTree> scale;
    private final TreeSum pointSum;
    private final TreeSum scaleSum;
    private final int boosters;
    private final int series;

    /**
     * Makes a correction of trees over {@link CorrectionFeatures}.
     *
     * @param point their sum over {@code boosters} is the error to be expected, in scales
     * @param scale the same is the logarithm of what the scale is to be multiplied by
     * @param boosters how many times trees were grown from nothing
     * @param series how many series they were learnt on, at least 1
     */
    LearnedCorrection(List<RegressionTree> point, List<RegressionTree> scale, int boosters, int series) {
        if (boosters < 1 || series < 1) {
            throw new IllegalArgumentException(
                    "Expecting at least 1 booster and 1 series but were %s and %s".formatted(boosters, series));
        }
        this.point = List.copyOf(point);
        this.scale = List.copyOf(scale);
        this.pointSum = TreeSum.of(this.point);
        this.scaleSum = TreeSum.of(this.scale);
        this.boosters = boosters;
        this.series = series;
    }

    @Override
    public Correction of(CombinedForecast combined) {
        if (!isOfKnownKind(combined)) {
            return Correction.NONE;
        }
        double[] x = CorrectionFeatures.of(combined);
        double shift = mean(pointSum, x);
        return new Correction(Math.exp(shift * combined.errorScale().sigma()), Math.exp(mean(scaleSum, x)), series);
    }

    /** Returns whether a series is of the kind that is learnt on. */
    static boolean isOfKnownKind(CombinedForecast combined) {
        return combined.errorScale().isLog()
                && combined.historyYears() >= FEWEST_YEARS
                && !combined.origin().earlier().isEmpty()
                && Arrays.stream(combined.known().values()).allMatch(value -> value > 0);
    }

    private double mean(TreeSum trees, double[] x) {
        return Math.max(-MOST, Math.min(MOST, trees.of(x) / boosters));
    }

    List<RegressionTree> pointTrees() {
        return point;
    }

    List<RegressionTree> scaleTrees() {
        return scale;
    }

    int boosters() {
        return boosters;
    }

    /** Returns how many series it was learnt on. */
    public int series() {
        return series;
    }
}
