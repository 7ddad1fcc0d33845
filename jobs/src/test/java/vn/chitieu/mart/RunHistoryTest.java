package vn.chitieu.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.ColumnType;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;

class RunHistoryTest {

    private static final LocalDate MARCH = LocalDate.of(2025, 3, 31);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 9);

    @Test
    void eachRunFollowsTheOneBeforeAndOfADayTheLastIsMarked() {
        RunHistory history = RunHistory.none();
        history = history.with(told(history, "a", MARCH, 0.39), MARCH);
        history = history.with(told(history, "b", JULY, 0.52), JULY);
        history = history.with(told(history, "c", JULY, 0.58), JULY);

        assertThat(shown(history))
                .containsExactly("2025-03-31 1 a true 0.39", "2025-07-09 2 b false 0.52", "2025-07-09 3 c true 0.58");
        assertThat(history.nextRunNo()).isEqualTo(4);
    }

    /** Older than 100 days, January keeps its last run, whose number shows that one was left out. */
    @Test
    void ofMonthsLongPastTheLastRunStays() {
        RunHistory history = RunHistory.none();
        for (LocalDate day : List.of(LocalDate.of(2025, 1, 30), LocalDate.of(2025, 1, 31), JULY)) {
            history = history.with(told(history, day.toString(), day, 0.5), day);
        }

        assertThat(shown(history))
                .containsExactly("2025-01-31 2 2025-01-31 true 0.5", "2025-07-09 3 2025-07-09 true 0.5");
    }

    @Test
    void aVersionWithoutAColumnThatMayBeEmptyIsCarriedOn() {
        RunHistory before = RunHistory.none().with(told(RunHistory.none(), "a", MARCH, 0.39), MARCH);

        RunHistory read = RunHistory.of(name ->
                name.equals("target_history") ? without(before.targets(), "reason_code") : before.projections());

        assertThat(shown(read)).containsExactly("2025-03-31 1 a true 0.39");
        assertThat(read.targets().spec()).isEqualTo(MartTables.TARGET_HISTORY);
    }

    @Test
    void aVersionWithoutAColumnThatIsAlwaysFilledIsNot() {
        RunHistory before = RunHistory.none().with(told(RunHistory.none(), "a", MARCH, 0.39), MARCH);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> RunHistory.of(name -> name.equals("target_history")
                        ? without(before.targets(), "verdict_code")
                        : before.projections()))
                .withMessageContaining("Expecting a column verdict_code in table target_history");
    }

    /** Returns what a run says of one target. */
    private static RunHistory told(RunHistory before, String runId, LocalDate day, double probability) {
        List<Object> cells = new ArrayList<>();
        for (Column column : MartTables.TARGET_HISTORY.columns()) {
            cells.add(
                    switch (column.name()) {
                        case "as_of_date", "evaluated_on" -> day;
                        case "run_no" -> before.nextRunNo();
                        case "run_id" -> runId;
                        case "is_last_of_day" -> true;
                        case "p_attain" -> probability;
                        default -> column.nullable() ? null : column.type() == ColumnType.TEXT ? "x" : (Object) 1;
                    });
        }
        List<Object[]> rows = new ArrayList<>();
        rows.add(cells.toArray());
        return new RunHistory(
                new Table(MartTables.TARGET_HISTORY, rows), new Table(MartTables.PROJECTION_HISTORY, List.of()));
    }

    private static List<String> shown(RunHistory history) {
        Cells cells = new Cells(MartTables.TARGET_HISTORY);
        return history.targets().rows().stream()
                .map(row -> cells.joined(row, " ", "as_of_date", "run_no", "run_id", "is_last_of_day", "p_attain"))
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
