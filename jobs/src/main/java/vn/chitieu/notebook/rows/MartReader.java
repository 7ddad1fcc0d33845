package vn.chitieu.notebook.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.PublishedTable;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.MartTables;

/** The published tables of one run, by name. */
@FunctionalInterface
public interface MartReader {

    /**
     * Returns a published table.
     *
     * @param name as in {@link vn.chitieu.mart.MartTables}
     * @throws IllegalArgumentException if the run has no such table
     */
    Table table(String name);

    /**
     * Returns a reader of a published run that takes the tables only as this version of the product knows them: an
     * older run is refused with advice, not read halfway.
     */
    static MartReader of(PublishedRun run) {
        return name -> {
            requireKnown(run, name);
            return run.read(name);
        };
    }

    /**
     * Returns the same for the pages of the programmes: of the tables that are told area by area it gives the rows of
     * the areas of programmes alone, however many a nation has.
     */
    static MartReader ofProgrammes(PublishedRun run) {
        MartReader all = of(run);
        Set<String> ofAreas = MartTables.ofAreas().stream().map(TableSpec::name).collect(Collectors.toSet());
        Set<String> areas = MartRows.of(all, MartTables.DIM_TARGET).stream()
                .map(row -> row.text("area_code"))
                .collect(Collectors.toSet());
        return name -> {
            if (!ofAreas.contains(name)) {
                return all.table(name);
            }
            requireKnown(run, name);
            List<@Nullable Object[]> rows = new ArrayList<>();
            TableSpec spec = run.table(name).orElseThrow().spec();
            int area = spec.indexOf("area_code");
            run.scan(spec, row -> {
                if (areas.contains(String.valueOf(row[area]))) {
                    rows.add(row);
                }
            });
            return new Table(spec, rows);
        };
    }

    private static void requireKnown(PublishedRun run, String name) {
        Optional<TableSpec> known = MartTables.all().stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst();
        boolean isOther = run.table(name)
                .map(PublishedTable::spec)
                .filter(found -> !known.equals(Optional.of(found)))
                .isPresent();
        if (isOther) {
            throw new DataException("Expecting table " + name + " of run " + run.runId()
                    + " as this version writes it, but its columns differ; publish the run again with this"
                    + " version (bin/chitieu nightly --as-of <day of the run>)");
        }
    }

    /** Returns a reader of tables in memory. */
    static MartReader of(Map<String, Table> tables) {
        Map<String, Table> copy = Map.copyOf(tables);
        return name -> {
            Table table = copy.get(name);
            if (table == null) {
                throw new IllegalArgumentException("Expecting a published table but was '" + name + "'");
            }
            return table;
        };
    }
}
