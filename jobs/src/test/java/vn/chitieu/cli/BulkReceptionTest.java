package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.mart.MartTables;
import vn.chitieu.night.BulkStore;
import vn.chitieu.observation.Observation;
import vn.chitieu.source.delivery.DeliveryRegistry;
import vn.chitieu.source.delivery.RegisteredDelivery;

@NullUnmarked // the test runner fills the fields
class BulkReceptionTest {

    private static final String HEADER =
            "area,indicator,breakdown,frequency,period,basis,price_basis,value,unit,status,published,source_url\n";
    private static final String EXPORTS =
            "vn_bl,exports,total,M,2026-04,period,current,120.5,million_usd,estimate,2026-05-06,https://example.org\n";

    @TempDir
    private Path folder;

    private LaidDownOffice office;

    @BeforeEach
    void layDown() {
        office = LaidDownOffice.in(folder);
    }

    @Test
    void nightUsesWhatWasAcceptedAndPublishesWhatWasHeldBack() throws IOException {
        String plan = EXPORTS.replace("estimate", "plan").replace("120.5", "130");
        Path file = write("large.csv", EXPORTS + EXPORTS.replace("2026-04", "2026-13") + plan);

        CommandRun received = office.command("ingest", "--bulk", file.toString(), "--sender", "office");
        CommandRun again = office.command("ingest", "--bulk", file.toString(), "--sender", "office");
        CommandRun night = office.command("nightly");

        assertThat(received.code()).as(received.err()).isEqualTo(ExitCode.PUBLISHED_WITH_REFUSALS);
        assertThat(received.out())
                .contains("3 rows, 2 accepted, 1 held back with rule and advice.", "bin/chitieu nightly");
        assertThat(received.err()).contains("held back by rule period: 1 rows");
        assertThat(again.out()).contains("large.csv was received before with the same content (bulk-");
        assertThat(night.code()).as(night.err()).isEqualTo(ExitCode.PUBLISHED_WITH_REFUSALS);
        assertThat(ofBulk(MartTables.OBSERVATION, "obs_value")).containsExactly(120.5);
        assertThat(ofBulk(MartTables.PLAN_FIGURE, "obs_value")).containsExactly(130.0);
        assertThat(ofBulk(MartTables.QUARANTINE, "rule_code")).containsExactly("period");
        assertThat(ofBulk(MartTables.QUARANTINE, "found")).containsExactly("'2026-13'");
        assertThat(ofBulk(MartTables.QUARANTINE, "source_file")).containsExactly("large.csv");
        assertThat(office.command("nightly").out()).contains("Nothing new");
    }

    @Test
    void deliveryIsTakenOutAndBack() throws IOException {
        Path folderOfParts = Files.createDirectory(folder.resolve("parts.csv"));
        Files.writeString(folderOfParts.resolve("a.csv"), HEADER + EXPORTS);
        Files.writeString(folderOfParts.resolve("b.csv"), HEADER + EXPORTS.replace("2026-04", "2026-03"));
        office.good("ingest", "--bulk", folderOfParts.toString(), "--sender", "office");
        office.good("nightly");
        String id = String.valueOf(ofBulk(MartTables.OBSERVATION, "delivery_id").get(0));
        assertThat(ofBulk(MartTables.OBSERVATION, "period")).containsExactly("2026-03", "2026-04");

        office.good("ingest", "--withdraw", id, "--reason", "wrong year");
        office.good("nightly");
        assertThat(ofBulk(MartTables.OBSERVATION, "period")).isEmpty();

        office.good("ingest", "--restore", id);
        office.good("nightly");
        assertThat(ofBulk(MartTables.OBSERVATION, "period")).containsExactly("2026-03", "2026-04");
    }

