package vn.chitieu.observation.bulk;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
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
import vn.chitieu.catalog.table.FileFault;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.observation.ingest.OneRowParquet;
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
                .filter(o -> o.deliveryId().equals("published-viet-nam/2025-07-15")
                        && o.sourceFile().equals("vietnam_national.csv")
                        && o.publishedKind() != PublishedKind.DERIVED)
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
                .selectExpr("rule_code", "source_file", "expected_en", "found", "row_text")
                .collectAsList();
        assertThat(aside).extracting(row -> row.getString(1)).containsOnly("figures.csv");
        assertThat(new TreeSet<>(aside.stream().map(row -> row.getString(0)).toList()))
                .contains("duplicate_key", "number", "period", "row_width");
        assertThat(aside)
                .anyMatch(row -> row.getString(2).startsWith("a number such as 1234.5: a decimal point,")
                        && row.getString(3).equals("'1.234x'")
                        && row.getString(4).startsWith("vietnam,exports"));
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

    /** Faults that are met only where the rows are read: the outline of the file is whole. */
    @Test
    void aFileThatIsSpoiltInTheMiddleIsAFaultOfTheFile(@TempDir Path folder) throws IOException {
        Path figures = folder.resolve("figures");
        spark.range(20_000)
                .selectExpr(
                        "'vietnam' area",
                        "'exports' indicator",
                        "'total' breakdown",
                        "'M' frequency",
                        "'2024-05' period",
                        "'period' basis",
                        "'current' price_basis",
                        "cast(rand(1) AS STRING) value",
                        "'million_usd' unit",
                        "'estimate' status",
                        "'2024-06-01' published",
                        "'u' source_url")
                .coalesce(1)
                .write()
                .parquet(figures.toString());
        Path part;
        try (Stream<Path> parts = Files.list(figures)) {
            part = parts.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] content = Files.readAllBytes(part);
        Arrays.fill(content, content.length / 2, content.length / 2 + 4_000, (byte) 0xA5);
        Files.write(part, content);
        Files.delete(figures.resolve("." + part.getFileName() + ".crc"));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(figures, folder.resolve("o1")))
                .withMessageStartingWith("source/bulk/2025-07-15/figures/" + part.getFileName()
                        + ": Expecting a file that can be read to its end but it could not be (")
                .withMessageContaining("Exception")
                .withMessageEndingWith(
                        "). Nothing of the delivery is used. Export this file anew and deliver the whole" + " again.");
        assertThat(folder.resolve("o1")).doesNotExist();
    }

    /** 200 months, one a part, all parts of one name: the one that is spoilt is told by its folder. */
    @Test
    void onePartOfHundredsThatIsSpoiltIsNamedAndNothingIsStored(@TempDir Path folder) throws IOException {
        Path parts = folder.resolve("số liệu 50%");
        byte[] row = OneRowParquet.bytes(
                folder, "optional binary value (STRING)", group -> group.append("value", "120.5"), "period");
        for (int month = 0; month < 200; month++) {
            Path period = parts.resolve("period=" + YearMonth.of(2005, 1).plusMonths(month));
            Files.write(Files.createDirectories(period).resolve("part.parquet"), row);
        }
        assertThat(run(parts, folder.resolve("whole"))).isEqualTo(new BulkResult(200, Map.of()));
        byte[] otherDigit = row.clone();
        otherDigit[new String(row, StandardCharsets.ISO_8859_1).indexOf("120.5") + 2] ^= 1; // 121.5
        byte[] ofNumber =
                OneRowParquet.bytes(folder, "optional double value", group -> group.append("value", 120.5), "period");
        byte[] withoutUnit = OneRowParquet.bytes(
                folder, "optional binary value (STRING)", group -> group.append("value", "120.5"), "period", "unit");
        Map<byte[], String> refusals = Map.of(
                Arrays.copyOf(row, row.length / 2),
                "part.parquet is not a Parquet file. Expected magic number",
                new byte[0],
                "part.parquet is not a Parquet file (length is too low: 0)",
                "no table".getBytes(StandardCharsets.UTF_8),
                "part.parquet is not a Parquet file",
                otherDigit,
                "checksum",
                ofNumber,
                "Expecting value STRING as in",
                withoutUnit,
                "Expecting the columns area, indicator,");
        for (Map.Entry<byte[], String> refusal : refusals.entrySet()) {
            Files.write(parts.resolve("period=2014-10/part.parquet"), refusal.getKey());
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> run(parts, folder.resolve("out")))
                    .withMessageStartingWith("source/bulk/2025-07-15/số liệu 50%/period=2014-10/part.parquet: ")
                    .withMessageContaining(refusal.getValue())
                    .withMessageNotContaining(folder.toString());
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.contains("out"));
            }
        }
    }

    /** All parts are there when they are listed, one is gone when it is read. */
    @Test
    void aPartThatVanishesBeforeItIsReadIsNamed(@TempDir Path folder) throws IOException {
        Path parts = folder.resolve("số liệu 50%");
        byte[] row =
                OneRowParquet.bytes(folder, "optional double value", group -> group.append("value", 120.5), "period");
        for (String period : List.of("period=2024-04", "period=2024-05")) {
            Files.write(Files.createDirectories(parts.resolve(period)).resolve("part.parquet"), row);
        }
        BulkFilesJob files = new BulkFilesJob(spark, "bulk/2025-07-15", parts);
        Dataset<Row> rows = files.rows();
        Files.delete(parts.resolve("period=2024-05/part.parquet"));

        Throwable thrown = catchThrowable(rows::collectAsList);

        assertThat(FileFault.of(thrown).flatMap(fault -> files.unreadable(fault, new IOException(thrown))))
                .get()
                .extracting(Throwable::getMessage, as(STRING))
                .startsWith("source/bulk/2025-07-15/số liệu 50%/period=2024-05/part.parquet: Expecting a file that can"
                        + " be read to its end but it could not be (FileNotFoundException: ");
    }

    /** A byte that is no UTF-8 is refused with its line, as by night, wherever it stands. */
    @Test
    void aByteOfAnotherEncodingIsAFaultOfTheFile(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("figures.csv");
        String header = String.join(",", Validation.COLUMNS) + "\n";
        String row = "vietnam,exports,total,M,2024-05,period,current,1,million_usd,estimate,2024-06-01,page %s\n";
        for (String wrong : List.of("\u00FF", "\u00E1\u00BA", "\u00ED\u00A0\u0080", "\u00C0\u0080")) {
            byte[] rows = (header + row.formatted("5")).getBytes(StandardCharsets.UTF_8);
            Files.write(csv, rows);
            Files.write(csv, row.formatted(wrong).getBytes(StandardCharsets.ISO_8859_1), StandardOpenOption.APPEND);
            int before = rows.length + row.indexOf('%') + 1;
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> run(csv, folder.resolve("o")))
                    .withMessageStartingWith(
                            "source/bulk/2025-07-15/figures.csv, line 3: Expecting UTF-8 but was a byte"
                                    + " that is none, byte " + before + " of the file");
        }
        Files.writeString(csv, header + row.formatted("5 \uD83D\uDE00 \u20AB"));
        assertThat(run(csv, folder.resolve("whole")).accepted()).isEqualTo(1);
    }

    /** pandas writes days as time stamps in nanoseconds, with and without a zone. */
    @Test
    void aTimeStampInNanosecondsIsItsDay(@TempDir Path folder) throws IOException {
        long nanoseconds = Duration.ofDays(LocalDate.of(2024, 6, 1).toEpochDay())
                .plusNanos(1)
                .toNanos();
        for (boolean isInUtc : new boolean[] {true, false}) {
            Path file = folder.resolve(isInUtc + ".parquet");
            Files.write(
                    file,
                    OneRowParquet.bytes(
                            folder,
                            "optional int64 published (TIMESTAMP(NANOS," + isInUtc + ")); optional double value",
                            group -> group.append("published", nanoseconds).append("value", 0.1)));
            assertThat(run(file, folder.resolve("o" + isInUtc))).isEqualTo(new BulkResult(1, Map.of()));
            assertThat(spark.read()
                            .parquet(folder.resolve("o" + isInUtc + "/verdict=accepted")
                                    .toString())
                            .selectExpr("published_date", "printed_value")
                            .collectAsList())
                    .extracting(Row::toString)
                    .containsExactly("[2024-06-01,0.1]");
        }
    }

    /** What Spark takes for a pattern is a name here; what it passes over in silence is refused. */
    @Test
    void aNameIsNoPatternAndNoFileIsPassedOver(@TempDir Path folder) throws IOException {
        byte[] row = OneRowParquet.bytes(folder, "optional double value", group -> group.append("value", 0.1));
        for (String name : List.of("[2025].parquet", "a {1,2} 50%*?.parquet")) {
            Path file = Files.write(folder.resolve(name), row);
            assertThat(run(file, folder.resolve("out " + name))).isEqualTo(new BulkResult(1, Map.of()));
        }
        Path parts = Files.createDirectories(folder.resolve("parts [all]"));
        Files.write(parts.resolve("a[1].parquet"), row);
        assertThat(run(parts, folder.resolve("o"))).isEqualTo(new BulkResult(1, Map.of()));
        Path unfinished = Files.write(folder.resolve("_figures.parquet"), row);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(unfinished, folder.resolve("no")))
                .withMessage("source/bulk/2025-07-15/_figures.parquet: Expecting a name that does not begin with _ or a"
                        + " point, which mark files that are not finished. Rename the file and deliver it again.");
    }

    /** Time stamps of 96 bits, as Spark writes them unless told otherwise. */
    @Test
    void aTimeStampOf96BitsIsItsDay(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("int96.parquet");
        Files.write(
                file,
                OneRowParquet.bytes(folder, "optional int96 published; optional double value", group -> group.append(
                                "published", OneRowParquet.FIRST_OF_JUNE)
                        .append("value", 0.1)));
        assertThat(run(file, folder.resolve("o"))).isEqualTo(new BulkResult(1, Map.of()));
        assertThat(spark.read()
                        .parquet(folder.resolve("o/verdict=accepted").toString())
                        .selectExpr("published_date", "printed_value")
                        .collectAsList())
                .extracting(Row::toString)
                .containsExactly("[2024-06-01,0.1]");
    }

    private static BulkResult run(Path files, Path target) {
        return BulkIngestJob.run(
                spark,
                new BulkDelivery("bulk/2025-07-15", files.toString(), Vocabulary.SOURCE, null),
                DATASETS,
                target);
    }
}
