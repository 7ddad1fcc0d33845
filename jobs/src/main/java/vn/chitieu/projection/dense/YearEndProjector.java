package vn.chitieu.projection.dense;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.chitieu.method.statistics.OrderStatistics;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.distribution.KnownValue;
import vn.chitieu.projection.distribution.PooledErrorDistribution;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.forecaster.Combination;
import vn.chitieu.projection.forecaster.Forecasters;
import vn.chitieu.projection.forecaster.MethodConstants;
import vn.chitieu.projection.forecaster.RegularSeries;
import vn.chitieu.projection.forecaster.ZeroPattern;

/**
 * Projects the annual value of a dense series from the first periods of its year.
 *
 * <p>Eleven simple forecasters, weighted by their own record at the same point of up to eight earlier years, make a
 * trimmed mean; a pooled distribution of errors makes the intervals and probabilities. The predictors of its scale are
 * the disagreement of the forecasters, the volatility of the annual values and the one-step residual scale.
 */
public final class YearEndProjector {

    private static final int FEWEST_YEARS = 2;

    private YearEndProjector() {}

    /**
     * Returns the projection of {@code year}, or why there is none: no complete year before, or nothing but zeros.
     *
     * @param history holds the known periods of {@code year}; what it holds after them is not looked at
     * @param observedPeriods known periods of {@code year}, from 1 to the number of periods in a year
     * @throws IllegalArgumentException if {@code history} does not reach that far or {@code observedPeriods} is outside
     */
    public static YearEndResult project(
            RegularSeries history, int year, int observedPeriods, Aggregation aggregation, PooledTables tables) {
        return project(new BacktestOrigins(history, observedPeriods, aggregation, tables), year, tables);
    }

    /** Does the same with origins that may have been worked out before. */
    public static YearEndResult project(BacktestOrigins origins, int year, PooledTables tables) {
        int m = origins.series().periodsPerYear();
        int observedPeriods = origins.observedPeriods();
        Aggregation aggregation = origins.aggregation();
        requireObserved(observedPeriods, m);
        RegularSeries all = origins.series().until(year, observedPeriods);
        if (observedPeriods < m) {
            Optional<YearEndProjection> counts = RareCounts.project(
                    all.since(year - tables.constants().mostHistoryYears()), year, observedPeriods, aggregation);
            if (counts.isPresent()) {
                return counts.get();
            }
        }
        RegularSeries known = all.sinceItBegan();
        if (known.length() < all.length()) {
            // Nothing was learnt on series that begin with zeros.
            return project(known, year, observedPeriods, aggregation, tables.with(PointCorrection.NONE));
        }
        AnnualValues annual = AnnualValues.of(known, aggregation);
        int years = Math.min(annual.yearsBefore(year), tables.constants().mostHistoryYears());
        if (observedPeriods == m && known.index(year, 1) >= 0) {
            return complete(annual.of(year), year, m, years, aggregation);
        }
        if (Arrays.stream(known.since(year - tables.constants().mostHistoryYears())
                        .values())
                .allMatch(value -> value == 0)) {
            return new NotProjectable("all_zero", OptionalDouble.of(0), "zero");
        }
        if (years == 0) {
            return withoutCompleteYear(known, year, aggregation);
        }
        if (years < FEWEST_YEARS) {
            return OneYearHistory.project(known, year, observedPeriods, aggregation, tables);
        }
        RegularSeries recent = known.since(year - tables.constants().mostHistoryYears());
        return StoppedSeries.project(recent, year, observedPeriods, aggregation)
                .or(() -> 2 * ZeroPattern.of(recent).idleSeasons() > m
                        ? RestGrowth.project(recent, year, observedPeriods, aggregation)
                        : Optional.empty())
                .<YearEndResult>map(projection -> projection)
                .orElseGet(() -> combine(origins.of(year), annual, tables));
    }

    /**
     * Returns what would have been projected at the same point of each earlier complete year with two complete years
     * before it, oldest first. A row is made from the values known then and from the rows before it alone.
     *
     * @param history a series in which {@code year} and later ones are not looked at
     * @param observedPeriods known periods, at least 1 and less than a year
     * @throws IllegalArgumentException if {@code observedPeriods} is outside
     */
    public static List<BacktestRow> backtest(
            RegularSeries history, int year, int observedPeriods, Aggregation aggregation, PooledTables tables) {
        return backtest(new BacktestOrigins(history, observedPeriods, aggregation, tables), year, tables);
    }

    /** Does the same with origins that may have been worked out before. */
    public static List<BacktestRow> backtest(BacktestOrigins origins, int year, PooledTables tables) {
        return past(origins, year, tables).stream()
                .map(past -> new BacktestRow(
                        past.year(),
                        past.historyYears(),
                        past.actual(),
                        past.combined().point(),
                        past.combined().errorScale(),
                        members(past.combined())))
                .toList();
    }

    /** Returns what {@link #backtest} makes its rows of. */
    public static List<PastForecast> past(BacktestOrigins origins, int year, PooledTables tables) {
        requireObserved(origins.observedPeriods(), origins.series().periodsPerYear() - 1);
        AnnualValues annual = AnnualValues.of(origins.series(), origins.aggregation());
        List<PastForecast> rows = new ArrayList<>();
        int last = annual.firstYear() + annual.yearsBefore(year) - 1;
        for (int b = annual.firstYear() + FEWEST_YEARS; b <= last; b++) {
            CombinedForecast combined = combined(origins.of(b), annual, tables);
            if (combined != null) {
                rows.add(new PastForecast(b, annual.yearsBefore(b), annual.of(b), combined));
            }
        }
        return rows;
    }

