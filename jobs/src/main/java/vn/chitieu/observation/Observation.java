package vn.chitieu.observation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One vintage of one figure, as a source printed it.
 *
 * @param value in {@code unitCode}; its scale is the printed number of decimals
 * @param publishedDate when the world learned it; what {@code --as-of} is compared with
 * @param sourceDate the date the source itself bears; later than {@code publishedDate} only for an archive
 * @param trustRank trust in the kind of source, 1 is best
 * @param sourceLine line of the file, from 1, the header being line 1
 * @param closedDate from when the figure no longer counts, because its sender deleted it; null while it counts
 */
// Thirteen components: each column of the table of observations that only a vintage bears is one.
public record Observation(
        ObservationKey key,
        BigDecimal value,
        String unitCode,
        ObservationStatus status,
        LocalDate publishedDate,
        PublishedKind publishedKind,
        LocalDate sourceDate,
        String sourceUrl,
        int trustRank,
        String deliveryId,
        String sourceFile,
        int sourceLine,
        @Nullable LocalDate closedDate)
        implements Serializable {

    /** Creates a vintage that its sender has not deleted. */
    public Observation(
            ObservationKey key,
            BigDecimal value,
            String unitCode,
            ObservationStatus status,
            LocalDate publishedDate,
            PublishedKind publishedKind,
            LocalDate sourceDate,
            String sourceUrl,
            int trustRank,
            String deliveryId,
            String sourceFile,
            int sourceLine) {
        this(
                key,
                value,
                unitCode,
                status,
                publishedDate,
                publishedKind,
                sourceDate,
                sourceUrl,
                trustRank,
                deliveryId,
                sourceFile,
                sourceLine,
                null);
    }

    /** Returns whether the world knew the figure on a day and its sender had not deleted it. */
    public boolean isVisible(LocalDate day) {
        return !publishedDate.isAfter(day) && (closedDate == null || day.isBefore(closedDate));
    }

    /** Returns the same vintage, closed from a day on, or from an earlier day on which it was closed before. */
    public Observation closedFrom(LocalDate day) {
        return new Observation(
                key,
                value,
                unitCode,
                status,
                publishedDate,
                publishedKind,
                sourceDate,
                sourceUrl,
                trustRank,
                deliveryId,
                sourceFile,
                sourceLine,
                closedDate != null && closedDate.isBefore(day) ? closedDate : day);
    }
}
