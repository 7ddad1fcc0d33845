package vn.chitieu.source.table;

import java.util.List;
import vn.chitieu.source.QuarantinedRow;

/**
 * The rows of one file in the order of their lines: those to be used and those that are not rows of its table.
 *
 * @param quarantined rows with too few or too many fields or with control characters
 */
public record SourceRows(List<SourceRow> rows, List<QuarantinedRow> quarantined) {

    public SourceRows {
        rows = List.copyOf(rows);
        quarantined = List.copyOf(quarantined);
    }

    /** Returns how many rows the file holds. */
    public int delivered() {
        return rows.size() + quarantined.size();
    }
}
