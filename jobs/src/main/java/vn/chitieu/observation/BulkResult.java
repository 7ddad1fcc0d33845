package vn.chitieu.observation;

/**
 * What became of the rows of a bulk delivery; the two add up to the delivered rows.
 *
 * @param accepted rows that are observations
 * @param quarantined rows set aside with their rule
 */
public record BulkResult(long accepted, long quarantined) {

    /** Returns how many rows were delivered. */
    public long delivered() {
        return accepted + quarantined;
    }
}
