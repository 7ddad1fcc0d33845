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
import vn.chitieu.text.Words;

/**
 * A strict reader of one table of figures in Parquet, all columns of text. Its rows have no line and come in the order
 * of their texts: a file in another order, or written by more cores, gives the same.
 */
public final class ParquetTable {

    private static final Words WORDS = Words.of("source");

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
                throw new DataException(WORDS.text("parquet.columns", where, needed, outline.schema()));
            }
            if (outline.rows() > MOST_ROWS) {
                throw new DataException(WORDS.text("parquet.too_large", where, MOST_ROWS, outline.rows()));
            }
            return ParquetTexts.read(content);
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new DataException(WORDS.text("parquet.unreadable", where, reason), e);
        }
    }
}
