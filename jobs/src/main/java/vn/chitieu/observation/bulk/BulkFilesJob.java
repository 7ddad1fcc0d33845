package vn.chitieu.observation.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.table.FileFault;
import vn.chitieu.catalog.table.ParquetTexts;
import vn.chitieu.catalog.table.RowIterators;
import vn.chitieu.observation.ingest.Validation;
import vn.chitieu.source.delivery.PartFiles;
import vn.chitieu.source.table.CsvSplits;
import vn.chitieu.source.table.ParquetTable;
import vn.chitieu.source.table.PartitionPath;
import vn.chitieu.text.Words;

/**
 * The files of a bulk delivery as rows: the columns of figures, the text of what is no row, and the name of the file.
 * Every file is looked at before any row is: its header or schema, and whether it agrees with the others.
 */
final class BulkFilesJob {

    private static final Words WORDS = Words.of("source");
    private static final String CSV = ".csv";
    private static final String CORRUPT = "corrupt_line";

    /** A flipped bit of a digit is a digit; Spark compares the sums of pages only where it is told to. */
    private static final String CHECKSUMS = "parquet.page.verify-checksum.enabled";

    private static final Pattern PATTERN = Pattern.compile("[\\[\\]{}*?\\\\]");
    private static final String TIME = "date_format(%s, \"yyyy-MM-dd'T'HH:mm:ss\") AS %s";

    private final SparkSession spark;
    private final String deliveryId;
    private final Path root;

    BulkFilesJob(SparkSession spark, String deliveryId, Path root) {
        this.spark = spark;
        this.deliveryId = deliveryId;
        this.root = root;
    }

    /**
     * Returns the rows.
     *
     * @throws DataException if a file has other columns than the columns of figures, is no whole file of its kind, or
     *     is written otherwise than the rest; the message names it
     */
    Dataset<Row> rows() {
        boolean isCsv = isCsv(root);
        List<Path> parts = parts(isCsv);
        return isCsv ? csv(parts) : parquet(parts);
    }

    /** Returns the refusal of the part that could not be read to its end; nothing if it is none of the delivery. */
    Optional<DataException> unreadable(FileFault fault, Exception cause) {
        Path here = root.toAbsolutePath().normalize();
        Path file = fault.file().normalize();
        return file.startsWith(here)
                ? Optional.of(unreadable(root.resolve(here.relativize(file)), fault.reason(), cause))
                : Optional.empty();
    }

    private DataException unreadable(Path part, String reason, Exception cause) {
        return new DataException(WORDS.text("bulk.unreadable", where(part), reason), cause);
    }

    private static boolean isCsv(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(CSV);
    }

    /** Returns the files, in the order of their paths; what begins with a point or an underscore is no part. */
    private List<Path> parts(boolean isCsv) {
        try {
            List<Path> parts = PartFiles.of(root).stream()
                    .filter(path -> !isCsv || isCsv(path))
                    .toList();
            if (parts.isEmpty()) {
                throw new DataException(WORDS.text("bulk.no_files", where(root)));
            }
            return parts;
        } catch (IOException e) {
            throw new DataException(WORDS.text("delivered.unreadable", where(root)), e);
        }
    }

    private String where(Path path) {
        boolean isRoot = path.equals(root);
        String inside = isRoot ? "" : "/" + root.relativize(path).toString().replace('\\', '/');
        return "source/" + deliveryId + "/" + root.getFileName() + inside;
    }

    private Dataset<Row> csv(List<Path> parts) {
        List<CsvSplits.Split> splits = new ArrayList<>();
        for (Path part : parts) {
            splits.addAll(CsvSplits.of(deliveryId, part, Validation.COLUMNS));
        }
        StructType schema = new StructType();
        for (String column : Validation.COLUMNS) {
            schema = schema.add(column, DataTypes.StringType, true);
        }
        schema = schema.add(CORRUPT, DataTypes.StringType, true).add("file_name", DataTypes.StringType, false);
        FlatMapFunction<CsvSplits.Split, Row> read = split -> rowsOf(split);
        return spark.createDataset(splits, Encoders.javaSerialization(CsvSplits.Split.class))
                .repartition(
                        Math.max(1, Math.min(splits.size(), spark.sparkContext().defaultParallelism())))
                .flatMap(read, Encoders.row(schema));
    }

