package vn.chitieu.source.table;

import java.util.List;
import java.util.Set;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.text.LocalizedText;

/**
 * The rows of an SDMX message by component, before any column of figures is looked for.
 *
 * @param rows data and deletions; {@link #STRUCTURE_ID} and {@link #ACTION} are among the components of each
 * @param dimensions components that are known to be dimensions by the form of the message
 * @param attributes components that are known to be attributes by the form of the message
 * @param notes what the message says beside its rows
 */
record SdmxMessage(
        List<SourceRow> rows,
        List<QuarantinedRow> quarantined,
        Set<String> dimensions,
        Set<String> attributes,
        List<LocalizedText> notes) {

    /** The structure that a row belongs to, agency, id and version. */
    static final String STRUCTURE_ID = "STRUCTURE_ID";

    static final String ACTION = "ACTION";

    SdmxMessage {
        rows = List.copyOf(rows);
        quarantined = List.copyOf(quarantined);
        dimensions = Set.copyOf(dimensions);
        attributes = Set.copyOf(attributes);
        notes = List.copyOf(notes);
    }

    /** Returns whether a row deletes what it names. */
    static boolean isDeletion(SourceRow row) {
        return row.fields().getOrDefault(ACTION, "").equals("D");
    }
}
