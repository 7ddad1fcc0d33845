package vn.chitieu.projection.learned;

import java.util.Arrays;
import java.util.List;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.dense.CombinedForecast;
import vn.chitieu.projection.dense.ErrorScale;

/**
 * What the trees are asked about one projection: numbers without unit, in logarithms, most of them over the scale of
 * its error or over the usual change of the series from year to year.
 *
 * <p>Differences of members and rules are bounded at ±5 scales, growth at ±4 usual changes.
 */
@SuppressWarnings("EnumOrdinal") // the place of a feature in a row is its place in Feature
final class CorrectionFeatures {

    private static final double MOST_DEVIATION = 5;
    private static final double MOST_GROWTH = 4;
    private static final double LEAST_LOG = 1e-5;
    private static final double LARGEST_LOG = 5;

    /** Below it changes are rounding. */
    private static final double LEAST_DEVIATION = 1e-6;

    private static final int YEARS_OF_GROWTH = 5;
    private static final int YEARS_OF_CHANGES = 3;
    private static final double ERROR_DISCOUNT = 0.85;

    private final CombinedForecast combined;
    private final PastPeriods past;
    private final int m;
    private final int observed;
    private final double sigma;
    private final double volatility;
    private final double lastYear;
    private final double[] features = new double[Feature.values().length];

    private CorrectionFeatures(CombinedForecast combined) {
        this.combined = combined;
        past = new PastPeriods(combined.known());
        m = combined.known().periodsPerYear();
        observed = combined.origin().observedPeriods();
        sigma = combined.errorScale().sigma();
        volatility = Math.exp(combined.errorScale().logVolatility());
        lastYear = annual(0);
    }

    /**
     * Returns the features in the order of {@link Feature}; what is not finite is 0.
     *
     * @param combined of a series above 0 with at least three complete years
     */
    static double[] of(CombinedForecast combined) {
        CorrectionFeatures features = new CorrectionFeatures(combined);
        features.addMembers();
        features.addSituation();
        features.addGrowth();
        features.addRecord();
        features.addPeriods();
        return features.features;
    }

    private void add(Feature first, int offset, double value) {
        features[first.ordinal() + offset] = Double.isFinite(value) ? value : 0;
    }

    private void add(Feature feature, double value) {
        add(feature, 0, value);
    }

    private double of(Feature feature) {
        return features[feature.ordinal()];
    }

    /** Returns the annual value of a complete year, 0 for the latest. */
    private double annual(int yearsBack) {
        int from = observed + yearsBack * m;
        if (from + m > past.length()) {
            return Double.NaN;
        }
        return switch (combined.origin().aggregation()) {
            case SUM -> past.sum(from, from + m);
            case MEAN -> past.sum(from, from + m) / m;
            case LAST -> past.value(from);
        };
    }

    private double deviation(double annual) {
        return bounded(Math.log(annual / combined.point()) / sigma, MOST_DEVIATION);
    }

    private void addMembers() {
        double[] projections = combined.origin().projections();
        double[] weights = combined.weights();
        double[] deviations = new double[projections.length];
        for (int j = 0; j < projections.length; j++) {
            deviations[j] = weights[j] > 0 ? deviation(projections[j]) : 0;
            add(Feature.DEVIATION_SNAIVE, j, deviations[j]);
            add(Feature.WEIGHT_SNAIVE, j, Math.log(Math.max(weights[j] * weights.length, 1e-3)));
        }
        Arrays.sort(deviations);
        add(Feature.LEAST_DEVIATION, deviations[0]);
        add(Feature.MIDDLE_DEVIATION, deviations[deviations.length / 2]);
        add(Feature.LARGEST_DEVIATION, deviations[deviations.length - 1]);
        add(Feature.MEAN_DEVIATION, Arrays.stream(deviations).sum() / deviations.length);
    }

