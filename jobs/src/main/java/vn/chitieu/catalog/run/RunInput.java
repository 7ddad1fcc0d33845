package vn.chitieu.catalog.run;

import vn.chitieu.catalog.Sha256;

/**
 * A delivered file that a run has read.
 *
 * @param deliveryId the delivery it came with
 * @param file its name inside the delivery
 * @param rows how many rows of data it holds, accepted or not
 */
public record RunInput(String deliveryId, String file, String sha256, long rows) {

    public RunInput {
        Sha256.requireSum(sha256);
        if (rows < 0) {
            throw new IllegalArgumentException("Expecting a number of rows of " + file + " but was " + rows);
        }
    }
}
