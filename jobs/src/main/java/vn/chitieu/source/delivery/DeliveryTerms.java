package vn.chitieu.source.delivery;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.chitieu.source.ControlCharacters;

/**
 * What the person who delivers a file says of it.
 *
 * @param formCode a form of the catalogue, or {@link #TIDY} for a tidy CSV
 * @param sender who delivers it, for example {@code Sở Tài chính}
 * @param published when its figures were made public; empty if that is the day of receipt
 */
public record DeliveryTerms(String formCode, String sender, Optional<LocalDate> published) {

    /** The form code of a CSV with the columns of our own deliveries. */
    public static final String TIDY = "tidy";

    private static final Pattern FORM_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

    public DeliveryTerms {
        if (!FORM_CODE.matcher(formCode).matches()) {
            throw new IllegalArgumentException(
                    "Expecting a form code of letters, digits and hyphens but was '" + formCode + "'");
        }
        if (sender.isBlank() || sender.length() > 200 || ControlCharacters.isIn(sender)) {
            throw new IllegalArgumentException("Expecting the name of a sender but was '" + sender + "'");
        }
    }
}
