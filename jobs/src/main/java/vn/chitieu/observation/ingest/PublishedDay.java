package vn.chitieu.observation.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day of a date, or of a date and time, by ISO 8601: the day in the zone that is written, whatever that is. */
final class PublishedDay {

    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})"
            + "(?:[T ](?:[01]\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?)?(?:Z|[+-](?:0\\d|1[0-4]):?[0-5]\\d)?");

    private PublishedDay() {}

    /**
     * Returns the day of a text.
     *
     * @throws DateTimeException if it is neither a date nor a date and time
     */
    static LocalDate parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new DateTimeException(
                    "Expecting a date such as 2025-07-15 or 2025-07-15T08:00:00Z but was '" + text + "'");
        }
        return LocalDate.parse(matcher.group(1));
    }
}
