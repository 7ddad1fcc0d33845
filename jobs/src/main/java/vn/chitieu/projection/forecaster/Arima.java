package vn.chitieu.projection.forecaster;

import vn.chitieu.method.statistics.OrderStatistics;

/** ARIMA(1,1,1) with drift of the seasonally adjusted values by conditional least squares, averaged over a grid. */
public final class Arima {

    private static final double[] PHIS = {-0.3, 0, 0.3, 0.55, 0.75, 0.88, 0.96};
    private static final double[] THETAS = {-0.3, 0, 0.2, 0.4, 0.55, 0.7, 0.8, 0.9, 0.97};
    private static final double[] ROBUST_PHIS = {-0.3, 0, 0.3, 0.55, 0.8, 0.95};
    private static final double[] ROBUST_THETAS = {-0.3, 0, 0.2, 0.4, 0.6, 0.75, 0.88, 0.97};
    private static final int FIRST_SCORED_CHANGE = 2;

    private Arima() {}

    /** Returns the path of the plain fit at each origin. */
    static double[][] paths(AdjustedSeries series) {
        double[] a = seasonallyAdjusted(series);
        double[] changes = changes(a);
        double drift = series.constants().drift() * OrderStatistics.mean(changes);
        double[] d = changes.clone();
        for (int t = 0; t < d.length; t++) {
            d[t] -= drift;
        }
        GridAverage[] averages = GridAverage.ofOrigins(series, 1);
        double[] path = new double[series.horizon()];
        for (double phi : PHIS) {
            for (double theta : THETAS) {
                double e = 0;
                double previous = 0;
                double squaredErrors = 0;
                int t = 0;
                for (int origin = averages.length - 1; origin >= 0; origin--) {
                    int n = series.end(origin) - 1;
                    for (; t < n; t++) {
                        e = d[t] - phi * previous + theta * e;
                        previous = d[t];
                        squaredErrors += t >= FIRST_SCORED_CHANGE ? e * e : 0;
                    }
                    if (averages[origin].accepts(squaredErrors)) {
                        continueWith(a[n], phi * d[n - 1] - theta * e, phi, drift, path);
                        averages[origin].add(path);
                    }
                }
            }
        }
        return seasonal(averages, series);
    }

    /** Returns the paths of the fit whose innovations are clipped, so that one odd value moves it little. */
    static double[][] robustPaths(AdjustedSeries series) {
        double[] a = seasonallyAdjusted(series);
        double[] changes = changes(a);
        OrderStatistics.Spread spread = OrderStatistics.Spread.of(changes);
        double drift = series.constants().drift() * OrderStatistics.mean(spread.winsorise(changes));
        double startScale = RunningScale.start(spread.deviation());
        double clip = series.constants().clip();
        GridAverage[] averages = GridAverage.ofOrigins(series, 1);
        double[] path = new double[series.horizon()];
        for (double phi : ROBUST_PHIS) {
            for (double theta : ROBUST_THETAS) {
                double level = a[0];
                double g = 0;
                double scale = startScale;
                double loss = 0;
                int t = 1;
                for (int origin = averages.length - 1; origin >= 0; origin--) {
                    int n = series.end(origin);
                    for (; t < n; t++) {
                        double forecast = level + drift + g;
                        double innovation = a[t] - forecast;
                        double c = clip * scale;
                        double e = innovation;
                        level = a[t];
                        if (Math.abs(innovation) > c) {
                            e = Math.copySign(c, innovation);
                            level = forecast + e;
                        }
                        double size = Math.abs(e);
                        loss += t > FIRST_SCORED_CHANGE ? e * e + 2 * c * (Math.abs(innovation) - size) : 0;
                        scale = RunningScale.next(scale, size);
                        g = phi * (g + e) - theta * e;
                    }
                    if (averages[origin].accepts(loss)) {
                        continueWith(level, g, phi, drift, path);
                        averages[origin].add(path);
                    }
                }
            }
        }
        return seasonal(averages, series);
    }

    /**
     * Fills {@code path} from the last level on; the deviation of the first change from the drift fades by {@code phi}.
     */
    private static void continueWith(double level, double deviation, double phi, double drift, double[] path) {
        double g = deviation;
        double current = level;
        for (int i = 0; i < path.length; i++) {
            current += drift + g;
            path[i] = current;
            g *= phi;
        }
    }

    private static double[] seasonallyAdjusted(AdjustedSeries series) {
        double[] a = series.z().clone();
        for (int t = 0; t < a.length; t++) {
            a[t] -= series.fastEffects()[series.season(t)];
        }
        return a;
    }

    private static double[] changes(double[] a) {
        double[] changes = new double[a.length - 1];
        for (int t = 0; t < changes.length; t++) {
            changes[t] = a[t + 1] - a[t];
        }
        return changes;
    }

    private static double[][] seasonal(GridAverage[] averages, AdjustedSeries series) {
        double[][] paths = GridAverage.paths(averages);
        for (double[] path : paths) {
            for (int i = 0; i < path.length; i++) {
                path[i] += series.fastEffects()[series.season(series.n() + i)];
            }
            series.inverse(path);
        }
        return paths;
    }
}
