package vn.chitieu.projection.forecaster;

import java.util.Arrays;
import vn.chitieu.method.statistics.OrderStatistics;
import vn.chitieu.projection.calendar.CalendarEffect;
import vn.chitieu.projection.calendar.CalendarRegressors;

/**
 * What the members of the combination see of a series: transformed, without calendar effects and outliers.
 *
 * <p>It is adjusted once, with what is known at the last origin. The origins before it, each a year earlier, end their
 * recursions there but share the adjustment: their projections only weigh the members.
 *
 * <p>{@code z} is the logarithm where every value is positive, otherwise the value over the mean absolute value;
 * {@code v} is the same in the unit of the series. Arrays are shared, not copied: nobody writes to them.
 *
 * @param m periods in a year
 * @param firstSeason season of the first value, from 0
 * @param horizon periods of the year still missing, at least 1
 * @param isLog whether {@code z} holds logarithms
 * @param unit what multiplies {@code z} to give {@code v} where it does not; 1 otherwise
 * @param slowEffects seasonal effects of {@code z} that forget slowly
 * @param fastEffects the same, forgetting fast
 * @param calendarFactors of each missing period, a row for each origin, the last origin first
 */
@SuppressWarnings("ArrayRecordComponent") // a package-private carrier of hot arrays that is never compared
public record AdjustedSeries(
        int m,
        int firstSeason,
        int horizon,
        boolean isLog,
        double unit,
        double[] z,
        double[] v,
        double[] slowEffects,
        double[] fastEffects,
        double[][] calendarFactors,
        MethodConstants constants) {

    /**
     * Adjusts the values known at an origin.
     *
     * @param known up to the origin, at least two years before the year of the first origin
     * @param horizon periods of the year still missing
     * @param origins how many, one a year, the last one included
     */
    public static AdjustedSeries of(RegularSeries known, int horizon, int origins, MethodConstants constants) {
        int m = known.periodsPerYear();
        int firstSeason = known.firstPeriod() - 1;
        double[] y = known.values();
        boolean isLog = allPositive(y);
        double unit = isLog ? 1 : meanAbsoluteValue(y);
        double[] z = new double[y.length];
        for (int t = 0; t < z.length; t++) {
            z[t] = isLog ? Math.log(y[t]) : y[t] / unit;
        }
        double[][] calendarFactors = new double[origins][horizon];
        for (double[] ofOrigin : calendarFactors) {
            Arrays.fill(ofOrigin, 1);
        }
        if (isLog && m == 12 && z.length >= CalendarEffect.LEAST_LENGTH) {
            removeCalendarEffect(z, known, calendarFactors, constants);
        }
        if (z.length >= 3 * m) {
            drawInOutliers(z, m, firstSeason, constants);
        }
        double[] v = new double[z.length];
        for (int t = 0; t < v.length; t++) {
            v[t] = isLog ? Math.exp(z[t]) : z[t] * unit;
        }
        return new AdjustedSeries(
                m,
                firstSeason,
                horizon,
                isLog,
                unit,
                z,
                v,
                SeasonalEffects.of(z, m, firstSeason, constants.seasonalDiscount()),
                SeasonalEffects.of(z, m, firstSeason, constants.fastSeasonalDiscount()),
                calendarFactors,
                constants);
    }

    static boolean allPositive(double[] values) {
        for (double value : values) {
            if (!(value > 0)) {
                return false;
            }
        }
        return true;
    }

    static double meanAbsoluteValue(double[] values) {
        double mean = Arrays.stream(values).map(Math::abs).average().orElse(0);
        return mean > 0 ? mean : 1;
    }

    /** Returns the number of values. */
    int n() {
        return z.length;
    }

    int origins() {
        return calendarFactors.length;
    }

    /** Returns the number of values known at an origin, the last one being 0. */
    int end(int origin) {
        return z.length - origin * m;
    }

    /** Returns how many periods of the year of the origin are known. */
    int observedPeriods() {
        return m - horizon;
    }

    /** Returns the season of index {@code t}, which may lie in the future. */
    int season(int t) {
        return (firstSeason + t) % m;
    }

    /** Turns a path of {@code z} into one in the unit of the series, in place. */
    double[] inverse(double[] path) {
        for (int i = 0; i < path.length; i++) {
            path[i] = isLog ? Math.exp(path[i]) : path[i] * unit;
        }
        return path;
    }

    /** Takes the effect out of the values and gives it to the factors of the missing periods of each origin. */
    private static void removeCalendarEffect(
            double[] z, RegularSeries known, double[][] factors, MethodConstants constants) {
        int horizon = factors[0].length;
        double[][] regressors = CalendarRegressors.of(
                constants.year().month(known.firstYear(), known.firstPeriod()),
                z.length + horizon,
                constants.holiday());
        int firstSeason = known.firstPeriod() - 1;
        double[] x = lessSeasonalEffects(z, 12, firstSeason, constants.seasonalDiscount());
        int refits = constants.holiday().refits();
        double[] b = CalendarEffect.coefficients(x, regressors, constants.calendarT(), refits);
        for (int refit = 0; refit < refits; refit++) { // seasonal effects had taken a part of it for theirs
            double[] effects =
                    SeasonalEffects.of(less(z, b, regressors), 12, firstSeason, constants.seasonalDiscount());
            for (int t = 0; t < x.length; t++) {
                x[t] = z[t] - effects[(firstSeason + t) % 12];
            }
            b = CalendarEffect.coefficients(x, regressors, constants.calendarT(), refits);
        }
        for (int r = 0; r < b.length; r++) {
            if (b[r] != 0) {
                for (int t = 0; t < z.length; t++) {
                    z[t] -= b[r] * regressors[r][t];
                }
                for (int origin = 0; origin < factors.length; origin++) {
                    for (int i = 0; i < horizon; i++) {
                        factors[origin][i] *= Math.exp(b[r] * regressors[r][z.length - 12 * origin + i]);
                    }
                }
            }
        }
    }

    private static double[] less(double[] z, double[] b, double[][] regressors) {
        double[] rest = z.clone();
        for (int r = 0; r < b.length; r++) {
            for (int t = 0; t < rest.length; t++) {
                rest[t] -= b[r] * regressors[r][t];
            }
        }
        return rest;
    }

    /** Draws in what stands out of its neighbours; never the last values, so that a new level survives. */
    private static void drawInOutliers(double[] z, int m, int firstSeason, MethodConstants constants) {
        int w = m == 12 ? 3 : 2;
        double[] x = lessSeasonalEffects(z, m, firstSeason, constants.seasonalDiscount());
        double[] irregular = OrderStatistics.runningMedians(x, 2 * w + 1);
        for (int t = 0; t < irregular.length; t++) {
            irregular[t] = x[t + w] - irregular[t];
        }
        double s = OrderStatistics.NORMAL_CONSISTENCY * OrderStatistics.medianAbsoluteDeviation(irregular, 0);
        double threshold = constants.outlierThreshold() * s;
        for (int t = 0; t < irregular.length; t++) {
            double size = Math.abs(irregular[t]);
            if (s > 0 && size > threshold) {
                z[t + w] -= Math.signum(irregular[t]) * (size - threshold / 2);
            }
        }
    }

    private static double[] lessSeasonalEffects(double[] z, int m, int firstSeason, double lambda) {
        double[] effects = SeasonalEffects.of(z, m, firstSeason, lambda);
        double[] x = new double[z.length];
        for (int t = 0; t < x.length; t++) {
            x[t] = z[t] - effects[(firstSeason + t) % m];
        }
        return x;
    }
}
