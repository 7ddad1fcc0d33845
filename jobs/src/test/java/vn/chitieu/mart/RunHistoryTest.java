package vn.chitieu.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.rows.AreaRows;
import vn.chitieu.catalog.rows.SortedRuns;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.ColumnType;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;

class RunHistoryTest {

    private static final LocalDate MARCH = LocalDate.of(2025, 3, 31);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 9);

    /** Before all runs, so that it leaves out none and marks none. */
    private static final LocalDate NO_DAY = LocalDate.of(2025, 1, 1);

    @Test
    void eachRunFollowsTheOneBeforeAndOfADayTheLastIsMarked() {
        RunHistory history = RunHistory.none();
        history = with(history, "a", MARCH, 0.39);
        history = with(history, "b", JULY, 0.52);
        history = with(history, "c", JULY, 0.58);

        assertThat(shown(history))
                .containsExactly("2025-03-31 1 a true 0.39", "2025-07-09 2 b false 0.52", "2025-07-09 3 c true 0.58");
        assertThat(history.nextRunNo()).isEqualTo(4);
    }

    /** Older than 100 days, January keeps its last run, whose number shows that one was left out. */
    @Test
    void ofMonthsLongPastTheLastRunStays() {
        RunHistory history = RunHistory.none();
        for (LocalDate day : List.of(LocalDate.of(2025, 1, 30), LocalDate.of(2025, 1, 31), JULY)) {
            history = with(history, day.toString(), day, 0.5);
        }

        assertThat(shown(history))
                .containsExactly("2025-01-31 2 2025-01-31 true 0.5", "2025-07-09 3 2025-07-09 true 0.5");
    }

    @Test
    void aVersionWithoutAColumnThatMayBeEmptyIsCarriedOn() {
        RunHistory before = with(RunHistory.none(), "a", MARCH, 0.39);

        RunHistory read = RunHistory.of(without(targets(before), "reason_code"), null);

        assertThat(shown(read)).containsExactly("2025-03-31 1 a true 0.39");
        assertThat(targets(read).spec()).isEqualTo(MartTables.TARGET_HISTORY);
    }

    @Test
    void aVersionWithoutAColumnThatIsAlwaysFilledIsNot() {
        RunHistory before = with(RunHistory.none(), "a", MARCH, 0.39);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> RunHistory.of(without(targets(before), "verdict_code"), null))
                .withMessageContaining("Expecting a column verdict_code in table target_history");
    }

    /**
     * Runs of 31 March and 9 July told of VN and VN-HG, a version without {@code last_period} wrote them; the third, of
     * 9 July again, tells of VN alone. What VN-HG was told of stays, and that of 9 July is the last of its day no more.
     */
    @Test
    void whatWasSaidOfSeriesIsTakenOverAreaByArea() {
        TableSpec written = without(series("VN", 1, MARCH, 8.1), "last_period").spec();
        try (SortedRuns held = SortedRuns.open()) {
            RunHistory before = RunHistory.of(new Table(MartTables.TARGET_HISTORY, List.of()), held);
            try (AreaRows rows = new AreaRows(MartTables.PROJECTION_HISTORY, held)) {
                Consumer<Object[]> reader = before.reader(written, rows);
                for (Table told : List.of(
                        series("VN", 1, MARCH, 8.1),
                        series("VN", 2, JULY, 8.2),
                        series("VN-HG", 1, MARCH, 8.7),
                        series("VN-HG", 2, JULY, 8.8))) {
                    without(told, "last_period").rows().forEach(reader);
                }
            }

            assertThat(before.nextRunNo()).isEqualTo(3);
            assertThat(before.areas()).containsExactly("VN", "VN-HG");
            assertThat(points(before.projections("VN", series("VN", 3, JULY, 8.3), JULY)))
                    .containsExactly(
                            "VN 2025-03-31 1 true 8.1", "VN 2025-07-09 2 false 8.2", "VN 2025-07-09 3 true 8.3");
            Table nothing = new Table(MartTables.PROJECTION_HISTORY, List.of());
            assertThat(points(before.projections("VN-HG", nothing, JULY)))
                    .containsExactly("VN-HG 2025-03-31 1 true 8.7", "VN-HG 2025-07-09 2 false 8.8");
            assertThat(before.projections("VN-ST", nothing, JULY).rows()).isEmpty();
        }
    }

    /** A run told of series only, and no target: it has its number all the same. */
    @Test
    void aRunThatToldOfSeriesAloneIsCounted() {
        try (SortedRuns held = SortedRuns.open();
                AreaRows rows = new AreaRows(MartTables.PROJECTION_HISTORY, held)) {
            RunHistory before = with(RunHistory.none(), "a", MARCH, 0.39);
            RunHistory both = RunHistory.of(targets(before), held);
            series("VN", 2, JULY, 8.2).rows().forEach(both.reader(MartTables.PROJECTION_HISTORY, rows));

            assertThat(both.nextRunNo()).isEqualTo(3);
        }
    }

    /** Returns a history with what a run says of one target. */
    private static RunHistory with(RunHistory before, String runId, LocalDate day, double probability) {
        Table own = row(
                MartTables.TARGET_HISTORY, day, before.nextRunNo(), Map.of("run_id", runId, "p_attain", probability));
        return RunHistory.of(before.targets(own, day), null);
    }

    /** Returns what a run says of one series. */
    private static Table series(String areaCode, int runNo, LocalDate day, double point) {
        return row(MartTables.PROJECTION_HISTORY, day, runNo, Map.of("area_code", areaCode, "point", point));
    }

    private static Table row(TableSpec spec, LocalDate day, int runNo, Map<String, Object> filled) {
        List<Object> cells = new ArrayList<>();
        for (Column column : spec.columns()) {
            cells.add(
                    filled.containsKey(column.name())
                            ? filled.get(column.name())
                            : switch (column.name()) {
                                case "as_of_date", "evaluated_on" -> day;
                                case "run_no" -> runNo;
                                case "is_last_of_day" -> true;
                                default ->
                                    column.nullable() ? null : column.type() == ColumnType.TEXT ? "x" : (Object) 1;
                            });
        }
        List<Object[]> rows = new ArrayList<>();
        rows.add(cells.toArray());
        return new Table(spec, rows);
    }

    /** Returns what a history says of targets. */
    private static Table targets(RunHistory history) {
        return history.targets(new Table(MartTables.TARGET_HISTORY, List.of()), NO_DAY);
    }

    private static List<String> shown(RunHistory history) {
        Cells cells = new Cells(MartTables.TARGET_HISTORY);
        return targets(history).rows().stream()
                .map(row -> cells.joined(row, " ", "as_of_date", "run_no", "run_id", "is_last_of_day", "p_attain"))
                .toList();
    }

    private static List<String> points(Table projections) {
        Cells cells = new Cells(MartTables.PROJECTION_HISTORY);
        return projections.rows().stream()
                .map(row -> cells.joined(row, " ", "area_code", "as_of_date", "run_no", "is_last_of_day", "point"))
                .toList();
    }

    private static Table without(Table table, String column) {
        int place = table.spec().indexOf(column);
        List<Column> columns = new ArrayList<>(table.spec().columns());
        columns.remove(place);
        List<Object[]> rows = new ArrayList<>();
        for (Object[] row : table.rows()) {
            List<Object> cells = new ArrayList<>(java.util.Arrays.asList(row));
            cells.remove(place);
            rows.add(cells.toArray());
        }
        return new Table(
                new TableSpec(table.spec().name(), columns, table.spec().key()), rows);
    }
}
