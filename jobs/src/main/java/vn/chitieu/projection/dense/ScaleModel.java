package vn.chitieu.projection.dense;

import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.forecaster.MethodConstants;

/** The pooled log-linear model of the error scale (a Laplace scale regression; cf. Harvey 1976, Econometrica 44). */
public final class ScaleModel {

    private static final double LEAST_PREDICTOR = 1e-5;
    private static final double LARGEST_PREDICTOR = 5;
    private static final double LEAST_SHARE = 0.01;
    private static final double LEAST_SIGMA = 1e-9;

    private ScaleModel() {}

    /**
     * Returns the scale of the error of {@code point}.
     *
     * @param weights of the members of {@code forecast}; 0 for those that do not count
     * @param annual with at least two complete years before the year projected
     */
    static ErrorScale errorScale(
            OriginForecast forecast, double[] weights, double point, AnnualValues annual, PooledTables tables) {
        if (!forecast.isNonNegative()) {
            double spread = spread(forecast.projections(), weights, point, false);
            return SignedScale.of(forecast, spread, annual, tables);
        }
        MethodConstants constants = tables.constants();
        int year = forecast.year();
        int m = forecast.periodsPerYear();
        double lastYear = annual.of(year - 1);
        boolean isLog = point > 0 && lastYear > 0 && allPositive(forecast.projections(), weights);
        double unit = isLog ? 1 : additiveUnit(annual.meanAbsoluteValue(year, constants.mostHistoryYears()), point);
        double logSpread = boundedLog(spread(forecast.projections(), weights, point, isLog) / unit);
        double logVolatility = boundedLog(annual.typicalChange(year) / (isLog ? lastYear : unit));
        double share = share(forecast, point, isLog);
        double logSigmaShare = boundedLog(forecast.residualScale() * share);
        ErrorScale predictors = new ErrorScale(isLog, unit, logSpread, logVolatility, logSigmaShare, 1);
        return predictors.withSigma(sigma(predictors, m, forecast.observedPeriods(), tables));
    }

    /** Returns the scale that the predictors lead to; the one they come with is not looked at. */
    public static double sigma(ErrorScale predictors, int m, int observedPeriods, PooledTables tables) {
        double[] b = tables.scaleCoefficients().at(4.0 * observedPeriods / m);
        double[] x = predictors.predictors(m);
        double logSigma = 0;
        for (int j = 0; j < b.length; j++) {
            logSigma += b[j] * x[j];
        }
        return Math.max(LEAST_SIGMA, Math.min(tables.constants().mostSigma(), Math.exp(logSigma)));
    }

    private static boolean allPositive(double[] projections, double[] weights) {
        for (int j = 0; j < projections.length; j++) {
            if (weights[j] > 0 && !(projections[j] > 0)) {
                return false;
            }
        }
        return true;
    }

    private static double spread(double[] projections, double[] weights, double point, boolean isLog) {
        double sum = 0;
        for (int j = 0; j < projections.length; j++) {
            if (weights[j] > 0) {
                double deviation = isLog ? Math.log(projections[j] / point) : projections[j] - point;
                sum += weights[j] * deviation * deviation;
            }
        }
        return Math.sqrt(sum);
    }

    /** Returns the part of the annual value that is still open. */
    private static double share(OriginForecast forecast, double point, boolean isLog) {
        if (forecast.aggregation() == Aggregation.LAST) {
            return 1;
        }
        double open = forecast.periodsPerYear() - forecast.observedPeriods();
        double share = isLog ? 1 - forecast.toDate() / point : open / forecast.periodsPerYear();
        return Math.max(LEAST_SHARE, Math.min(1, share));
    }

    static double boundedLog(double x) {
        return Math.log(Math.min(LARGEST_PREDICTOR, Math.max(LEAST_PREDICTOR, x)));
    }

    /** Returns the mean absolute annual value, or what there is instead when every earlier year was 0. */
    static double additiveUnit(double meanAbsoluteValue, double point) {
        return meanAbsoluteValue > 0 ? meanAbsoluteValue : point == 0 ? 1 : Math.abs(point);
    }
}
