package vn.chitieu.observation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.chitieu.source.Declaration;
import vn.chitieu.source.FileFormat;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.SourceRow;
import vn.chitieu.source.Vocabulary;

/**
 * The verdict on each row of a bulk delivery, by the rules of every other reader and by content only.
 *
 * <p>Rows of bulk have no line: what stands in the quarantine is the file and the row itself. Each needs its date of
 * publication, because a date is derived only where all figures are at hand.
 */
final class BulkRows {

    /** A row as delivered, or as used: exactly one of the two is there. */
    sealed interface Verdict permits Accepted, SetAside {}

    record Accepted(Observation observation) implements Verdict {}

    record SetAside(QuarantinedRow row) implements Verdict {}

    private static final String ADVICE_VI = "Sửa dòng này trong nguồn rồi gửi lại thành một lần giao mới.";
    private static final String ADVICE_EN = "Correct the row at its source and deliver it again, as a new delivery.";

    private final Validation validation;
    private final PublicationDates dates;
    private final String deliveryId;
    private final LocalDate deliveredOn;
    private final Set<Long> repeated;

    /**
     * Creates the rules of one delivery.
     *
     * @param repeated the sums of keys that stand more than once
     */
    BulkRows(Codelists codelists, Vocabulary vocabulary, String deliveryId, LocalDate deliveredOn, Set<Long> repeated) {
        this.validation = new Validation(
                codelists,
                Map.of(),
                vocabulary == Vocabulary.OWN ? Declaration.ofOwnStructure(FileFormat.PARQUET) : Declaration.TIDY);
        this.dates = new PublicationDates(codelists);
        this.deliveryId = deliveryId;
        this.deliveredOn = deliveredOn;
        this.repeated = Set.copyOf(repeated);
    }

    /**
     * Returns the verdict on a row.
     *
     * @param fields in the order of {@link Validation#COLUMNS}
     * @param keySum sum of the row's key
     * @param isBroken whether the line of a CSV is no row of its table
     */
    Verdict verdict(String file, List<String> fields, long keySum, boolean isBroken, String rawText) {
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            byColumn.put(Validation.COLUMNS.get(i), fields.get(i));
        }
        SourceRow row = new SourceRow(file, 0, byColumn, rawText);
        if (isBroken || fields.stream().anyMatch(text -> text.indexOf('\uFFFD') >= 0)) {
            return setAside(row, "row_width", "dòng đủ ô, mã hóa UTF-8", "a row of all columns, in UTF-8", rawText);
        }
        if (repeated.contains(keySum)) {
            return setAside(
                    row,
                    "duplicate_key",
                    "mỗi số liệu một lần trong một lần giao",
                    "each figure once in one delivery",
                    rawText);
        }
        if (row.field("published").isEmpty()) {
            return setAside(row, "date", "ngày công bố ở cột published", "the date of publication in published", "''");
        }
        try {
            DeliveredFigure figure = validation.figure(deliveryId, deliveredOn, row);
            return new Accepted(dates.resolve(List.of(figure)).get(0));
        } catch (RefusedRowException e) {
            return new SetAside(e.row());
        }
    }

    private SetAside setAside(SourceRow row, String rule, String expectedVi, String expectedEn, String found) {
        return new SetAside(new QuarantinedRow(
                deliveryId,
                row.file(),
                row.line(),
                rule,
                expectedVi,
                expectedEn,
                found,
                ADVICE_VI,
                ADVICE_EN,
                row.rawText()));
    }
}
