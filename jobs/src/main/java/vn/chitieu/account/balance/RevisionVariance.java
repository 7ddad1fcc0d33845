package vn.chitieu.account.balance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.PriceBasis;

/**
 * By how much a level is revised from one state of knowledge to the next, as a part of itself: estimated from the
 * figures of an area that were restated, shrunk towards what is usual.
 */
final class RevisionVariance {

    /** How many restatements what is usual counts for. */
    private static final double PRIOR_COUNT = 4;

    /** Below a month: the statements of two months are two states of knowledge. */
    private static final int SAME_RELEASE_DAYS = 25;

    private static final double LEAST = 5e-4;
    /** Provisional figures move less than estimates. */
    private static final double FIRMER = 0.7;

    private record Kind(PriceBasis basis, boolean isTotal, boolean isEstimate) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            return toString().compareTo(other.toString());
        }
    }

    private record Tally(double squares, int count) {}

    private final Map<Kind, Tally> tallies = new TreeMap<>();

    /** Learns from every figure that a later state restates. */
    RevisionVariance(List<VintageState> states) {
        for (VintageState state : states) {
            state.revised().ifPresent(revised -> state.inputs().forEach(later -> {
                List<BalanceInput> known = revised.of(later.subject());
                if (!known.isEmpty()) {
                    learn(known.get(known.size() - 1), later);
                }
            }));
        }
    }

    private void learn(BalanceInput earlier, BalanceInput later) {
        double relative =
                switch (later.kind()) {
                    case LEVEL, SHARE, PER_CAPITA -> later.value() / earlier.value() - 1;
                    case GROWTH, PER_CAPITA_GROWTH -> (later.value() - earlier.value()) / (100 + earlier.value());
                    case CONTRIBUTION, POPULATION, PLAN_ATTAINMENT -> Double.NaN;
                };
        if (Math.abs(relative) < 0.5) {
            Kind kind = new Kind(later.basis(), isTotal(later.item()), earlier.isEstimate());
            tallies.merge(
                    kind,
                    new Tally(relative * relative, 1),
                    (a, b) -> new Tally(a.squares + b.squares, a.count + b.count));
        }
    }

    private static boolean isTotal(String item) {
        return item.equals(GrdpCodes.TOTAL);
    }

    /** Returns the standard deviation of the revision of an item's level, relative to the level. */
    double relative(PriceBasis basis, String item, boolean fromEstimate) {
        Tally tally = tallies.getOrDefault(new Kind(basis, isTotal(item), fromEstimate), new Tally(0, 0));
        double usual = usual(basis, item, fromEstimate);
        double variance = (PRIOR_COUNT * usual * usual + tally.squares) / (PRIOR_COUNT + tally.count);
        return Math.max(Math.sqrt(variance), LEAST);
    }

    /** What is usual among the shipped figures; sectors move more than the total, which their errors cancel in. */
    private static double usual(PriceBasis basis, String item, boolean fromEstimate) {
        double ofEstimate;
        if (basis == PriceBasis.CURRENT) {
            ofEstimate = isTotal(item) ? 0.015 : 0.03;
        } else {
            ofEstimate = isTotal(item) ? 0.004 : 0.04;
        }
        return fromEstimate ? ofEstimate : FIRMER * ofEstimate;
    }

    /**
     * Returns the standard deviation, in a figure's unit, of what a later release may have revised silently: 0 unless
     * one states these months together with the months before or after them.
     */
    static double silent(BalanceInput input, VintageState state) {
        LocalDate sameRelease = input.knownOn().plusDays(SAME_RELEASE_DAYS);
        boolean isOvertaken = !input.isFinal()
                && state.lastFigures().entrySet().stream()
                        .anyMatch(whole -> whole.getValue().isAfter(sameRelease)
                                && state.lastFigures().keySet().stream()
                                        .anyMatch(rest -> completes(whole.getKey(), input.span(), rest)));
        if (!isOvertaken) {
            return 0;
        }
        double relative = isTotal(input.item()) ? 0.0005 : 0.001;
        return switch (input.kind()) {
            case LEVEL, PER_CAPITA, SHARE, PLAN_ATTAINMENT, POPULATION -> relative * Math.abs(input.value());
            case GROWTH, PER_CAPITA_GROWTH -> 100 * relative;
            case CONTRIBUTION -> 100 * relative / 4;
        };
    }

    private static boolean completes(MonthSpan whole, MonthSpan part, MonthSpan rest) {
        boolean isFirst = part.firstMonth() == whole.firstMonth()
                && rest.firstMonth() == part.lastMonth() + 1
                && rest.lastMonth() == whole.lastMonth();
        boolean isLast = rest.firstMonth() == whole.firstMonth()
                && part.firstMonth() == rest.lastMonth() + 1
                && part.lastMonth() == whole.lastMonth();
        return isFirst || isLast;
    }

    /** Returns the standard deviation of the revision of an item's growth, as a part of the level. */
    double ofGrowth(PriceBasis basis, String item, boolean fromEstimate) {
        if (basis == PriceBasis.CURRENT) {
            return relative(basis, item, fromEstimate);
        }
        return isTotal(item) ? 0.002 : 0.005;
    }
}
