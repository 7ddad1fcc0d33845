package vn.chitieu.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.text.Texts;

/** The day whose knowledge counts. */
final class AsOf {

    private static final int MOST_YEARS_AFTER = 5;

    private AsOf() {}

    /**
     * Returns the day that an option names; empty without the option.
     *
     * @throws ConfigurationException if it is no day
     */
    static Optional<LocalDate> parse(@Nullable String option, Texts messages) {
        if (option == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(option));
        } catch (DateTimeException e) {
            throw new ConfigurationException(messages.text("error.as_of", option), e);
        }
    }

    /**
     * Returns the day asked for, or else the last day on which any figure was published.
     *
     * @throws ConfigurationException if no figure bears a date, or the day is years after the last figure
     */
    static LocalDate of(IngestResult ingest, Optional<LocalDate> day, Texts messages) {
        LocalDate last = ingest.lastPublished()
                .or(() -> day)
                .orElseThrow(() -> new ConfigurationException(messages.text("error.no_as_of")));
        LocalDate asOf = day.orElse(last);
        if (asOf.isAfter(last.plusYears(MOST_YEARS_AFTER))) {
            throw new ConfigurationException(messages.text("error.as_of_too_late", asOf, last, MOST_YEARS_AFTER));
        }
        return asOf;
    }
}
