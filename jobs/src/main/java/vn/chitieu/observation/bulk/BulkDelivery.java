package vn.chitieu.observation.bulk;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chitieu.source.table.Vocabulary;

/**
 * A delivery of any number of rows.
 *
 * @param path a Parquet file or folder, or a CSV by its name
 * @param vocabulary whose codes the rows have; their numbers have a decimal point and no groups
 * @param published when rows without a day of their own were published; null if each has to have one
 */
public record BulkDelivery(
        String id,
        String path,
        Vocabulary vocabulary,
        @Nullable LocalDate published) implements Serializable {

    Path files() {
        return Path.of(path);
    }
}
