package vn.chitieu.observation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One vintage of one figure, as a source printed it.
 *
 * @param value in {@code unitCode}; its scale is the printed number of decimals
 * @param publishedDate when the world learned it; what {@code --as-of} is compared with
 * @param sourceDate the date the source itself bears; later than {@code publishedDate} only for an archive
 * @param trustRank trust in the kind of source, 1 is best
 * @param sourceLine line of the file, from 1, the header being line 1
 */
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
        int sourceLine)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
