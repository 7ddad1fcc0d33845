package vn.chitieu.notebook.rows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.rows.AreaRows;
import vn.chitieu.catalog.rows.SortedRuns;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.MartTables;

/**
 * The tables of a published run for the pages of its programmes. Those that are told area by area are read once, row by
 * row, and the rows of the areas of programmes held packed in a temporary file: of a nation with thousands of
 * programmes one has the rows of those whose pages are being made in memory.
 */
public final class ProgrammeMarts implements MartReader, AutoCloseable {

    private static final Set<String> OF_AREAS =
            MartTables.ofAreas().stream().map(TableSpec::name).collect(Collectors.toUnmodifiableSet());

    private final PublishedRun run;
    private final MartReader whole;
    private final Set<String> areas;
    private final SortedRuns held = SortedRuns.open();
    private final Map<String, TableSpec> read = new ConcurrentHashMap<>();

    private ProgrammeMarts(PublishedRun run, MartReader whole, Set<String> areas) {
        this.run = run;
        this.whole = whole;
        this.areas = areas;
    }

    /** Returns the tables of a run, which are refused if this version of the product does not know them. */
    public static ProgrammeMarts of(PublishedRun run) {
        MartReader whole = MartReader.of(run);
        Set<String> areas = MartRows.of(whole, MartTables.DIM_TARGET).stream()
                .map(row -> row.text("area_code"))
                .collect(Collectors.toSet());
        return new ProgrammeMarts(run, whole, areas);
    }

    /** Returns whether a table is told area by area. */
    static boolean isOfAreas(String name) {
        return OF_AREAS.contains(name);
    }

    /** Returns a table, of those told area by area the rows of all areas of programmes. */
    @Override
    public Table table(String name) {
        return table(name, held::rows);
    }

    @Override
    public MartReader ofArea(String areaCode) {
        return name -> table(name, spec -> held.rows(spec, areaCode));
    }

    private Table table(String name, Function<TableSpec, Iterator<@Nullable Object[]>> ofHeld) {
        if (!isOfAreas(name)) {
            return whole.table(name);
        }
        TableSpec spec = read.computeIfAbsent(name, this::hold);
        List<@Nullable Object[]> rows = new ArrayList<>();
        ofHeld.apply(spec).forEachRemaining(rows::add);
        return new Table(spec, rows);
    }

    private TableSpec hold(String name) {
        MartReader.requireKnown(run, name);
        TableSpec spec = run.table(name).orElseThrow().spec();
        int area = spec.indexOf("area_code");
        try (AreaRows rows = new AreaRows(spec, held)) {
            run.scan(spec, row -> {
                if (areas.contains(String.valueOf(row[area]))) {
                    rows.accept(row);
                }
            });
        }
        return spec;
    }

    /** Deletes what was held; no table can be read any more. */
    @Override
    public void close() {
        held.close();
    }
}
