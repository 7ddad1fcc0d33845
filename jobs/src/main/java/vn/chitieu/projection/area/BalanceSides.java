package vn.chitieu.projection.area;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.projection.FanPath;
import vn.chitieu.projection.PastYear;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesOutcome;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.AffineDistribution;
import vn.chitieu.projection.distribution.KnownValue;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.series.AccountIdentities;

/**
 * The two sides of a balance that is published too. Figures of the balance that agree with its sides within their
 * rounding stand, for they may be the more exact; any other is the difference of its sides, for it may be older than
 * they.
 */
record BalanceSides(SeriesProjection inflow, SeriesProjection outflow) {

    /** Returns the sides of what was derived from them; empty if it is no balance. */
    static Optional<BalanceSides> of(SeriesProjection derived, Map<SeriesId, SeriesOutcome> outcomes) {
        return AccountIdentities.balances(derived.id().areaCode()).stream()
                .filter(balance -> balance.balance().equals(derived.id())
                        && balance.methodCode().equals(derived.method().code()))
                .findFirst()
                .flatMap(balance -> outcomes.get(balance.inflow()) instanceof SeriesProjection inflow
                                && outcomes.get(balance.outflow()) instanceof SeriesProjection outflow
                        ? Optional.of(new BalanceSides(inflow, outflow))
                        : Optional.empty());
    }

    /**
     * Returns the balance.
     *
     * @param alone projected by itself
     * @param derived from the sides
     */
    SeriesProjection balance(SeriesProjection alone, SeriesProjection derived) {
        boolean isKnown = alone.distribution() instanceof KnownValue;
        boolean stands = derived.distribution() instanceof KnownValue
                ? isKnown && isWithinRounding(alone.point(), inflow.point(), outflow.point())
                : isKnown || KnowledgeRank.of(derived).isLessThan(KnowledgeRank.of(alone));
        Map<Integer, Double> published = years(alone);
        Map<Integer, Double> in = years(inflow);
        Map<Integer, Double> out = years(outflow);
        if (stands) {
            return alone.withYears(
                    derived, year -> !isWithinRounding(published.get(year), in.get(year), out.get(year)));
        }
        return withKnownPart(alone, derived)
                .withYears(alone, year -> isWithinRounding(published.get(year), in.get(year), out.get(year)));
    }

    /** Returns what is derived, beside the published figures of the year where these stand. */
    private SeriesProjection withKnownPart(SeriesProjection alone, SeriesProjection derived) {
        Double toDate = alone.ytd();
        Double ofSides = derived.ytd();
        PredictiveDistribution distribution = derived.distribution();
        if (toDate == null
                || ofSides == null
                || distribution == null
                || distribution instanceof KnownValue
                || KnowledgeRank.of(alone).month() != KnowledgeRank.of(derived).month()
                || !isWithinRounding(toDate, inflow.ytd(), outflow.ytd())) {
            return derived;
        }
        double difference = toDate - ofSides;
        double point = derived.point() + difference;
        PredictiveDistribution moved = new AffineDistribution(distribution, difference, 1);
        return alone.moved(
                        point - toDate,
                        point,
                        moved,
                        FanPath.endingAt(alone.path(), point, moved),
                        derived.method().code(),
                        derived.method().used())
                .withYears(derived, year -> true);
    }

    private static Map<Integer, Double> years(SeriesProjection projection) {
        Map<Integer, Double> years = new TreeMap<>();
        for (PastYear past : projection.history()) {
            years.put(past.year(), past.annual());
        }
        Double last = projection.previousYearValue();
        if (last != null) {
            years.put(projection.year() - 1, last);
        }
        return years;
    }

    private static boolean isWithinRounding(
            @Nullable Double balance, @Nullable Double inflow, @Nullable Double outflow) {
        return balance != null
                && inflow != null
                && outflow != null
                && Math.abs(balance - (inflow - outflow)) <= halfUnit(inflow) + halfUnit(outflow);
    }

    /** Returns half of what the last digit of a number that is not 0 stands for. */
    private static double halfUnit(double value) {
        return BigDecimal.valueOf(0.5)
                .scaleByPowerOfTen(
                        -BigDecimal.valueOf(value).stripTrailingZeros().scale())
                .doubleValue();
    }
}
