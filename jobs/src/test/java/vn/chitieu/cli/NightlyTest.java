package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import vn.chitieu.attainment.Programmes;
import vn.chitieu.attainment.audit.AreaFigures;
import vn.chitieu.attainment.audit.NominalAudit;
import vn.chitieu.attainment.audit.ProgrammePlan;
import vn.chitieu.attainment.audit.ShippedArea;
import vn.chitieu.attainment.scenario.Scenario;
import vn.chitieu.attainment.scenario.ScenarioRequest;
import vn.chitieu.attainment.scenario.Scenarios;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.mart.ForeignKey;
import vn.chitieu.mart.MartTables;
import vn.chitieu.night.Night;
import vn.chitieu.night.NightListener;
import vn.chitieu.night.NightOutcome;
import vn.chitieu.night.NightRequest;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.programme.Programme;

@NullUnmarked // fields are filled by JUnit; javac 17 loses @Nullable inside generics of class files
class NightlyTest {

    private static final String NATION = "published-viet-nam/2025-07-15";
    private static final String NATION_FILE = "vietnam_national.csv";
    private static final String PROVINCE = "published-hau-giang/2025-07-15";
    private static final String PROVINCE_FILE = "hau_giang_observations.csv";

    @TempDir
    private static Path shared;

    private static CommandRun first;

    @BeforeAll
    static void publishTheShippedFiguresOnce() {
        first = nightly(CommandRun.shippedDatasets(), shared, "--force");
    }

    @AfterEach
    void forgetTheMaster() {
        System.clearProperty("spark.master");
    }

