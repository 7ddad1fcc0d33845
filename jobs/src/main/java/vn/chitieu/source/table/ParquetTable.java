package vn.chitieu.source.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.table.ParquetTexts;
import vn.chitieu.source.ControlCharacters;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.text.Words;

/**
 * A strict reader of one table of figures in Parquet: texts, and numbers and days exactly. What the folders of its path
 * say, as in {@code year=2023/part-0.parquet}, are columns as well. Its rows have no line and come in the order of
 * their texts: a file in another order, or written by more cores, gives the same.
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
        Map<String, String> partition = PartitionPath.columns(file);
        ParquetTexts table = texts(
                where,
                content,
                partition.keySet(),
                declared.fields(),
                !declaration.columns().isEmpty());
        List<String> names = new ArrayList<>(table.columns());
        names.addAll(partition.keySet());
        SourceRow.Maker maker = SourceRow.maker(names);
        List<SourceRow> rows = new ArrayList<>();
        List<QuarantinedRow> quarantined = new ArrayList<>();
        for (List<String> inFile : table.rows()) {
            List<String> texts = new ArrayList<>(inFile);
            texts.addAll(partition.values());
            String rawText = String.join(",", texts);
            Optional<QuarantinedRow> refusal = ControlCharacters.refusal(deliveryId, file, 0, names, texts, rawText);
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

    /**
     * Refuses a file with other columns than are needed, or with needed ones whose values have no text.
     *
     * @param ofPath the columns that the path of the file says
     * @throws DataException with what was expected and what was found
     */
    public static void refuseOthers(
            String where,
            ParquetTexts.Outline outline,
            Set<String> ofPath,
            List<String> fields,
            boolean mayHaveOthers) {
        List<String> columns = new ArrayList<>(outline.columns());
        columns.addAll(ofPath);
        boolean hasOthers = !mayHaveOthers && columns.size() != fields.size();
        boolean isReadable = fields.stream().noneMatch(outline.unreadable()::contains);
        if (!isReadable || hasOthers || !columns.containsAll(fields)) {
            String found = outline.schema() + (ofPath.isEmpty() ? "" : ", " + String.join(", ", ofPath));
            throw new DataException(WORDS.text("parquet.columns", where, String.join(", ", fields), found));
        }
        if (new HashSet<>(columns).size() != columns.size()) {
            throw new DataException(WORDS.text("parquet.twice", where, outline.schema(), String.join(", ", ofPath)));
        }
    }

    private static ParquetTexts texts(
            String where, byte[] content, Set<String> ofPath, List<String> fields, boolean mayHaveOthers) {
        try {
            ParquetTexts.Outline outline = ParquetTexts.outline(content);
            refuseOthers(where, outline, ofPath, fields, mayHaveOthers);
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
