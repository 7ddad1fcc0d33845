package vn.chitieu.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.attainment.TrackedQuantities;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.SamplePublication;
import vn.chitieu.catalog.run.StagedRun;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;

@NullUnmarked // the test runner fills the field
class PreviousRunTest {

    private static final LocalDate DAY = SamplePublication.FIRST_DAY;

    @TempDir
    private Path folder;

    /** VN-1 has a programme, VN-10 none; a target of a programme that is no more is compared all the same. */
    @Test
    void itsNumbersAreThoseOfTargetsAndOfTheSeriesOfSomeAreas() {
        PublishedRun run = published();

        assertThat(PreviousRun.of(run, Set.of("VN-1")).standing().numbers())
                .containsOnly(
                        Map.entry(TrackedQuantities.point("VN-1.exports._T.current", 2025), 8.1),
                        Map.entry(TrackedQuantities.probability("p-2025", "7"), 0.9),
                        Map.entry(TrackedQuantities.projected("p-2025", "7"), 950.0));
        assertThat(PreviousRun.of(run, Set.of()).standing().numbers())
                .allSatisfy(
                        (quantity, number) -> assertThat(quantity.isOfTarget()).isTrue());
    }

    private PublishedRun published() {
        Warehouse warehouse = Warehouse.at(folder.resolve("warehouse"));
        try (RunLock lock = warehouse.lock("nightly");
                StagedRun staged = warehouse.stage(lock, SamplePublication.identity(DAY))) {
            staged.write(table(
                    MartTables.PROJECTION,
                    Map.of("area_code", "VN-1", "indicator_code", "exports", "point", 8.1),
                    Map.of("area_code", "VN-10", "indicator_code", "exports", "point", 8.2)));
            staged.write(table(
                    MartTables.TARGET_ATTAINMENT,
                    Map.of(
                            "programme_id",
                            "p-2025",
                            "target_id",
                            "7",
                            "target_version",
                            0,
                            "p_attain",
                            0.9,
                            "point",
                            950.0)));
            staged.write(table(MartTables.OBSERVATION));
            staged.write(table(MartTables.RUN, Map.of()));
            return SamplePublication.publish(staged);
        }
    }

    @SafeVarargs
    private static Table table(TableSpec spec, Map<String, Object>... rows) {
        List<Object[]> filled = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            filled.add(spec.columns().stream()
                    .map(column -> row.getOrDefault(column.name(), usual(column)))
                    .toArray());
        }
        return new Table(spec, filled);
    }

    private static Object usual(Column column) {
        if (column.nullable()) {
            return null;
        }
        return switch (column.type()) {
            case TEXT ->
                switch (column.name()) {
                    case "activity_code" -> "_T";
                    case "price_basis" -> "current";
                    default -> "x";
                };
            case INTEGER -> 2025;
            case BIGINT -> 0L;
            case DOUBLE -> 0.0;
            case DATE -> DAY;
            case BOOLEAN -> true;
            case DECIMAL -> java.math.BigDecimal.ZERO;
        };
    }
}
