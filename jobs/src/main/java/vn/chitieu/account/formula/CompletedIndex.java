package vn.chitieu.account.formula;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;

/**
 * Levels of an index where only its growth against the same period of the year before is printed.
 *
 * <p>Growth is printed without a break when the base of an index changes, so that the level of one base is carried on,
 * and back, by it: levels of two bases are never put together. A printed level stands.
 */
public final class CompletedIndex {

    /** A level, or growth in percent, and when it became known. */
    public record Dated(double value, LocalDate publishedDate) {}

    private CompletedIndex() {}

    /**
     * Returns whether figures of a period count as levels and growth here: those of months, quarters and half-years.
     */
    public static boolean isOfPeriods(Period period, Accumulation accumulation) {
        return accumulation == Accumulation.PERIOD && period.frequency() != Frequency.A;
    }

    /**
     * Returns the levels that follow from growth, known from when the later of both figures was.
     *
     * @param levels of one base, by period
     * @param rates growth of that index against the same period of the year before, in percent
     */
    public static NavigableMap<Period, Dated> missing(
            NavigableMap<Period, Dated> levels, NavigableMap<Period, Dated> rates) {
        NavigableMap<Period, Dated> known = new TreeMap<>(levels);
        NavigableMap<Period, Dated> found = new TreeMap<>();
        rates.forEach((period, rate) -> {
            Dated before = known.get(period.inYear(period.year() - 1));
            if (before != null && !known.containsKey(period)) {
                Dated level = level(VolumeGrowth.level(before.value(), rate.value()), before, rate);
                known.put(period, level);
                found.put(period, level);
            }
        });
        rates.descendingMap().forEach((period, rate) -> {
            Period earlier = period.inYear(period.year() - 1);
            Dated later = known.get(period);
            if (later != null && rate.value() > -100 && !known.containsKey(earlier)) {
                Dated level = level(VolumeGrowth.previous(later.value(), rate.value()), later, rate);
                known.put(earlier, level);
                found.put(earlier, level);
            }
        });
        return found;
    }

    private static Dated level(double value, Dated from, Dated rate) {
        return new Dated(
                value,
                from.publishedDate().isAfter(rate.publishedDate()) ? from.publishedDate() : rate.publishedDate());
    }
}
