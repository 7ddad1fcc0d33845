package vn.chitieu.mart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.rows.AreaRows;
import vn.chitieu.catalog.rows.SortedRuns;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;

/**
 * What the runs of a chain said of targets and series, as each run takes it over from the one before and adds its own:
 * so what a run publishes rests on its inputs and its predecessors, not on which runs still lie in the warehouse. Of
 * series it is held packed and taken over area by area.
 */
public final class RunHistory {

    private static final String RUN_NO = "run_no";
    private static final String AS_OF = "as_of_date";
    private static final String IS_LAST_OF_DAY = "is_last_of_day";

    private static final RunHistory NONE = new RunHistory(new Table(MartTables.TARGET_HISTORY, List.of()), null);

    private final Table targets;
    private final @Nullable SortedRuns projections;
    private final SortedMap<Integer, LocalDate> days = new TreeMap<>();

    private RunHistory(Table targets, @Nullable SortedRuns projections) {
        this.targets = targets;
        this.projections = projections;
        Cells cells = new Cells(targets.spec());
        targets.rows().forEach(row -> remember(cells, row));
    }

    /** Returns the history that a first run begins with. */
    public static RunHistory none() {
        return NONE;
    }

    /**
     * Reads the history that a run published, whichever version of the program wrote it.
     *
     * @param held in which what it said of series is held, for as long as it is taken over
     * @throws DataException if the run has none, or lacks a column that is never empty
     */
    public static RunHistory of(PublishedRun run, SortedRuns held) {
        RunHistory history = of(run.read(MartTables.TARGET_HISTORY.name()), held);
        try (AreaRows rows = new AreaRows(MartTables.PROJECTION_HISTORY, held)) {
            run.scan(MartTables.PROJECTION_HISTORY.name(), written -> history.reader(written, rows));
        }
        return history;
    }

    /**
     * Returns the history of targets that a run published, without what it said of series, which {@link #reader} takes.
     */
    static RunHistory of(Table targets, @Nullable SortedRuns held) {
        UnaryOperator<@Nullable Object[]> filled = filled(MartTables.TARGET_HISTORY, targets.spec());
        return new RunHistory(
                new Table(
                        MartTables.TARGET_HISTORY,
                        targets.rows().stream().map(filled).toList()),
                held);
    }

    /**
     * Returns what takes each row of {@link MartTables#PROJECTION_HISTORY} and passes it on by the present contract.
     */
    Consumer<@Nullable Object[]> reader(TableSpec written, Consumer<@Nullable Object[]> rows) {
        UnaryOperator<@Nullable Object[]> filled = filled(MartTables.PROJECTION_HISTORY, written);
        Cells cells = new Cells(MartTables.PROJECTION_HISTORY);
        return row -> {
            @Nullable Object[] present = filled.apply(row);
            remember(cells, present);
            rows.accept(present);
        };
    }

    /** Returns what makes a row of another version one of the present contract: what that did not have is empty. */
    private static UnaryOperator<@Nullable Object[]> filled(TableSpec spec, TableSpec written) {
        if (written.equals(spec)) {
            return row -> row;
        }
        Cells cells = new Cells(written);
        return row -> {
            @Nullable Object[] filled = new Object[spec.columns().size()];
            for (int i = 0; i < filled.length; i++) {
                Column column = spec.columns().get(i);
                boolean isKnown = written.columns().stream()
                        .anyMatch(old -> old.name().equals(column.name()) && old.type() == column.type());
                filled[i] = isKnown || !column.nullable() ? cells.cell(row, column.name()) : null;
                if (!column.nullable() && !column.type().javaType().isInstance(filled[i])) {
                    throw new DataException("Expecting a column " + column.name() + " of " + column.type()
                            + " in table " + spec.name() + " but was " + filled[i]);
                }
            }
            return filled;
        };
    }

    private void remember(Cells cells, @Nullable Object[] row) {
        days.put((Integer) cells.required(row, RUN_NO), (LocalDate) cells.required(row, AS_OF));
    }

    /** Returns the place in the chain of the run that follows, from 1. */
    int nextRunNo() {
        return days.isEmpty() ? 1 : days.lastKey() + 1;
    }

    /** Returns the areas of whose series something was said. */
    NavigableSet<String> areas() {
        return projections == null ? new TreeSet<>() : projections.areas(MartTables.PROJECTION_HISTORY);
    }

    /**
     * Returns {@link MartTables#TARGET_HISTORY} with what the next run says; of runs long past only those of
     * {@link KeptRuns} stay.
     *
     * @param own the rows of the run alone
     */
    Table targets(Table own, LocalDate asOf) {
        return joined(targets.rows().iterator(), own, asOf);
    }

    /** Returns the same of {@link MartTables#PROJECTION_HISTORY} of one area. */
    Table projections(String areaCode, Table own, LocalDate asOf) {
        return projections == null ? own : joined(projections.rows(MartTables.PROJECTION_HISTORY, areaCode), own, asOf);
    }

    private Table joined(Iterator<@Nullable Object[]> before, Table own, LocalDate asOf) {
        Set<Integer> kept = kept(asOf);
        Cells cells = new Cells(own.spec());
        int isLast = own.spec().indexOf(IS_LAST_OF_DAY);
        List<@Nullable Object[]> rows = new ArrayList<>();
        before.forEachRemaining(row -> {
            if (kept.contains((Integer) cells.required(row, RUN_NO))) {
                @Nullable Object[] carried = row.clone();
                if (asOf.equals(cells.required(row, AS_OF))) {
                    carried[isLast] = false;
                }
                rows.add(carried);
            }
        });
        rows.addAll(own.rows());
        return new Table(own.spec(), rows);
    }

    private Set<Integer> kept(LocalDate asOf) {
        SortedMap<Integer, LocalDate> withNext = new TreeMap<>(days);
        withNext.put(nextRunNo(), asOf);
        return KeptRuns.of(withNext, asOf);
    }
}
