package vn.chitieu.projection.dense;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.distribution.NegativeBinomialDistribution;
import vn.chitieu.projection.forecaster.RegularSeries;

/**
 * Projection of events that are counted and rare, on average fewer than {@value #MOST_A_PERIOD} a month or quarter:
 * fires, deaths in traffic, projects licensed in a district.
 *
 * <p>Events follow Poisson's law with a rate that moves slowly; what is believed of the rate is a gamma distribution in
 * which a year counts {@value #DISCOUNT} times the next (the power steady model: Smith 1979, J. R. Statist. Soc. B 41;
 * Harvey &amp; Fernandes 1989, J. Bus. Econ. Statist. 7). The season is that of the earlier years, drawn to an even
 * one. What is left of the year so follows a negative binomial distribution, wider where the series spreads more than
 * Poisson's law.
 */
final class RareCounts {

    static final String METHOD = "rare_counts";

    private static final double MOST_A_PERIOD = 2;

    /** What a year counts against the next: docs/decision/0028-rare-counts.md. */
    private static final double DISCOUNT = 0.7;

    private static final double PRIOR_EVENTS = 0.5;
    private static final double PRIOR_PERIODS = 1;

    /** Events that every season is taken to have had beside its own. */
    private static final double PRIOR_EVENTS_OF_SEASON = 2;

    /** Periods that speak for the spread of Poisson's law beside the own ones. */
    private static final double PRIOR_PERIODS_OF_SPREAD = 12;

    private RareCounts() {}

    /** Returns the projection of a sum; empty where its values are not rare counts. */
    static Optional<YearEndProjection> project(
            RegularSeries known, int year, int observedPeriods, Aggregation aggregation) {
        int m = known.periodsPerYear();
        double[] y = known.values();
        int start = known.index(year, 1);
        if (aggregation != Aggregation.SUM || start < m || !areRareCounts(y, m)) {
            return Optional.empty();
        }
        double[] season = season(y, start, m);
        double events = PRIOR_EVENTS;
        double periods = PRIOR_PERIODS;
        double weight = 1;
        for (int t = y.length - 1; t >= 0; t--) {
            events += weight * y[t];
            periods += weight * season[Math.floorMod(t - start, m)];
            weight *= Math.pow(DISCOUNT, 1.0 / m);
        }
        double left = 0;
        for (int j = observedPeriods; j < m; j++) {
            left += season[j];
        }
        double toDate = 0;
        for (int t = start; t < y.length; t++) {
            toDate += y[t];
        }
        double mean = events / periods * left;
        double variance = mean * (1 + mean / events) * dispersion(y);
        NegativeBinomialDistribution distribution = new NegativeBinomialDistribution(toDate, mean, variance);
        double point = distribution.quantile(0.5);
        List<Double> path = new ArrayList<>();
        for (int j = observedPeriods; j < m; j++) {
            path.add((point - toDate) * season[j] / left);
        }
        return Optional.of(new YearEndProjection(
                year,
                aggregation,
                observedPeriods,
                toDate,
                point,
                distribution,
                Math.sqrt(variance) / (m * mean(y)),
                new MethodUsed(METHOD, "", Correction.NONE),
                start / m,
                List.of(),
                path));
    }

    private static boolean areRareCounts(double[] y, int m) {
        return Arrays.stream(y).allMatch(value -> value >= 0 && value == Math.rint(value))
                && mean(y) > 0
                && mean(y) < MOST_A_PERIOD
                && mean(Arrays.copyOfRange(y, y.length - m, y.length)) < MOST_A_PERIOD;
    }

    /** Returns what each season counts in periods: m in sum. */
    private static double[] season(double[] y, int start, int m) {
        double[] season = new double[m];
        Arrays.fill(season, PRIOR_EVENTS_OF_SEASON);
        for (int t = start % m; t < start; t++) {
            season[Math.floorMod(t - start, m)] += y[t];
        }
        double all = Arrays.stream(season).sum();
        return Arrays.stream(season).map(events -> m * events / all).toArray();
    }

    /** Returns the variance over the mean, at least 1, which is that of Poisson's law. */
    private static double dispersion(double[] y) {
        double mean = mean(y);
        double squares = 0;
        for (double value : y) {
            squares += (value - mean) * (value - mean);
        }
        return Math.max(1, (PRIOR_PERIODS_OF_SPREAD + squares / mean) / (PRIOR_PERIODS_OF_SPREAD + y.length - 1));
    }

    private static double mean(double[] y) {
        return Arrays.stream(y).sum() / y.length;
    }
}
