package vn.chitieu.observation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.Delivery;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.Vocabulary;

/**
 * Validates and stores deliveries of millions of rows, Parquet or large CSV with the columns of figures, all text.
 *
 * <p>The schema is explicit and compared with that of the files; every row gets its verdict by {@link BulkRows}.
 * Accepted rows and rows set aside are written in one pass into two folders, {@code verdict=accepted} and
 * {@code verdict=quarantined}. No verdict depends on row ids, on the order of rows or on partitions. A key that stands
 * twice is set aside wherever it stands.
 */
public final class BulkIngestJob {

    /** The most keys that may stand more than once before the whole delivery is refused. */
    public static final int MOST_REPEATED = 1_000_000;

    private static final String CORRUPT = "corrupt_line";
    private static final String KEY = Validation.COLUMNS.stream()
            .filter(column -> !column.equals("value"))
            .collect(Collectors.joining(", ", "xxhash64(", ") AS key_sum"));
    private static final int FIRST_QUARANTINE = IngestJob.OBSERVATION.size();
    private static final StructType STORED = stored();

    private BulkIngestJob() {}

    /**
     * Validates a delivery and writes it to a folder that is not there yet.
     *
     * @param files a Parquet file or folder, or a CSV by its name
     * @param vocabulary whose codes the rows have; their numbers have a decimal point and no groups
     * @param datasets the folder that holds {@code codelist}
     * @throws DataException if the columns are others, or too many keys stand more than once
     */
    public static BulkResult run(
            SparkSession spark, String deliveryId, Path files, Vocabulary vocabulary, Path datasets, Path target) {
        Dataset<Row> rows = read(spark, deliveryId, files);
        Set<Long> repeated = repeated(deliveryId, rows);
        PortableCodelists codelists = PortableCodelists.of(datasets);
        MapPartitionsFunction<Row, Row> verdicts = partition -> {
            BulkRows rules =
                    new BulkRows(codelists.codelists(), vocabulary, deliveryId, Delivery.dayOf(deliveryId), repeated);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return partition.hasNext();
                }

                @Override
                public Row next() {
                    return stored(rules, partition.next());
                }
            };
        };
        // Two folders are written at once instead of sorting every row by its folder first.
        spark.conf().set("spark.sql.maxConcurrentOutputFileWriters", "2");
        rows.mapPartitions(verdicts, Encoders.row(STORED))
                .write()
                .partitionBy("verdict")
                .parquet(target.toString());
        long accepted = 0;
        long quarantined = 0;
        for (Row count : spark.read()
                .parquet(target.toString())
                .groupBy("verdict")
                .count()
                .collectAsList()) {
            if (count.getString(0).equals("accepted")) {
                accepted = count.getLong(1);
            } else {
                quarantined = count.getLong(1);
            }
        }
        return new BulkResult(accepted, quarantined);
    }

    /** Returns the rows with their file and the sum of their key. */
    private static Dataset<Row> read(SparkSession spark, String deliveryId, Path files) {
        boolean isCsv = files.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        StructType schema = new StructType();
        for (String column : Validation.COLUMNS) {
            schema = schema.add(column, DataTypes.StringType, true);
        }
        Dataset<Row> rows;
        if (isCsv) {
            rows = spark.read()
                    .schema(schema.add(CORRUPT, DataTypes.StringType, true))
                    .option("header", true)
                    .option("enforceSchema", false)
                    .option("mode", "PERMISSIVE")
                    .option("columnNameOfCorruptRecord", CORRUPT)
                    .option("emptyValue", "")
                    .option("nullValue", "\u0000")
                    .csv(files.toString());
        } else {
            StructType found = spark.read().parquet(files.toString()).schema();
            for (StructField field : schema.fields()) {
                boolean isThere = List.of(found.fieldNames()).contains(field.name())
                        && found.apply(field.name()).dataType().equals(DataTypes.StringType);
                if (!isThere || found.size() != schema.size()) {
                    String columns = String.join(", ", Validation.COLUMNS);
                    throw new DataException(
                            "source/" + deliveryId + "/" + files.getFileName() + ": cần các cột văn bản " + columns
                                    + ", nhưng là " + found.simpleString() + ". Xuất lại tệp.",
                            "source/" + deliveryId + "/" + files.getFileName() + ": Expecting the text columns "
                                    + columns + " but was " + found.simpleString() + ". Export the file again.");
                }
            }
            rows = spark.read().schema(schema).parquet(files.toString());
        }
        List<String> columns = new ArrayList<>(Validation.COLUMNS);
        columns.add(isCsv ? CORRUPT : "CAST(NULL AS STRING) AS " + CORRUPT);
        columns.add("_metadata.file_name AS file_name");
        columns.add(KEY);
        return rows.selectExpr(columns.toArray(new String[0]));
    }

    /** Returns the sums of the keys that stand more than once. Rows of one sum are all set aside. */
    private static Set<Long> repeated(String deliveryId, Dataset<Row> rows) {
        List<Row> found = rows.groupBy("key_sum")
                .count()
                .filter("count > 1")
                .limit(MOST_REPEATED + 1)
                .collectAsList();
        if (found.size() > MOST_REPEATED) {
            throw new DataException(
                    "source/" + deliveryId + ": cần mỗi số liệu một lần, nhưng hơn " + MOST_REPEATED
                            + " số liệu lặp lại. Kiểm tra cách xuất tệp.",
                    "source/" + deliveryId + ": Expecting each figure once but more than " + MOST_REPEATED
                            + " stand again. Check how the files were exported.");
        }
        Set<Long> sums = new HashSet<>();
        found.forEach(row -> sums.add(row.getLong(0)));
        return sums;
    }

    private static Row stored(BulkRows rules, Row row) {
        int size = Validation.COLUMNS.size();
        List<String> fields = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            fields.add(row.isNullAt(i) ? "" : row.getString(i));
        }
        boolean isBroken = !row.isNullAt(size);
        String rawText = isBroken ? row.getString(size) : String.join(",", fields);
        @Nullable Object[] cells = new @Nullable Object[STORED.size()];
        BulkRows.Verdict verdict =
                rules.verdict(row.getString(size + 1), fields, row.getLong(size + 2), isBroken, rawText);
        if (verdict instanceof BulkRows.Accepted accepted) {
            Row observation = IngestJob.toRow(accepted.observation());
            for (int i = 0; i < FIRST_QUARANTINE; i++) {
                cells[i] = observation.get(i);
            }
            cells[cells.length - 1] = "accepted";
        } else if (verdict instanceof BulkRows.SetAside aside) {
            QuarantinedRow set = aside.row();
            List<String> texts = List.of(
                    set.deliveryId(),
                    set.sourceFile(),
                    set.ruleCode(),
                    set.expectedVi(),
                    set.expectedEn(),
                    set.found(),
                    set.adviceVi(),
                    set.adviceEn(),
                    set.rowText());
            for (int i = 0; i < texts.size(); i++) {
                cells[FIRST_QUARANTINE + i] = texts.get(i);
            }
            cells[cells.length - 1] = "quarantined";
        }
        return RowFactory.create(cells);
    }

    private static StructType stored() {
        StructType schema = new StructType();
        for (StructField field : IngestJob.OBSERVATION.fields()) {
            schema = schema.add(field.name(), field.dataType(), true);
        }
        for (String column : List.of(
                "quarantine_delivery_id",
                "quarantine_file",
                "rule_code",
                "expected_vi",
                "expected_en",
                "found",
                "advice_vi",
                "advice_en",
                "row_text",
                "verdict")) {
            schema = schema.add(column, DataTypes.StringType, true);
        }
        return schema;
    }
}
