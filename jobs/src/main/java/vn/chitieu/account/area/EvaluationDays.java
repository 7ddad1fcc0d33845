package vn.chitieu.account.area;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** From which days each area is looked at: the as-of date, and the closing day of a programme. */
public final class EvaluationDays implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TreeMap<String, TreeSet<LocalDate>> days = new TreeMap<>();

    /** Adds a day to an area. */
    public void add(String areaCode, LocalDate day) {
        days.computeIfAbsent(areaCode, a -> new TreeSet<>()).add(day);
    }

    /** Returns the days of an area in order; none if it was never named. */
    public SortedSet<LocalDate> of(String areaCode) {
        return Collections.unmodifiableSortedSet(days.getOrDefault(areaCode, new TreeSet<>()));
    }
}
