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

/** The files that Superset imports hold only what its import reads, and columns and metrics that the views have. */
class SupersetImportTest {

    private static final Path FOLDER = Path.of(System.getProperty("chitieu.home"), "deploy/superset");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** Fields of version 1.0.0 of the import; it refuses a file with any other. */
    private static final Set<String> DATASET = Set.of(
            "table_name",
            "main_dttm_col",
            "description",
            "schema",
            "uuid",
            "version",
            "database_uuid",
            "columns",
            "metrics");

    private static final Set<String> COLUMN = Set.of("column_name", "is_dttm", "filterable", "groupby");
    private static final Set<String> METRIC = Set.of("metric_name", "verbose_name", "expression", "d3format");
    private static final Set<String> DATABASE = Set.of(
            "database_name",
            "sqlalchemy_uri",
            "expose_in_sqllab",
            "allow_run_async",
            "allow_ctas",
            "allow_cvas",
            "allow_dml",
            "uuid",
            "version");

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

    private static Set<String> names(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void holdsOnlyFieldsOfTheImportAndPointsToOneDatabase() throws IOException {
        JsonNode database =
                YAML.readTree(FOLDER.resolve("databases/chitieu.yaml").toFile());
        assertThat(DATABASE).containsAll(names(database));
        assertThat(database.get("sqlalchemy_uri").asText())
                .startsWith("postgresql")
                .doesNotContain(":@", "XX");
        assertThat(YAML.readTree(FOLDER.resolve("metadata.yaml").toFile())
                        .get("type")
                        .asText())
                .isEqualTo("SqlaTable");
        Set<String> identities = new HashSet<>();
        for (JsonNode dataset : datasets()) {
            assertThat(DATASET).containsAll(names(dataset));
            assertThat(dataset.get("version").asText()).isEqualTo("1.0.0");
            assertThat(dataset.get("database_uuid")).isEqualTo(database.get("uuid"));
            assertThat(identities.add(
                            UUID.fromString(dataset.get("uuid").asText()).toString()))
                    .isTrue();
            dataset.get("columns").forEach(column -> assertThat(COLUMN).containsAll(names(column)));
            dataset.get("metrics").forEach(metric -> assertThat(METRIC).containsAll(names(metric)));
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
