package vn.chitieu.source.table;

import java.util.List;
import java.util.Optional;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.text.LocalizedText;

/**
 * The rows of one file in the order of their lines: those to be used and those that are not rows of its table.
 *
 * @param quarantined rows with too few or too many fields or with control characters
 * @param structure the SDMX structure of its figures, if it has one
 * @param notes what the file says beside its rows and what of it was passed over, a sentence each
 */
public record SourceRows(
        List<SourceRow> rows, List<QuarantinedRow> quarantined, Optional<String> structure, List<LocalizedText> notes) {

    public SourceRows {
        rows = List.copyOf(rows);
        quarantined = List.copyOf(quarantined);
        notes = List.copyOf(notes);
    }

    /** Creates the rows of a file without structure that says nothing beside them. */
    public SourceRows(List<SourceRow> rows, List<QuarantinedRow> quarantined) {
        this(rows, quarantined, Optional.empty(), List.of());
    }

    /** Returns the same with other rows. */
    public SourceRows withRows(List<SourceRow> others) {
        return new SourceRows(others, quarantined, structure, notes);
    }

    /** Returns how many rows the file holds. */
    public int delivered() {
        return rows.size() + quarantined.size();
    }
}
