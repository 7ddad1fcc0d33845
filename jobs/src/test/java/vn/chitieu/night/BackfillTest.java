package vn.chitieu.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunId;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.MartTables;

/** A night, then a backfill that is cut off behind its first run and called again, on the shipped figures. */
@NullUnmarked // fields are filled by JUnit
@Tag("full")
class BackfillTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home"), "datasets");

    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2024, 9, 30), LocalDate.of(2024, 10, 31));

    @TempDir
    private static Path folder;

    private static Warehouse warehouse;
    private static RunId night;
    private static RunId afterTheCut;
    private static Backfill.Outcome outcome;

    private static NightRequest request(Path datasets, Warehouse at, LocalDate asOf) {
        return new NightRequest(
                datasets, at, at.root().resolve("export"), List.of(), Optional.of(asOf), Set.of(), Duration.ZERO);
    }

    @BeforeAll
    static void cutABackfillOffAndCallItAgain() throws IOException {
        warehouse = Warehouse.at(folder.resolve("warehouse"));
        new Night(request(DATASETS, warehouse, LocalDate.of(2024, 6, 30)), new NightListener() {}).run();
        night = warehouse.current().orElseThrow().runId();
        NightListener cut = new NightListener() {
            @Override
            public void placed(RunId run, LocalDate asOf, boolean isFound) {
                throw new IllegalStateException("cut off");
            }
        };
        NightRequest request = request(DATASETS, warehouse, DAYS.get(1));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new Backfill(request, cut).run(DAYS))
                .withMessage("cut off");
        afterTheCut = warehouse.current().orElseThrow().runId();
        outcome = new Backfill(request, new NightListener() {}).run(DAYS);
    }

    @Test
    void readersSeeTheOldRunUntilTheLastDayStands() {
        assertThat(afterTheCut).isEqualTo(night);
        assertThat(warehouse.current().orElseThrow().manifest().asOfDate()).isEqualTo(DAYS.get(1));
    }

    @Test
    void calledAgainItGoesOnBehindWhatStands() {
        assertThat(outcome.found()).isEqualTo(1);
        assertThat(outcome.computed()).isEqualTo(1);
        assertThat(outcome.isCurrent()).isTrue();
        assertThat(warehouse.runs()).hasSize(3);
    }

    @Test
    void thePointerNeverMovesBack() throws IOException {
        Backfill.Outcome earlier =
                new Backfill(request(DATASETS, warehouse, DAYS.get(0)), new NightListener() {}).run(DAYS.subList(0, 1));

        assertThat(earlier.found()).isEqualTo(1);
        assertThat(earlier.isCurrent()).isFalse();
        assertThat(warehouse.current().orElseThrow().manifest().asOfDate()).isEqualTo(DAYS.get(1));
    }

    /** One bit of a table, which a reader of its size alone would not see. */
    @Test
    void aRunThatStandsDamagedIsComputedAgainAndMended() throws IOException {
        PublishedRun first = warehouse.runs().stream()
                .filter(run -> run.manifest().asOfDate().equals(DAYS.get(0)))
                .findFirst()
                .orElseThrow();
        byte[] content = Files.readAllBytes(first.files("projection").get(0));
        content[100] ^= 1;
        Files.write(first.files("projection").get(0), content);
        assertThat(first.damagedFiles()).containsExactly("projection.parquet");

        Backfill.Outcome again =
                new Backfill(request(DATASETS, warehouse, DAYS.get(0)), new NightListener() {}).run(DAYS.subList(0, 1));

        assertThat(again.computed()).isEqualTo(1);
        assertThat(again.found()).isZero();
        assertThat(first.damagedFiles()).isEmpty();
    }

    /** The first run began with years projected again; both days have their words in the last one's record. */
    @Test
    void theLastRunHoldsWhatEachDaySaid() {
        Table record = outcome.last().orElseThrow().read(MartTables.TRACK_RECORD);
        int by = record.spec().indexOf("stated_by");
        int day = record.spec().indexOf("vintage_date");
        int outturn = record.spec().indexOf("value_outturn");

        assertThat(record.rows().stream()
                        .filter(row -> "run".equals(row[by]))
                        .map(row -> row[day])
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(DAYS);
        assertThat(record.rows())
                .filteredOn(row -> "replay".equals(row[by]))
                .hasSizeGreaterThan(1000)
                .allSatisfy(row -> assertThat(row[outturn]).isNotNull());
        assertThat(outcome.last().orElseThrow().read(MartTables.FORECAST_SKILL).rows())
                .isNotEmpty();
    }

    /** The night is not of the chain of the backfill. */
    @Test
    void theLastRunTellsHowEachChanceDeveloped() {
        Table history = outcome.last().orElseThrow().read(MartTables.TARGET_HISTORY);
        int day = history.spec().indexOf("as_of_date");
        int run = history.spec().indexOf("run_id");

        assertThat(history.rows().stream().map(row -> row[day]).distinct()).containsExactlyInAnyOrderElementsOf(DAYS);
        for (PublishedRun of : warehouse.runs()) {
            assertThat(history.rows().stream()
                            .filter(row -> row[run].equals(of.runId().text())))
                    .as(of.runId().text())
                    .hasSize(
                            of.runId().equals(night)
                                    ? 0
                                    : (int) of.read(MartTables.TARGET_ATTAINMENT).rows().stream()
                                            .filter(row -> Boolean.TRUE.equals(
                                                    row[MartTables.TARGET_ATTAINMENT.indexOf("is_headline")]))
                                            .count());
        }
    }

    /**
     * A figure of every indicator with printed dates, known from the day after the last as-of day on, changes no cell
     * of either run. Figures without a printed date are left out: a dated one that they restate moves their own date.
     */
    @Test
    void aLaterVintageOfEveryIndicatorChangesNothing() throws IOException {
        Path datasets = copy(DATASETS, folder.resolve("datasets"));
        Set<String> undated = new HashSet<>();
        for (Path file : deliveredFiles(datasets)) {
            undated.addAll(undated(file));
        }
        int indicators = 0;
        for (Path file : deliveredFiles(datasets)) {
            indicators += poison(file, undated);
        }
        Warehouse other = Warehouse.at(folder.resolve("poisoned"));

        Backfill.Outcome poisoned =
                new Backfill(request(datasets, other, DAYS.get(1)), new NightListener() {}).run(DAYS);

        assertThat(indicators).isGreaterThan(100);
        assertThat(poisoned.computed()).isEqualTo(2);
        for (PublishedRun run : other.runs()) {
            PublishedRun clean = warehouse.runs().stream()
                    .filter(candidate -> candidate
                            .manifest()
                            .asOfDate()
                            .equals(run.manifest().asOfDate()))
                    .findFirst()
                    .orElseThrow();
            assertThat(run.runId()).isNotEqualTo(clean.runId());
            for (TableSpec spec : MartTables.all()) {
                if (!spec.equals(MartTables.RUN)) {
                    List<String> rows = cells(run.read(spec));
                    List<String> expected = cells(clean.read(spec));
                    String table = spec.name() + " as of " + run.manifest().asOfDate();
                    assertThat(without(rows, expected)).as("added to " + table).isEmpty();
                    assertThat(without(expected, rows)).as("lost from " + table).isEmpty();
                    assertThat(rows).as(table).hasSameSizeAs(expected);
                }
            }
        }
    }

    @Test
    void theDaysAreTheLastOfEachMonthOrQuarterAndTheDayItself() {
        assertThat(Backfill.days(LocalDate.of(2024, 11, 15), LocalDate.of(2025, 2, 10), 1))
                .containsExactly(
                        LocalDate.of(2024, 11, 30),
                        LocalDate.of(2024, 12, 31),
                        LocalDate.of(2025, 1, 31),
                        LocalDate.of(2025, 2, 10));
        assertThat(Backfill.days(LocalDate.of(2024, 11, 15), LocalDate.of(2025, 3, 31), 3))
                .containsExactly(LocalDate.of(2024, 12, 31), LocalDate.of(2025, 3, 31));
    }

    @Test
    void aDayBeforeAnyFigureIsRefused() {
        LocalDate early = LocalDate.of(2000, 1, 31);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> new Backfill(request(DATASETS, warehouse, DAYS.get(1)), new NightListener() {})
                        .run(List.of(early, DAYS.get(1))))
                .withMessageContaining("no figure had been published by 2000-01-31, the first day of the backfill");
    }

    private static List<String> without(List<String> rows, List<String> others) {
        Set<String> left = new LinkedHashSet<>(rows);
        others.forEach(left::remove);
        return List.copyOf(left);
    }

    /** Returns the rows without the run's own name, each as one text. */
    private static List<String> cells(Table table) {
        List<String> rows = new ArrayList<>();
        for (Object[] row : table.rows()) {
            Object[] cells = row.clone();
            for (int i = 0; i < cells.length; i++) {
                String column = table.spec().columns().get(i).name();
                if (column.equals("run_id") || column.equals("previous_run_id")) {
                    cells[i] = null;
                }
            }
            rows.add(Arrays.toString(cells));
        }
        return rows;
    }

    private static List<Path> deliveredFiles(Path datasets) throws IOException {
        try (var paths = Files.walk(datasets.resolve("source"))) {
            return paths.filter(path -> path.toString().endsWith(".csv") && !path.endsWith("sources.csv"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the figures of a file without a date, which counts as known after every dated vintage of the same. */
    private static Set<String> undated(Path delivered) throws IOException {
        List<String> lines = Files.readAllLines(delivered, StandardCharsets.UTF_8);
        List<String> header = List.of(lines.get(0).split(",", -1));
        Set<String> undated = new HashSet<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells.length == header.size() && cells[header.indexOf("published")].isEmpty()) {
                undated.add(figure(cells, header));
            }
        }
        return undated;
    }

    /**
     * Adds to a file, for each of its indicators, its first dated figure a tenth larger, published on 1 November 2024.
     */
    private static int poison(Path delivered, Set<String> undated) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(delivered, StandardCharsets.UTF_8));
        List<String> header = List.of(lines.get(0).split(",", -1));
        Map<String, String> poison = new LinkedHashMap<>();
        int published = header.indexOf("published");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            String period = cells[header.indexOf("period")];
            boolean isPlain = !line.contains("\"") && cells.length == header.size();
            if (isPlain
                    && !cells[published].isEmpty()
                    && !undated.contains(figure(cells, header))
                    && period.compareTo("2024") < 0) {
                int value = header.indexOf("value");
                cells[value] = String.valueOf(Math.round(Double.parseDouble(cells[value]) * 1.1 * 100) / 100.0);
                cells[published] = "2024-11-01";
                cells[header.indexOf("source_url")] = "https://example.org/poison";
                poison.putIfAbsent(cells[header.indexOf("indicator")], String.join(",", cells));
            }
        }
        String sum = Sha256.ofFile(delivered);
        long bytes = Files.size(delivered);
        int before = lines.size() - 1;
        lines.addAll(poison.values());
        Files.writeString(delivered, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        Path description = delivered.resolveSibling("datapackage.json");
        String text = Files.readString(description, StandardCharsets.UTF_8);
        Files.writeString(
                description,
                text.replace(sum, Sha256.ofFile(delivered))
                        .replace("\"bytes\": " + bytes, "\"bytes\": " + Files.size(delivered))
                        .replace("\"rows\": " + before, "\"rows\": " + (lines.size() - 1)),
                StandardCharsets.UTF_8);
        return poison.size();
    }

    private static String figure(String[] cells, List<String> header) {
        return String.join(
                ",",
                cells[header.indexOf("area")],
                cells[header.indexOf("indicator")],
                cells[header.indexOf("breakdown")],
                cells[header.indexOf("period")]);
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (Path path : paths.filter(one -> !one.startsWith(from.resolve("warehouse")))
                    .toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
        return to;
    }
}
