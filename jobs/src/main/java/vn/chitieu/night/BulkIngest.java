package vn.chitieu.night;

import java.io.IOException;
import java.nio.file.Path;
import vn.chitieu.observation.bulk.BulkIngestJob;
import vn.chitieu.observation.bulk.BulkResult;
import vn.chitieu.source.table.Vocabulary;

/** Validates and stores a file or folder that is larger than what a night holds in its memory. */
public final class BulkIngest {

    private BulkIngest() {}

    /**
     * Returns what became of the rows.
     *
     * @param deliveryId sender and day, for example {@code nso/2025-07-15}
     * @param out where the accepted and the quarantined rows are written to
     */
    public static BulkResult run(String deliveryId, Path file, Vocabulary vocabulary, Path datasets, Path out)
            throws IOException {
        return SessionStart.during(spark -> BulkIngestJob.run(spark, deliveryId, file, vocabulary, datasets, out));
    }
}
