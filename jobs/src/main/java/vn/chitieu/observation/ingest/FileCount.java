package vn.chitieu.observation.ingest;

import java.util.Optional;

/**
 * What became of the rows of one delivered file.
 *
 * @param delivered rows without the header; all other counts add up to it
 * @param accepted rows that are observations
 * @param plan rows that are plan figures
 * @param missing rows that say that there is no figure, by a declared mark
 * @param deletions rows that close figures of earlier deliveries
 * @param sameAs the earlier delivery that holds the same bytes; then the file is not read again and all counts are 0
 * @param sha256 of the file, 64 hexadecimal digits
 */
public record FileCount(
        String deliveryId,
        String file,
        int delivered,
        int accepted,
        int plan,
        int missing,
        int deletions,
        int quarantined,
        Optional<String> sameAs,
        String sha256) {

    public FileCount {
        if (delivered != accepted + plan + missing + deletions + quarantined) {
            throw new IllegalArgumentException("Expecting each of the " + delivered + " rows of " + deliveryId + "/"
                    + file + " to be accepted, a plan, missing, a deletion or quarantined but were " + accepted + ", "
                    + plan + ", " + missing + ", " + deletions + " and " + quarantined);
        }
    }
}