    private static void requireObserved(int observedPeriods, int most) {
        if (observedPeriods < 1 || observedPeriods > most) {
            throw new IllegalArgumentException(
                    "Expecting 1 to %s observed periods but were %s".formatted(most, observedPeriods));
        }
    }

    private static YearEndResult combine(OriginForecast forecast, AnnualValues annual, PooledTables tables) {
        CombinedForecast combined = combined(forecast, annual, tables);
        return combined == null
                ? new NotProjectable("no_finite_projection", OptionalDouble.empty(), "")
                : project(combined, tables);
    }

    /** Returns what the combination says; null where no member says anything. */
    private static @Nullable CombinedForecast combined(
            OriginForecast forecast, AnnualValues asPublished, PooledTables tables) {
        MethodConstants constants = tables.constants();
        AnnualValues annual =
                forecast.breaks().isEmpty() ? asPublished : AnnualValues.of(forecast.known(), forecast.aggregation());
        double[] weights = weights(forecast, annual, constants);
        if (!hasWeights(weights)) {
            return null;
        }
        double point = Combination.trimmedMean(forecast.projections(), weights, constants.trim());
        return new CombinedForecast(
                forecast,
                weights,
                point,
                ScaleModel.errorScale(forecast, weights, point, annual, tables),
                Math.min(annual.yearsBefore(forecast.year()), constants.mostHistoryYears()));
    }

    private static YearEndProjection project(CombinedForecast combined, PooledTables tables) {
        OriginForecast forecast = combined.origin();
        ErrorScale scale = combined.errorScale();
        double floor = forecast.aggregation().floor(forecast.toDate(), forecast.isNonNegative());
        Correction correction = tables.correction().of(combined);
        double point = correction.isNone() ? combined.point() : Math.max(floor, combined.point() * correction.factor());
        double sigma = scale.sigma() * correction.scaleFactor();
        PredictiveDistribution distribution = new PooledErrorDistribution(
                point,
                scale.isLog(),
                scale.unit(),
                sigma,
                correction.isNone() ? tables.errors() : tables.errors().centred(),
                floor);
        return new YearEndProjection(
                forecast.year(),
                forecast.aggregation(),
                forecast.observedPeriods(),
                forecast.toDate(),
                point,
                distribution,
                sigma,
                MethodUsed.combination(correction, forecast.breaks()),
                combined.historyYears(),
                members(combined),
                toThePoint(combinedPath(forecast.paths(), combined.weights()), forecast, point));
    }

    private static double[] weights(OriginForecast forecast, AnnualValues annual, MethodConstants constants) {
        List<double[]> scaledErrors = new ArrayList<>();
        int year = forecast.year();
        for (double[] projections : forecast.earlier()) {
            year--;
            double actual = annual.of(year);
            double scale = annual.typicalChange(year);
            double[] errors = new double[projections.length];
            for (int j = 0; j < errors.length; j++) {
                errors[j] = projections[j] == actual ? 0 : Math.abs(projections[j] - actual) / scale;
            }
            scaledErrors.add(errors);
        }
        return Combination.weights(forecast.projections(), scaledErrors, constants);
    }

    private static boolean hasWeights(double[] weights) {
        return Arrays.stream(weights).anyMatch(w -> w > 0);
    }

    private static List<MemberProjection> members(CombinedForecast combined) {
        OriginForecast forecast = combined.origin();
        double[] weights = combined.weights();
        List<MemberProjection> members = new ArrayList<>();
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] > 0) {
                members.add(new MemberProjection(Forecasters.NAMES.get(j), forecast.projections()[j], weights[j]));
            }
        }
        return members;
    }

    private static double[] combinedPath(double[][] paths, double[] weights) {
        double[] combined = new double[paths[0].length];
        for (int j = 0; j < paths.length; j++) {
            if (weights[j] > 0) {
                for (int i = 0; i < combined.length; i++) {
                    combined[i] += weights[j] * paths[j][i];
                }
            }
        }
        return combined;
    }

    /** Returns the path made to add up to the point: by a factor where all is positive, by a shift otherwise. */
    private static List<Double> toThePoint(double[] path, OriginForecast forecast, double point) {
        int h = path.length;
        Aggregation aggregation = forecast.aggregation();
        double has = aggregation == Aggregation.LAST
                ? path[h - 1]
                : Arrays.stream(path).sum();
        double needed =
                switch (aggregation) {
                    case SUM -> point - forecast.toDate();
                    case MEAN -> (point - forecast.toDate()) * forecast.periodsPerYear();
                    case LAST -> point;
                };
        boolean byFactor = has > 0 && needed >= 0 && OriginForecast.isNonNegative(path);
        double shift = aggregation == Aggregation.LAST ? needed - has : (needed - has) / h;
        return Arrays.stream(path)
                .map(value -> byFactor ? value * (needed / has) : value + shift)
                .boxed()
                .toList();
    }

    private static YearEndProjection complete(
            double actual, int year, int m, int historyYears, Aggregation aggregation) {
        return new YearEndProjection(
                year,
                aggregation,
                m,
                actual,
                actual,
                new KnownValue(actual),
                0,
                new MethodUsed("complete_year", "", Correction.NONE),
                historyYears,
                List.of(),
                List.of());
    }

    private static NotProjectable withoutCompleteYear(RegularSeries known, int year, Aggregation aggregation) {
        RegularSeries ofYear = known.since(year);
        double[] values = ofYear.values();
        double mean = OrderStatistics.mean(values);
        double indicative =
                switch (aggregation) {
                    case SUM -> mean * ofYear.periodsPerYear();
                    case MEAN -> mean;
                    case LAST -> values[values.length - 1];
                };
        return new NotProjectable("no_complete_year", OptionalDouble.of(indicative), "pro_rata");
    }
}
