package vn.chitieu.observation.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.table.ClusterSession;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.observation.ingest.Validation;
import vn.chitieu.source.table.Vocabulary;

@Tag("full")
@NullUnmarked
class BulkIngestJobTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home"), "datasets");
    private static SparkSession spark;

    @BeforeAll
    static void open(@TempDir Path scratch) {
        spark = ClusterSession.open(scratch);
    }

    @AfterAll
    static void close() throws IOException {
        spark.close();
    }

    @Test
    void theShippedFiguresInBulkAreThoseReadOneByOneWhateverThePartitions(@TempDir Path folder) throws IOException {
        Path csv = DATASETS.resolve("source/published-viet-nam/2025-07-15/vietnam_national.csv");
        Path bad = folder.resolve("figures.csv");
        Files.writeString(
                bad,
                Files.readString(csv)
                        + "vietnam,exports,total,M,2025-13,period,current,1,million_usd,estimate,2025-05-01,u\n"
                        + "vietnam,exports,total,M,2025-04,period,current,1.234x,million_usd,estimate,2025-05-01,u\n"
                        + "vietnam,imports,total,M,2025-04,period,current,1,million_usd,estimate,2025-05-01,u\n"
                        + "vietnam,imports,total,M,2025-04,period,current,2,million_usd,estimate,2025-05-01,u\n"
                        + "vietnam,imports,total\n");
        BulkResult result = run(bad, folder.resolve("out"));
        List<Observation> shipped = Ingest.read(DATASETS, Codelists.read(DATASETS)).observations().stream()
                .filter(o -> o.key().areaCode().equals("VN") && o.publishedKind() != PublishedKind.DERIVED)
                .toList();
        List<String> stored = spark
                .read()
                .parquet(folder.resolve("out/verdict=accepted").toString())
                .select("area_code", "indicator_code", "activity_code", "period", "unit_code")
                .collectAsList()
                .stream()
                .map(row ->
                        row.getString(0) + row.getString(1) + row.getString(2) + row.getString(3) + row.getString(4))
                .sorted()
                .toList();
        assertThat(stored).hasSize((int) result.accepted());
        assertThat(result.delivered()).isEqualTo(6849 + 5);
        assertThat(result.accepted()).isGreaterThanOrEqualTo(shipped.size());
        List<Row> aside = spark.read()
                .parquet(folder.resolve("out/verdict=quarantined").toString())
                .selectExpr("rule_code", "message_vi", "row_text", "message_en")
                .collectAsList();
        assertThat(aside)
                .extracting(row -> row.getString(1))
                .allMatch(message -> message.startsWith("source/bulk/2025-07-15/figures.csv: cần "));
        assertThat(new TreeSet<>(aside.stream().map(row -> row.getString(0)).toList()))
                .contains("duplicate_key", "number", "period", "row_width");
        assertThat(aside)
                .extracting(row -> row.getString(3))
                .anyMatch(message -> message.startsWith("source/bulk/2025-07-15/figures.csv: Expecting a number such as"
                                + " 1234.5: a decimal point,")
                        && message.contains("but was '1.234x' in the row vietnam,exports"));
        for (int partitions : new int[] {1, 2, 7}) {
            Path parquet = folder.resolve("p" + partitions);
            spark.read()
                    .option("header", true)
                    .csv(csv.toString())
                    .na()
                    .fill("")
                    .sample(false, 1, partitions)
                    .repartition(partitions)
                    .write()
                    .parquet(parquet.toString());
            assertThat(run(parquet, folder.resolve("o" + partitions)))
                    .isEqualTo(run(csv, folder.resolve("c" + partitions)));
        }
    }

    @Test
    void theSameFigureInOtherWordsStandsTwice(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("figures.csv");
        String row = "vietnam,exports,total,M,2025-04,period,current,%s,million_usd,%s,2025-05-01,u\n";
        Files.writeString(
                csv,
                String.join(",", Validation.COLUMNS) + "\n" + row.formatted("1", "estimate")
                        + row.formatted("1.0", "estimate") + row.formatted("1", "preliminary"));
        assertThat(run(csv, folder.resolve("out"))).isEqualTo(new BulkResult(1, Map.of("duplicate_key", 2L)));
        List<Row> stored = spark.read()
                .parquet(folder.resolve("out").toString())
                .orderBy("verdict", "row_text")
                .selectExpr("verdict", "status_code", "row_text")
                .collectAsList();
        assertThat(stored)
                .extracting(Row::toString)
                .containsExactly(
                        "[accepted,P,null]",
                        "[quarantined,null," + row.formatted("1", "estimate").strip() + "]",
                        "[quarantined,null," + row.formatted("1.0", "estimate").strip() + "]");
        assertThat(folder.resolve(".out.tmp")).doesNotExist();
    }

    @Test
    void aFolderThatIsThereIsNotTouched(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("figures.csv");
        Files.writeString(csv, String.join(",", Validation.COLUMNS) + "\n");
        assertThat(run(csv, folder.resolve("out"))).isEqualTo(new BulkResult(0, Map.of()));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(csv, folder.resolve("out")))
                .withMessageEndingWith("Expecting a folder that is not there yet but there is one. Name another, or"
                        + " delete the old one.");
    }

    @Test
    void otherColumnsAreRefused(@TempDir Path folder) {
        Path other = folder.resolve("other");
        spark.range(3).write().parquet(other.toString());
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(other, folder.resolve("out")))
                .withMessageStartingWith("source/bulk/2025-07-15/other/part-")
                .withMessageContaining("Expecting the columns area, indicator,")
                .withMessageContaining("but was id INT64. Export the file again");
    }

    @Test
    void aCsvIsReadInTheDialectOfTheNight(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("figures.csv");
        String row = "vietnam,exports,total,M,2025-0%s,period,current,1,million_usd,estimate,2025-05-01,%s\n";
        Files.writeString(
                csv,
                String.join(",", Validation.COLUMNS) + ",\n" + row.formatted(1, "\"a \"\"b\"\" c\"")
                        + row.formatted(2, "\"a\\\"") + row.formatted(3, "\"a\nb\"") + row.formatted(4, "x")
                        + row.formatted(5, "x,y"));
        assertThat(run(csv, folder.resolve("out"))).isEqualTo(new BulkResult(4, Map.of("row_width", 1L)));
        assertThat(spark.read()
                        .parquet(folder.resolve("out/verdict=accepted").toString())
                        .orderBy("period")
                        .select("source_url")
                        .collectAsList())
                .extracting(found -> found.getString(0))
                .containsExactly("a \"b\" c", "a\\", "a\nb", "x");
    }

    @Test
    void whatIsNoFileOfFiguresIsRefusedWithFileExpectedAndFound(@TempDir Path folder) throws IOException {
        String header = String.join(",", Validation.COLUMNS);
        Path csv = folder.resolve("figures.csv");
        Map<byte[], String> refusals = Map.of(
                header.replace(',', ';').getBytes(StandardCharsets.UTF_8),
                "line 1: Expecting the header area,indicator",
                ("\uFEFF" + header).getBytes(StandardCharsets.UTF_16LE),
                "but the file begins as UTF-16",
                (header + "\n\"a").getBytes(StandardCharsets.UTF_8),
                "Expecting a closing quote",
                new byte[0],
                "Expecting the header area,indicator");
        for (Map.Entry<byte[], String> refusal : refusals.entrySet()) {
            Files.write(csv, refusal.getKey());
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> run(csv, folder.resolve("out")))
                    .withMessageStartingWith("source/bulk/2025-07-15/figures.csv")
                    .withMessageContaining(refusal.getValue());
        }
    }

    @Test
    void everyPartHasTheTypesOfTheFirstAndIsWhole(@TempDir Path folder) throws IOException {
        Path parts = folder.resolve("parts");
        String figure =
                "'vietnam' area, 'exports' indicator, 'total' breakdown, 'M' frequency, 'period' basis, 'current'"
                        + " price_basis, 'million_usd' unit, 'estimate' status, 'u' source_url, ";
        spark.sql("SELECT " + figure + "'2024-05' period, 0.1D value, DATE'2024-06-01' published")
                .coalesce(1)
                .write()
                .parquet(parts.resolve("a").toString());
        assertThat(run(parts.resolve("a"), folder.resolve("o1"))).isEqualTo(new BulkResult(1, Map.of()));
        spark.sql("SELECT " + figure + "'2024-06' period, '1' value, DATE'2024-07-01' published")
                .coalesce(1)
                .write()
                .parquet(parts.resolve("b").toString());
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(parts, folder.resolve("o2")))
                .withMessageContaining("Expecting value DOUBLE as in source/bulk/2025-07-15/parts/a/part-")
                .withMessageContaining("but was value STRING.");
        spark.sql("SELECT " + figure + "'2024-05' period, 2.50BD value, '2024-06-01' published")
                .coalesce(1)
                .write()
                .partitionBy("period")
                .parquet(folder.resolve("p").toString());
        assertThat(run(folder.resolve("p"), folder.resolve("o3"))).isEqualTo(new BulkResult(1, Map.of()));
        assertThat(spark.read()
                        .parquet(folder.resolve("o3/verdict=accepted").toString())
                        .collectAsList())
                .singleElement()
                .satisfies(found ->
                        assertThat(found.<String>getAs("printed_value")).isEqualTo("2.50"));
    }

    private static BulkResult run(Path files, Path target) {
        return BulkIngestJob.run(spark, "bulk/2025-07-15", files, Vocabulary.SOURCE, DATASETS, target);
    }
}