    /** Rows without a day have that of the delivery, and none before it. */
    @Test
    @Tag("full")
    void figuresCountFromTheDayOfPublication() throws IOException {
        Path file = write("undated.csv", EXPORTS.replace("2026-05-06", ""));

        CommandRun undated = office.command("ingest", "--bulk", file.toString(), "--sender", "office");
        assertThat(office.warehouse().resolve("figures")).isEmptyDirectory();
        office.good("ingest", "--bulk", file.toString(), "--sender", "office", "--published", "2026-05-20");
        office.good("nightly", "--as-of", "2026-05-19");
        assertThat(ofBulk(MartTables.OBSERVATION, "period")).isEmpty();
        office.good("nightly", "--as-of", "2026-05-20");

        assertThat(undated.code()).isEqualTo(ExitCode.USAGE);
        assertThat(undated.err())
                .contains("undated.csv: Expecting at least one row that can be used and at most 100000 that are held"
                        + " back but 0 can be used and 1 are held back.");
        assertThat(ofBulk(MartTables.OBSERVATION, "published_date")).hasToString("[2026-05-20]");
    }

    /** A file that is lost, or another code list: the rows are judged again. */
    @Test
    @Tag("full")
    void storedRowsFollowFromTheDelivery() throws IOException {
        Path file = write("large.csv", EXPORTS);
        office.good("ingest", "--bulk", file.toString(), "--sender", "office");
        office.good("nightly");
        Files.delete(stored(".parquet"));
        office.good("nightly", "--force");
        assertThat(ofBulk(MartTables.OBSERVATION, "obs_value")).containsExactly(120.5);

        Path mapping = office.datasets().resolve("codelist/mapping.csv");
        Files.writeString(mapping, Files.readString(mapping).replaceFirst("(?m)^exports,total,.*\n", ""));
        CommandRun night = office.command("nightly");

        assertThat(ofBulk(MartTables.OBSERVATION, "obs_value")).isEmpty();
        assertThat(ofBulk(MartTables.QUARANTINE, "rule_code")).as(night.err()).containsExactly("unknown_code");
    }

    /** A bit that flipped, a file that is listed and gone when it is read, a number of rows that is none. */
    @Test
    @Tag("full")
    void whateverIsWrongWithStoredRowsTheyAreJudgedAgain() throws IOException {
        office.good("ingest", "--bulk", write("large.csv", EXPORTS).toString(), "--sender", "office");
        RegisteredDelivery delivery =
                DeliveryRegistry.of(office.warehouse()).list().get(0);
        BulkStore store = BulkStore.of(office.warehouse(), office.datasets());

        byte[] flipped = Files.readAllBytes(stored(".parquet"));
        flipped[new String(flipped, StandardCharsets.ISO_8859_1).indexOf("120.5") + 2] ^= 1; // 121.5
        Files.write(stored(".parquet"), flipped);
        assertThat(store.of(delivery).outcomes())
                .extracting(Observation::value)
                .containsExactly(new BigDecimal("120.5"));

        Path vanished = stored(".parquet");
        Files.delete(vanished);
        Files.createSymbolicLink(vanished, folder.resolve("nothing"));
        assertThat(store.of(delivery).outcomes())
                .extracting(Observation::value)
                .containsExactly(new BigDecimal("120.5"));

        Files.writeString(stored("_rows"), "2 0");
        assertThat(store.of(delivery).outcomes()).hasSize(1);
        assertThat(stored("_rows")).hasContent("1 0");

        Files.writeString(stored("_rows"), "x");
        Path other = write("other.csv", EXPORTS.replace("2026-04", "2026-03"));
        office.good("ingest", "--bulk", other.toString(), "--sender", "office");
    }

    /** 300 MB and 160 bytes a row: what is in use takes a terabyte and a half. */
    @Test
    @Tag("full")
    void moreThanANightCanHoldIsRefusedWithTheMemoryThatItTakes() throws IOException {
        office.good("ingest", "--bulk", write("large.csv", EXPORTS).toString(), "--sender", "office");
        Files.writeString(stored("_rows"), "10000000000 0");
        Path other = write("other.csv", EXPORTS.replace("2026-04", "2026-03"));

        CommandRun run = office.command("ingest", "--bulk", other.toString(), "--sender", "office");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains(
                        "other.csv: Expecting at most ",
                        " rows of bulk deliveries, which a night holds in ",
                        "with those in use there are 10000000001. Give more memory by CHITIEU_JAVA_OPTS=-Xmx1491g");
        assertThat(DeliveryRegistry.of(office.warehouse()).list()).hasSize(1);
    }

