package vn.chitieu.mart.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.MartTables;

/** The files that Superset imports point to one database, and to columns and metrics that the views have. */
class SupersetImportTest {

    private static final Path FOLDER = Path.of(System.getProperty("chitieu.home"), "deploy/superset");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static List<JsonNode> datasets() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve("datasets/chitieu"))) {
            for (Path file : files.sorted().toList()) {
                JsonNode dataset = YAML.readTree(file.toFile());
                assertThat(file).hasFileName(dataset.get("table_name").asText() + ".yaml");
                all.add(dataset);
            }
        }
        return all;
    }

    @Test
    void eachPointsToTheOneDatabaseUnderANameOfItsOwn() throws IOException {
        JsonNode database =
                YAML.readTree(FOLDER.resolve("databases/chitieu.yaml").toFile());
        assertThat(database.get("sqlalchemy_uri").asText()).doesNotContain(":@", "XX");
        assertThat(YAML.readTree(FOLDER.resolve("metadata.yaml").toFile())
                        .get("type")
                        .asText())
                .isEqualTo("SqlaTable");
        Set<String> identities = new HashSet<>();
        for (JsonNode dataset : datasets()) {
            assertThat(dataset.get("database_uuid")).isEqualTo(database.get("uuid"));
            assertThat(identities.add(
                            UUID.fromString(dataset.get("uuid").asText()).toString()))
                    .isTrue();
        }
    }

    /** Every column and every metric is asked of the view that a database makes of empty tables. */
    @Test
    void everyColumnAndMetricIsOfItsView() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (TableSpec table : MartTables.all()) {
                StringBuilder columns = new StringBuilder();
                for (Column column : table.columns()) {
                    String type =
                            switch (column.type()) {
                                case TEXT -> "VARCHAR";
                                case INTEGER -> "INTEGER";
                                case BIGINT -> "BIGINT";
                                case DECIMAL -> "DECIMAL(38, 10)";
                                case DOUBLE -> "DOUBLE";
                                case BOOLEAN -> "BOOLEAN";
                                case DATE -> "DATE";
                            };
                    columns.append(columns.isEmpty() ? "" : ", ")
                            .append(column.name())
                            .append(' ')
                            .append(type);
                }
                statement.execute("CREATE TABLE " + table.name() + " (" + columns + ")");
            }
            for (LabelledViews.View view : LabelledViews.of(MartTables.all())) {
                statement.execute(view.create(""));
            }
            List<JsonNode> datasets = datasets();
            assertThat(datasets).hasSizeGreaterThan(3);
            for (JsonNode dataset : datasets) {
                String view = dataset.get("table_name").asText();
                List<String> columns = new ArrayList<>();
                dataset.get("columns")
                        .forEach(column -> columns.add(column.get("column_name").asText()));
                try (ResultSet rows =
                        statement.executeQuery("SELECT " + String.join(", ", columns) + " FROM " + view)) {
                    assertThat(rows.next()).isFalse();
                }
                if (dataset.has("main_dttm_col")) {
                    assertThat(columns).contains(dataset.get("main_dttm_col").asText());
                }
                for (JsonNode metric : dataset.get("metrics")) {
                    statement.execute("SELECT " + metric.get("expression").asText() + " FROM " + view);
                }
            }
        }
    }
}
