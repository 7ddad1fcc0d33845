package vn.chitieu.catalog.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.ColumnType;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;

/** Runs of two tables and a text file, the content decided by the as-of date alone. */
@NullUnmarked // class files keep no @Nullable inside List<@Nullable Object[]>
public final class SamplePublication {

    public static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 30);

    public static final LocalDate SECOND_DAY = LocalDate.of(2025, 9, 30);

    public static final TableSpec BUDGET = spec("budget");

    public static final TableSpec TRADE = spec("trade");

    private static final SortedMap<String, Long> COUNTS = new TreeMap<>(Map.of("quarantined_rows", 2L));

    private SamplePublication() {}

    public static RunIdentity identity(LocalDate asOf) {
        return new RunIdentity(asOf, Sha256.of("input"), Sha256.of("settings"), Sha256.of("classes"));
    }

    public static RunId runId(LocalDate asOf) {
        return identity(asOf).runId();
    }

    public static Table table(TableSpec spec, LocalDate asOf) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            rows.add(new Object[] {
                "VN-" + (100 + i), 1.0 * i + asOf.getDayOfYear(), runId(asOf).text()
            });
        }
        return new Table(spec, rows);
    }

    public static void write(StagedRun staged, LocalDate asOf) {
        staged.write(table(BUDGET, asOf));
        staged.write(table(TRADE, asOf));
        staged.write("views.sql", "-- " + asOf + "\n");
    }

    public static PublishedRun publish(Warehouse warehouse, RunLock lock, LocalDate asOf) {
        try (StagedRun staged = warehouse.stage(lock, identity(asOf))) {
            write(staged, asOf);
            return publish(staged);
        }
    }

    public static PublishedRun publish(StagedRun staged) {
        return staged.publish(
                List.of(new RunInput("gso/2025-07-05", "grdp.csv", Sha256.of("grdp"), 120)),
                Collections.unmodifiableSortedMap(COUNTS),
                Instant.parse("2025-10-06T17:00:00Z"),
                Instant.parse("2025-10-06T17:01:30Z"));
    }

    /** Does what a night does: cleans up, takes up a finished run or computes a new one. */
    public static PublishedRun night(Warehouse warehouse, LocalDate asOf) {
        try (RunLock lock = warehouse.lock("nightly")) {
            warehouse.cleanUp(lock);
            Optional<PublishedRun> finished = warehouse.find(runId(asOf));
            if (finished.isEmpty()) {
                return publish(warehouse, lock, asOf);
            }
            warehouse.makeCurrent(lock, finished.get());
            return finished.get();
        }
    }

    public static PublishedRun night(Path root, LocalDate asOf) {
        return night(Warehouse.at(root), asOf);
    }

    private static TableSpec spec(String name) {
        return new TableSpec(
                name,
                List.of(
                        Column.required("area_code", ColumnType.TEXT),
                        Column.optional("value", ColumnType.DOUBLE),
                        Column.required("run_id", ColumnType.TEXT)),
                List.of("area_code"));
    }
}
