package vn.chitieu.observation.bulk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.StagedFolder;
import vn.chitieu.catalog.table.FileFault;
import vn.chitieu.catalog.table.RowPartitions;
import vn.chitieu.observation.codelist.PortableCodelists;
import vn.chitieu.text.Words;

/**
 * Validates and stores deliveries of millions of rows, Parquet or large CSV with the columns of figures.
 *
 * <p>Every row gets its verdict by {@link BulkRows}. Accepted and quarantined rows are written in one pass into two
 * folders, {@code verdict=accepted} and {@code verdict=quarantined}; then the 64-bit sums of the accepted vintages, one
 * number a row, show whether a figure stands twice. Only if one does, all is judged again, and the rows of a figure
 * that stands twice are quarantined wherever they stand. No verdict depends on row ids, on the order of rows or on
 * partitions.
 */
public final class BulkIngestJob {

    private static final Words WORDS = Words.of("observation");

    /** The most figures that may stand more than once before the whole delivery is refused. */
    public static final int MOST_REPEATED = 1_000_000;

    private static final String NANOSECONDS = "spark.sql.legacy.parquet.nanosAsLong";
    private static final String TYPED_PARTITIONS = "spark.sql.sources.partitionColumnTypeInference.enabled";
    private static final String WRITERS = "spark.sql.maxConcurrentOutputFileWriters";

    private BulkIngestJob() {}

    /**
     * Validates a delivery and writes it to a folder that is not there yet and that appears only when it is complete.
     *
     * @param datasets the folder that holds {@code codelist}
     * @throws DataException if the columns are others, a file cannot be read to its end, too many figures stand more
     *     than once, or the folder is there
     */
    public static BulkResult run(SparkSession spark, BulkDelivery delivery, Path datasets, Path target) {
        String deliveryId = delivery.id();
        if (DurableFiles.isOnObjectStore(target) && !spark.sparkContext().isLocal()) {
            throw new DataException(WORDS.text("bulk.object_store", deliveryId, target));
        }
        BulkRowsJob judge = new BulkRowsJob(PortableCodelists.of(datasets), delivery);
        BulkFilesJob files = new BulkFilesJob(spark, deliveryId, delivery.files());
        String writers = spark.conf().get(WRITERS);
        String typed = spark.conf().get(TYPED_PARTITIONS);
        spark.conf().set(TYPED_PARTITIONS, "false");
        String nanoseconds = spark.conf().get(NANOSECONDS);
        spark.conf().set(NANOSECONDS, "true"); // Spark refuses the time stamps of pandas otherwise
        // Two folders are written at once instead of sorting every row by its folder first; from as many writers on as
        // are named, Spark sorts.
        spark.conf().set(WRITERS, "3");
        try (StagedFolder folder = StagedFolder.of(target)) {
            Dataset<Row> rows = files.rows();
            write(judged(rows, judge), folder.path());
            Set<Long> repeated = repeated(deliveryId, stored(spark, folder.path()));
            if (!repeated.isEmpty()) {
                folder.clear();
                BulkRowsJob withText = judge.keepingText();
                Dataset<Row> again = judged(rows, withText);
                write(
                        again.mapPartitions(withText.quarantining(repeated), Encoders.row(BulkRowsJob.STORED)),
                        folder.path());
            }
            BulkResult result = count(stored(spark, folder.path()));
            StoredFigures.seal(folder.path(), result);
            folder.publish(target, StoredFigures.SEAL);
            return result;
        } catch (Exception e) { // Spark throws checked exceptions that its methods do not declare
            throw refusal(files, e);
        } finally {
            spark.conf().set(WRITERS, writers);
            spark.conf().set(TYPED_PARTITIONS, typed);
            spark.conf().set(NANOSECONDS, nanoseconds);
        }
    }

    /** Returns the refusal of a file, which may be behind what Spark throws, or the exception itself. */
    private static RuntimeException refusal(BulkFilesJob files, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataException ofFile) {
                return ofFile;
            }
        }
        Optional<DataException> unreadable = FileFault.of(e).flatMap(fault -> files.unreadable(fault, e));
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e.getMessage(), e);
    }

    private static Dataset<Row> judged(Dataset<Row> rows, BulkRowsJob judge) {
        return rows.mapPartitions(judge, Encoders.row(BulkRowsJob.JUDGED)).selectExpr("*", BulkRowsJob.SUM_OF_VINTAGE);
    }

    private static void write(Dataset<Row> judged, Path folder) {
        judged.write()
                .option("parquet.enable.dictionary#" + BulkRowsJob.SUM, "false") // no two are equal
                .option("parquet.enable.dictionary#printed_value", "false")
                .option("parquet.column.statistics.enabled#" + BulkRowsJob.SUM, "false")
                .option("parquet.column.statistics.enabled#printed_value", "false")
                .option("parquet.column.statistics.enabled#source_url", "false")
                .partitionBy(BulkRowsJob.VERDICT)
                .parquet(folder.toString());
    }

    private static Dataset<Row> stored(SparkSession spark, Path folder) {
        return spark.read().schema(BulkRowsJob.STORED).parquet(BulkFilesJob.literal(folder));
    }

    /** Returns the sums of the vintages that stand more than once. Rows of one sum are all quarantined. */
    private static Set<Long> repeated(String deliveryId, Dataset<Row> stored) {
        MapPartitionsFunction<Long, Long> standAgain = sums -> againIn(sums).iterator();
        Dataset<Row> sums = stored.filter(BulkRowsJob.IS_ACCEPTED).select(BulkRowsJob.SUM);
        List<Long> found = RowPartitions.by(sums, BulkRowsJob.SUM)
                .as(Encoders.LONG())
                .mapPartitions(standAgain, Encoders.LONG())
                .limit(MOST_REPEATED + 1)
                .collectAsList();
        if (found.size() > MOST_REPEATED) {
            throw new DataException(WORDS.text("bulk.repeated", deliveryId, MOST_REPEATED));
        }
        return new HashSet<>(found);
    }

    /** Returns the numbers that stand more than once, each once. */
    private static List<Long> againIn(Iterator<Long> numbers) {
        long[] sorted = new long[1 << 10];
        int size = 0;
        while (numbers.hasNext()) {
            if (size == sorted.length) {
                sorted = Arrays.copyOf(sorted, size * 2);
            }
            sorted[size++] = numbers.next();
        }
        Arrays.sort(sorted, 0, size);
        List<Long> again = new ArrayList<>();
        for (int i = 1; i < size; i++) {
            boolean isFirstRepeat = sorted[i] == sorted[i - 1] && (i == 1 || sorted[i - 2] != sorted[i]);
            if (isFirstRepeat) {
                again.add(sorted[i]);
            }
        }
        return again;
    }

    private static BulkResult count(Dataset<Row> stored) {
        long accepted = stored.filter(BulkRowsJob.IS_ACCEPTED).count();
        Map<String, Long> byRule = new TreeMap<>();
        for (Row rule : stored.filter("NOT (" + BulkRowsJob.IS_ACCEPTED + ")")
                .groupBy(BulkRowsJob.RULE)
                .count()
                .collectAsList()) {
            byRule.put(rule.getString(0), rule.getLong(1));
        }
        return new BulkResult(accepted, byRule);
    }
}
