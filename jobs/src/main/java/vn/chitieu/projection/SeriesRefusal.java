package vn.chitieu.projection;

import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Period;
import vn.chitieu.text.LocalizedText;

/**
 * Why the year-end of a series is not projected.
 *
 * @param reasonCode {@code no_data}, {@code too_short}, {@code too_old}, {@code all_zero} or {@code kind_not_projected}
 * @param knownToDate the latest figure of the year cumulated since January, in {@code unitCode}; null if none
 * @param knownPeriod the period that {@code knownToDate} ends with; null if none
 */
public record SeriesRefusal(
        SeriesId id,
        int year,
        String reasonCode,
        LocalizedText reason,
        String unitCode,
        @Nullable Double knownToDate,
        @Nullable Period knownPeriod)
        implements SeriesOutcome {}
