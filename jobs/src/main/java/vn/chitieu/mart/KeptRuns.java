package vn.chitieu.mart;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which runs a history keeps: all of the last {@value #DAYS} days, before them the last of each month.
 *
 * <p>It does not matter whether it is asked every night or once: a run that is dropped is never the last of its month,
 * since the as-of days of a chain do not go back.
 */
final class KeptRuns {

    /** A quarter and the days until its figures are published. */
    static final int DAYS = 100;

    private KeptRuns() {}

    /**
     * Returns the runs to keep.
     *
     * @param days the as-of day of each run by its place in the chain
     * @param today the latest of them
     */
    static Set<Integer> of(SortedMap<Integer, LocalDate> days, LocalDate today) {
        Map<YearMonth, Integer> lastOfMonths = new TreeMap<>();
        days.forEach((run, day) -> lastOfMonths.merge(YearMonth.from(day), run, Math::max));
        Set<Integer> kept = new TreeSet<>(lastOfMonths.values());
        LocalDate first = today.minusDays(DAYS);
        days.forEach((run, day) -> {
            if (day.isAfter(first)) {
                kept.add(run);
            }
        });
        return kept;
    }
}