    private void addSituation() {
        ErrorScale scale = combined.errorScale();
        double quarters = 4.0 * observed / m;
        add(Feature.QUARTERS, quarters);
        add(Feature.QUARTERLY, m == 4 ? 1 : 0);
        add(Feature.MEAN, combined.origin().aggregation() == Aggregation.MEAN ? 1 : 0);
        add(Feature.LAST, combined.origin().aggregation() == Aggregation.LAST ? 1 : 0);
        add(Feature.YEARS, combined.historyYears());
        add(Feature.BACKTEST_YEARS, combined.origin().earlier().size());
        add(Feature.SPREAD, scale.logSpread());
        add(Feature.VOLATILITY, scale.logVolatility());
        add(Feature.RESIDUAL_SCALE, scale.logSigmaShare());
        add(Feature.SCALE, Math.log(sigma));
        add(Feature.SPREAD_OF_VOLATILITY, scale.logSpread() - scale.logVolatility());
        add(Feature.RESIDUAL_OF_VOLATILITY, scale.logSigmaShare() - scale.logVolatility());
        add(Feature.SPREAD_OF_RESIDUAL, scale.logSpread() - scale.logSigmaShare());
        add(Feature.VOLATILITY_OF_SCALE, Math.log(volatility / sigma));
        add(Feature.OPEN_SHARE, 1 - combined.origin().toDate() / combined.point());
    }

    private void addGrowth() {
        int quarter = m / 4;
        double toDate = past.growth(0, observed);
        double quarterly = past.growth(0, quarter);
        double last = past.growth(0, 1);
        double ofPoint = PastPeriods.logGrowth(combined.point(), lastYear);
        double trailing = past.growth(0, m);
        double mean = 0;
        int years = 0;
        for (int y = 0; y < YEARS_OF_GROWTH && !Double.isNaN(annual(y + 1)); y++) {
            mean += PastPeriods.logGrowth(annual(y), annual(y + 1));
            years++;
        }
        mean /= Math.max(1, years);
        addRest(Feature.RULE_TO_DATE, toDate);
        addRest(Feature.RULE_QUARTER, quarterly);
        addRest(Feature.RULE_PERIOD, last);
        addRest(Feature.RULE_TRAILING, trailing);
        addRest(Feature.RULE_HALF, (quarterly + mean) / 2);
        add(Feature.RULE_TREND, deviation(lastYear * Math.exp(mean)));
        addChange(Feature.GROWTH_TO_DATE, toDate);
        addChange(Feature.GROWTH_QUARTER, quarterly);
        addChange(Feature.GROWTH_PERIOD, last);
        addChange(Feature.GROWTH_TRAILING, trailing);
        addChange(Feature.GROWTH_TRAILING_BEFORE, past.growth(m, 2 * m));
        addChange(Feature.GROWTH_OF_POINT, ofPoint);
        addChange(Feature.GROWTH_MEAN, mean);
        addChange(Feature.GROWTH_LAST_YEAR, PastPeriods.logGrowth(lastYear, annual(1)));
        addChange(Feature.GROWTH_YEAR_BEFORE, PastPeriods.logGrowth(annual(1), annual(2)));
        addChange(Feature.ACCELERATION, toDate - past.growth(m, m + observed));
        addChange(Feature.POINT_OVER_MEAN, ofPoint - mean);
        addChange(Feature.QUARTER_OVER_TO_DATE, quarterly - toDate);
        addChange(Feature.PERIOD_OVER_QUARTER, last - quarterly);
        double ofRest = rest() > 0 ? PastPeriods.logGrowth(rest(), lastRest()) : ofPoint;
        addChange(Feature.GROWTH_OF_REST, ofRest);
        addChange(Feature.REST_OVER_TO_DATE, ofRest - toDate);
        add(Feature.SIZE_OF_GROWTH, Math.abs(of(Feature.GROWTH_OF_POINT)));
        add(Feature.SIZE_OF_ACCELERATION, Math.abs(of(Feature.ACCELERATION)));
        add(Feature.SIZE_OF_TURN, Math.abs(of(Feature.QUARTER_OVER_TO_DATE)));
        for (int b = 0; b < 6; b++) {
            addChange(
                    Feature.QUARTER_TURN_0,
                    b,
                    past.growth(quarter * b, quarter * (b + 1)) - past.growth(quarter * (b + 1), quarter * (b + 2)));
        }
    }

    /** Returns what the point adds to the known part; 0 where nothing is added. */
    private double rest() {
        return combined.origin().aggregation() == Aggregation.LAST
                ? 0
                : combined.point() - combined.origin().toDate();
    }

    /** Returns what the rest of the last year brought to its annual value. */
    private double lastRest() {
        double sum = past.sum(observed, m);
        return combined.origin().aggregation() == Aggregation.MEAN ? sum / m : sum;
    }

    /** Adds the annual value if the rest of last year grows at one rate. */
    private void addRest(Feature feature, double growth) {
        double annual = combined.origin().aggregation() == Aggregation.LAST
                ? lastYear * Math.exp(growth)
                : combined.origin().toDate() + lastRest() * Math.exp(growth);
        add(feature, deviation(annual));
    }

