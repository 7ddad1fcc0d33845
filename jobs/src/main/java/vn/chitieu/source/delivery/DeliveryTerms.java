package vn.chitieu.source.delivery;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.chitieu.source.ControlCharacters;

/**
 * What the person who delivers a file says of it.
 *
 * @param formCode a form of the catalogue, or {@link #TIDY} for a tidy CSV
 * @param sender who delivers it, for example {@code Sở Tài chính}
 * @param published when its figures were made public; empty if that is the day of receipt
 * @param confirmed the reason for each place, a cell such as {@code E10} or a line, whose unusual figure a person
 *     confirmed
 */
public record DeliveryTerms(
        String formCode, String sender, Optional<LocalDate> published, SortedMap<String, String> confirmed) {

    /** The form code of a CSV with the columns of our own deliveries. */
    public static final String TIDY = "tidy";

    /** The form code of a bulk delivery in the codes of its sender. */
    public static final String BULK = "bulk";

    /** The form code of a bulk delivery in our own codes. */
    public static final String BULK_OWN = "bulk-own";

    private static final Pattern FORM_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_REASON = 500;

    public DeliveryTerms {
        if (!FORM_CODE.matcher(formCode).matches()) {
            throw new IllegalArgumentException(
                    "Expecting a form code of letters, digits and hyphens but was '" + formCode + "'");
        }
        if (sender.isBlank() || sender.length() > 200 || ControlCharacters.isIn(sender)) {
            throw new IllegalArgumentException("Expecting the name of a sender but was '" + sender + "'");
        }
        confirmed = Collections.unmodifiableSortedMap(new TreeMap<>(confirmed));
        confirmed.forEach((place, reason) -> {
            if (place.isBlank() || place.length() > LONGEST_PLACE || ControlCharacters.isIn(place)) {
                throw new IllegalArgumentException("Expecting a cell or line such as E10 or 4 but was '" + place + "'");
            }
            if (reason.isBlank() || reason.length() > LONGEST_REASON || ControlCharacters.isIn(reason)) {
                throw new IllegalArgumentException(
                        "Expecting a reason of 1 to " + LONGEST_REASON + " characters but was '" + reason + "'");
            }
        });
    }

    /** Creates the terms of a file of which nothing is confirmed. */
    public DeliveryTerms(String formCode, String sender, Optional<LocalDate> published) {
        this(formCode, sender, published, new TreeMap<>());
    }

    /** Returns whether it is a bulk delivery: rows of any number, judged once by Spark. */
    public boolean isBulk() {
        return formCode.equals(BULK) || formCode.equals(BULK_OWN);
    }

    /** Returns why the unusual figure of a place is right, if a person confirmed it. */
    public Optional<String> reasonFor(String place) {
        return Optional.ofNullable(confirmed.get(place));
    }

    /** Returns the same terms with figures of further places confirmed, all for one reason. */
    public DeliveryTerms confirming(Collection<String> places, String reason) {
        SortedMap<String, String> all = new TreeMap<>(confirmed);
        places.forEach(place -> all.put(place, reason));
        return new DeliveryTerms(formCode, sender, published, all);
    }
}
