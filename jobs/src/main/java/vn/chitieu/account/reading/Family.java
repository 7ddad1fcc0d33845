package vn.chitieu.account.reading;

import java.time.LocalDate;
import java.util.Comparator;
import vn.chitieu.observation.Observation;

/** A vintage family: what one source published on one date. Only figures of one family may be compared as volumes. */
public record Family(LocalDate sourceDate, String sourceUrl, int trustRank) {

    public static Family of(Observation observation) {
        return new Family(observation.sourceDate(), observation.sourceUrl(), observation.trustRank());
    }

    /** Returns the order of {@link vn.chitieu.observation.Vintages} as far as it looks at the source alone. */
    public static Comparator<Family> bestFirst(LocalDate asOf) {
        return Comparator.comparing((Family family) -> family.sourceDate().isAfter(asOf))
                .thenComparing((one, other) -> one.sourceDate().isAfter(asOf)
                        ? one.sourceDate().compareTo(other.sourceDate())
                        : other.sourceDate().compareTo(one.sourceDate()))
                .thenComparing(Family::trustRank)
                .thenComparing(Family::sourceUrl);
    }
}
