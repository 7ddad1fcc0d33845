package vn.chitieu.observation;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
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
        boolean[][] joined = new boolean[ENDS][ENDS];
        for (MonthSpan span : known) {
            if (span.year() == wanted.year()) {
                joined[span.firstMonth() - 1][span.lastMonth()] = true;
                joined[span.lastMonth()][span.firstMonth() - 1] = true;
            }
        }
        int[] predecessors = searchFrom(wanted.firstMonth() - 1, joined);
        return predecessors[wanted.lastMonth()] < 0 ? Optional.empty() : Optional.of(wayBack(predecessors, wanted));
    }

    private static int[] searchFrom(int start, boolean[][] joined) {
        int[] predecessors = new int[ENDS];
        Arrays.fill(predecessors, -1);
        predecessors[start] = start;
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            int end = open.remove();
            for (int next = 0; next < ENDS; next++) {
                if (joined[end][next] && predecessors[next] < 0) {
                    predecessors[next] = end;
                    open.add(next);
                }
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
