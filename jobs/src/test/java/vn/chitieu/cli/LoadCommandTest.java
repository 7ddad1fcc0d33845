package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.PublishedTable;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.cli.console.ExitCode;

/** {@code load} against a real server, with the shipped data seen from two days. */
@NullUnmarked // fields are filled by JUnit
@Tag("full")
class LoadCommandTest {

    private static final LocalDate MARCH = LocalDate.of(2025, 3, 31);

    private static final LocalDate JUNE = LocalDate.of(2025, 6, 30);

    @TempDir
    private static Path folder;

    private static PostgresServer server;

    @BeforeAll
    static void publishTwoRuns() throws Exception {
        server = PostgresServer.start();
        for (LocalDate asOf : List.of(MARCH, JUNE)) {
            CommandRun night = CommandRun.of("nightly", "--as-of", asOf.toString(), "--warehouse", folder.toString());
            assertThat(night).as(night.err()).returns(ExitCode.OK, CommandRun::code);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    @AfterEach
    void dropSchemas() throws SQLException {
        execute("DROP SCHEMA IF EXISTS chitieu CASCADE");
    }

    @Test
    void everyTableArrivesWithItsRowsKeysAndMeanings() throws Exception {
        CommandRun load = load(JUNE);

        assertThat(load).as(load.err()).returns(ExitCode.OK, CommandRun::code);
        assertThat(load.out()).isEqualTo("Loaded run " + run(JUNE).runId() + " into schema chitieu.\n");
        for (PublishedTable table : run(JUNE).manifest().tables()) {
            assertThat(text("SELECT count(*) FROM chitieu." + table.name()))
                    .as(table.name())
                    .isEqualTo(String.valueOf(table.rows()));
        }
        assertThat(text("SELECT count(*) FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace"
                        + " WHERE n.nspname = 'chitieu' AND contype = 'p'"))
                .isEqualTo(String.valueOf(run(JUNE).specs().size()));
        assertThat(
                        text(
                                "SELECT count(*) FROM information_schema.columns c WHERE table_schema = 'chitieu'"
                                        + " AND col_description((table_schema || '.' || table_name)::regclass, ordinal_position) IS NULL"))
                .isEqualTo("0");
        assertThat(text("SELECT obj_description('chitieu.trade_balance'::regclass)"))
                .isEqualTo("Xuất khẩu, nhập khẩu và cán cân thương mại theo phạm vi và kỳ"
                        + " | Exports, imports and trade balance by coverage and period");
        assertThat(text("SELECT target_value FROM chitieu.target_attainment JOIN chitieu.dim_target"
                        + " USING (programme_id, target_id) WHERE is_headline AND programme_id = 'hau-giang-2025'"
                        + " AND indicator_code = 'budget_revenue_local_area' AND activity_code = '_T'"))
                .isEqualTo("8300");
    }

    @Test
    void tablesOfSeveralFilesArriveAsThoseOfOne() throws Exception {
        load(JUNE);
        SortedMap<String, String> ofSingle = contents();
        Path parts = folder.resolveSibling(folder.getFileName() + "-parts");
        PublishedRun several = RunInParts.publish(run(JUNE), parts, 100);
        assertThat(several.files("observation")).hasSizeGreaterThan(10);

        CommandRun load = CommandRun.of(
                "load",
                "--force",
                "--jdbc",
                server.url(),
                "--user",
                "postgres",
                "--warehouse",
                parts.toString(),
                "--run",
                several.runId().text());

        assertThat(load).as(load.err()).returns(ExitCode.OK, CommandRun::code);
        assertThat(contents()).isEqualTo(ofSingle);
        DurableFiles.deleteTree(parts);
    }

    private static SortedMap<String, String> contents() throws SQLException {
        SortedMap<String, String> contents = new TreeMap<>();
        for (TableSpec spec : run(JUNE).specs()) {
            contents.put(
                    spec.name(),
                    text("SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) FROM chitieu."
                            + spec.name() + " AS t"));
        }
        return contents;
    }

    /** Both runs are of one chain: the later one tells what the earlier one said. */
    @Test
    void theQueriesOfTheGuideForBiAuthorsAnswerTheirQuestions() throws Exception {
        load(JUNE);

        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = chitieu");
            for (Map.Entry<String, String> query : BiGuide.queries().entrySet()) {
                List<Map<String, String>> answer = BiGuide.rows(statement, query.getValue());
                assertThat(answer).as(query.getKey()).isNotEmpty();
                if (query.getKey().startsWith("1. ")) {
                    assertThat(answer.stream().map(row -> row.get("as_of_date")))
                            .containsExactly(MARCH.toString(), JUNE.toString());
                }
            }
        }
    }

    @Test
    void everyViewOfDuckDbIsThereAndShowsAsManyRows() throws Exception {
        load(JUNE);

        List<String> views = Files.readString(run(JUNE).directory().resolve("views.sql"))
                .lines()
                .filter(line -> line.startsWith("CREATE OR REPLACE VIEW "))
                .map(line -> line.split(" ", -1)[4])
                .toList();
        assertThat(views).contains("attainment_labelled", "target_history_labelled", "trade_balance_old_names");
        for (String view : views) {
            String table = view.replaceFirst("_(labelled|old_names)$", "");
            if (run(JUNE).table(table).isPresent()) {
                assertThat(text("SELECT count(*) FROM chitieu." + view))
                        .as(view)
                        .isEqualTo(String.valueOf(
                                run(JUNE).table(table).orElseThrow().rows()));
            } else {
                assertThat(text("SELECT count(*) > 0 FROM chitieu." + view))
                        .as(view)
                        .isEqualTo("t");
            }
        }
    }

    @Test
    void theSameRunAgainIsNothingNew() throws Exception {
        load(JUNE);

        assertThat(load(JUNE).out())
                .isEqualTo("Nothing new: schema chitieu holds run " + run(JUNE).runId()
                        + ". Use --force to load it again.\n");
        assertThat(load(JUNE, "--force").out()).startsWith("Loaded run");
    }

    @Test
    void viewsAndRightsOutliveTheNextLoad() throws Exception {
        load(MARCH);
        execute("CREATE VIEW chitieu.mine AS SELECT run_id FROM chitieu.run");
        execute("DROP ROLE IF EXISTS bi");
        execute("CREATE ROLE bi");
        execute("GRANT SELECT ON chitieu.projection TO bi");

        CommandRun load = load(JUNE);

        assertThat(load).as(load.err()).returns(ExitCode.OK, CommandRun::code);
        assertThat(text("SELECT run_id FROM chitieu.mine"))
                .isEqualTo(run(JUNE).runId().text());
        assertThat(text("SELECT has_table_privilege('bi', 'chitieu.projection', 'SELECT')"))
                .isEqualTo("t");
        execute("DROP OWNED BY bi");
    }

    @Test
    void aReaderAlwaysSeesOneWholeRun() throws Exception {
        load(MARCH);
        AtomicBoolean ended = new AtomicBoolean();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        Future<Set<String>> seen = reader.submit(() -> {
            Set<String> states = new TreeSet<>();
            try (Connection connection = server.connect()) {
                while (!ended.get()) {
                    states.add(text(
                            connection,
                            "SELECT string_agg(s, ';' ORDER BY s) FROM (SELECT run_id || ' ' || count(*) AS s"
                                    + " FROM chitieu.observation GROUP BY run_id) AS t"));
                }
            }
            return states;
        });
        for (int i = 0; i < 3; i++) {
            load(JUNE);
            load(MARCH);
        }
        ended.set(true);
        reader.shutdown();

        assertThat(seen.get(60, TimeUnit.SECONDS)).containsExactlyInAnyOrder(state(MARCH), state(JUNE));
    }

    @Test
    void aLoadKilledAtTheSwapLeavesTheOldRun() throws Exception {
        load(MARCH);
        try (Connection blocker = server.connect()) {
            blocker.setAutoCommit(false);
            try (Statement statement = blocker.createStatement()) {
                statement.execute("LOCK TABLE chitieu.run IN SHARE MODE"); // the last table: the load waits before it
            }
            Process child =
                    child("load", "--jdbc", server.url(), "--user", "postgres", "--warehouse", folder.toString());
            waitUntilALoadWaits();
            child.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
        assertThat(text("SELECT count(*) FROM chitieu.run")).isEqualTo("1");
        assertThat(text("SELECT run_id FROM chitieu.run"))
                .isEqualTo(run(MARCH).runId().text());
        assertThat(load(JUNE).out()).startsWith("Loaded run");
    }

    @Test
    void twoLoadsDoNotMix() throws Exception {
        load(MARCH);
        try (Connection other = server.connect()) {
            other.setAutoCommit(false);
            text(other, "SELECT pg_advisory_xact_lock(hashtext('chitieu chitieu'))");

            CommandRun load = load(JUNE);

            assertThat(load.code()).isEqualTo(ExitCode.LOCKED);
            assertThat(load.err()).contains("schema chitieu to be free but another load fills it");
        }
    }

    @Test
    void tablesOfOthersAreLeftAlone() throws Exception {
        execute("CREATE SCHEMA chitieu");
        execute("CREATE TABLE chitieu.run (mine text)");

        CommandRun load = load(JUNE);

        assertThat(load.code()).isEqualTo(ExitCode.USAGE);
        assertThat(load.err()).contains("it holds run of somebody else; name another schema");
        assertThat(text("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'chitieu'"))
                .isEqualTo("1");
    }

    @Test
    void changedColumnsAreMadeAnewUnlessAViewHangsOnThem() throws Exception {
        load(MARCH);
        execute("ALTER TABLE chitieu.dim_unit ADD COLUMN extra text");
        execute("CREATE VIEW chitieu.mine AS SELECT run_id FROM chitieu.run");

        CommandRun refused = load(JUNE);
        execute("DROP VIEW chitieu.mine");
        CommandRun load = load(JUNE);

        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("because their columns changed", "drop what hangs on them");
        assertThat(load).as(load.err()).returns(ExitCode.OK, CommandRun::code);
    }

    @Test
    void whatTheUserMustMendIsSaid() throws IOException {
        String warehouse = folder.toString();

        CommandRun named = CommandRun.of(
                "load", "--lang", "en", "--jdbc", "jdbc:postgresql://u:s3cret@127.0.0.1:1/x", "--warehouse", warehouse);
        assertThat(named).returns(ExitCode.USAGE, CommandRun::code);
        assertThat(named.err())
                .contains("//***@127.0.0.1", "CHITIEU_JDBC_PASSWORD")
                .doesNotContain("s3cret");
        try (Stream<Path> logs = Files.list(Path.of(warehouse, "log"))) {
            assertThat(logs).allSatisfy(log -> assertThat(log).content().doesNotContain("s3cret"));
        }
        CommandRun url = CommandRun.of("load", "--lang", "en", "--jdbc", "jdbc:h2:x", "--warehouse", warehouse);
        CommandRun database = CommandRun.of(
                "load", "--lang", "en", "--jdbc", server.url() + "x", "--user", "postgres", "--warehouse", warehouse);
        CommandRun schema = CommandRun.of(
                "load",
                "--lang",
                "en",
                "--jdbc",
                server.url(),
                "--user",
                "postgres",
                "--schema",
                "Ours; DROP",
                "--warehouse",
                warehouse);
        CommandRun host = CommandRun.of(
                "load", "--lang", "en", "--jdbc", "jdbc:postgresql://127.0.0.1:1/x", "--warehouse", warehouse);

        assertThat(url.err()).contains("Expecting --jdbc to begin with jdbc:postgresql: but was 'jdbc:h2:x'");
        assertThat(database).returns(ExitCode.USAGE, CommandRun::code);
        assertThat(database.err()).contains("database \"postgresx\" does not exist", "CHITIEU_JDBC_PASSWORD");
        assertThat(schema).returns(ExitCode.USAGE, CommandRun::code);
        assertThat(schema.err()).contains("Expecting a schema of lower-case letters");
        assertThat(host).returns(ExitCode.INFRASTRUCTURE, CommandRun::code);
        assertThat(host.err()).contains("retry is safe", "127.0.0.1:1 refused");
    }

    private static CommandRun load(LocalDate asOf, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "load",
                "--lang",
                "en",
                "--jdbc",
                server.url(),
                "--user",
                "postgres",
                "--warehouse",
                folder.toString(),
                "--run",
                run(asOf).runId().text()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private static Process child(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "vn.chitieu.cli.Chitieu"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void waitUntilALoadWaits() throws Exception {
        String waiting = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'chitieu load'"
                + " AND wait_event_type = 'Lock'";
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!text(waiting).equals("1")) {
            assertThat(System.nanoTime())
                    .as("the load reaches the locked table")
                    .isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static String state(LocalDate asOf) {
        PublishedRun run = run(asOf);
        return run.runId() + " " + run.table("observation").orElseThrow().rows();
    }

    private static PublishedRun run(LocalDate asOf) {
        return Warehouse.at(folder).runs().stream()
                .filter(run -> run.manifest().asOfDate().equals(asOf))
                .findFirst()
                .orElseThrow();
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = server.connect()) {
            return text(connection, sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