    /** Returns the first stored file whose name ends so. */
    private Path stored(String ending) throws IOException {
        try (Stream<Path> stored = Files.walk(office.warehouse().resolve("figures"))) {
            return stored.filter(path -> path.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The night goes on without it under another name, so that nothing hides the run in which it is used. */
    @Test
    @Tag("full")
    void copyThatRottedIsRefusedWholeAndMendedByTheSameFiles() throws IOException {
        Path parts = Files.createDirectory(folder.resolve("parts.csv"));
        Files.writeString(parts.resolve("a.csv"), HEADER + EXPORTS);
        Files.writeString(parts.resolve("b.csv"), HEADER + EXPORTS.replace("2026-04", "2026-03"));
        office.good("ingest", "--bulk", parts.toString(), "--sender", "office");
        office.good("nightly", "--as-of", "2026-05-20");
        String run = current();
        String id = String.valueOf(ofBulk(MartTables.OBSERVATION, "delivery_id").get(0));
        Path copy = DeliveryRegistry.of(office.warehouse()).list().get(0).parts();
        Files.writeString(copy.resolve("b.csv"), HEADER + EXPORTS.replace("120.5", "999.5"));
        DurableFiles.deleteTree(office.warehouse().resolve("figures"));

        CommandRun without = office.command("nightly", "--as-of", "2026-05-20");

        assertThat(without.code()).as(without.err()).isEqualTo(ExitCode.PUBLISHED_WITH_REFUSALS);
        assertThat(without.err())
                .contains("delivery " + id + " was refused whole")
                .contains("Deliver parts.csv again.");
        assertThat(ofBulk(MartTables.OBSERVATION, "period")).isEmpty();
        assertThat(current()).isNotEqualTo(run);

        CommandRun again = office.good("ingest", "--bulk", parts.toString(), "--sender", "office");
        office.good("nightly", "--as-of", "2026-05-20");

        assertThat(again.out())
                .contains("parts.csv was received before with the same content (" + id + "); its copy in the warehouse"
                        + " was damaged and has been made again.");
        assertThat(current()).isNotEqualTo(run); // it is explained from the one without the delivery
        assertThat(ofBulk(MartTables.OBSERVATION, "period")).containsExactly("2026-03", "2026-04");
        assertThat(ofBulk(MartTables.OBSERVATION, "obs_value")).containsExactly(120.5, 120.5);
    }

    @Test
    @Tag("full")
    void copyThatWasChangedIsRefusedByName() throws IOException {
        Path file = write("large.csv", EXPORTS);
        office.good("ingest", "--bulk", file.toString(), "--sender", "office");
        try (Stream<Path> copies = Files.walk(office.warehouse().resolve("delivery"))) {
            Path copy = copies.filter(path -> path.endsWith("large.csv"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(copy, HEADER + EXPORTS.replace("120.5", "999.5"));
        }

        CommandRun verified = office.command("verify");

        assertThat(verified.out() + verified.err())
                .contains("to be as received")
                .contains("Deliver large.csv again");
    }

    @Test
    void senderHasToBeNamed() throws IOException {
        Path file = write("large.csv", EXPORTS);

        CommandRun run = office.command("ingest", "--bulk", file.toString());

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Expecting the sender of large.csv: name it with --sender");
    }

    private String current() {
        return Warehouse.at(office.warehouse()).current().orElseThrow().runId().text();
    }

    private Path write(String name, String rows) throws IOException {
        return Files.writeString(folder.resolve(name), HEADER + rows);
    }

    /** Returns the cells of a column of rows that bulk deliveries brought. */
    private List<@Nullable Object> ofBulk(TableSpec table, String column) {
        int delivery = table.indexOf("delivery_id");
        return Warehouse.at(office.warehouse()).current().orElseThrow().read(table).rows().stream()
                .filter(row -> String.valueOf(row[delivery]).startsWith("bulk-"))
                .<@Nullable Object>map(row -> row[table.indexOf(column)])
                .toList();
    }
}
