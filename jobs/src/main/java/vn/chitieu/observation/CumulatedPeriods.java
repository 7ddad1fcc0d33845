package vn.chitieu.observation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Quarters from cumulated figures, cumulated figures from quarters, and every other sum or difference of the same kind.
 *
 * <p>A flow over the months {@code a} to {@code b} is the difference of what is cumulated to the ends of {@code b} and
 * {@code a - 1}. Every known span joins two ends of months; a wanted span is known as soon as its two ends are joined,
 * and the shortest way between them has the fewest roundings.
 */
public final class CumulatedPeriods {

    private static final int ENDS = 13;

    private CumulatedPeriods() {}

    /**
     * One known span in a sum.
     *
     * @param sign +1 to add it, -1 to take it away
     */
    public record Term(MonthSpan span, int sign) implements Serializable {}

    /**
     * Returns the shortest sum of known spans that makes the wanted one, or nothing if there is none.
     *
     * @param known spans with a figure, in any order; those of other years are left out
     */
    public static Optional<List<Term>> terms(Collection<MonthSpan> known, MonthSpan wanted) {
        int[] predecessors = searchFrom(wanted.firstMonth() - 1, joinedEnds(known, wanted.year()));
        return predecessors[wanted.lastMonth()] < 0 ? Optional.empty() : Optional.of(wayBack(predecessors, wanted));
    }

    /** Returns for each month of a year, from 1 on, whether what is cumulated to its end follows from known spans. */
    public static boolean[] areToDateKnown(Collection<MonthSpan> known, int year) {
        int[] predecessors = searchFrom(0, joinedEnds(known, year));
        boolean[] areKnown = new boolean[ENDS];
        for (int end = 0; end < ENDS; end++) {
            areKnown[end] = predecessors[end] >= 0;
        }
        return areKnown;
    }

    /** Returns for each end of a month, as bits, those that a known span joins it to. */
    private static int[] joinedEnds(Collection<MonthSpan> known, int year) {
        int[] joined = new int[ENDS];
        for (MonthSpan span : known) {
            if (span.year() == year) {
                joined[span.firstMonth() - 1] |= 1 << span.lastMonth();
                joined[span.lastMonth()] |= 1 << (span.firstMonth() - 1);
            }
        }
        return joined;
    }

    private static int[] searchFrom(int start, int[] joined) {
        int[] predecessors = new int[ENDS];
        Arrays.fill(predecessors, -1);
        predecessors[start] = start;
        int found = 1 << start;
        int[] open = new int[ENDS];
        open[0] = start;
        int last = 1;
        for (int first = 0; first < last; first++) {
            int end = open[first];
            for (int news = joined[end] & ~found; news != 0; news &= news - 1) {
                int next = Integer.numberOfTrailingZeros(news);
                predecessors[next] = end;
                found |= 1 << next;
                open[last++] = next;
            }
        }
        return predecessors;
    }

    private static List<Term> wayBack(int[] predecessors, MonthSpan wanted) {
        List<Term> terms = new ArrayList<>();
        int end = wanted.lastMonth();
        while (end != wanted.firstMonth() - 1) {
            int before = predecessors[end];
            terms.add(
                    before < end
                            ? new Term(new MonthSpan(wanted.year(), before + 1, end), 1)
                            : new Term(new MonthSpan(wanted.year(), end + 1, before), -1));
            end = before;
        }
        return terms;
    }
}