    private void addChange(Feature feature, double growth) {
        addChange(feature, 0, growth);
    }

    private void addChange(Feature first, int offset, double growth) {
        add(first, offset, bounded(growth / volatility, MOST_GROWTH));
    }

    /** Adds how the same weights would have erred at the same point of earlier years. */
    private void addRecord() {
        List<double[]> earlier = combined.origin().earlier();
        double weight = 1;
        double total = 0;
        double bias = 0;
        double square = 0;
        double size = 0;
        for (int y = 0; y < earlier.size(); y++) {
            double error = error(earlier.get(y), annual(y));
            if (y < YEARS_OF_CHANGES) {
                add(Feature.ERROR_1_BEFORE, y, bounded(error, MOST_GROWTH));
            }
            double one = bounded(error, 2 * MOST_GROWTH);
            bias += weight * one;
            square += weight * one * one;
            size += weight * Math.abs(one);
            total += weight;
            weight *= ERROR_DISCOUNT;
        }
        boolean isKnown = total > 0;
        add(Feature.BIAS, isKnown ? bounded(bias / total, MOST_GROWTH) : 0);
        add(Feature.ROOT_MEAN_SQUARE, isKnown ? boundedLog(Math.sqrt(square / total)) : 0);
        add(Feature.MEAN_SIZE, isKnown ? boundedLog(size / total) : 0);
    }

    private double error(double[] projections, double actual) {
        double[] weights = combined.weights();
        double sum = 0;
        double total = 0;
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] > 0 && projections[j] > 0 && Double.isFinite(projections[j])) {
                sum += weights[j] * Math.log(projections[j]);
                total += weights[j];
            }
        }
        return total > 0 ? (Math.log(actual) - sum / total) / sigma : 0;
    }

    /** Adds noise, persistence and the latest of the changes on a year before. */
    private void addPeriods() {
        int count = Math.min(YEARS_OF_CHANGES * (m == 12 ? m : m + 1), past.length() - m);
        double[] changes = new double[count];
        double mean = 0;
        for (int i = 0; i < count; i++) {
            changes[i] = Math.log(past.value(i) / past.value(i + m));
            mean += changes[i] / count;
        }
        double noise = 0;
        double recent = 0;
        double square = 0;
        double product = 0;
        double largest = 0;
        int few = Math.min(6, count - 1);
        for (int i = 0; i < count; i++) {
            double centred = changes[i] - mean;
            square += centred * centred;
            largest = Math.max(largest, Math.abs(centred));
            if (i + 1 < count) {
                double step = Math.abs(changes[i] - changes[i + 1]);
                noise += step / (count - 1);
                recent += i < few ? step / few : 0;
                product += centred * (changes[i + 1] - mean);
            }
        }
        double deviation = Math.sqrt(square / count);
        boolean isChanging = deviation > LEAST_DEVIATION;
        add(Feature.NOISE, boundedLog(noise) - combined.errorScale().logSigmaShare());
        add(Feature.RECENT_NOISE, isChanging ? bounded(Math.log(recent / noise), 2) : 0);
        add(
                Feature.DEVIATION_OF_CHANGES,
                boundedLog(deviation) - combined.errorScale().logVolatility());
        add(Feature.PERSISTENCE, isChanging ? product / square : 0);
        add(Feature.LARGEST_CHANGE, isChanging ? Math.min(6, largest / deviation) : 0);
        for (int i = 0; i < YEARS_OF_CHANGES; i++) {
            add(Feature.CHANGE_0, i, isChanging ? bounded((changes[i] - mean) / deviation, MOST_GROWTH) : 0);
        }
        double ofYear = 0;
        for (int i = 0; i < m; i++) {
            ofYear += Math.log(past.value(i)) / m;
        }
        double amplitude = 0;
        for (int i = 0; i < m; i++) {
            double one = Math.log(past.value(i)) - ofYear;
            amplitude += one * one / m;
        }
        add(Feature.AMPLITUDE, boundedLog(Math.sqrt(amplitude)));
    }

    private static double boundedLog(double x) {
        return Math.log(Math.min(LARGEST_LOG, Math.max(LEAST_LOG, x)));
    }

    private static double bounded(double x, double most) {
        return Math.max(-most, Math.min(most, x));
    }
}
