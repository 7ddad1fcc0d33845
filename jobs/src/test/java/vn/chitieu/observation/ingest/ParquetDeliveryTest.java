package vn.chitieu.observation.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.source.delivery.Delivery;
import vn.chitieu.source.delivery.TestDelivery;
import vn.chitieu.source.table.TidyCsv;

/** Parquet in a delivery: the verdicts of a CSV with the same rows, in whatever order and pieces they were written. */
@NullUnmarked
class ParquetDeliveryTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home"), "datasets");
    private static final Codelists CODELISTS = Codelists.read(DATASETS);
    private static final String ID = "office/2025-07-15";
    private static final List<List<String>> WRONG = List.of(
            row("vietnam,exports,total,M,2025-13,period,current,1,million_usd,estimate,2025-05-01,u"),
            row("vietnam,exports,total,M,2025-04,period,current,1.234x,million_usd,estimate,2025-05-01,u"),
            row("vietnam,imports,total,M,2025-04,period,current,1,million_usd,estimate,2025-05-01,u"),
            row("vietnam,imports,total,M,2025-04,period,current,2,million_usd,estimate,2025-05-01,u"),
            row("vietnam,imports,total,M,2025-03,period,current,1.0,million_usd,estimate,2025-05-01,u"),
            row("vietnam,imports,total,M,2025-03,period,current,1,million_usd,estimate,2025-05-01,u"),
            row("vietnam,exports,total,M,2025-04,period,current,1,million_usd,estimate,2025-05-01,u\u001B"));

    @TempDir
    private Path folder;

    @Test
    void theSameRowsInAnotherOrderAndOtherPiecesHaveTheSameVerdicts() throws IOException {
        List<List<String>> rows = new ArrayList<>(shipped());
        rows.addAll(WRONG);
        IngestResult csv = Ingest.read(List.of(TestDelivery.write(folder.resolve("csv"), ID, csv(rows))), CODELISTS);
        assertThat(csv.quarantined()).hasSize(6);
        for (int pieces : new int[] {1, 7}) {
            Collections.shuffle(rows, new Random(pieces));
            IngestResult parquet = read(pieces, rows);
            assertThat(described(parquet)).isEqualTo(described(csv));
            assertThat(parquet.deliveredRows()).isEqualTo(rows.size());
        }
    }

    @Test
    void aRowHeldBackIsNamedByItsText() throws IOException {
        IngestResult result = read(1, List.of(WRONG.get(1)));
        assertThat(result.quarantined())
                .extracting(row -> row.message().en())
                .first()
                .asString()
                .startsWith("source/office/2025-07-15/part0.parquet: Expecting a number such as 1234.5")
                .endsWith("but was '1.234x' in the row"
                        + " vietnam,exports,total,M,2025-04,period,current,1.234x,million_usd,estimate,2025-05-01,u."
                        + " Correct the row and deliver it again, as a new delivery.");
    }

    @Test
    void whatIsNoTableOfFiguresIsRefused() throws IOException {
        assertThat(refusal(Files.readAllBytes(write("a", List.of("area"), List.of(List.of("vietnam"))))))
                .startsWith("source/office/2025-07-15/f.parquet: Expecting the columns area, indicator, ")
                .endsWith(" but was area STRING. Export the file again, or declare chitieu.columns in"
                        + " datapackage.json.");
        assertThat(refusal("PAR1 and no more".getBytes(UTF_8)))
                .startsWith(
                        "source/office/2025-07-15/f.parquet: Expecting a whole Parquet file but it cannot be read (")
                .endsWith("). Deliver the file again, or correct format in datapackage.json.");
        List<List<String>> many = Collections.nCopies(100_001, row("a,,,,,,,,,,,"));
        assertThat(refusal(Files.readAllBytes(write("many", Validation.COLUMNS, many))))
                .endsWith("Expecting at most 100000 rows in a file that every night reads anew but was 100001 rows."
                        + " Deliver it by 'chitieu ingest --bulk', or split it.");
    }

    @Test
    void aValueOfAnyExactTypeIsItsDigits() throws IOException {
        Map<String, String> columns = new TreeMap<>(Map.of(
                "optional int64 value", "12345",
                "optional int32 value", "12345",
                "optional double value", "0.1",
                "optional float value", "0.1",
                "optional int64 value (DECIMAL(18,2))", "123.45",
                "optional int32 value (DECIMAL(9,1))", "1234.5",
                "optional fixed_len_byte_array(16) value (DECIMAL(38,18))", "1.5"));
        for (Map.Entry<String, String> column : columns.entrySet()) {
            byte[] content = OneRowParquet.bytes(folder, column.getKey(), group -> {
                String type = column.getKey();
                if (type.contains("fixed")) {
                    byte[] unscaled = new byte[16];
                    byte[] digits = new BigInteger("1500000000000000000").toByteArray();
                    System.arraycopy(digits, 0, unscaled, 16 - digits.length, digits.length);
                    group.append("value", Binary.fromConstantByteArray(unscaled));
                } else if (type.contains("double")) {
                    group.append("value", 0.1);
                } else if (type.contains("float")) {
                    group.append("value", 0.1f);
                } else if (type.contains("int64")) {
                    group.append("value", 12345L);
                } else {
                    group.append("value", 12345);
                }
            });
            assertThat(figures("f.parquet", content))
                    .as(column.getKey())
                    .containsExactly("2024-05 " + column.getValue() + " 2024-06-01");
        }
    }

    @Test
    void theFoldersOfAPathAreTextColumnsAndAnIndexOfPandasIsNone() throws IOException {
        byte[] content = OneRowParquet.bytes(
                folder,
                "optional double value; optional int64 __index_level_0__",
                group -> group.append("value", 2.5),
                "period");
        assertThat(figures("period=2024-05/f.parquet", content)).containsExactly("2024-05 2.5 2024-06-01");
        assertThat(figures("f.parquet", content)).containsExactly("refused");
        byte[] twice = OneRowParquet.bytes(folder, "optional double value", group -> group.append("value", 2.5));
        assertThat(figures("period=2024-06/f.parquet", twice)).containsExactly("refused");
    }

    @Test
    void aTimeStampOf96BitsIsItsDay() throws IOException {
        byte[] content =
                OneRowParquet.bytes(folder, "optional int96 published; optional double value", group -> group.append(
                                "published", OneRowParquet.FIRST_OF_JUNE)
                        .append("value", 0.1));

        assertThat(figures("f.parquet", content)).containsExactly("2024-05 0.1 2024-06-01");
    }

    @Test
    void aColumnThatNobodyReadsMayHaveAnyType() throws IOException {
        byte[] content = OneRowParquet.bytes(
                folder, "optional double value; optional boolean checked", group -> group.append("value", 2.5)
                        .append("checked", true));
        String read = Validation.COLUMNS.stream()
                .map(column -> "\"" + column + "\": {\"field\": \"" + column + "\"}")
                .collect(Collectors.joining(", "));

        assertThat(figures("f.parquet", content)).containsExactly("refused");
        assertThat(figures("f.parquet", content, ", \"chitieu\": {\"columns\": {" + read + "}}"))
                .containsExactly("2024-05 2.5 2024-06-01");
    }

    @Test
    void aTypeWithoutTextIsRefusedByName() throws IOException {
        byte[] content = OneRowParquet.bytes(folder, "optional boolean value", group -> group.append("value", true));
        assertThat(refusal(content)).contains("value BOOLEAN").contains("each of texts, numbers or days");
    }

    private List<String> figures(String file, byte[] content) throws IOException {
        return figures(file, content, "");
    }

    private List<String> figures(String file, byte[] content, String properties) throws IOException {
        Path folder = Files.createDirectories(this.folder.resolve("typed/source/" + ID));
        Files.createDirectories(folder.resolve(file).getParent());
        Delivery delivery = TestDelivery.declared(
                this.folder.resolve("typed"), ID, file, content, "\"format\": \"parquet\"" + properties);
        IngestResult result = Ingest.read(List.of(delivery), CODELISTS);
        return result.refused().isEmpty()
                ? result.observations().stream()
                        .map(o -> o.key().period() + " " + o.value().toPlainString() + " " + o.publishedDate())
                        .toList()
                : List.of("refused");
    }

    @Test
    void aSpoiltFileIsRefusedOrReadAndNothingElseEscapes() throws IOException {
        byte[] whole =
                Files.readAllBytes(write("whole", Validation.COLUMNS, shipped().subList(0, 40)));
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] spoilt = whole.clone();
            for (int k = 0; k < 8; k++) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
            }
            Delivery delivery =
                    TestDelivery.declared(folder.resolve("spoilt"), ID, "f.parquet", spoilt, "\"format\": \"parquet\"");
            IngestResult result = Ingest.read(List.of(delivery), CODELISTS);
            assertThat(result.refused().size() + result.files().size()).isEqualTo(1);
            assertThat(result.refused())
                    .allMatch(refused -> refused.message().en().contains("/f.parquet: Expecting"));
        }
    }

    private IngestResult read(int pieces, List<List<String>> rows) throws IOException {
        Path datasets = folder.resolve("datasets" + pieces);
        Path delivery = Files.createDirectories(datasets.resolve("source").resolve(ID));
        List<String> resources = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            int size = rows.size();
            write(
                    "datasets" + pieces + "/source/" + ID + "/part" + i,
                    Validation.COLUMNS,
                    rows.subList(size * i / pieces, size * (i + 1) / pieces));
            resources.add(
                    "{\"name\": \"part" + i + "\", \"path\": \"part" + i + ".parquet\", \"format\": \"parquet\"}");
        }
        Files.writeString(delivery.resolve("datapackage.json"), "{\"resources\": " + resources + "}");
        return Ingest.read(datasets, CODELISTS);
    }

    private String refusal(byte[] content) {
        Delivery delivery = TestDelivery.declared(folder, ID, "f.parquet", content, "\"format\": \"parquet\"");
        IngestResult result = Ingest.read(List.of(delivery), CODELISTS);
        return result.refused().get(0).message().en();
    }

    private Path write(String name, List<String> columns, List<List<String>> rows) throws IOException {
        Types.MessageTypeBuilder builder = Types.buildMessage();
        columns.forEach(column -> builder.addField(Types.optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(column)));
        MessageType schema = builder.named("spark_schema");
        Path file = folder.resolve(name + ".parquet");
        SimpleGroupFactory groups = new SimpleGroupFactory(schema);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withType(schema)
                .build()) {
            for (List<String> row : rows) {
                Group group = groups.newGroup();
                for (int i = 0; i < columns.size(); i++) {
                    if (!row.get(i).isEmpty()) {
                        group.append(columns.get(i), row.get(i));
                    }
                }
                writer.write(group);
            }
        }
        return file;
    }

    /** Returns what was made of the rows, without the place they stood in. */
    private static Map<String, Integer> described(IngestResult result) {
        Map<String, Integer> described = new TreeMap<>();
        result.observations()
                .forEach(o -> described.merge(
                        o.key() + " " + o.value().stripTrailingZeros() + " " + o.status() + o.publishedDate()
                                + o.publishedKind() + o.sourceUrl(),
                        1,
                        Integer::sum));
        result.quarantined().forEach(row -> described.merge(row.ruleCode(), 1, Integer::sum));
        return described;
    }

    private static List<List<String>> shipped() throws IOException {
        Path csv = DATASETS.resolve("source/published-viet-nam/2025-07-15/vietnam_national.csv");
        return TidyCsv.read("x", "f.csv", Files.readAllBytes(csv), Validation.COLUMNS).rows().stream()
                .limit(500)
                .map(row -> Validation.COLUMNS.stream().map(row::field).toList())
                .toList();
    }

    private static String csv(List<List<String>> rows) {
        StringBuilder csv = new StringBuilder(String.join(",", Validation.COLUMNS)).append('\n');
        rows.forEach(row -> csv.append(String.join(",", row)).append('\n'));
        return csv.toString();
    }

    private static List<String> row(String csv) {
        return List.of(csv.split(",", -1));
    }
}
