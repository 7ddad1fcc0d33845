package vn.chitieu.source.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.text.Words;

/**
 * What a row that deletes names (SDMX {@code ACTION} D). An empty dimension is a wildcard. A text in measure or
 * attribute marks that alone for deletion: with a mark on attributes only, every figure stays. A code of a component
 * that no column reads cannot be followed, unless it is declared as the only one that the figures have.
 */
final class SdmxDeletions {

    private static final Words WORDS = Words.of("source");
    private static final String MARK = "-";

    private final String deliveryId;
    private final Declaration declaration;
    private final DeclaredColumns declared;
    private final Set<String> read;
    private final boolean isOwn;

    SdmxDeletions(String deliveryId, Declaration declaration, DeclaredColumns declared) {
        this.deliveryId = deliveryId;
        this.declaration = declaration;
        this.declared = declared;
        this.read = Set.copyOf(declared.fields());
        this.isOwn = declaration.columns().equals(SdmxStructure.ownColumns());
    }

    /** Returns the row with the columns of figures, or nothing if it deletes no figure or cannot be followed. */
    Optional<SourceRow> of(SourceRow row, SdmxMessage message) {
        if (unfollowed(row, message).isPresent() || isOfAttributesOnly(row, message)) {
            return Optional.empty();
        }
        SourceRow deletion = declared.deletion(row, id -> isMark(id, row, message));
        Map<String, String> fields = new LinkedHashMap<>(deletion.fields());
        fields.put(SourceRow.STRUCTURE, row.field(SdmxMessage.STRUCTURE_ID));
        boolean namesSlice = row.fields().entrySet().stream()
                .anyMatch(part -> !read.contains(part.getKey())
                        && !part.getValue().isEmpty()
                        && declaration.sdmx().codes(part.getKey()).isPresent());
        if (namesSlice) {
            fields.merge(SourceRow.NAMED, "slice", (a, b) -> a + b);
        }
        return Optional.of(deletion.withFields(fields));
    }

    /** Returns why a row deletes no figure. */
    QuarantinedRow refusal(SourceRow row, SdmxMessage message) {
        Optional<String> unfollowed = unfollowed(row, message);
        String rule = unfollowed.isPresent() ? "delete_unread" : "delete_attribute";
        String found = unfollowed
                .map(id -> id + " = '" + row.field(id) + "'")
                .orElseGet(() -> String.join(", ", marked(row, message)));
        return new QuarantinedRow(
                row.place(deliveryId),
                rule,
                WORDS.text("row." + rule + ".expected"),
                found,
                WORDS.text("row." + rule + ".advice"),
                row.rawText());
    }

    /** Returns a component that names a part of the figures which no column can tell from the others. */
    private Optional<String> unfollowed(SourceRow row, SdmxMessage message) {
        return row.fields().entrySet().stream()
                .filter(part -> !part.getValue().isEmpty() && isUnfollowed(part.getKey(), row, message))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean isUnfollowed(String id, SourceRow row, SdmxMessage message) {
        boolean isAllowed = declaration
                .sdmx()
                .codes(id)
                .filter(codes -> codes.contains(row.field(id)))
                .isPresent();
        return !read.contains(id)
                && !SdmxComponents.isTechnical(id)
                && !SdmxComponents.OF_DATA_SET.contains(id)
                && !isAllowed
                && !isMark(id, row, message);
    }

    private boolean isOfAttributesOnly(SourceRow row, SdmxMessage message) {
        return row.fields().getOrDefault(field("value"), "").isEmpty()
                && !marked(row, message).isEmpty();
    }

    private List<String> marked(SourceRow row, SdmxMessage message) {
        return row.fields().entrySet().stream()
                .filter(part -> !part.getValue().isEmpty() && isMark(part.getKey(), row, message))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns whether a component that has a text is an attribute that is marked. */
    private boolean isMark(String id, SourceRow row, SdmxMessage message) {
        if (SdmxComponents.isTechnical(id) || id.equals(field("value")) || id.equals(field("published"))) {
            return false;
        }
        if (message.dimensions().contains(id)) {
            return false;
        }
        // A figure of our own structure has no existence without its unit: to write it again deletes nothing of its
        // own.
        boolean isOfFigure = !isOwn && (id.equals(field("unit")) || id.equals(field("status")));
        return isOfFigure
                || message.attributes().contains(id)
                || (SdmxComponents.isAttribute(id) && !(isOwn && read.contains(id)))
                || row.field(id).equals(MARK);
    }

    private String field(String column) {
        return declaration
                .columns()
                .getOrDefault(column, ColumnSource.ofField(column))
                .field()
                .orElse("");
    }
}