    private static Iterator<Row> rowsOf(CsvSplits.Split split) {
        Iterator<CsvSplits.Row> rows = CsvSplits.rows(split);
        String name = String.valueOf(Path.of(split.file()).getFileName());
        int size = Validation.COLUMNS.size();
        return RowIterators.mapped(rows, row -> {
            @Nullable Object[] cells = new @Nullable Object[size + 2];
            for (int i = 0; i < row.fields().size(); i++) {
                cells[i] = row.fields().get(i);
            }
            cells[size] = row.broken();
            cells[size + 1] = name;
            return RowFactory.create(cells);
        });
    }

    private Dataset<Row> parquet(List<Path> parts) {
        for (Path part : parts) {
            String name = String.valueOf(part.getFileName());
            if (name.startsWith("_") || name.startsWith(".")) {
                throw new DataException(WORDS.text("bulk.unfinished_name", where(part)));
            }
        }
        Path first = parts.get(0);
        Map<String, String> typeByColumn = types(first);
        for (Path part : parts) {
            types(part).forEach((column, type) -> {
                String expected = typeByColumn.get(column);
                if (!type.equals(expected)) {
                    throw new DataException(WORDS.text(
                            "parquet.part",
                            where(part),
                            column + " " + (expected == null ? "-" : expected),
                            where(first),
                            column + " " + type));
                }
            });
        }
        Set<String> ofPath = PartitionPath.columns(relative(first)).keySet();
        StructType found = spark.read().parquet(literal(first)).schema();
        StructType schema = new StructType();
        for (StructField field : found.fields()) {
            if (typeByColumn.containsKey(field.name()) && !ofPath.contains(field.name())) {
                schema = schema.add(field);
            }
        }
        for (String column : ofPath) {
            schema = schema.add(column, DataTypes.StringType, true);
        }
        DataFrameReader reader = spark.read().schema(schema).option(CHECKSUMS, "true");
        if (Files.isDirectory(root)) {
            reader = reader.option("basePath", root.toString());
        }
        List<String> columns = new ArrayList<>();
        for (String column : Validation.COLUMNS) {
            boolean isOfNanoseconds = String.valueOf(typeByColumn.get(column)).contains("NANOS");
            columns.add(
                    isOfNanoseconds
                            ? TIME.formatted("timestamp_micros(" + column + " div 1000)", column)
                            : text(column, schema.apply(column).dataType()));
        }
        columns.add("CAST(NULL AS STRING) AS " + CORRUPT);
        columns.add("_metadata.file_name AS file_name");
        return reader.parquet(parts.stream().map(BulkFilesJob::literal).toArray(String[]::new))
                .selectExpr(columns.toArray(new String[0]));
    }

    /** Returns a path as Spark takes it for itself and not for a pattern of paths. */
    static String literal(Path path) {
        return PATTERN.matcher(path.toString()).replaceAll("\\\\$0");
    }

    private String relative(Path part) {
        return Files.isDirectory(root) ? root.relativize(part).toString().replace('\\', '/') : "";
    }

    /** Returns the columns of a file with their types, those of its path among them. */
    private Map<String, String> types(Path part) {
        try {
            ParquetTexts.Outline outline = ParquetTexts.outline(part);
            Set<String> ofPath = PartitionPath.columns(relative(part)).keySet();
            ParquetTable.refuseOthers(where(part), outline, ofPath, Validation.COLUMNS, false);
            Map<String, String> types = new LinkedHashMap<>();
            for (int i = 0; i < outline.columns().size(); i++) {
                types.put(outline.columns().get(i), outline.types().get(i));
            }
            ofPath.forEach(column -> types.put(column, "PATH"));
            return types;
        } catch (IOException e) {
            throw unreadable(
                    part, String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
        }
    }

    /** Returns a column as text, or as the number whose digits are printed later. */
    private static String text(String column, DataType type) {
        boolean isNumber = type.equals(DataTypes.DoubleType)
                || type.equals(DataTypes.FloatType)
                || type.typeName().startsWith("decimal");
        if (isNumber) {
            return column;
        }
        if (type.equals(DataTypes.TimestampType) || type.equals(DataTypes.TimestampNTZType)) {
            return TIME.formatted(column, column);
        }
        return "CAST(" + column + " AS STRING) AS " + column;
    }
}
