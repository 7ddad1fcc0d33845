package vn.chitieu.catalog.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/**
 * A Parquet file that somebody else wrote, of which every column is text.
 *
 * @param columns in the order of the file
 * @param rows one text a column, empty where the file has none
 */
public record ParquetTexts(List<String> columns, List<List<String>> rows) {

    /** Codes repeat, values do not: of more texts than these nothing is gained by keeping each once. */
    private static final int MOST_SHARED = 100_000;

    public ParquetTexts {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** What a file says of itself before a row is read. */
    public record Outline(List<String> columns, boolean isText, long rows, String schema) {

        public Outline {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Returns what a file says of itself.
     *
     * @throws IOException if it is no Parquet file, or not all of one
     */
    public static Outline outline(byte[] content) throws IOException {
        try (ParquetFileReader reader = open(content)) {
            return outline(reader);
        } catch (RuntimeException e) {
            throw new IOException(e.getMessage(), e); // Parquet shows a spoilt file by many exceptions
        }
    }

    /**
     * Returns the rows of a file of texts.
     *
     * @throws IOException if it is no Parquet file, not all of one, or a column is no text
     */
    public static ParquetTexts read(byte[] content) throws IOException {
        try (ParquetFileReader reader = open(content)) {
            Outline outline = outline(reader);
            if (!outline.isText()) {
                throw new IOException("Expecting columns of text but was " + outline.schema());
            }
            MessageType schema = reader.getFileMetaData().getSchema();
            Map<String, String> shared = new HashMap<>();
            List<List<String>> rows = new ArrayList<>();
            PageReadStore pages = reader.readNextRowGroup();
            while (pages != null) {
                RecordReader<Group> groups = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(pages, new GroupRecordConverter(schema));
                for (long row = 0; row < pages.getRowCount(); row++) {
                    rows.add(texts(groups.read(), schema.getFieldCount(), shared));
                }
                pages = reader.readNextRowGroup();
            }
            return new ParquetTexts(outline.columns(), rows);
        } catch (RuntimeException e) {
            throw new IOException(e.getMessage(), e); // Parquet shows a spoilt file by many exceptions
        }
    }

    private static List<String> texts(Group row, int columns, Map<String, String> shared) {
        String[] texts = new String[columns];
        for (int i = 0; i < columns; i++) {
            String text = row.getFieldRepetitionCount(i) == 0
                    ? ""
                    : row.getBinary(i, 0).toStringUsingUTF8();
            String first = shared.size() < MOST_SHARED ? shared.putIfAbsent(text, text) : shared.get(text);
            texts[i] = first == null ? text : first;
        }
        return List.of(texts);
    }

    private static Outline outline(ParquetFileReader reader) {
        MessageType schema = reader.getFileMetaData().getSchema();
        List<String> columns = schema.getFields().stream().map(Type::getName).toList();
        boolean isText = schema.getFields().stream().allMatch(ParquetTexts::isText);
        String types = String.join(
                ", ",
                schema.getFields().stream()
                        .map(field -> field.getName() + " " + type(field))
                        .toList());
        return new Outline(columns, isText, reader.getRecordCount(), types);
    }

    private static boolean isText(Type field) {
        return field.isPrimitive()
                && field.getRepetition() != Repetition.REPEATED
                && LogicalTypeAnnotation.stringType().equals(field.getLogicalTypeAnnotation());
    }

    private static String type(Type field) {
        LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
        return logical != null
                ? logical.toString()
                : field.isPrimitive()
                        ? field.asPrimitiveType().getPrimitiveTypeName().name()
                        : "GROUP";
    }

    private static ParquetFileReader open(byte[] content) throws IOException {
        return ParquetFileReader.open(
                new ParquetBytes(content),
                ParquetReadOptions.builder(new PlainParquetConfiguration())
                        .usePageChecksumVerification(true)
                        .build());
    }
}
