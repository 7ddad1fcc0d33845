package vn.chitieu.projection;

import java.io.Serializable;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The years before the one projected.
 *
 * @param previousYearValue the annual value of the year before; null if not known
 * @param years complete ones with their value at the same cut-off, oldest first
 * @param incomplete what is missing of the year before; null if nothing is, or if nothing of it is known
 */
public record Past(
        @Nullable Double previousYearValue,
        List<PastYear> years,
        @Nullable IncompleteYear incomplete) implements Serializable {

    public Past {
        years = List.copyOf(years);
    }

    /** A past of which nothing is known to be missing. */
    public Past(@Nullable Double previousYearValue, List<PastYear> years) {
        this(previousYearValue, years, null);
    }

    /** Returns these years and those of another history of the same measure, which counts where it has them. */
    Past with(Past published) {
        TreeMap<Integer, PastYear> all = new TreeMap<>();
        years.forEach(past -> all.put(past.year(), past));
        published.years.forEach(past -> all.merge(
                past.year(),
                past,
                (own, other) -> other.ytd() == null ? new PastYear(own.year(), own.ytd(), other.annual()) : other));
        boolean isPublished = published.previousYearValue != null;
        return new Past(
                isPublished ? published.previousYearValue : previousYearValue,
                List.copyOf(all.values()),
                isPublished ? published.incomplete : incomplete);
    }

    /**
     * Returns these years and those of another history of the same measure that are missing here.
     *
     * @param goesBefore of which years the other counts where both have one
     * @param lastYear the year before the one projected
     */
    Past with(Past other, IntPredicate goesBefore, int lastYear) {
        TreeMap<Integer, PastYear> all = new TreeMap<>();
        years.forEach(past -> all.put(past.year(), past));
        other.years.forEach(
                past -> all.merge(past.year(), past, (own, others) -> goesBefore.test(own.year()) ? others : own));
        boolean isOther = other.previousYearValue != null && (previousYearValue == null || goesBefore.test(lastYear));
        return new Past(
                isOther ? other.previousYearValue : previousYearValue,
                List.copyOf(all.values()),
                isOther ? other.incomplete : incomplete);
    }
}
