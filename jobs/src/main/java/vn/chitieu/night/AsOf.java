package vn.chitieu.night;

import java.time.LocalDate;
import java.util.Optional;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.text.Words;

/** The day whose knowledge counts. */
public final class AsOf {

    private static final Words WORDS = Words.of("night");

    private static final int MOST_YEARS_AFTER = 5;

    private AsOf() {}

    /**
     * Returns the day asked for, or else the last day on which any figure was published.
     *
     * @throws DataException if no figure bears a date, or the day is years after the last figure
     */
    public static LocalDate of(IngestResult ingest, Optional<LocalDate> day) {
        LocalDate last =
                ingest.lastPublished().or(() -> day).orElseThrow(() -> new DataException(WORDS.text("no_as_of")));
        LocalDate asOf = day.orElse(last);
        if (asOf.isAfter(last.plusYears(MOST_YEARS_AFTER))) {
            throw new DataException(WORDS.text("as_of_too_late", asOf, last, MOST_YEARS_AFTER));
        }
        return asOf;
    }
}
