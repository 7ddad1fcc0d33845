package vn.chitieu.projection.forecaster;

import java.util.Arrays;
import vn.chitieu.method.statistics.OrderStatistics;

/** ARIMA(1,1,1) with drift of the seasonally adjusted values by conditional least squares, averaged over a grid. */
public final class Arima {

    private static final Grid GRID = Grid.of(
            new double[] {-0.3, 0, 0.3, 0.55, 0.75, 0.88, 0.96},
            new double[] {-0.3, 0, 0.2, 0.4, 0.55, 0.7, 0.8, 0.9, 0.97});
    private static final Grid ROBUST_GRID = Grid.of(
            new double[] {-0.3, 0, 0.3, 0.55, 0.8, 0.95}, new double[] {-0.3, 0, 0.2, 0.4, 0.6, 0.75, 0.88, 0.97});
    private static final int FIRST_SCORED_CHANGE = 2;

    private Arima() {}

    /** The parameters of each point, every phi with every theta. */
    @SuppressWarnings("ArrayRecordComponent") // two constants that are never compared
    private record Grid(double[] phis, double[] thetas) {

        static Grid of(double[] phis, double[] thetas) {
            Grid grid = new Grid(new double[phis.length * thetas.length], new double[phis.length * thetas.length]);
            for (int k = 0; k < grid.size(); k++) {
                grid.phis[k] = phis[k / thetas.length];
                grid.thetas[k] = thetas[k % thetas.length];
            }
            return grid;
        }

        int size() {
            return phis.length;
        }
    }

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
        double[] e = new double[GRID.size()];
        double[] squaredErrors = new double[GRID.size()];
        int seen = 0;
        for (int origin = averages.length - 1; origin >= 0; origin--) {
            int n = series.end(origin) - 1;
            run(d, seen, n, e, squaredErrors);
            seen = n;
            for (int k = 0; k < e.length; k++) {
                if (averages[origin].accepts(squaredErrors[k])) {
                    double phi = GRID.phis()[k];
                    continueWith(a[n], phi * d[n - 1] - GRID.thetas()[k] * e[k], phi, drift, path);
                    averages[origin].add(path);
                }
            }
        }
        return seasonal(averages, series);
    }

    /** Runs all points over the changes from one to another; each waits for its own last error only. */
    private static void run(double[] d, int from, int to, double[] e, double[] squaredErrors) {
        double[] phis = GRID.phis();
        double[] thetas = GRID.thetas();
        for (int t = from; t < to; t++) {
            double change = d[t];
            double previous = t == 0 ? 0 : d[t - 1];
            for (int k = 0; k < e.length; k++) {
                e[k] = change - phis[k] * previous + thetas[k] * e[k];
            }
            if (t >= FIRST_SCORED_CHANGE) {
                for (int k = 0; k < e.length; k++) {
                    squaredErrors[k] += e[k] * e[k];
                }
            }
        }
    }

    /** Returns the paths of the fit whose innovations are clipped, so that one odd value moves it little. */
    static double[][] robustPaths(AdjustedSeries series) {
        double[] a = seasonallyAdjusted(series);
        double[] changes = changes(a);
        OrderStatistics.Spread spread = OrderStatistics.Spread.of(changes);
        double drift = series.constants().drift() * OrderStatistics.mean(spread.winsorise(changes));
        double startScale = RunningScale.start(spread.deviation());
        Robust recursion = new Robust(a, drift, startScale, series.constants().clip());
        GridAverage[] averages = GridAverage.ofOrigins(series, 1);
        double[] path = new double[series.horizon()];
        for (int origin = averages.length - 1; origin >= 0; origin--) {
            recursion.runUntil(series.end(origin));
            for (int k = 0; k < ROBUST_GRID.size(); k++) {
                if (averages[origin].accepts(recursion.losses[k])) {
                    continueWith(
                            recursion.levels[k],
                            recursion.deviations[k],
                            ROBUST_GRID.phis()[k],
                            drift,
                            path);
                    averages[origin].add(path);
                }
            }
        }
        return seasonal(averages, series);
    }

    /** All points of the robust fit side by side: each waits for its own last innovation only. */
    private static final class Robust {

        private final double[] a;
        private final double drift;
        private final double clip;
        private final double[] levels = new double[ROBUST_GRID.size()];
        private final double[] deviations = new double[ROBUST_GRID.size()];
        private final double[] scales = new double[ROBUST_GRID.size()];
        private final double[] losses = new double[ROBUST_GRID.size()];
        private int n = 1;

        Robust(double[] a, double drift, double startScale, double clip) {
            this.a = a;
            this.drift = drift;
            this.clip = clip;
            Arrays.fill(levels, a[0]);
            Arrays.fill(scales, startScale);
        }

        /** Goes on until {@code end} values are seen. */
        void runUntil(int end) {
            for (int t = n; t < end; t++) {
                step(a[t], t > FIRST_SCORED_CHANGE);
            }
            n = end;
        }

        private void step(double value, boolean isScored) {
            double[] phis = ROBUST_GRID.phis();
            double[] thetas = ROBUST_GRID.thetas();
            for (int k = 0; k < levels.length; k++) {
                double forecast = levels[k] + drift + deviations[k];
                double innovation = value - forecast;
                double c = clip * scales[k];
                double e = innovation;
                double level = value;
                if (Math.abs(innovation) > c) {
                    e = Math.copySign(c, innovation);
                    level = forecast + e;
                }
                double size = Math.abs(e);
                losses[k] += isScored ? e * e + 2 * c * (Math.abs(innovation) - size) : 0;
                scales[k] = RunningScale.next(scales[k], size);
                deviations[k] = phis[k] * (deviations[k] + e) - thetas[k] * e;
                levels[k] = level;
            }
        }
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
