package vn.chitieu.source.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.table.ParquetTexts;
import vn.chitieu.source.ControlCharacters;
import vn.chitieu.source.QuarantinedRow;

/**
 * A strict reader of one table of figures in Parquet, all columns of text. Its rows have no line and come in the order
 * of their texts: a file in another order, or written by more cores, gives the same.
 */
public final class ParquetTable {

    /** As many rows as a night holds in its memory beside all else; {@code ingest --bulk} takes any number. */
    static final int MOST_ROWS = 100_000;

    private ParquetTable() {}

    /**
     * Returns the rows of a file: with exactly the given columns, in any order, or with those that its declaration says
     * they are read in.
     *
     * @throws DataException if the file as a whole cannot be read
     */
    static SourceRows read(
            String deliveryId, String file, byte[] content, Declaration declaration, List<String> columns) {
        String where = "source/" + deliveryId + "/" + file;
        DeclaredColumns declared = new DeclaredColumns(declaration, columns);
        ParquetTexts table =
                texts(where, content, declared.fields(), !declaration.columns().isEmpty());
        SourceRow.Maker maker = SourceRow.maker(table.columns());
        List<SourceRow> rows = new ArrayList<>();
        List<QuarantinedRow> quarantined = new ArrayList<>();
        for (List<String> texts : table.rows()) {
            String rawText = String.join(",", texts);
            Optional<QuarantinedRow> refusal =
                    ControlCharacters.refusal(deliveryId, file, 0, table.columns(), texts, rawText);
            if (refusal.isPresent()) {
                quarantined.add(refusal.get());
            } else {
                rows.add(maker.row(file, 0, texts, rawText));
            }
        }
        rows.sort(Comparator.comparing(SourceRow::rawText));
        SourceRows read = new SourceRows(rows, quarantined);
        return declaration.columns().isEmpty() ? read : declared.of(read);
    }

    private static ParquetTexts texts(String where, byte[] content, List<String> fields, boolean mayHaveOthers) {
        try {
            ParquetTexts.Outline outline = ParquetTexts.outline(content);
            boolean hasOthers = !mayHaveOthers && outline.columns().size() != fields.size();
            if (!outline.isText() || hasOthers || !outline.columns().containsAll(fields)) {
                String needed = String.join(", ", fields);
                throw new DataException(
                        where + ": cần các cột văn bản " + needed + ", nhưng là " + outline.schema()
                                + ". Xuất lại tệp, hoặc khai báo chitieu.columns trong datapackage.json.",
                        where + ": Expecting the text columns " + needed + " but was " + outline.schema()
                                + ". Export the file again, or declare chitieu.columns in datapackage.json.");
            }
            if (outline.rows() > MOST_ROWS) {
                throw tooLarge(
                        where,
                        MOST_ROWS + " rows",
                        MOST_ROWS + " dòng",
                        outline.rows() + " rows",
                        outline.rows() + " dòng");
            }
            return ParquetTexts.read(content);
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new DataException(
                    where + ": cần một tệp Parquet nguyên vẹn nhưng không đọc được (" + reason
                            + "). Gửi lại tệp, hoặc sửa format trong datapackage.json.",
                    where + ": Expecting a whole Parquet file but it cannot be read (" + reason
                            + "). Deliver the file again, or correct format in datapackage.json.",
                    e);
        }
    }

    /** Returns the refusal of a file that a night does not hold, with what takes it. */
    public static DataException tooLarge(String where, String mostEn, String mostVi, String foundEn, String foundVi) {
        return new DataException(
                where + ": một lần chạy giữ trong bộ nhớ nhiều nhất " + mostVi + " mỗi tệp, nhưng tệp có " + foundVi
                        + ". Chia nhỏ tệp, hoặc kiểm tra và lưu bằng 'chitieu ingest --bulk'.",
                where + ": Expecting at most " + mostEn + ", which a night holds in memory, but was " + foundEn
                        + ". Split the file, or validate and store it by 'chitieu ingest --bulk'.");
    }
}
