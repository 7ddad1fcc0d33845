package vn.chitieu.mart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;

/**
 * What the runs of a chain said of targets and series, as each run takes it over from the one before and adds its own:
 * so what a run publishes rests on its inputs and its predecessors, not on which runs still lie in the warehouse.
 *
 * @param targets {@link MartTables#TARGET_HISTORY}
 * @param projections {@link MartTables#PROJECTION_HISTORY}
 */
public record RunHistory(Table targets, Table projections) {

    private static final String RUN_NO = "run_no";
    private static final String AS_OF = "as_of_date";
    private static final String IS_LAST_OF_DAY = "is_last_of_day";

    /** Returns the history that a first run begins with. */
    public static RunHistory none() {
        return new RunHistory(
                new Table(MartTables.TARGET_HISTORY, List.of()), new Table(MartTables.PROJECTION_HISTORY, List.of()));
    }

    /**
     * Reads the history that a run published, whichever version of the program wrote it.
     *
     * @param tables of the run by name, by the contract they were written by
     * @throws DataException if the run has none, or lacks a column that is never empty
     */
    public static RunHistory of(Function<String, Table> tables) {
        return new RunHistory(
                as(MartTables.TARGET_HISTORY, tables.apply(MartTables.TARGET_HISTORY.name())),
                as(MartTables.PROJECTION_HISTORY, tables.apply(MartTables.PROJECTION_HISTORY.name())));
    }

    /** Returns a table of another version by the present contract: what that version did not have is empty. */
    private static Table as(TableSpec spec, Table written) {
        if (written.spec().equals(spec)) {
            return written;
        }
        Cells cells = new Cells(written.spec());
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (@Nullable Object[] row : written.rows()) {
            @Nullable Object[] filled = new Object[spec.columns().size()];
            for (int i = 0; i < filled.length; i++) {
                Column column = spec.columns().get(i);
                boolean isKnown = written.spec().columns().stream()
                        .anyMatch(old -> old.name().equals(column.name()) && old.type() == column.type());
                filled[i] = isKnown || !column.nullable() ? cells.cell(row, column.name()) : null;
                if (!column.nullable() && !column.type().javaType().isInstance(filled[i])) {
                    throw new DataException("Expecting a column " + column.name() + " of " + column.type()
                            + " in table " + spec.name() + " but was " + filled[i]);
                }
            }
            rows.add(filled);
        }
        return new Table(spec, rows);
    }

    /** Returns the place in the chain of the run that follows, from 1. */
    int nextRunNo() {
        SortedMap<Integer, LocalDate> days = days();
        return days.isEmpty() ? 1 : days.lastKey() + 1;
    }

    /**
     * Returns this history with what the next run says; of runs long past only those of {@link KeptRuns} stay.
     *
     * @param own the rows of the run alone
     */
    RunHistory with(RunHistory own, LocalDate asOf) {
        SortedMap<Integer, LocalDate> days = days();
        days.put(nextRunNo(), asOf);
        Set<Integer> kept = KeptRuns.of(days, asOf);
        return new RunHistory(
                joined(targets, own.targets, kept, asOf), joined(projections, own.projections, kept, asOf));
    }

    /** Returns the codes of the indicators that were projected, now or before. */
    List<String> indicators() {
        Cells cells = new Cells(projections.spec());
        return projections.rows().stream()
                .map(row -> cells.text(row, "indicator_code"))
                .distinct()
                .toList();
    }

    private SortedMap<Integer, LocalDate> days() {
        SortedMap<Integer, LocalDate> days = new TreeMap<>();
        for (Table table : List.of(targets, projections)) {
            Cells cells = new Cells(table.spec());
            table.rows()
                    .forEach(row ->
                            days.put((Integer) cells.required(row, RUN_NO), (LocalDate) cells.required(row, AS_OF)));
        }
        return days;
    }

    private static Table joined(Table before, Table own, Set<Integer> kept, LocalDate asOf) {
        Cells cells = new Cells(before.spec());
        int isLast = before.spec().indexOf(IS_LAST_OF_DAY);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (@Nullable Object[] row : before.rows()) {
            if (kept.contains((Integer) cells.required(row, RUN_NO))) {
                @Nullable Object[] carried = row.clone();
                if (asOf.equals(cells.required(row, AS_OF))) {
                    carried[isLast] = false;
                }
                rows.add(carried);
            }
        }
        rows.addAll(own.rows());
        return new Table(before.spec(), rows);
    }
}
