package vn.chitieu.source.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * Turns the components of an SDMX message into the columns of figures, and refuses what would make one figure of
 * several: another structure, a component that no column reads and that varies or changes what a figure means.
 */
final class SdmxFigures {

    private static final Words WORDS = Words.of("source");

    private final String deliveryId;
    private final String where;
    private final Declaration declaration;
    private final DeclaredColumns declared;
    private final SdmxDeletions deletions;
    private final Set<String> read;

    SdmxFigures(String deliveryId, String where, Declaration declaration, List<String> columns) {
        this.deliveryId = deliveryId;
        this.where = where;
        this.declaration = declaration;
        this.declared = new DeclaredColumns(declaration, columns);
        this.read = new LinkedHashSet<>(declared.fields());
        this.deletions = new SdmxDeletions(deliveryId, declaration, declared);
    }

    /**
     * Returns the rows with the columns of figures.
     *
     * @throws DataException if rows of one structure cannot be told from those of another, or a component that no
     *     column reads says that figures are not what the declaration takes them for
     */
    SourceRows of(SdmxMessage message) {
        List<QuarantinedRow> quarantined = new ArrayList<>(message.quarantined());
        List<SourceRow> ofStructure = new ArrayList<>();
        Optional<String> own = declaration.vocabulary() == Vocabulary.OWN
                        && declaration.columns().equals(SdmxStructure.ownColumns())
                ? Optional.of(SdmxStructure.OBSERVATION)
                : Optional.empty();
        for (SourceRow row : message.rows()) {
            String of = row.field(SdmxMessage.STRUCTURE_ID);
            if (own.filter(id -> !of.equals(id)).isPresent()) {
                quarantined.add(otherStructure(row, of));
            } else {
                ofStructure.add(row);
            }
        }
        Optional<String> structure = structure(ofStructure);
        List<SourceRow> data =
                ofStructure.stream().filter(row -> !SdmxMessage.isDeletion(row)).toList();
        new UnreadComponents(where, declaration, read, valueField(), message).check(data);
        List<SourceRow> rows = new ArrayList<>();
        List<LocalizedText> notes = new ArrayList<>(message.notes());
        Set<String> passedOver = new TreeSet<>();
        int withoutKey = 0;
        for (SourceRow row : ofStructure) {
            if (SdmxMessage.isDeletion(row)) {
                deletions
                        .of(row, message)
                        .ifPresentOrElse(rows::add, () -> quarantined.add(deletions.refusal(row, message)));
                continue;
            }
            SourceRow figure = figure(row);
            if (isOfPartialKey(figure)) {
                withoutKey++;
                row.fields().forEach((id, text) -> {
                    if (!text.isEmpty() && !read.contains(id) && SdmxComponents.isAttribute(id)) {
                        passedOver.add(id);
                    }
                });
            }
            rows.add(figure);
        }
        if (withoutKey > 0) {
            notes.add(WORDS.text("sdmx.partial_key", where, withoutKey, String.join(", ", passedOver)));
        }
        return new SourceRows(rows, quarantined, structure, notes);
    }

    /** Returns the structure of the data, which must be one and the one declared. */
    private Optional<String> structure(List<SourceRow> rows) {
        Set<String> ofData = new LinkedHashSet<>();
        Set<String> ofAll = new LinkedHashSet<>();
        for (SourceRow row : rows) {
            String id = row.field(SdmxMessage.STRUCTURE_ID);
            ofAll.add(id);
            if (!SdmxMessage.isDeletion(row)) {
                ofData.add(id);
            }
        }
        Optional<String> wanted = declaration.sdmx().structure();
        Optional<String> other = wanted.flatMap(
                id -> ofAll.stream().filter(found -> !found.equals(id)).findFirst());
        if (other.isPresent()) {
            throw new DataException(WORDS.text("sdmx.other_structure", where, wanted.get(), "'" + other.get() + "'"));
        }
        if (ofData.size() > 1) {
            String found =
                    String.join(", ", ofData.stream().map(id -> "'" + id + "'").toList());
            throw new DataException(WORDS.text("sdmx.structures", where, QuarantinedRow.printable(found)));
        }
        return ofData.stream().findFirst().filter(id -> !id.isEmpty());
    }

    private String valueField() {
        return declaration
                .columns()
                .getOrDefault("value", ColumnSource.ofField(SdmxMl.OBS_VALUE))
                .field()
                .orElse("");
    }

    private SourceRow figure(SourceRow row) {
        SourceRow figure = declared.of(row);
        Map<String, String> fields = new LinkedHashMap<>(figure.fields());
        fields.put(SourceRow.STRUCTURE, row.field(SdmxMessage.STRUCTURE_ID));
        String startDay = row.fields().getOrDefault(SdmxComponents.REPORTING_YEAR_START_DAY, "");
        if (!startDay.isBlank() && !read.contains(SdmxComponents.REPORTING_YEAR_START_DAY)) {
            fields.computeIfPresent("period", (name, text) -> SdmxTime.ofReportingYear(text, startDay)
                    .orElseThrow(() -> new DataException(WORDS.text(
                            "sdmx.reporting_year",
                            where,
                            SdmxComponents.REPORTING_YEAR_START_DAY,
                            "'" + startDay + "'",
                            "'" + text + "'"))));
        }
        return figure.withFields(fields);
    }

    /** A row without period and value only tells attributes of many observations. */
    private boolean isOfPartialKey(SourceRow figure) {
        return figure.field("period").isEmpty() && declaration.isMissing(figure.field("value"));
    }

    private QuarantinedRow otherStructure(SourceRow row, String found) {
        return new QuarantinedRow(
                row.place(deliveryId),
                "structure",
                WORDS.text("structure.expected", SdmxStructure.OBSERVATION),
                "'" + found + "'",
                WORDS.text("structure.advice"),
                row.rawText());
    }
}
