package vn.chitieu.observation.ingest;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import vn.chitieu.observation.ReportingPeriod;
import vn.chitieu.text.LocalizedText;

/**
 * A delivery of one period that an office waits for.
 *
 * @param name the code of a form, or the name of a folder below {@code source}
 * @param sender the department of a form; of a source its folder again, for nobody else is known
 * @param due the last day on which it is in time
 * @param received the first day on which it was known, not after {@code asOf}; empty if it was not
 * @param asOf the day whose knowledge counts
 */
public record ExpectedDelivery(
        Kind kind,
        String name,
        LocalizedText sender,
        ReportingPeriod period,
        LocalDate due,
        Optional<LocalDate> received,
        LocalDate asOf) {

    /** What is waited for. */
    public enum Kind {
        FORM,
        SOURCE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it stands. */
    public enum Status {
        RECEIVED,
        LATE,
        DUE,
        MISSING;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns how it stands: came in time, came late, is not due yet, or is due and has not come. */
    public Status status() {
        return received.map(day -> day.isAfter(due) ? Status.LATE : Status.RECEIVED)
                .orElse(asOf.isAfter(due) ? Status.MISSING : Status.DUE);
    }
}
