package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.PublishedTable;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.table.TableFile;
import vn.chitieu.cli.console.ExitCode;

/** What reads the published tables finds the same in files of at most 100 rows as in one file a table. */
@NullUnmarked // fields are filled by JUnit
class LargeTableReadersTest {

    @TempDir
    private static Path folder;

    private static PublishedRun single;
    private static PublishedRun several;

    @BeforeAll
    static void publishOneNightTwice() {
        CommandRun night = CommandRun.of(
                "nightly",
                "--as-of",
                "2025-06-30",
                "--datasets",
                CommandRun.shippedDatasets().toString(),
                "--warehouse",
                folder.resolve("single").toString());
        assertThat(night).as(night.err()).returns(ExitCode.OK, CommandRun::code);
        single = Warehouse.at(folder.resolve("single")).current().orElseThrow();
        several = RunInParts.publish(single, folder.resolve("several"), 100);
        assertThat(several.runId()).isEqualTo(single.runId());
        assertThat(several.files("observation").size())
                .isEqualTo((int) Math.ceil(single.read("observation").rows().size() / 100.0))
                .isGreaterThan(10);
    }

    @Test
    void theViewsOfDuckDbShowTheSameRows() throws SQLException, IOException {
        SortedMap<String, String> ofSingle = viewsIn(folder.resolve("single/mart"));

        assertThat(viewsIn(folder.resolve("several/mart"))).isEqualTo(ofSingle);
        assertThat(ofSingle).containsKeys("observation", "attainment_labelled");
        assertThat(Files.readString(folder.resolve("several/mart/views.sql")))
                .contains("read_parquet([\n    '"
                        + several.files("observation").get(0).getFileName() + "',\n    '")
                .contains("read_parquet('dim_unit.parquet');\n");
    }

    private static SortedMap<String, String> viewsIn(Path mart) throws SQLException, IOException {
        SortedMap<String, String> rows = new TreeMap<>();
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            statement.execute("SET file_search_path = '" + mart + "'");
            statement.execute(Files.readString(mart.resolve("views.sql")));
            List<String> views = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("SELECT view_name FROM duckdb_views() WHERE NOT internal")) {
                while (row.next()) {
                    views.add(row.getString(1));
                }
            }
            for (String view : views) {
                try (ResultSet row =
                        statement.executeQuery("SELECT count(*) || ' ' || sum(hash(v)) FROM " + view + " AS v")) {
                    row.next();
                    rows.put(view, String.valueOf(row.getString(1)));
                }
            }
        }
        return rows;
    }

    @Test
    void theDataPackageListsEveryFileWithItsSum() throws IOException {
        Path mart = folder.resolve("several/mart");
        JsonNode resources = new JsonMapper()
                .readTree(mart.resolve("datapackage.json").toFile())
                .path("resources");
        assertThat(resources).hasSize(several.specs().size());
        for (JsonNode resource : resources) {
            PublishedTable table = several.table(resource.path("name").asText()).orElseThrow();
            assertThat(resource.path("rows").asLong()).isEqualTo(table.rows());
            assertThat(resource.path("bytes").asLong()).isEqualTo(table.bytes());
            if (table.files().size() == 1) {
                assertThat(resource.path("path").asText()).isEqualTo(table.name() + ".parquet");
                assertThat(resource.has("files")).isFalse();
                continue;
            }
            assertThat(resource.has("hash")).isFalse();
            assertThat(resource.path("path")).hasSize(table.files().size());
            for (int i = 0; i < table.files().size(); i++) {
                TableFile file = table.files().get(i);
                JsonNode listed = resource.path("files").path(i);
                assertThat(resource.path("path").path(i).asText())
                        .isEqualTo(file.file())
                        .isEqualTo(listed.path("path").asText());
                assertThat(listed.path("hash").asText())
                        .isEqualTo("sha256:" + Sha256.ofFile(mart.resolve(file.file())));
                assertThat(listed.path("rows").asLong()).isEqualTo(file.rows());
                assertThat(listed.path("bytes").asLong()).isEqualTo(Files.size(mart.resolve(file.file())));
            }
        }
    }

    @Test
    void pagesReportsAndSdmxAreTheSame() throws IOException {
        SortedMap<String, String> ofSingle = exported("single");

        assertThat(exported("several")).isEqualTo(ofSingle);
        assertThat(ofSingle).containsKeys("index.html", "observations.sdmx.csv", "projections.sdmx.csv");
    }

    private static SortedMap<String, String> exported(String warehouse) throws IOException {
        Path out = folder.resolve("export-" + warehouse);
        CommandRun export = CommandRun.of(
                "export",
                "--sdmx",
                "--datasets",
                CommandRun.shippedDatasets().toString(),
                "--warehouse",
                folder.resolve(warehouse).toString(),
                "--out",
                out.toString());
        assertThat(export).as(export.err()).returns(ExitCode.OK, CommandRun::code);
        SortedMap<String, String> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().startsWith(".made-of")) { // names the manifest
                    sums.put(out.relativize(file).toString(), Sha256.ofFile(file));
                }
            }
        }
        return sums;
    }

    @Test
    void verifyNamesTheFileThatIsDamaged() throws IOException {
        Path copy = folder.resolve("damaged");
        CommandRun.copy(folder.resolve("several"), copy);
        String name = several.files("observation").get(1).getFileName().toString();
        Path file = copy.resolve("runs").resolve(several.runId().text()).resolve(name);
        byte[] rotten = Files.readAllBytes(file);
        rotten[100] ^= 1;
        Files.write(file, rotten);

        CommandRun verify = CommandRun.of("verify", "--lang", "en", "--warehouse", copy.toString());

        assertThat(verify.code()).isEqualTo(ExitCode.INFRASTRUCTURE);
        assertThat(verify.out() + verify.err()).contains(name);
    }
}
