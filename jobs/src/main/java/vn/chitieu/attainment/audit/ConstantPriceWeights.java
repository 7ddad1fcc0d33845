package vn.chitieu.attainment.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.formula.ContributionToGrowth;
import vn.chitieu.attainment.audit.AreaFigures.Known;

/**
 * The shares of the parts of the gross product at constant prices in one year: the weights with which their growth of
 * the next year makes up that of the total.
 *
 * <p>They are the account's levels where it has all of a year. Else they start from the last year of which they are
 * implied by what each part added to growth, {@code w = contribution / growth}, and are rolled forward with the growth
 * of the parts. A part whose growth of a year is not known takes what the total leaves; of several such parts all but
 * the largest are taken to have grown as they last did, which {@link #assumed} says.
 *
 * @param year the year of the weights
 * @param startYear the year of the account's levels or contributions that they start from
 * @param isOfLevels whether they are shares of levels of {@code startYear}, else implied by contributions
 * @param pct share of each of {@link AreaFigures#PARTS} in percent, summing to 100
 * @param assumed parts whose growth was assumed, with the rate, latest year last
 */
public record ConstantPriceWeights(
        int year, int startYear, boolean isOfLevels, Map<String, Double> pct, List<Assumed> assumed) {

    private static final int MOST_YEARS_BACK = 6;

    /**
     * One growth rate that nobody published.
     *
     * @param knownYear the year whose rate was used
     * @param residual the part that took what the total left
     */
    public record Assumed(String part, int year, double growthPct, int knownYear, String residual) {}

    /** Returns the weights of a year, or nothing if no year from which to start has them all. */
    public static Optional<ConstantPriceWeights> of(AreaFigures figures, int year) {
        for (int start = year; start > year - MOST_YEARS_BACK; start--) {
            Optional<Map<String, Double>> ofLevels = ofLevels(figures, start);
            Optional<Map<String, Double>> weights =
                    ofLevels.isPresent() || start == year ? ofLevels : implied(figures, start);
            if (weights.isPresent()) {
                boolean isOfLevels = ofLevels.isPresent();
                int from = start;
                Optional<ConstantPriceWeights> rolled =
                        weights.flatMap(w -> rolled(figures, w, from, isOfLevels, year));
                if (rolled.isPresent()) {
                    return rolled;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Map<String, Double>> ofLevels(AreaFigures figures, int year) {
        Map<String, Double> levels = new TreeMap<>();
        for (String part : AreaFigures.PARTS) {
            Known level = figures.volume(part, Measure.LEVEL).get(year);
            if (level == null) {
                return Optional.empty();
            }
            levels.put(part, level.value());
        }
        return Optional.of(shares(levels));
    }

    /**
     * Returns the weights of a year that the contributions and growth of the next imply. One part takes what the others
     * leave: the one without figures or, if all have them, the one that grew least, because the division enlarges the
     * rounding of its contribution most.
     */
    private static Optional<Map<String, Double>> implied(AreaFigures figures, int year) {
        Map<String, Double> weights = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        String steadiest = "";
        double least = Double.POSITIVE_INFINITY;
        for (String part : AreaFigures.PARTS) {
            Known growth = figures.growth(part).get(year + 1);
            Known points = figures.volume(part, Measure.CONTRIBUTION_POINTS).get(year + 1);
            if (growth == null || points == null || growth.value() == 0) {
                missing.add(part);
            } else {
                weights.put(part, ContributionToGrowth.impliedWeightPct(points.value(), growth.value()));
                if (Math.abs(growth.value()) < least) {
                    least = Math.abs(growth.value());
                    steadiest = part;
                }
            }
        }
        if (missing.isEmpty()) {
            weights.remove(steadiest);
            missing.add(steadiest);
        }
        if (missing.size() > 1) {
            return Optional.empty();
        }
        if (missing.size() == 1) {
            weights.put(missing.get(0), 100 - sum(weights));
        }
        boolean isPossible = weights.values().stream().allMatch(weight -> weight > 0);
        return isPossible ? Optional.of(shares(weights)) : Optional.empty();
    }

    private static Optional<ConstantPriceWeights> rolled(
            AreaFigures figures, Map<String, Double> start, int startYear, boolean isOfLevels, int year) {
        Map<String, Double> weights = start;
        List<Assumed> assumed = new ArrayList<>();
        for (int next = startYear + 1; next <= year; next++) {
            Map<String, Double> growth = new TreeMap<>();
            List<String> missing = new ArrayList<>();
            for (String part : AreaFigures.PARTS) {
                Known known = figures.growth(part).get(next);
                if (known == null) {
                    missing.add(part);
                } else {
                    growth.put(part, known.value());
                }
            }
            Known total = figures.growth(AreaFigures.TOTAL).get(next);
            if (!missing.isEmpty() && total == null) {
                return Optional.empty();
            }
            String largest = largest(missing, weights);
            for (String part : missing) {
                Known last = lastBefore(figures.growth(part), next);
                if (!part.equals(largest)) {
                    if (last == null) {
                        return Optional.empty();
                    }
                    growth.put(part, last.value());
                    assumed.add(new Assumed(part, next, last.value(), last.year(), largest));
                }
            }
            weights = grown(weights, growth, largest, total == null ? 0 : total.value());
        }
        return Optional.of(new ConstantPriceWeights(year, startYear, isOfLevels, weights, List.copyOf(assumed)));
    }

    private static Map<String, Double> grown(
            Map<String, Double> weights, Map<String, Double> growth, String residual, double totalPct) {
        Map<String, Double> grown = new TreeMap<>();
        growth.forEach((part, rate) -> grown.put(part, weights.getOrDefault(part, 0.0) * (1 + rate / 100)));
        if (!residual.isEmpty()) {
            grown.put(residual, 100 + totalPct - sum(grown));
        }
        return shares(grown);
    }

    private static String largest(List<String> parts, Map<String, Double> weights) {
        String largest = "";
        for (String part : parts) {
            if (largest.isEmpty() || weights.getOrDefault(part, 0.0) > weights.getOrDefault(largest, 0.0)) {
                largest = part;
            }
        }
        return largest;
    }

    private static @Nullable Known lastBefore(NavigableMap<Integer, Known> values, int year) {
        return values.lowerEntry(year) == null ? null : values.lowerEntry(year).getValue();
    }

    private static Map<String, Double> shares(Map<String, Double> values) {
        double total = sum(values);
        Map<String, Double> shares = new TreeMap<>();
        values.forEach((part, value) -> shares.put(part, 100 * value / total));
        return shares;
    }

    private static double sum(Map<String, Double> values) {
        return values.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Returns the share of a part, in percent. */
    public double of(String part) {
        return pct.getOrDefault(part, 0.0);
    }

    /** Returns the growth of the total that growth of the parts makes up: {@code Σ w·g}, in percent. */
    public double growth(Map<String, Double> growthOfParts) {
        return AreaFigures.PARTS.stream()
                .mapToDouble(
                        part -> ContributionToGrowth.pointsOfWeight(of(part), growthOfParts.getOrDefault(part, 0.0)))
                .sum();
    }

    /**
     * Returns the growth of one part with which the total grows by a target, {@code g = (g* - Σ w·g of the others) /
     * w}.
     *
     * @throws IllegalArgumentException if the part has no weight
     */
    public double growthOf(String free, double totalPct, Map<String, Double> growthOfOthers) {
        double weight = of(free);
        if (!(weight > 0)) {
            throw new IllegalArgumentException("Expecting a weight above 0 of " + free + " but was " + weight);
        }
        double others = 0;
        for (String part : AreaFigures.PARTS) {
            if (!part.equals(free)) {
                others += ContributionToGrowth.pointsOfWeight(of(part), growthOfOthers.getOrDefault(part, 0.0));
            }
        }
        return (totalPct - others) / weight * 100;
    }

    /** Returns how far {@link #growth} moves if each assumed rate were wrong by {@code points}. */
    double sensitivity(Map<String, Double> growthOfParts, double points) {
        double moved = 0;
        for (Assumed one : assumed) {
            double difference =
                    growthOfParts.getOrDefault(one.part(), 0.0) - growthOfParts.getOrDefault(one.residual(), 0.0);
            moved += of(one.part()) * points / 100 * Math.abs(difference) / 100;
        }
        return moved;
    }
}
