package vn.chitieu.mart.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.MartTables;
import vn.chitieu.mart.dictionary.Codes;
import vn.chitieu.mart.dictionary.Dictionary;
import vn.chitieu.mart.dictionary.RenamedColumn;

/** The views over empty tables of the present contract, as DuckDB takes them. */
@NullUnmarked // the test runner fills the fields
class LabelledViewsTest {

    private static final Path DBT = Path.of(System.getProperty("chitieu.home"), "deploy", "dbt", "models");
    private static final Pattern SOURCE = Pattern.compile("source\\('chitieu', '(\\w+)'\\)");

    private Connection duckDb;
    private Statement statement;

    @BeforeEach
    void makeTablesAndViews() throws SQLException {
        duckDb = DriverManager.getConnection("jdbc:duckdb:");
        statement = duckDb.createStatement();
        for (TableSpec spec : MartTables.all()) {
            statement.execute(PostgresTables.create("main", spec));
        }
        for (LabelledViews.View view : LabelledViews.of(MartTables.all())) {
            statement.execute(view.create(""));
        }
    }

    @AfterEach
    void close() throws SQLException {
        duckDb.close();
    }

    @Test
    void everyCodeOfAFactHasItsNamesBesideIt() throws SQLException {
        assertThat(columns("target_history_labelled"))
                .contains("verdict_code", "verdict_name_vi", "verdict_name_en", "verdict_position")
                .contains("target_name_vi", "lead_unit_en", "target_position", "area_name_vi", "unit_name_en");
        assertThat(columns("trade_balance_labelled"))
                .contains("coverage_name_en", "frequency_name_vi", "currency_name_vi", "exports_origin_name_en");
        Codes codes = Codes.shipped();
        for (TableSpec spec : MartTables.all()) {
            Set<String> shown = new TreeSet<>(columnsOrNone(spec.name() + "_labelled"));
            for (Column column : spec.columns()) {
                if (!shown.isEmpty() && codes.listOf(spec.name(), column.name()).isPresent()) {
                    assertThat(shown).as(spec.name()).contains(column.name().replaceFirst("_code$", "") + "_name_vi");
                }
            }
        }
    }

    @Test
    void everyColumnOfAViewHasAMeaning() throws SQLException {
        Dictionary dictionary = Dictionary.shipped();
        for (LabelledViews.View view : LabelledViews.of(MartTables.all())) {
            for (String column : columns(view.name())) {
                assertThat(LabelledViews.meaning(column, dictionary).vi())
                        .as(view.name() + "." + column)
                        .isNotEmpty();
            }
        }
        assertThat(LabelledViews.meaning("exports_million_usd", dictionary)).isEqualTo(dictionary.column("exports"));
    }

    /** 120 million USD are no billion dong, and 5 billion dong are no million dollars. */
    @Test
    void anOldNameShowsAmountsInItsUnitOnly() throws SQLException {
        statement.execute("CREATE TABLE budget(area_code TEXT, unit_code TEXT, value DOUBLE)");
        TableSpec budget = new TableSpec(
                "budget_revenue",
                List.of(
                        MartTables.BUDGET_REVENUE.columns().get(0),
                        MartTables.BUDGET_REVENUE.columns().get(MartTables.BUDGET_REVENUE.indexOf("unit_code")),
                        MartTables.BUDGET_REVENUE.columns().get(MartTables.BUDGET_REVENUE.indexOf("value"))),
                List.of());
        String view = LabelledViews.of(List.of(budget)).stream()
                .filter(one -> one.name().equals("budget_revenue_old_names"))
                .findFirst()
                .orElseThrow()
                .select()
                .replace("{in}budget_revenue", "budget");
        statement.execute("INSERT INTO budget VALUES ('VN', 'billion_vnd', 5), ('PH', 'million_php', 120)");

        try (ResultSet row =
                statement.executeQuery("SELECT area_code, value_billion_vnd FROM (" + view + ") ORDER BY area_code")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getObject("value_billion_vnd")).isNull();
            assertThat(row.next()).isTrue();
            assertThat(row.getDouble("value_billion_vnd")).isEqualTo(5);
        }
    }

    @Test
    void everyRenamedColumnIsOneOfTheContractAndItsOldNameIsNot() {
        for (RenamedColumn renamed : RenamedColumn.all()) {
            TableSpec table = MartTables.all().stream()
                    .filter(spec -> spec.name().equals(renamed.table()))
                    .findFirst()
                    .orElseThrow();
            assertThat(table.columns().stream().map(Column::name))
                    .contains(renamed.name())
                    .doesNotContain(renamed.oldName());
        }
    }

    @Test
    void theSourcesOfTheDbtProjectAreTablesAndViewsAndTheirColumnsTheirs() throws IOException, SQLException {
        JsonNode project = new YAMLMapper().readTree(DBT.resolve("schema.yml").toFile());
        int checked = 0;
        for (JsonNode table : project.get("sources").get(0).get("tables")) {
            for (JsonNode column : table.get("columns")) {
                assertThat(columns(table.get("name").asText()))
                        .contains(column.get("name").asText());
                checked++;
            }
        }
        for (JsonNode model : project.get("models")) {
            List<String> columns = columnsOfModel(model.get("name").asText());
            for (JsonNode column : model.get("columns")) {
                assertThat(columns).contains(column.get("name").asText());
                checked++;
            }
        }
        for (JsonNode semantic : project.get("semantic_models")) {
            String model = semantic.get("model").asText().replaceAll("ref\\('(\\w+)'\\)", "$1");
            for (JsonNode dimension : semantic.get("dimensions")) {
                assertThat(columnsOfModel(model)).contains(dimension.get("name").asText());
                checked++;
            }
            for (JsonNode measure : semantic.get("measures")) {
                statement.execute("SELECT " + measure.get("expr").asText() + " FROM (" + sql(model) + ")");
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(40);
    }

    @Test
    void theVerdictsThatTheDbtProjectAcceptsAreThoseOfTheCodeList() throws IOException {
        String project = Files.readString(DBT.resolve("schema.yml"));
        Matcher values = Pattern.compile("values: \\[([^\\]]+)\\]").matcher(project);

        assertThat(values.find()).isTrue();
        assertThat(values.group(1).split(", "))
                .containsExactlyInAnyOrderElementsOf(Codes.shipped().all().stream()
                        .filter(code -> code.codelistCode().equals("verdict"))
                        .map(Codes.Code::code)
                        .toList());
    }

    private List<String> columnsOfModel(String model) throws IOException, SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("DESCRIBE " + sql(model))) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return columns;
    }

    /** Returns the query of a model, its source named as here. */
    private static String sql(String model) throws IOException {
        String text = Files.readString(DBT.resolve(model + ".sql"));
        return SOURCE.matcher(text).replaceAll("$1").replace("{{ ", "").replace(" }}", "");
    }

    private List<String> columns(String table) throws SQLException {
        List<String> columns = columnsOrNone(table);
        assertThat(columns).as(table).isNotEmpty();
        return columns;
    }

    private List<String> columnsOrNone(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "SELECT column_name FROM information_schema.columns WHERE table_name = '" + table + "'")) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return columns;
    }
}
