package vn.chitieu.projection.learned;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.chitieu.projection.dense.PointCorrection;
import vn.chitieu.projection.learned.HistogramBooster.Settings;

/**
 * Learns a {@link LearnedCorrection} from the errors of many series.
 *
 * <p>A row weighs one over the root of the number of rows of its series and point of the year, half of that below five
 * years of history, about a third between quarters; times its scale over the usual change of its series, so that what
 * becomes small is the error in usual changes.
 */
public final class CorrectionEstimation {

    /** Of two depths, each twice: which rows a tree sees is chance, and the mean of several is better than each. */
    private static final List<Settings> BOOSTERS = List.of(
            new Settings(5, 80, 200, 0.5, 0.06, 1),
            new Settings(6, 80, 400, 0.3, 0.06, 2),
            new Settings(5, 80, 200, 0.5, 0.06, 3),
            new Settings(6, 80, 400, 0.3, 0.06, 4));

    /** With rows from fewer series nothing is learnt. */
    public static final int FEWEST_SERIES = 30;

    private static final int FULL_WEIGHT_YEARS = 5;
    private static final double BETWEEN_QUARTERS = 0.35;
    private static final double MOST_SCALE = 3;
    private static final double MOST_ERROR = 6;
    private static final double SMOOTH = 0.3;
    private static final double MOST_SIZE = 50;
    private static final double LEAST_CURVATURE = 0.05;

    private CorrectionEstimation() {}

    /**
     * Returns what rows teach; their order does not matter. Rows of fewer than 30 series teach nothing.
     *
     * @param median of the distribution of errors that the scale belongs to
     */
    public static PointCorrection estimate(List<LearningRow> rows, double median) {
        int series = (int) rows.stream().map(LearningRow::seriesId).distinct().count();
        if (series < FEWEST_SERIES) {
            return PointCorrection.NONE;
        }
        List<LearningRow> sorted = rows.stream()
                .sorted(Comparator.comparing(LearningRow::seriesId)
                        .thenComparing(LearningRow::observedPeriods)
                        .thenComparing(LearningRow::year))
                .toList();
        double[][] x = sorted.stream().map(LearningRow::features).toArray(double[][]::new);
        double[] error = sorted.stream()
                .mapToDouble(row -> Math.max(-MOST_ERROR, Math.min(MOST_ERROR, row.scaledError())))
                .toArray();
        double[] weights = weights(sorted);
        FeatureBins bins = FeatureBins.of(x);
        // The scale is learnt around the median of the law: what the point trees leave of their own rows is too small.
        return new LearnedCorrection(
                trees(bins, pointLoss(error, weights)),
                trees(bins, scaleLoss(error, weights, median)),
                BOOSTERS.size(),
                series);
    }

    private static List<RegressionTree> trees(FeatureBins bins, HistogramBooster.Loss loss) {
        return BOOSTERS.stream()
                .flatMap(settings -> HistogramBooster.fit(bins, loss, settings).stream())
                .toList();
    }

    /** Absolute error, smooth near 0. */
    private static HistogramBooster.Loss pointLoss(double[] error, double[] weights) {
        return (prediction, first, second) -> {
            for (int i = 0; i < error.length; i++) {
                first[i] = weights[i] * Math.tanh((prediction[i] - error[i]) / SMOOTH);
                second[i] = weights[i];
            }
        };
    }

    /** Likelihood of the logarithm of the scale of a Laplace distribution. */
    private static HistogramBooster.Loss scaleLoss(double[] error, double[] weights, double median) {
        return (prediction, first, second) -> {
            for (int i = 0; i < error.length; i++) {
                double size = Math.min(MOST_SIZE, Math.abs(error[i] - median) * Math.exp(-prediction[i]));
                first[i] = weights[i] * (1 - size);
                second[i] = weights[i] * Math.max(size, LEAST_CURVATURE);
            }
        };
    }

    /** Returns the weights, one on average. */
    private static double[] weights(List<LearningRow> rows) {
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(seriesAndPoint(row), 1, Integer::sum));
        double[] weights = rows.stream()
                .mapToDouble(row -> (row.historyYears() < FULL_WEIGHT_YEARS ? 0.5 : 1)
                        / Math.sqrt(counts.getOrDefault(seriesAndPoint(row), 1))
                        * (row.isAtQuarter() ? 1 : BETWEEN_QUARTERS)
                        * Math.min(MOST_SCALE, row.scaleOfVolatility()))
                .toArray();
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= weights.length / total;
        }
        return weights;
    }

    private static String seriesAndPoint(LearningRow row) {
        return row.observedPeriods() + " " + row.seriesId();
    }
}
