package vn.chitieu.observation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was known on a day: of every figure the vintages published by then, and the one that counts.
 *
 * <p>Of several vintages of one figure the first of this order counts:
 *
 * <ol>
 *   <li>a source dated on or before the day comes before an archive stamped later, which shows the figure in a state
 *       that nobody knew yet and only fills what no other source states;
 *   <li>of those on or before the day the one with the latest source date; of the archives stamped later the earliest;
 *   <li>the better trust in the kind of source;
 *   <li>the firmer status: final, provisional, none given, estimate, then all others;
 *   <li>the later delivery, for it corrects the earlier;
 *   <li>the larger value, then the address, the file and the line: only so that the order of rows never decides.
 * </ol>
 */
public final class Vintages {

    /** The order of keys in every list: area, indicator, activity, period, accumulation, price basis. */
    public static final Comparator<ObservationKey> KEY_ORDER = Comparator.comparing(ObservationKey::areaCode)
            .thenComparing(ObservationKey::indicatorCode)
            .thenComparing(ObservationKey::activityCode)
            .thenComparing(ObservationKey::period)
            .thenComparing(ObservationKey::accumulation)
            .thenComparing(ObservationKey::priceBasis);

    /** A total order of vintages: by key, then source date, date of publication, status, address, file and line. */
    public static final Comparator<Observation> ORDER = Comparator.comparing(Observation::key, KEY_ORDER)
            .thenComparing(Observation::sourceDate)
            .thenComparing(Observation::publishedDate)
            .thenComparing(Observation::status)
            .thenComparing(Observation::sourceUrl)
            .thenComparing(Observation::deliveryId)
            .thenComparing(Observation::sourceFile)
            .thenComparingInt(Observation::sourceLine);

    private static final Comparator<Observation> BY_TRUST = Comparator.comparingInt(Observation::trustRank)
            .thenComparingInt(vintage -> firmness(vintage.status()))
            .thenComparing(Vintages::deliveryDay, Comparator.reverseOrder())
            .thenComparing(Vintages::deliveryOfDay, Comparator.reverseOrder())
            .thenComparing(Observation::value, Comparator.reverseOrder())
            .thenComparing(Observation::sourceUrl)
            .thenComparing(ORDER);

    private Vintages() {}

    /** Returns the vintages that were published on or before a day and not deleted by it, in the order given. */
    public static List<Observation> visible(Collection<Observation> observations, LocalDate asOf) {
        return observations.stream().filter(vintage -> vintage.isVisible(asOf)).toList();
    }

    /**
     * Returns the vintage that counted on a day.
     *
     * @param vintages of one key, all published on or before the day, at least one
     * @throws IllegalArgumentException if there is none, one is of another key or was published later
     */
    public static Observation latest(Collection<Observation> vintages, LocalDate asOf) {
        Observation any = vintages.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expecting at least one vintage but was given none"));
        for (Observation vintage : vintages) {
            if (!vintage.key().equals(any.key()) || !vintage.isVisible(asOf)) {
                throw new IllegalArgumentException("Expecting vintages of " + any.key() + " published by " + asOf
                        + " but was " + vintage.key() + " of " + vintage.publishedDate());
            }
        }
        return Collections.min(vintages, preference(asOf));
    }

    /** Returns the vintage that counted on a day, for every figure known by then, in the order of the keys. */
    public static Map<ObservationKey, Observation> latestByKey(Collection<Observation> observations, LocalDate asOf) {
        Comparator<Observation> preference = preference(asOf);
        List<Observation> visible = new ArrayList<>(visible(observations, asOf));
        if (!isInOrderOfKeys(visible)) {
            visible.sort(Comparator.comparing(Observation::key, KEY_ORDER));
        }
        Map<ObservationKey, Observation> latest = new LinkedHashMap<>();
        for (Observation vintage : visible) {
            latest.merge(vintage.key(), vintage, (a, b) -> preference.compare(a, b) <= 0 ? a : b);
        }
        return Collections.unmodifiableMap(latest);
    }

    /** What is held of an area comes in order already, from which sorting would find out one comparison at a time. */
    private static boolean isInOrderOfKeys(List<Observation> vintages) {
        for (int i = 1; i < vintages.size(); i++) {
            ObservationKey before = vintages.get(i - 1).key();
            ObservationKey key = vintages.get(i).key();
            if (KEY_ORDER.compare(before, key) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the order in which vintages of one key count on a day, the one that counts first. */
    public static Comparator<Observation> preference(LocalDate asOf) {
        return Comparator.comparing(
                        (Observation vintage) -> vintage.sourceDate().isAfter(asOf))
                .thenComparing((a, b) -> a.sourceDate().isAfter(asOf)
                        ? a.sourceDate().compareTo(b.sourceDate())
                        : b.sourceDate().compareTo(a.sourceDate()))
                .thenComparing(BY_TRUST);
    }

    /** Returns how firm a status is, 0 being the firmest. */
    public static int firmness(ObservationStatus status) {
        return switch (status) {
            case FINAL -> 0;
            case PROVISIONAL -> 1;
            case UNKNOWN -> 2;
            case ESTIMATE -> 3;
            case FORECAST, IMPUTED, BREAK, MISSING -> 4;
        };
    }

    private static String deliveryDay(Observation vintage) {
        String day = vintage.deliveryId().substring(vintage.deliveryId().lastIndexOf('/') + 1);
        return day.contains(".") ? day.substring(0, day.indexOf('.')) : day;
    }

    /** Returns which of the deliveries of one form and day it is: the tenth, {@code .10}, comes after the ninth. */
    private static int deliveryOfDay(Observation vintage) {
        String id = vintage.deliveryId();
        int mark = id.indexOf('.', id.lastIndexOf('/') + 1);
        return mark < 0 ? 1 : Integer.parseInt(id.substring(mark + 1));
    }
}
