package vn.chitieu.projection.evaluation;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.TaskCompletionListener;
import vn.chitieu.catalog.CsvFile;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.table.RowIterators;
import vn.chitieu.text.LocalizedText;

/**
 * Series and cases of an evaluation side by side, series by series, wherever Spark holds them: each file is read once,
 * row by row, and no process holds more than one series at a time.
 */
final class PanelJob implements AutoCloseable {

    /** The most series that tables are estimated on or corrections learnt from; more only repeat what these say. */
    static final int MOST_SAMPLED = 5000;

    /** The most refusals that are told one by one. */
    static final int MOST_TOLD = 1000;

    /** What a partition holds of a file, so that a sort of it stays in memory. */
    private static final long BYTES_OF_PARTITION = 32L << 20;

    /** Below this one partition is done before more are begun. */
    private static final long BYTES_OF_ONE = 256L << 10;

    private static final long PACKED = 6;

    private static final String KEY = "key";
    private static final String PART = "part";
    private static final String LINE = "line";
    private static final String CASE_ID = "case_id";

    private static final StructType KEYED = new StructType()
            .add(KEY, DataTypes.StringType, false)
            .add(PART, DataTypes.IntegerType, false)
            .add(LINE, DataTypes.LongType, false)
            .add(CASE_ID, DataTypes.StringType, true)
            .add("content", DataTypes.BinaryType, false);

    private static final StructType REFUSALS = new StructType()
            .add("stage", DataTypes.IntegerType, false)
            .add("line", DataTypes.LongType, false)
            .add("series_id", DataTypes.StringType, false)
            .add("position", DataTypes.IntegerType, false)
            .add("vi", DataTypes.StringType, false)
            .add("en", DataTypes.StringType, false);

    private final Dataset<Row> rows;
    private final SeriesGroup.Files files;

    private PanelJob(Dataset<Row> rows, SeriesGroup.Files files) {
        this.rows = rows;
        this.files = files;
    }

    /** What is to be made of each group; not for several threads at once. */
    interface OfGroup<T> extends Serializable {

        Iterator<T> of(SeriesGroup group);
    }

    /**
     * Returns the data of two files, to be gone through several times.
     *
     * @param withDataset whether the cases must say of which data set they are
     * @throws DataException if a file cannot be read or lacks a column
     */
    static PanelJob read(SparkSession spark, Path series, Path cases, boolean withDataset) {
        requireColumns(series, EvaluationFiles.SERIES_COLUMNS);
        requireColumns(cases, EvaluationFiles.caseColumns(withDataset));
        return read(spark, series, cases, withDataset, partitions(spark, series, cases));
    }

    private static void requireColumns(Path file, List<String> columns) {
        CsvFile.open(file, columns).close();
    }

    /** Does the same in as many partitions, which nothing but the time it takes depends on. */
    static PanelJob read(SparkSession spark, Path series, Path cases, boolean withDataset, int partitions) {
        List<String> columns = EvaluationFiles.caseColumns(withDataset);
        SeriesGroup.Files files = new SeriesGroup.Files(series.toString(), cases.toString(), columns);
        Dataset<Row> asked = once(rows(spark, cases, FileRows.ofCases(columns)), files, partitions);
        Dataset<Row> all = rows(spark, series, FileRows.ofSeries()).union(asked);
        return new PanelJob(
                all.repartition(partitions, all.col(KEY))
                        .sortWithinPartitions(KEY, PART, LINE)
                        .persist(StorageLevel.DISK_ONLY()),
                files);
    }

    /** Returns rows of one file, which a task reads from its beginning to its end, for rows are told by their line. */
    private static Dataset<Row> rows(SparkSession spark, Path file, FileRows reader) {
        MapPartitionsFunction<String, Row> read = names -> {
            if (!names.hasNext()) {
                return Collections.emptyIterator();
            }
            CsvFile.Rows open = reader.open(Path.of(names.next()));
            TaskCompletionListener close = context -> open.close();
            TaskContext.get().addTaskCompletionListener(close);
            return RowIterators.mapped(reader.of(open), PanelJob::packed);
        };
        return spark.createDataset(List.of(file.toAbsolutePath().toString()), Encoders.STRING())
                .mapPartitions(read, Encoders.row(KEYED));
    }

    /** Returns the rows of cases with a refusal in the place of each whose identifier a line before has. */
    private static Dataset<Row> once(Dataset<Row> cases, SeriesGroup.Files files, int partitions) {
        MapPartitionsFunction<Row, Row> refuse = rows -> {
            String[] before = {null};
            Function<Row, Row> each = row -> {
                String id = row.getString(3);
                boolean isAgain = id != null && id.equals(before[0]);
                before[0] = id;
                return isAgain ? packed(files.again(unpacked(row))) : row;
            };
            return RowIterators.mapped(rows, each);
        };
        return cases.repartition(partitions, cases.col(CASE_ID))
                .sortWithinPartitions(CASE_ID, LINE)
                .mapPartitions(refuse, Encoders.row(KEYED));
    }

