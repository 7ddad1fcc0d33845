package vn.chitieu.projection.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Periods missing between known ones, filled in: growth on the year before is interpolated between the neighbours of
 * the gap, seen from the year before, from the year after, or from both; without such a year the value itself is.
 *
 * <p>Logarithms are interpolated where all figures are above 0. The error is that of the same rule on known periods of
 * the same series, left out in turn.
 */
public final class Interpolation {

    private static final int MONTHS = 12;
    private static final int FEWEST_REMOVALS = 6;
    private static final int MOST_YEARS_OF_REMOVALS = 10;

    private final double[] known;
    private final double[] values;
    private final int periodsPerYear;
    private final int firstKnown;
    private final boolean isLog;
    private final double[] scores;

    private Interpolation(double[] values, int periodsPerYear) {
        this.known = values;
        this.values = values.clone();
        this.periodsPerYear = periodsPerYear;
        int start = 0;
        while (start < values.length && Double.isNaN(values[start])) {
            start++;
        }
        this.firstKnown = start;
        this.isLog = Arrays.stream(values).allMatch(value -> Double.isNaN(value) || value > 0);
        this.scores = isLog ? Arrays.stream(values).map(Math::log).toArray() : values.clone();
    }

    /**
     * A gap that was filled.
     *
     * @param first index of its first period
     * @param error standard error of the sum of its periods, in the unit of the series
     * @param removals how many known stretches were left out to estimate the error
     */
    record Gap(int first, int length, double error, int removals) {

        /** Returns whether a period of the gap lies at an index from {@code start} on and before {@code end}. */
        boolean touches(int start, int end) {
            return first < end && first + length > start;
        }
    }

    /** Periods with the gaps among them that were filled; a period that is still missing is NaN. */
    @SuppressWarnings("ArrayRecordComponent") // a package-private carrier that is never compared
    record Filled(double[] values, List<Gap> gaps) {}

    /** Where the growth that is interpolated is taken from, the best first. */
    private enum Rule {
        BOTH_YEARS,
        YEAR_BEFORE,
        YEAR_AFTER,
        NEIGHBOURS
    }

    /**
     * Fills gaps of at most two months or one quarter, where their year misses no more than that.
     *
     * @param values one a period from the start of a year to the last known one, a missing one being NaN; not changed
     * @param periodsPerYear 12 or 4
     */
    static Filled fill(double[] values, int periodsPerYear) {
        Interpolation interpolation = new Interpolation(values, periodsPerYear);
        List<Gap> gaps = new ArrayList<>();
        for (int first = 1; first < values.length; first++) {
            if (!Double.isNaN(values[first]) || Double.isNaN(values[first - 1])) {
                continue;
            }
            int length = interpolation.lengthOfGap(first);
            if (length > 0) {
                interpolation.fill(first, length).ifPresent(gaps::add);
            }
        }
        return new Filled(interpolation.values, List.copyOf(gaps));
    }

    /** Returns the length of the gap that starts at an index; 0 if it cannot be filled. */
    private int lengthOfGap(int first) {
        int end = first;
        while (end < values.length && Double.isNaN(values[end])) {
            end++;
        }
        int most = periodsPerYear == MONTHS ? 2 : 1;
        boolean isShort = end < values.length && end - first <= most;
        for (int year = first / periodsPerYear; isShort && year <= (end - 1) / periodsPerYear; year++) {
            isShort = missing(year) <= most;
        }
        return isShort ? end - first : 0;
    }

    /** Returns how many periods of a year are missing since the first known one of all. */
    private int missing(int year) {
        int missing = 0;
        for (int i = year * periodsPerYear; i < Math.min((year + 1) * periodsPerYear, values.length); i++) {
            missing += i >= firstKnown && Double.isNaN(known[i]) ? 1 : 0;
        }
        return missing;
    }

    /** Fills by the best rule possible, its error estimated by the best not better than it that can be tried enough. */
    private Optional<Gap> fill(int first, int length) {
        double[] best = new double[0];
        for (Rule rule : Rule.values()) {
            best = best.length == 0 ? filled(rule, first, length) : best;
            List<Double> errors = best.length == 0 ? List.of() : errors(rule, length);
            if (errors.size() >= FEWEST_REMOVALS) {
                double sum = 0;
                for (int i = 0; i < length; i++) {
                    scores[first + i] = best[i];
                    values[first + i] = isLog ? Math.exp(best[i]) : best[i];
                    sum += values[first + i];
                }
                double square =
                        errors.stream().mapToDouble(e -> e * e).average().orElse(0);
                return Optional.of(new Gap(first, length, Math.sqrt(square) * (isLog ? sum : 1), errors.size()));
            }
        }
        return Optional.empty();
    }

    /** Returns the errors of a rule on known stretches, of their sum or of its logarithm. */
    private List<Double> errors(Rule rule, int length) {
        List<Double> errors = new ArrayList<>();
        int earliest = Math.max(1, known.length - MOST_YEARS_OF_REMOVALS * periodsPerYear);
        for (int first = known.length - 1 - length; first >= earliest; first--) {
            OptionalDouble error = error(rule, first, length);
            if (error.isPresent()) {
                errors.add(error.getAsDouble());
            }
        }
        return errors;
    }

    private OptionalDouble error(Rule rule, int first, int length) {
        for (int i = first - 1; i <= first + length; i++) {
            if (Double.isNaN(known[i])) {
                return OptionalDouble.empty();
            }
        }
        double[] filled = filled(rule, first, length);
        if (filled.length == 0) {
            return OptionalDouble.empty();
        }
        double said = 0;
        double was = 0;
        for (int i = 0; i < length; i++) {
            said += isLog ? Math.exp(filled[i]) : filled[i];
            was += known[first + i];
        }
        return OptionalDouble.of(isLog ? Math.log(was / said) : was - said);
    }

    /** Returns the scores of a stretch by a rule that does not look at them; none if it cannot be used there. */
    private double[] filled(Rule rule, int first, int length) {
        return switch (rule) {
            case YEAR_BEFORE -> byGrowth(first, length, -periodsPerYear);
            case YEAR_AFTER -> byGrowth(first, length, periodsPerYear);
            case BOTH_YEARS -> mean(byGrowth(first, length, -periodsPerYear), byGrowth(first, length, periodsPerYear));
            case NEIGHBOURS -> between(scores[first - 1], scores[first + length], length);
        };
    }

    /** Returns the scores at a distance with the differences to them interpolated between the neighbours. */
    private double[] byGrowth(int first, int length, int distance) {
        int from = first - 1 + distance;
        int to = first + length + distance;
        if (from < 0 || to >= scores.length) {
            return new double[0];
        }
        double[] filled = between(scores[first - 1] - scores[from], scores[first + length] - scores[to], length);
        for (int i = 0; i < length; i++) {
            filled[i] += scores[from + 1 + i];
            if (Double.isNaN(filled[i])) {
                return new double[0];
            }
        }
        return filled;
    }

    private static double[] between(double before, double after, int length) {
        double[] line = new double[length];
        for (int i = 0; i < length; i++) {
            line[i] = before + (after - before) * (i + 1) / (length + 1);
        }
        return line;
    }

    private static double[] mean(double[] one, double[] other) {
        double[] mean = new double[Math.min(one.length, other.length)];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (one[i] + other[i]) / 2;
        }
        return mean;
    }
}
