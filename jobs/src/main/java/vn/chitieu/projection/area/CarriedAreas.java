package vn.chitieu.projection.area;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.SealedAccount;
import vn.chitieu.account.area.AreaFigures;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.rows.Sealed;
import vn.chitieu.catalog.rows.SealedFile;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.projection.ProjectionTask;
import vn.chitieu.projection.SealedProjection;
import vn.chitieu.projection.sparse.GrowthReference;

/**
 * Accounts and projections of areas as an earlier night made them, taken over where every bit of what they are made of
 * is as it was, and otherwise made again: the result is the same. A day counts by what can be seen from it alone.
 */
public final class CarriedAreas {

    private static final String ACCOUNT = "account";
    private static final String GROWTH = "growth";
    private static final String PROJECTION = "projection";

    private final String common;
    private final Map<String, Sealed<?>> before;
    private final TreeMap<String, Sealed<?>> kept = new TreeMap<>();

    private CarriedAreas(String common, Map<String, Sealed<?>> before) {
        this.common = common;
        this.before = before;
    }

    /**
     * Takes over what is known.
     *
     * @param common the sum of the classes and of all else that is the same for all areas
     * @param before as {@link #kept} returned it, from {@link SealedFile#read}
     */
    public static CarriedAreas of(String common, Map<String, Sealed<?>> before) {
        return new CarriedAreas(common, before);
    }

    /** An area as it is seen from a day, by the sum of what is seen. */
    record Seen(String areaCode, LocalDate day, String sha256) {}

    Seen seen(AreaFigures area, LocalDate day) {
        return new Seen(
                area.areaCode(),
                day,
                Sha256.ofParts(List.of(common, area.areaCode(), area.vintages().sumSeenFrom(day))));
    }

    /** Returns whether what the accounts of an area and its growth were is known. */
    boolean has(Seen seen) {
        return before.containsKey(key(ACCOUNT, seen)) && before.containsKey(key(GROWTH, seen));
    }

    SealedAccount account(Seen seen) {
        return new SealedAccount(seen.areaCode(), seen.day(), taken(key(ACCOUNT, seen)));
    }

    /** Returns what an area says of growth; nothing where it says nothing. */
    List<GrowthReference> growth(Seen seen) {
        Sealed<ArrayList<GrowthReference>> growth = taken(key(GROWTH, seen));
        return growth.open();
    }

    void keep(Seen seen, SealedAccount account, List<GrowthReference> growth) {
        kept.put(key(ACCOUNT, seen), account.result());
        kept.put(key(GROWTH, seen), Sealed.of(new ArrayList<>(growth)));
    }

    /**
     * Returns the projection of a year, if it is known.
     *
     * @param growth the sum of what all areas of the nation say
     */
    Optional<SealedProjection> projection(Seen seen, ProjectionTask task, ReportingYear calendar, String growth) {
        String key = key(seen, task, calendar, growth);
        return before.containsKey(key) ? Optional.of(new SealedProjection(task, taken(key))) : Optional.empty();
    }

    void keep(Seen seen, SealedProjection projection, ReportingYear calendar, String growth) {
        kept.put(key(seen, projection.task(), calendar, growth), projection.outcomes());
    }

    /** Returns what was taken over and what was made anew, for {@link SealedFile#replace}. */
    public SortedMap<String, Sealed<?>> kept() {
        return Collections.unmodifiableSortedMap(kept);
    }

    @SuppressWarnings("unchecked") // its key says what it is
    private <T extends Serializable> Sealed<T> taken(String key) {
        @Nullable Sealed<?> value = before.get(key);
        if (value == null) {
            throw new IllegalArgumentException("Expecting a value that is known but was " + key);
        }
        kept.put(key, value);
        return (Sealed<T>) value;
    }

    private static String key(String what, Seen seen) {
        return Sha256.ofParts(List.of(what, seen.sha256()));
    }

    /** An estimate of a year is one of a year to come or of one that has ended, and so the day of the year counts. */
    private static String key(Seen seen, ProjectionTask task, ReportingYear calendar, String growth) {
        int year = calendar.yearOf(task.evaluatedOn());
        boolean isLastDay = !task.evaluatedOn().isBefore(calendar.end(Period.ofYear(year)));
        return Sha256.ofParts(List.of(PROJECTION, seen.sha256(), task.year(), year, isLastDay, growth));
    }
}