    private static int partitions(SparkSession spark, Path... files) {
        long bytes = 0;
        try {
            for (Path file : files) {
                bytes += Files.size(file) * (CsvFile.isGzip(file) ? PACKED : 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int usual = Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions"));
        return bytes < BYTES_OF_ONE ? 1 : (int) Math.max(usual, Math.min(10_000, bytes / BYTES_OF_PARTITION));
    }

    /** Returns what is made of all groups. */
    <T> Dataset<T> each(OfGroup<T> ofGroup, Encoder<T> encoder) {
        SeriesGroup.Files from = files;
        MapPartitionsFunction<Row, T> each = keyed -> RowIterators.flatMapped(groups(keyed, from), ofGroup::of);
        return rows.mapPartitions(each, encoder);
    }

    /** Returns what is wrong with the files. */
    Refusals refusals() {
        Dataset<Row> all = each(
                group -> {
                    List<Row> refused = new ArrayList<>();
                    for (Refusal refusal : group.refusals()) {
                        refused.add(RowFactory.create(
                                refusal.stage().place(),
                                refusal.line(),
                                refusal.seriesId(),
                                refused.size(),
                                refusal.text().vi(),
                                refusal.text().en()));
                    }
                    return refused.iterator();
                },
                Encoders.row(REFUSALS));
        List<LocalizedText> first =
                all.orderBy("stage", "line", "series_id", "position").limit(MOST_TOLD).collectAsList().stream()
                        .map(row -> new LocalizedText(row.getString(4), row.getString(5)))
                        .toList();
        return new Refusals(first, first.size() < MOST_TOLD ? first.size() : all.count());
    }

    /**
     * Returns the cases that can be answered, in the order of their file, of at most some series: of more those whose
     * names have the least sums, which is a sample that no order of rows changes.
     */
    List<EvaluationCase> sampled(int most) {
        Set<String> keys = new HashSet<>();
        each(PanelJob::keyIfAnswerable, Encoders.STRING())
                .toDF(KEY)
                .selectExpr(KEY, "xxhash64(key) AS sum")
                .orderBy("sum", KEY)
                .limit(most)
                .collectAsList()
                .forEach(row -> keys.add(row.getString(0)));
        FilterFunction<Row> isSampled = row -> keys.contains(row.getString(0));
        List<SeriesGroup.Asked> asked = new ArrayList<>();
        groups(rows.filter(isSampled).collectAsList().iterator(), files)
                .forEachRemaining(group -> asked.addAll(group.questions()));
        return asked.stream()
                .sorted(Comparator.comparingLong(SeriesGroup.Asked::line))
                .map(SeriesGroup.Asked::question)
                .filter(EvaluationCase.class::isInstance)
                .map(EvaluationCase.class::cast)
                .toList();
    }

    /** Returns the data sets and years that the cases ask about. */
    List<DatasetYear> judged() {
        StructType columns =
                new StructType().add("dataset", DataTypes.StringType, false).add("year", DataTypes.IntegerType, false);
        return each(PanelJob::judged, Encoders.row(columns)).distinct().collectAsList().stream()
                .map(row -> new DatasetYear(row.getString(0), row.getInt(1)))
                .sorted(Comparator.comparing(DatasetYear::dataset).thenComparing(DatasetYear::year))
                .toList();
    }

    private static Iterator<Row> judged(SeriesGroup group) {
        return group.understood().stream()
                .map(question -> RowFactory.create(question.dataset(), question.year()))
                .distinct()
                .iterator();
    }

    private static Iterator<SeriesGroup> groups(Iterator<Row> rows, SeriesGroup.Files files) {
        return SeriesGroup.of(RowIterators.mapped(rows, PanelJob::unpacked), files);
    }

    private static Row packed(KeyedRow row) {
        return RowFactory.create(row.key(), row.part().place(), row.line(), row.caseId(), row.content());
    }

    private static KeyedRow unpacked(Row row) {
        return new KeyedRow(
                row.getString(0),
                KeyedRow.Part.at(row.getInt(1)),
                row.getLong(2),
                row.getString(3),
                row.<byte[]>getAs(4));
    }

    private static Iterator<String> keyIfAnswerable(SeriesGroup group) {
        return group.understood().stream()
                .limit(1)
                .map(question -> question.series().seriesId())
                .iterator();
    }

    @Override
    public void close() {
        rows.unpersist();
    }
}
