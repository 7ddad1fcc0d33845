package vn.chitieu.night.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.SamplePublication;
import vn.chitieu.catalog.run.StagedRun;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.mart.MartTables;
import vn.chitieu.night.telemetry.OverdueDeliveries.NextDue;

@NullUnmarked // class files keep no @Nullable inside List<@Nullable Object[]>
class OverdueDeliveriesTest {

    private static final LocalDate JUNE_30 = LocalDate.of(2025, 6, 30);
    private static final LocalDate JULY_8 = LocalDate.of(2025, 7, 8);

    /** On 8 July: what was due on the 5th is 3 days overdue, what came is not, and the 10th is the next day due. */
    @Test
    void whatIsDueNextIsTheFirstDayThatIsNotOver(@TempDir Path folder) {
        PublishedRun run = publish(
                folder,
                List.of(
                        row("HG-BHXH", "2025-05", LocalDate.of(2025, 6, 5), LocalDate.of(2025, 6, 4)),
                        row("HG-BHXH", "2025-06", LocalDate.of(2025, 7, 5), null),
                        row("HG-CTK", "2025-Q2", LocalDate.of(2025, 7, 10), null),
                        row("HG-SGDDT", "2025-Q2", LocalDate.of(2025, 7, 10), null),
                        row("HG-SCT", "2025-07", LocalDate.of(2025, 8, 5), null)));

        assertThat(OverdueDeliveries.days(run, JULY_8))
                .isEqualTo(Map.of("HG-BHXH", 3L, "HG-CTK", 0L, "HG-SGDDT", 0L, "HG-SCT", 0L));
        assertThat(OverdueDeliveries.next(run, JULY_8))
                .contains(new NextDue(LocalDate.of(2025, 7, 10), List.of("HG-CTK", "HG-SGDDT")));
        assertThat(OverdueDeliveries.next(run, LocalDate.of(2025, 8, 6))).isEmpty();
    }

    private static PublishedRun publish(Path folder, List<@Nullable Object[]> rows) {
        Warehouse warehouse = Warehouse.at(folder.resolve("warehouse"));
        try (RunLock lock = warehouse.lock("a test");
                StagedRun staged = warehouse.stage(lock, SamplePublication.identity(JUNE_30))) {
            staged.write(new Table(MartTables.EXPECTED_DELIVERY, rows));
            return SamplePublication.publish(staged);
        }
    }

    private static @Nullable Object[] row(String name, String period, LocalDate due, @Nullable LocalDate received) {
        String status = received == null ? "due" : "received";
        String runId = SamplePublication.runId(JUNE_30).text();
        return new @Nullable Object[] {"form", name, "Sở", "Department", period, due, received, status, runId, JUNE_30};
    }
}
