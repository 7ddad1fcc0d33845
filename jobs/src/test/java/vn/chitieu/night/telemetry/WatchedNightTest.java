package vn.chitieu.night.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.SamplePublication;
import vn.chitieu.catalog.run.StagedRun;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.mart.MartTables;
import vn.chitieu.night.NightListener;
import vn.chitieu.night.NightListener.Step;
import vn.chitieu.night.NightOutcome;

@NullUnmarked // the test runner fills the field
class WatchedNightTest {

    private static final NightListener NOBODY = new NightListener() {};

    @TempDir
    private Path folder;

    private Warehouse warehouse;

    @BeforeEach
    void inAFreshWarehouse() {
        warehouse = Warehouse.at(folder.resolve("warehouse"));
    }

    /** A method that is not handed on would be heard by nobody. */
    @Test
    void everythingThatIsToldIsHandedOn() {
        assertThat(NightListener.class.getMethods()).hasSizeGreaterThan(7).allSatisfy(told -> assertThat(
                        WatchedNight.class.getDeclaredMethod(told.getName(), told.getParameterTypes()))
                .isNotNull());
    }

    @Test
    void aGoodNightTellsItsStagesRowsFindingsAgeAndItsEndAsTheLastSuccess() throws IOException {
        PublishedRun run = publish();

        WatchedNight night = new WatchedNight(NOBODY, warehouse);
        night.begin(Step.INGEST);
        night.begin(Step.PUBLISH);
        night.ended(outcome(NightOutcome.Kind.PUBLISHED, run), 0);

        JsonNode result = result();
        assertThat(result.path("status").asText()).isEqualTo("published");
        assertThat(result.path("exit_code").asInt(-1)).isZero();
        assertThat(result.path("last_success_at")).isEqualTo(result.path("finished_at"));
        assertThat(result.path("stage_seconds").fieldNames()).toIterable().containsExactly("ingest", "publish");
        assertThat(result.path("table_rows").path("budget").asInt()).isEqualTo(50);
        assertThat(metrics())
                .contains(
                        "chitieu_night_exit_code 0",
                        "chitieu_table_rows{table=\"budget\"} 50",
                        "chitieu_rows{count=\"quarantined_rows\"} 2",
                        "chitieu_findings{severity=\"error\"} 0",
                        "# TYPE chitieu_data_age_days gauge")
                .anyMatch(line -> line.startsWith("chitieu_night_last_success_timestamp_seconds "))
                .anyMatch(line -> line.startsWith("chitieu_warehouse_free_bytes "))
                .allMatch(line -> line.matches("# (HELP|TYPE) .*|[a-z_]+(\\{[a-z]+=\"[a-z_]+\"\\})? -?\\d+(\\.\\d+)?"));
    }

    @Test
    void aFailedNightKeepsTheLastSuccessAndTellsWhatBroke() throws IOException {
        publish();
        new WatchedNight(NOBODY, warehouse)
                .ended(
                        outcome(
                                NightOutcome.Kind.NOTHING_NEW,
                                warehouse.current().orElseThrow()),
                        0);
        String success = result().path("last_success_at").asText();

        new WatchedNight(NOBODY, warehouse).failed(new IOException("No space left on device\n at x"), 50, false);

        JsonNode result = result();
        assertThat(result.path("exit_code").asInt()).isEqualTo(50);
        assertThat(result.path("failure").asText()).isEqualTo("IOException: No space left on device");
        assertThat(result.path("last_success_at").asText()).isEqualTo(success);
        assertThat(metrics()).contains("chitieu_night_exit_code 50");
        assertThat(events()).hasSize(4);
        assertThat(events().get(3).path("eventType").asText()).isEqualTo("FAIL");
    }

    @Test
    void whoFindsAnotherRunAtWorkOrNoWarehouseWritesNothing() throws IOException {
        new WatchedNight(NOBODY, warehouse).failed(new IOException("x"), 50, false);
        assertThat(warehouse.root()).doesNotExist();

        publish();
        new WatchedNight(NOBODY, warehouse).failed(new IllegalStateException("held"), 40, true);
        assertThat(warehouse.root().resolve(RunResults.FILE)).doesNotExist();
    }

    /** As where its disk was unmounted in the middle of the night. */
    @Test
    void whereTheWarehouseWasIsNothingMade() throws IOException {
        publish();
        WatchedNight night = new WatchedNight(NOBODY, warehouse);
        Files.move(warehouse.root(), folder.resolve("away"));
        night.failed(new IOException("gone"), 50, false);
        assertThat(warehouse.root()).doesNotExist();

        Files.createDirectory(warehouse.root());
        new WatchedNight(NOBODY, warehouse).failed(new IOException("gone"), 50, false);
        assertThat(warehouse.root()).isEmptyDirectory();
    }

    @Test
    void onlyTheFirstEndIsTold() throws IOException {
        publish();
        WatchedNight night = new WatchedNight(NOBODY, warehouse);
        night.failed(new IOException("too long"), 50, false);
        night.failed(new IOException("interrupted by that"), 70, false);

        assertThat(result().path("exit_code").asInt()).isEqualTo(50);
    }

    @Test
    void everyEventIsValidByTheSchemaOfOpenLineage() throws IOException {
        PublishedRun run = publish();
        new WatchedNight(NOBODY, warehouse).ended(outcome(NightOutcome.Kind.PUBLISHED, run), 0);
        new WatchedNight(NOBODY, warehouse).failed(new IOException("x"), 50, false);
        Schema schema;
        try (InputStream text = Objects.requireNonNull(
                WatchedNightTest.class.getResourceAsStream("OpenLineage-2-0-2.json"), "the schema")) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text);
        }

        for (JsonNode event : events()) {
            assertThat(schema.validate(event.toString(), InputFormat.JSON)).isEmpty();
        }
        assertThat(schema.validate("{\"eventType\":\"START\"}", InputFormat.JSON))
                .isNotEmpty();
        JsonNode complete = events().get(1);
        assertThat(complete.path("inputs").get(0).path("name").asText()).isEqualTo("delivery/gso/2025-07-05/grdp.csv");
        assertThat(complete.path("outputs")
                        .get(0)
                        .path("outputFacets")
                        .path("outputStatistics")
                        .path("rowCount")
                        .asInt())
                .isEqualTo(50);
        assertThat(complete.path("run").path("runId"))
                .isEqualTo(events().get(0).path("run").path("runId"));
    }

    private static NightOutcome outcome(NightOutcome.Kind kind, PublishedRun run) {
        return new NightOutcome(
                kind, Optional.of(SamplePublication.identity(SamplePublication.FIRST_DAY)), Optional.of(run), false);
    }

    private PublishedRun publish() {
        try (RunLock lock = warehouse.lock("a test");
                StagedRun staged = warehouse.stage(lock, SamplePublication.identity(SamplePublication.FIRST_DAY))) {
            SamplePublication.write(staged, SamplePublication.FIRST_DAY);
            staged.write(new Table(MartTables.FINDING, List.of()));
            return SamplePublication.publish(staged);
        }
    }

    private JsonNode result() throws IOException {
        return new ObjectMapper()
                .readTree(warehouse.root().resolve(RunResults.FILE).toFile());
    }

    private List<String> metrics() throws IOException {
        return Files.readAllLines(warehouse.root().resolve("metrics/chitieu.prom"));
    }

    private List<JsonNode> events() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> events = new ArrayList<>();
        for (String line : Files.readAllLines(warehouse.root().resolve("log/openlineage.jsonl"))) {
            events.add(json.readTree(line));
        }
        return events;
    }
}
