package vn.chitieu.catalog.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A Parquet file that somebody else wrote, every value as {@link ParquetValue} writes it. Columns in which pandas keeps
 * the index of its rows are no columns of the table.
 *
 * @param columns in the order of the file
 * @param rows one text a column, empty where the file has none
 */
public record ParquetTexts(List<String> columns, List<List<String>> rows) {

    /** Codes repeat, values do not: of more texts than these nothing is gained by keeping each once. */
    private static final int MOST_SHARED = 100_000;

    private static final Pattern INDEX = Pattern.compile("__index_level_\\d+__");

    public ParquetTexts {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * What a file says of itself before a row is read.
     *
     * @param types of the columns, in the words of Parquet
     * @param unreadable columns whose values have no text
     */
    public record Outline(List<String> columns, List<String> types, List<String> unreadable, long rows) {

        public Outline {
            columns = List.copyOf(columns);
            types = List.copyOf(types);
            unreadable = List.copyOf(unreadable);
        }

        /** Returns the columns with their types, for messages. */
        public String schema() {
            List<String> schema = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                schema.add(columns.get(i) + " " + types.get(i));
            }
            return String.join(", ", schema);
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
     * Returns what a file says of itself, without reading its rows.
     *
     * @throws IOException if it is no Parquet file, or not all of one
     */
    public static Outline outline(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(new PathInputFile(file), options())) {
            return outline(reader);
        } catch (RuntimeException e) {
            throw new IOException(e.getMessage(), e); // Parquet shows a spoilt file by many exceptions
        }
    }

    /**
     * Returns the rows of a file, without the columns whose values have no text.
     *
     * @throws IOException if it is no Parquet file, or not all of one
     */
    public static ParquetTexts read(byte[] content) throws IOException {
        try (ParquetFileReader reader = open(content)) {
            Outline outline = outline(reader);
            List<String> columns = new ArrayList<>(outline.columns());
            columns.removeAll(outline.unreadable());
            MessageType schema = reader.getFileMetaData().getSchema();
            List<Integer> places = columns.stream().map(schema::getFieldIndex).toList();
            Map<String, String> shared = new HashMap<>();
            List<List<String>> rows = new ArrayList<>();
            PageReadStore pages = reader.readNextRowGroup();
            while (pages != null) {
                RecordReader<Group> groups = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(pages, new GroupRecordConverter(schema));
                for (long row = 0; row < pages.getRowCount(); row++) {
                    rows.add(texts(groups.read(), places, shared));
                }
                pages = reader.readNextRowGroup();
            }
            return new ParquetTexts(columns, rows);
        } catch (RuntimeException e) {
            throw new IOException(e.getMessage(), e); // Parquet shows a spoilt file by many exceptions
        }
    }

    private static List<String> texts(Group row, List<Integer> places, Map<String, String> shared) {
        String[] texts = new String[places.size()];
        for (int i = 0; i < texts.length; i++) {
            int place = places.get(i);
            String text = ParquetValue.of(row, place, row.getType().getType(place));
            String first = shared.size() < MOST_SHARED ? shared.putIfAbsent(text, text) : shared.get(text);
            texts[i] = first == null ? text : first;
        }
        return List.of(texts);
    }

    private static Outline outline(ParquetFileReader reader) throws IOException {
        FileMetaData about = reader.getFileMetaData();
        Set<String> index = index(about.getKeyValueMetaData().getOrDefault("pandas", ""));
        List<Type> fields = about.getSchema().getFields().stream()
                .filter(field -> !index.contains(field.getName())
                        && !INDEX.matcher(field.getName()).matches())
                .toList();
        return new Outline(
                fields.stream().map(Type::getName).toList(),
                fields.stream().map(ParquetTexts::type).toList(),
                fields.stream()
                        .filter(field -> !ParquetValue.isReadable(field))
                        .map(Type::getName)
                        .toList(),
                reader.getRecordCount());
    }

    /** Returns the columns that pandas says hold the index of its rows; a range of numbers has none. */
    private static Set<String> index(String pandas) throws IOException {
        Set<String> index = new HashSet<>();
        if (!pandas.isEmpty()) {
            new ObjectMapper().readTree(pandas).path("index_columns").forEach(column -> {
                if (column.isTextual()) {
                    index.add(column.textValue());
                }
            });
        }
        return index;
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
        return ParquetFileReader.open(new ParquetBytes(content), options());
    }

    private static ParquetReadOptions options() {
        return ParquetReadOptions.builder(new PlainParquetConfiguration())
                .usePageChecksumVerification(true)
                .build();
    }
}