    @Test
    void aNightEndsWellAndPrintsTheProgrammesInVietnamese() {
        assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.OK);
        assertThat(first.out())
                .contains("Hậu Giang", "Đánh giá lần cuối trước sắp xếp đơn vị hành chính (30/6/2025)")
                .contains("Tốc độ tăng GDP", "chưa đủ cơ sở đánh giá")
                .contains("16527 dòng được giao = 16414 chấp nhận + 0 bị giữ lại + 113 kế hoạch")
                .contains(shared.resolve("mart").toString());
    }

    @Test
    void aSecondNightFindsNothingNew() {
        CommandRun second = nightly(CommandRun.shippedDatasets(), shared);

        assertThat(second.code()).isEqualTo(ExitCode.OK);
        assertThat(second.out()).contains("Không có gì mới").contains("Tốc độ tăng trưởng GRDP");
    }

    @Test
    void computingAgainGivesTheSameBytes() throws IOException {
        Map<String, String> before = tables(shared);

        CommandRun again = nightly(CommandRun.shippedDatasets(), shared, "--force");

        assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.OK);
        assertThat(again.out()).contains("giống hệt từng byte");
        assertThat(tables(shared)).isEqualTo(before);
    }

    @Test
    @Tag("full")
    void oneCoreAndShuffledRowsGiveTheSameBytes(@TempDir Path folder) throws IOException {
        Path datasets = CommandRun.copyOfDatasets(folder.resolve("datasets"));
        shuffle(datasets, NATION, NATION_FILE, 11);
        shuffle(datasets, PROVINCE, PROVINCE_FILE, 12);
        System.setProperty("spark.master", "local[1]");

        CommandRun run = nightly(datasets, folder.resolve("warehouse"));

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(tables(folder.resolve("warehouse"))).isEqualTo(tables(shared));
    }

    /** Every kind of input is renewed as soon as the figures are read; the night goes on with what it has read. */
    @Test
    void whatIsRenewedWhileANightComputesIsNotInItsRun(@TempDir Path folder) throws IOException {
        Path datasets = CommandRun.copyOfDatasets(folder.resolve("datasets"));
        Warehouse warehouse = Warehouse.at(folder.resolve("warehouse"));
        NightListener renewing = new NightListener() {
            @Override
            public void begin(Step step) {
                if (step == Step.SPARK) {
                    spoil(datasets);
                }
            }
        };

        NightOutcome outcome = new Night(
                        new NightRequest(
                                datasets,
                                warehouse,
                                folder.resolve("pages"),
                                List.of(),
                                Optional.empty(),
                                Set.of(),
                                Duration.ZERO),
                        renewing)
                .run();

        assertThat(outcome.kind()).isEqualTo(NightOutcome.Kind.PUBLISHED);
        assertThat(tables(folder.resolve("warehouse"))).isEqualTo(tables(shared));
        try (Stream<Path> pages = Files.list(folder.resolve("pages"))) {
            assertThat(pages).isNotEmpty();
        }
    }

    private static void spoil(Path datasets) {
        try (Stream<Path> files = Files.walk(datasets)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "renewed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void duckDbReadsEveryTableWithTheTypesAndRowsOfTheManifest() throws IOException, SQLException {
        JsonNode manifest = manifest(shared);
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:")) {
            for (TableSpec spec : MartTables.all()) {
                Path file = runFolder(shared).resolve(spec.name() + ".parquet");
                assertThat(types(duckDb, file)).as(spec.name()).isEqualTo(expectedTypes(spec));
                assertThat(count(duckDb, file)).as(spec.name()).isEqualTo(rows(manifest, spec.name()));
            }
        }
        assertThat(manifest.path("tables")).hasSize(MartTables.all().size());
    }

    @Test
    void theViewsOpenInTheirFolderAndEveryForeignKeyFindsItsDimension() throws IOException, SQLException {
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            statement.execute("SET file_search_path = '" + shared.resolve("mart") + "'");
            statement.execute(Files.readString(shared.resolve("mart/views.sql")));
            assertThatEveryForeignKeyFindsItsDimension(statement);
            assertThatEveryCodeHasAName(statement);
            assertThat(number(statement, "SELECT count(*) FROM attainment_labelled"))
                    .isEqualTo(
                            46 + 16 + 16 + 6 + 9); // Hậu Giang, the nation 2025 and 2024, the Philippines 2024 and 2025
            assertThat(number(statement, "SELECT count(*) FROM grdp_labelled"))
                    .isEqualTo(number(statement, "SELECT count(*) FROM grdp_by_sector"));
            assertThatLabelledViewsShowEveryRowWithItsNames(statement);
            assertThat(rows(
                            statement,
                            "SELECT count(value_billion_vnd) = count(value), sum(value_billion_vnd) = sum(value),"
                                    + " any_value(unit_code), any_value(currency_code) FROM grdp_by_sector_old_names"))
                    .containsExactly("true true billion_vnd VND");
            assertThat(rows(
                            statement,
                            "SELECT count(exports_million_usd) = count(exports), any_value(unit_code),"
                                    + " any_value(currency_code) FROM trade_balance_old_names"))
                    .containsExactly("true million_usd USD");
        }
    }

    @Test
    void theQueriesOfTheGuideForBiAuthorsAnswerTheirQuestions() throws IOException, SQLException {
        Map<String, String> queries = BiGuide.queries();
        assertThat(queries).hasSize(1 + 10);
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            statement.execute("SET file_search_path = '" + shared.resolve("mart") + "'");
            statement.execute(Files.readString(shared.resolve("mart/views.sql")));
            Map<String, List<Map<String, String>>> answers = new TreeMap<>();
            for (Map.Entry<String, String> query : queries.entrySet()) {
                List<Map<String, String>> answer = BiGuide.rows(statement, query.getValue());
                assertThat(answer).as(query.getKey()).isNotEmpty();
                answers.put(query.getKey(), answer);
            }
            assertThat(answers.get("4. What did each sector contribute to growth?").stream()
                            .mapToDouble(row -> Double.parseDouble(row.get("contribution_points")))
                            .sum())
                    .as("0.35 + 2.97 + 3.26 + 0.51 = 7.09 in 2024")
                    .isCloseTo(7.09, within(0.011));
            assertThat(answers.get("1. How did the chance of a target develop?"))
                    .singleElement()
                    .satisfies(row -> assertThat(List.of(row.get("as_of_date")))
                            .isEqualTo(rows(statement, "SELECT as_of_date FROM run")));
            assertThat(answers.get("3. Where do the targets of a unit stand?").stream()
                            .mapToInt(row -> Integer.parseInt(row.get("targets")))
                            .sum())
                    .isEqualTo(46);
            assertThat(Double.parseDouble(
                            answers.get("The star").get(0).values().iterator().next()))
                    .as("four quarters of all leaves are the year 2024")
                    .isCloseTo(
                            Double.parseDouble(BiGuide.rows(
                                            statement,
                                            "SELECT value FROM grdp_by_sector WHERE area_code = 'VN' AND period ="
                                                    + " '2024' AND price_basis = 'current' AND level = 0")
                                    .get(0)
                                    .get("value")),
                            within(5.0));
        }
    }

    @Test
    void theExportedPageHasTheSameTenQueriesAndTheyRunInDuckDbAsTheyStand() throws Exception {
        List<String> guide = List.copyOf(BiGuide.queries().values()).subList(1, 11);
        Map<String, List<String>> page = statementsOfThePage(shared.resolve("export/queries.html"));
        assertThat(page.keySet()).containsExactly("en", "vi");
        for (Map.Entry<String, List<String>> language : page.entrySet()) {
            assertThat(language.getValue()).hasSize(1 + 10);
            try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = duckDb.createStatement()) {
                statement.execute("SET file_search_path = '" + shared.resolve("mart") + "'");
                statement.execute(Files.readString(shared.resolve("mart/views.sql")));
                statement.execute(language.getValue().get(0));
                for (int i = 0; i < 10; i++) {
                    String query = language.getValue().get(i + 1);
                    assertThat(BiGuide.rows(statement, query)).as(query).isNotEmpty();
                    assertThat(guide.get(i) + ";")
                            .matches(Pattern.quote(query.replaceAll("_vi\\b", "_en"))
                                    .replaceAll(
                                            "getvariable\\('[a-z_]+'\\)", "\\\\E(?:DATE )?(?:'[^']+'|[0-9]{4})\\\\Q"));
                }
            }
        }
    }

    /** Returns what stands to be pasted, by language. */
    private static Map<String, List<String>> statementsOfThePage(Path page) throws Exception {
        String markup = Files.readString(page).replaceFirst("^<!DOCTYPE html>", "");
        NodeList parts = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(markup)))
                .getElementsByTagName("main");
        Map<String, List<String>> statements = new TreeMap<>();
        for (int i = 0; i < parts.getLength(); i++) {
            Element part = (Element) parts.item(i);
            NodeList codes = part.getElementsByTagName("pre");
            List<String> found = new ArrayList<>();
            for (int j = 0; j < codes.getLength(); j++) {
                found.add(codes.item(j).getTextContent());
            }
            statements.put(part.getAttribute("lang"), found);
        }
        return statements;
    }

    private static void assertThatLabelledViewsShowEveryRowWithItsNames(Statement statement) throws SQLException {
        int labelled = 0;
        for (TableSpec spec : MartTables.all()) {
            if (number(
                            statement,
                            "SELECT count(*) FROM duckdb_views() WHERE view_name = '" + spec.name() + "_labelled'")
                    > 0) {
                assertThat(number(statement, "SELECT count(*) FROM " + spec.name() + "_labelled"))
                        .as(spec.name())
                        .isEqualTo(number(statement, "SELECT count(*) FROM " + spec.name()));
                labelled++;
            }
        }
        assertThat(labelled).isEqualTo(MartTables.all().size() - 9); // 7 dimensions, the dictionary, the run
        assertThat(number(
                        statement,
                        "SELECT count(*) FROM target_history_labelled WHERE verdict_name_vi IS NULL OR verdict_name_en"
                                + " IS NULL OR target_name_vi IS NULL OR area_name_en IS NULL OR unit_name_vi IS NULL"))
                .isZero();
        assertThat(number(
                        statement,
                        "SELECT count(*) FROM budget_revenue_labelled WHERE revenue_name_en IS NULL OR"
                                + " frequency_name_vi IS NULL OR value_origin IS NOT NULL AND value_origin_name_vi IS"
                                + " NULL OR value IS NOT NULL AND currency_name_en IS NULL"))
                .isZero();
    }

    @Test
    void aNightAfterNewFiguresExplainsItsChangesInKnownTerms(@TempDir Path folder) throws IOException, SQLException {
        Path warehouse = CommandRun.copy(shared, folder.resolve("warehouse"));
        Path datasets = CommandRun.copyOfDatasets(folder.resolve("datasets"));
        List<String> lines = lines(datasets, NATION, NATION_FILE);
        lines.add("vietnam,gdp,total,Q,2025-Q1,period,constant_2010,1500000,billion_vnd,estimate,2025-07-12,"
                + "https://example.org/later");
        CommandRun.redeliver(datasets, NATION, NATION_FILE, lines);

        CommandRun later = nightly(datasets, warehouse);

        assertThat(later.code()).as(later.err()).isEqualTo(ExitCode.OK);
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            statement.execute("SET file_search_path = '" + warehouse.resolve("mart") + "'");
            statement.execute(Files.readString(warehouse.resolve("mart/views.sql")));
            assertThat(number(statement, "SELECT count(*) FROM change_explanation WHERE unit_code = 'probability'"))
                    .isPositive();
            assertThat(number(
                            statement,
                            "SELECT count(*) FROM change_explanation WHERE quantity_code = 'projected' AND cause_code ="
                                    + " 'revised_data' AND cause_indicator_code = 'gdp' AND cause_delivery_id = '"
                                    + NATION + "'"))
                    .isPositive();
            assertThat(number(
                            statement,
                            "SELECT count(*) FROM (SELECT sum(effect) AS moved, max_by(value_after, position) -"
                                    + " min_by(value_before, position) AS change FROM change_explanation GROUP BY"
                                    + " subject_id, quantity_code) WHERE moved <> change"))
                    .isZero();
            assertThatEveryForeignKeyFindsItsDimension(statement);
            assertThatEveryCodeHasAName(statement);
            assertThat(rows(
                            statement,
                            "SELECT run_no, is_last_of_day, count(*), count(DISTINCT run_id)"
                                    + " FROM target_history GROUP BY ALL ORDER BY 1"))
                    .as("93 targets, before and after the figures came")
                    .containsExactly("1 false 93 1", "2 true 93 1");
            assertThat(number(
                            statement,
                            "SELECT count(*) FROM projection p JOIN projection_history h USING (area_code,"
                                    + " indicator_code, activity_code, price_basis, year, run_id) WHERE p.point = h.point"
                                    + " AND h.is_last_of_day"))
                    .isEqualTo(number(statement, "SELECT count(*) FROM projection"));
        }
    }

    /** Keys of dimensions of their own. */
    private static final Set<String> CODES_OF_DIMENSIONS = Set.of(
            "area_code",
            "parent_code",
            "indicator_code",
            "cause_indicator_code",
            "growth_of_code",
            "activity_code",
            "unit_code",
            "programme_id",
            "target_id",
            "period",
            "codelist_code");

    /** Names, texts as somebody wrote them, identities, periods, and several codes in one text. */
    private static final Set<String> TEXTS = Set.of(
            ("run_id previous_run_id input_sha256 settings_sha256 classes_sha256 product_version finding_id skill_id"
                            + " subject_id delivery_id cause_delivery_id delivery_name source_url source_file"
                            + " source_cell subject found row_text issuer role sender causes solutions judgement_reason members variable part_codes isic dimension"
                            + " missing_part_codes actual_period last_period cutoff_period estimate_period table_name"
                            + " column_name type unit code source against months")
                    .split(" "));

    private static void assertThatEveryCodeHasAName(Statement statement) throws SQLException {
        List<String> orphans = new ArrayList<>();
        List<String> untold = new ArrayList<>();
        List<String[]> columns = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "SELECT table_name, column_name, codelist_code FROM data_dictionary WHERE type = 'text' ORDER BY 1, 2")) {
            while (row.next()) {
                columns.add(new String[] {row.getString(1), row.getString(2), row.getString(3)});
            }
        }
        for (String[] column : columns) {
            String name = column[0] + "." + column[1];
            if (column[2] == null) {
                boolean isText = column[1].endsWith("_vi") || column[1].endsWith("_en") || TEXTS.contains(column[1]);
                if (!isText && !CODES_OF_DIMENSIONS.contains(column[1])) {
                    untold.add(name);
                }
                continue;
            }
            try (ResultSet code = statement.executeQuery("SELECT DISTINCT " + column[1] + " FROM " + column[0]
                    + " WHERE " + column[1] + " IS NOT NULL EXCEPT SELECT code FROM dim_code WHERE codelist_code = '"
                    + column[2] + "'")) {
                while (code.next()) {
                    orphans.add(name + " " + code.getString(1));
                }
            }
        }
        assertThat(untold).as("columns of codes without a list").isEmpty();
        assertThat(orphans).as("codes without a name").isEmpty();
        assertThat(number(
                        statement,
                        "SELECT count(*) FROM dim_code WHERE '' IN (code_name_vi, code_name_en, code_meaning_vi,"
                                + " code_meaning_en)"))
                .isZero();
        assertThat(number(
                        statement,
                        "SELECT count(*) FROM (SELECT codelist_code FROM dim_code GROUP BY codelist_code HAVING"
                                + " max(position) <> count(DISTINCT position) OR max(position) <> count(*))"))
                .as("lists without an order")
                .isZero();
        for (String dimension : List.of("area", "indicator", "activity", "unit")) {
            assertThat(rows(
                            statement,
                            "SELECT min(place) = 1, max(place) = count(*), count(DISTINCT place) = count(*) FROM"
                                    + " (SELECT " + dimension + "_position AS place FROM dim_" + dimension + ")"))
                    .as(dimension)
                    .containsExactly("true true true");
        }
        assertThat(rows(
                        statement,
                        "SELECT currency_code, string_agg(unit_code, ' ' ORDER BY unit_position) FROM dim_unit WHERE"
                                + " currency_code IS NOT NULL GROUP BY ALL ORDER BY 1"))
                .containsExactly(
                        "PHP million_php",
                        "USD million_usd billion_usd usd_per_person usd_per_worker",
                        "VND billion_vnd million_vnd_per_person vnd_per_usd million_vnd_per_worker");
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    cells.add(row.getString(i));
                }
                found.add(String.join(" ", cells));
            }
        }
        return found;
    }

    private static void assertThatEveryForeignKeyFindsItsDimension(Statement statement) throws SQLException {
        for (TableSpec spec : MartTables.all()) {
            for (ForeignKey key : ForeignKey.of(spec)) {
                assertThat(number(
                                statement,
                                "SELECT count(*) FROM " + key.table() + " ANTI JOIN " + key.dimension() + " USING ("
                                        + String.join(", ", key.columns()) + ") WHERE "
                                        + String.join(" IS NOT NULL AND ", key.columns()) + " IS NOT NULL"))
                        .as(key.toString())
                        .isZero();
            }
        }
    }

    @Test
    void theSdmxExportHoldsEveryVintageAndEveryProjection(@TempDir Path folder) throws SQLException {
        CommandRun export = CommandRun.of(
                "export", "--sdmx", "--warehouse", shared.toString(), "--out", folder.toString(), "--lang", "en");

        assertThat(export).as(export.err()).returns(ExitCode.OK, CommandRun::code);
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            assertThat(number(
                            statement,
                            "SELECT count(*) FROM " + mart("observation") + " o ANTI JOIN read_csv('"
                                    + folder.resolve("observations.sdmx.csv")
                                    + "', all_varchar = true, header = true, delim = ',', quote = '\"') s"
                                    + " ON s.REF_AREA = o.area_code AND s.INDICATOR = o.indicator_code"
                                    + " AND s.ACTIVITY = o.activity_code AND s.TIME_PERIOD = o.period"
                                    + " AND s.ACCUMULATION = o.accumulation AND s.PRICE_BASIS = o.price_basis"
                                    + " AND s.OBS_STATUS = o.status_code AND s.UNIT_MEASURE = o.unit_code"
                                    + " AND s.PUBLISHED_DATE = CAST(o.published_date AS VARCHAR)"
                                    + " AND CAST(s.OBS_VALUE AS DOUBLE) = o.obs_value"))
                    .isZero();
            assertThat(number(
                            statement,
                            "SELECT count(*) FROM " + mart("projection") + " p ANTI JOIN read_csv('"
                                    + folder.resolve("projections.sdmx.csv")
                                    + "', all_varchar = true, header = true, delim = ',', quote = '\"') s"
                                    + " ON s.REF_AREA = p.area_code AND s.INDICATOR = p.indicator_code"
                                    + " AND s.ACTIVITY = p.activity_code AND s.PRICE_BASIS = p.price_basis"
                                    + " AND CAST(s.TIME_PERIOD AS INTEGER) = p.year"
                                    + " AND CAST(s.OBS_VALUE AS DOUBLE) = p.point AND s.OBS_STATUS = 'F'"))
                    .isZero();
        }
    }

    @Test
    void theDataPackageDescribesEveryFileAsItIs() throws IOException {
        JsonNode resources = new ObjectMapper()
                .readTree(shared.resolve("mart/datapackage.json").toFile())
                .path("resources");

        assertThat(resources).hasSize(MartTables.all().size());
        for (JsonNode resource : resources) {
            Path file = shared.resolve("mart").resolve(resource.path("path").asText());
            assertThat(resource.path("hash").asText()).isEqualTo("sha256:" + Sha256.ofFile(file));
            assertThat(resource.path("bytes").asLong()).isEqualTo(Files.size(file));
            assertThat(resource.path("schema").path("primaryKey")).isNotEmpty();
            for (JsonNode field : resource.path("schema").path("fields")) {
                assertThat(field.path("title").asText()).as(field.toString()).isNotBlank();
                assertThat(field.path("description").asText())
                        .as(field.toString())
                        .isNotBlank();
            }
        }
    }

    @Test
    void everyTargetOfBothProgrammesHasAHeadlineRowAndAReasonWhereNothingCanBeSaid() throws SQLException {
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            String attainment = mart("target_attainment");
            assertThat(number(
                            statement,
                            "SELECT count(*) FROM " + attainment
                                    + " WHERE programme_id = 'hau-giang-2025' AND is_headline"))
                    .isEqualTo(46);
            assertThat(number(
                            statement,
                            "SELECT count(*) FROM " + attainment
                                    + " WHERE programme_id = 'viet-nam-2025' AND is_headline"))
                    .isEqualTo(16);
            assertThat(number(
                            statement,
                            "SELECT count(*) FROM " + attainment
                                    + " WHERE verdict_code = 'not_evaluable' AND (reason_vi IS NULL OR"
                                    + " reason_en IS NULL)"))
                    .isZero();
            assertThat(number(
                            statement,
                            "SELECT count(*) FROM " + attainment
                                    + " WHERE verdict_code IN ('likely', 'uncertain', 'unlikely') AND p_attain"
                                    + " IS NULL"))
                    .isZero();
            assertThat(number(
                            statement,
                            "SELECT count(*) FROM " + attainment
                                    + " WHERE programme_id = 'hau-giang-2025' AND evaluated_on <> DATE '2025-06-30'"))
                    .isZero();
        }
    }

    @Test
    void balancedFiguresAndNoOthersCarryAStandardError() throws SQLException {
        long balanced = 0;
        Map<String, List<String>> columns = Map.of(
                "grdp_by_sector",
                List.of(
                        "se_value value_origin",
                        "se_growth_pct growth_origin",
                        "se_contribution_points contribution_origin",
                        "se_share_pct share_origin"),
                "grdp_per_capita",
                List.of("se_value value_origin", "se_population_thousand population_origin"));
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            for (Map.Entry<String, List<String>> table : columns.entrySet()) {
                for (String pair : table.getValue()) {
                    String error = pair.split(" ", -1)[0];
                    String origin = pair.split(" ", -1)[1];
                    assertThat(number(
                                    statement,
                                    "SELECT count(*) FROM " + mart(table.getKey()) + " WHERE (" + error
                                            + " IS NOT NULL) <> (coalesce(" + origin + ", '') = 'balanced')"))
                            .as(error)
                            .isZero();
                    long withError = number(
                            statement, "SELECT count(*) FROM " + mart(table.getKey()) + " WHERE " + error + " >= 0");
                    assertThat(withError)
                            .as(error)
                            .isEqualTo(number(
                                    statement,
                                    "SELECT count(*) FROM " + mart(table.getKey()) + " WHERE " + origin
                                            + " = 'balanced'"));
                    balanced += withError;
                }
            }
        }
        assertThat(balanced).isPositive();
    }

    @Test
    void scenarioAuditAndAttainmentReckonFromTheSameFigures() throws SQLException {
        Map<String, AreaFigures> figures = new TreeMap<>();
        int asked = 0;
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement();
                ResultSet rows = statement.executeQuery("SELECT programme_id, target_id, target_value, measure_code,"
                        + " previous_year_value, required_growth_pct, evaluated_on FROM " + mart("target_attainment")
                        + " WHERE required_growth_pct IS NOT NULL"
                        + " AND measure_code <> 'stock_year_end'"
                        + " AND indicator_code <> 'labour_productivity_growth' AND unit_code <> 'usd_per_person'"
                        + " AND area_code IN (SELECT area_code FROM " + mart("grdp_by_sector")
                        + " WHERE share_pct IS NOT NULL)")) {
            while (rows.next()) {
                String target = rows.getString(2);
                Programme programme = ShippedArea.programme(rows.getString(1));
                LocalDate day = rows.getDate(7).toLocalDate();
                AreaFigures area = figures.computeIfAbsent(
                        programme.areaCode() + day, any -> ShippedArea.figures(programme.areaCode(), day));
                AreaFigures nation = figures.computeIfAbsent(
                        Area.nationOf(programme.areaCode()) + day,
                        any -> ShippedArea.figures(Area.nationOf(programme.areaCode()), day));
                if (rows.getString(4).equals("per_capita")) {
                    assertThat(NominalAudit.base(new ProgrammePlan(programme, area.asOf()), area))
                            .satisfies(base -> assertThat(base.value()).isEqualTo(rows.getDouble(5)));
                } else {
                    Scenario scenario = Scenarios.of(
                            programme,
                            target,
                            area.asOf(),
                            area,
                            nation,
                            Codelists.read(Programmes.DATASETS).indicators(),
                            new ScenarioRequest(null, new TreeMap<>(), rows.getDouble(3), null, null));
                    assertThat(scenario.rows().get(0).growthPct())
                            .as(rows.getString(1) + " " + target)
                            .isCloseTo(rows.getDouble(6), within(1e-6));
                }
                asked++;
            }
        }
        assertThat(asked).isGreaterThanOrEqualTo(12);
    }

    @Test
    void theCommittedSampleEqualsAFreshExport() throws IOException {
        Path committed = Path.of(System.getProperty("chitieu.home"), "notebooks-export");
        Path fresh = shared.resolve("export");
        List<Path> files;
        try (Stream<Path> all = Files.walk(fresh)) {
            files = all.filter(Files::isRegularFile)
                    .map(fresh::relativize)
                    .filter(file -> !file.startsWith(".made-of")) // by which the next night knows the files again
                    .toList();
        }
        assertThat(files)
                .contains(Path.of("viet-nam-2025", "index.html"), Path.of("hau-giang-2025", "vi", "4-targets.ipynb"));
        for (Path file : files) {
            assertThat(committed.resolve(file))
                    .as("renew it as notebooks-export/README.md says")
                    .hasSameBinaryContentAs(fresh.resolve(file));
        }
    }

    @Test
    void badRowsGoToQuarantineWithTheirPlaceAndTheNightEndsWith10Once(@TempDir Path folder) throws IOException {
        Path datasets = CommandRun.copyOfDatasets(folder.resolve("datasets"));
        List<String> lines = lines(datasets, PROVINCE, PROVINCE_FILE);
        int next = lines.size() + 1;
        String source = ",estimate,2025-06-30,https://example.org/q";
        lines.add("hau_giang,budget_revenue_domestic,total,M,2025-05,period,current,1.2x,billion_vnd" + source);
        lines.add("hau_giang,no_such_thing,total,M,2025-05,period,current,1,billion_vnd" + source);
        lines.add("hau_giang,grdp_growth,total,Q,2025-Q5,period,constant_2010,9,pct_yoy" + source);
        lines.add("hau_giang,imports,total,M,2025-05,period,current,31,million_usd" + source);
        lines.add("hau_giang,imports,total,M,2025-05,period,current,32,million_usd" + source);
        CommandRun.redeliver(datasets, PROVINCE, PROVINCE_FILE, lines);
        Path warehouse = folder.resolve("warehouse");

        CommandRun once = nightly(datasets, warehouse);
        CommandRun twice = nightly(datasets, warehouse);

        assertThat(once.code()).as(once.err()).isEqualTo(ExitCode.PUBLISHED_WITH_REFUSALS);
        assertThat(once.out() + once.err())
                .contains(PROVINCE_FILE + ", dòng " + next, "1.2x")
                .contains(PROVINCE_FILE + ", dòng " + (next + 1), "no_such_thing")
                .contains(PROVINCE_FILE + ", dòng " + (next + 2), "2025-Q5")
                .contains(PROVINCE_FILE + ", dòng " + (next + 3))
                .contains(PROVINCE_FILE + ", dòng " + (next + 4))
                .doesNotContain("Exception", "at vn.chitieu");
        assertThat(twice.code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aRefusedDeliveryIsNamedAndTheOthersArePublished(@TempDir Path folder) throws IOException {
        Path datasets = CommandRun.copyOfDatasets(folder.resolve("datasets"));
        List<String> lines = lines(datasets, PROVINCE, PROVINCE_FILE);
        lines.set(0, lines.get(0).replace("indicator", "indikator"));
        CommandRun.redeliver(datasets, PROVINCE, PROVINCE_FILE, lines);

        CommandRun run = nightly(datasets, folder.resolve("warehouse"));

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.PUBLISHED_WITH_REFUSALS);
        assertThat(run.out() + run.err()).contains(PROVINCE, PROVINCE_FILE, "indikator");
    }

    @Test
    @Tag("full")
    void spoiltFoldersAreReadFromTheirCopiesAndWithoutThemNothingIsPublished(@TempDir Path folder) throws IOException {
        Path datasets = CommandRun.copyOfDatasets(folder.resolve("datasets"));
        Path warehouse = folder.resolve("warehouse");
        assertThat(nightly(datasets, warehouse).code()).isEqualTo(ExitCode.OK);
        long observations = rows(manifest(warehouse), "observation");
        List<Path> deliveries;
        try (Stream<Path> files = Files.walk(datasets.resolve("source"))) {
            deliveries = files.filter(file -> file.toString().endsWith(".csv") && !file.endsWith("sources.csv"))
                    .toList();
        }
        assertThat(deliveries).hasSizeGreaterThan(2);
        for (Path delivered : deliveries) {
            byte[] bytes = Files.readAllBytes(delivered);
            Files.write(delivered, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        }

        CommandRun withCopies = nightly(datasets, warehouse);

        assertThat(withCopies.code()).as(withCopies.err()).isEqualTo(ExitCode.PUBLISHED_WITH_REFUSALS);
        assertThat(withCopies.err()).contains("số liệu của bản tốt gần nhất vẫn được dùng", NATION_FILE, PROVINCE_FILE);
        assertThat(rows(manifest(warehouse), "observation")).isEqualTo(observations);
        Map<String, String> before = tables(warehouse);
        Files.move(warehouse.resolve("delivery"), folder.resolve("copies"));

        CommandRun run = nightly(datasets, warehouse);

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.NOTHING_USABLE);
        assertThat(run.out() + run.err()).contains(NATION_FILE, PROVINCE_FILE);
        assertThat(tables(warehouse)).isEqualTo(before);
        assertThat(CommandRun.of("show", "attainment", "--warehouse", warehouse.toString())
                        .code())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void aDryRunPrintsEverythingAndPublishesNothing(@TempDir Path warehouse) {
        CommandRun run = nightly(CommandRun.shippedDatasets(), warehouse, "--dry-run", "--lang", "en");

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("Dry run", "GRDP growth");
        assertThat(warehouse.resolve("current.json")).doesNotExist();
        assertThat(warehouse.resolve("runs"))
                .satisfiesAnyOf(runs -> assertThat(runs).doesNotExist(), runs -> assertThat(runs)
                        .isEmptyDirectory());
    }

    @Test
    void beforeAProgrammeIsAdoptedThereIsNothingToJudge(@TempDir Path warehouse) {
        CommandRun run = nightly(CommandRun.shippedDatasets(), warehouse, "--as-of", "2024-10-31");

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("hau-giang-2025 được thông qua ngày 31/12/2024, sau ngày nhìn 31/10/2024");
    }

    @Test
    void anAreaThatIsNotThereOrOfWhichNothingIsThereIsToldWithTheOthers() {
        for (String format : List.of("table", "csv", "json")) {
            assertThat(show("revenue", "--area", "VN-HH", "--format", format))
                    .isEqualTo(new CommandRun(
                            ExitCode.USAGE,
                            "",
                            "chitieu: cannot be used: there is no area 'VN-HH'; show revenue knows VN-CT-2004, VN-HG,"
                                    + " VN-ST; did you mean: VN-HG\n"));
            assertThat(show("revenue", "--area", "PH", "--format", format).err())
                    .endsWith("show revenue has nothing of Philippines (PH); it knows VN-CT-2004, VN-HG, VN-ST\n");
        }
        for (String table : List.of("grdp", "balance", "trade", "history")) {
            assertThat(show(table, "--area", "XX")).returns(ExitCode.USAGE, CommandRun::code);
        }
        assertThat(show("balance", "--area", "PH"))
                .returns(ExitCode.OK, CommandRun::code)
                .satisfies(run -> assertThat(run.out())
                        .contains("There is no balanced account of Philippines: too little is published")
                        .doesNotContain("VND"));
    }

    /** Exports of 180,200 less imports of 175,600 are 4,600, but 4,670 is printed. */
    @Test
    void aBalanceThatIsNotTheDifferenceIsOneFinding() {
        assertThat(show("findings", "--format", "csv").out().lines())
                .filteredOn(line -> line.contains("trade_balance") && line.contains("2025-05"))
                .singleElement()
                .asString()
                .contains("contradiction,error,balance_identity", "180,200 - 175,600 = 4,600 million USD", "4,670");
    }

    @Test
    void theCountsOfTheAccuracyAreGroupedAsTheLanguageDoes() {
        assertThat(show("accuracy").out().replaceAll("\\s+", " "))
                .containsPattern("; 1,\\d{3} projections use the figures of their day");
        assertThat(CommandRun.of("show", "accuracy", "--warehouse", shared.toString())
                        .out()
                        .replaceAll("\\s+", " "))
                .containsPattern("; 1\\.\\d{3} dự báo dùng đúng số liệu của ngày đó");
    }

    @Test
    void theListOfFormsFitsATerminalOf80Columns() {
        for (String language : List.of("vi", "en")) {
            assertThat(CommandRun.at(80, "form", "--list", "--lang", language).out())
                    .contains("HG-STC")
                    .doesNotContain("hau-giang-2025")
                    .satisfies(list -> assertThat(list.lines()).allMatch(line -> line.length() <= 80));
            assertThat(CommandRun.at(140, "form", "--list", "--lang", language).out())
                    .contains("hau-giang-2025");
        }
    }

    private static CommandRun show(String... args) {
        List<String> all = new ArrayList<>(List.of("show"));
        all.addAll(List.of(args));
        all.addAll(List.of("--warehouse", shared.toString(), "--lang", "en"));
        return CommandRun.of(all.toArray(String[]::new));
    }

    @Test
    void wrongUsageIsToldInOneSentence(@TempDir Path warehouse) {
        assertThat(nightly(CommandRun.shippedDatasets(), warehouse, "--as-of", "31/12/2024"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(ExitCode.USAGE))
                .satisfies(run -> assertThat(run.err()).contains("2025-06-30", "31/12/2024"));
        assertThat(nightly(CommandRun.shippedDatasets(), warehouse, "--programme", "hau-giang-2026"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(ExitCode.USAGE))
                .satisfies(run -> assertThat(run.err())
                        .contains(
                                "hau-giang-2026",
                                "hau-giang-2025, philippines-2024, philippines-2025, viet-nam-2024, viet-nam-2025"));
        assertThat(CommandRun.of("nightli", "--lang", "en"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(ExitCode.USAGE))
                .satisfies(run -> assertThat(run.err()).contains("nightli"));
    }

    private static CommandRun nightly(Path datasets, Path warehouse, String... more) {
        List<String> args = new ArrayList<>(
                List.of("nightly", "--datasets", datasets.toString(), "--warehouse", warehouse.toString()));
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray(String[]::new));
    }

    private static List<String> lines(Path datasets, String delivery, String file) throws IOException {
        return new ArrayList<>(
                Files.readAllLines(datasets.resolve("source").resolve(delivery).resolve(file)));
    }

    private static void shuffle(Path datasets, String delivery, String file, long seed) throws IOException {
        List<String> lines = lines(datasets, delivery, file);
        Collections.shuffle(lines.subList(1, lines.size()), new Random(seed));
        CommandRun.redeliver(datasets, delivery, file, lines);
    }

    private static Map<String, String> tables(Path warehouse) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        Path run = runFolder(warehouse);
        try (Stream<Path> files = Files.list(run)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
                sums.put(run.getFileName() + "/" + file.getFileName(), Sha256.ofFile(file));
            }
        }
        assertThat(sums).hasSize(MartTables.all().size());
        return sums;
    }

    private static Path runFolder(Path warehouse) throws IOException {
        JsonNode pointer =
                new ObjectMapper().readTree(warehouse.resolve("current.json").toFile());
        return warehouse.resolve("runs").resolve(pointer.path("run_id").asText());
    }

    private static JsonNode manifest(Path warehouse) throws IOException {
        return new ObjectMapper()
                .readTree(runFolder(warehouse).resolve("manifest.json").toFile());
    }

    private static long rows(JsonNode manifest, String table) {
        for (JsonNode entry : manifest.path("tables")) {
            if (entry.path("name").asText().equals(table)) {
                return entry.path("rows").asLong(-1);
            }
        }
        return -1;
    }

    private static String mart(String table) {
        return "'" + shared.resolve("mart").resolve(table + ".parquet") + "'";
    }

    private static Map<String, String> expectedTypes(TableSpec spec) {
        Map<String, String> types = new TreeMap<>();
        for (Column column : spec.columns()) {
            types.put(
                    column.name(),
                    switch (column.type()) {
                        case TEXT -> "VARCHAR";
                        case DECIMAL -> "DECIMAL(18,4)";
                        case DATE, INTEGER, BIGINT, DOUBLE, BOOLEAN ->
                            column.type().name();
                    });
        }
        return types;
    }

    private static Map<String, String> types(Connection duckDb, Path file) throws SQLException {
        Map<String, String> types = new TreeMap<>();
        try (Statement statement = duckDb.createStatement();
                ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM '" + file + "'")) {
            while (rows.next()) {
                types.put(rows.getString(1), rows.getString(2));
            }
        }
        return types;
    }

    private static long count(Connection duckDb, Path file) throws SQLException {
        try (Statement statement = duckDb.createStatement()) {
            return number(statement, "SELECT count(*) FROM '" + file + "'");
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
