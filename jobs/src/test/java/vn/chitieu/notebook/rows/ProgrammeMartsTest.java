package vn.chitieu.notebook.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.SamplePublication;
import vn.chitieu.catalog.run.StagedRun;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.SampleMarts;

/** Three areas with figures, the first two with a programme. */
@NullUnmarked // the test runner fills the field
class ProgrammeMartsTest {

    private static final TableSpec OBSERVATION = MartTables.OBSERVATION;

    @TempDir
    private Path folder;

    private PublishedRun published() {
        SampleMarts marts = new SampleMarts();
        for (String area : List.of("VN-1", "VN-2")) {
            marts.add(MartTables.DIM_TARGET, Map.of("programme_id", area + "-2025", "area_code", area));
        }
        for (String area : List.of("VN-2", "VN-3", "VN-1")) {
            for (String period : List.of("2024", "2023")) {
                marts.add(OBSERVATION, Map.of("area_code", area, "period", period));
            }
        }
        Warehouse warehouse = Warehouse.at(folder.resolve("warehouse"));
        try (RunLock lock = warehouse.lock("nightly");
                StagedRun staged = warehouse.stage(lock, SamplePublication.identity(SamplePublication.FIRST_DAY))) {
            Stream.of(MartTables.DIM_TARGET, MartTables.DIM_UNIT, OBSERVATION)
                    .forEach(spec -> staged.write(marts.reader().table(spec.name())));
            return SamplePublication.publish(staged);
        }
    }

    private static List<String> observations(MartReader reader) {
        return MartRows.of(reader, OBSERVATION).stream()
                .map(row -> row.text("area_code") + " " + row.text("period"))
                .toList();
    }

    @Test
    void thePagesOfAnAreaHaveItsRowsInTheOrderOfTheTableAndAllOthersThoseOfAllProgrammes() {
        try (ProgrammeMarts marts = ProgrammeMarts.of(published())) {
            assertThat(observations(marts.ofArea("VN-2"))).containsExactly("VN-2 2023", "VN-2 2024");
            assertThat(observations(marts.ofArea("VN-1"))).containsExactly("VN-1 2023", "VN-1 2024");
            assertThat(observations(marts.ofArea("VN-3"))).isEmpty();
            assertThat(observations(marts)).containsExactly("VN-1 2023", "VN-1 2024", "VN-2 2023", "VN-2 2024");
            assertThat(marts.ofArea("VN-1").table("dim_target").rows()).hasSize(2);
        }
    }

    @Test
    void whatIsNotToldAreaByAreaIsLookedUpOnceForAllProgrammes() {
        try (ProgrammeMarts read = ProgrammeMarts.of(published())) {
            RememberedMarts marts = RememberedMarts.of(read);
            MartReader first = marts.ofArea("VN-1");

            assertThat(MartRows.of(first, MartTables.DIM_UNIT)).isSameAs(MartRows.of(marts, MartTables.DIM_UNIT));
            assertThat(MartRows.of(first, OBSERVATION)).isSameAs(MartRows.of(first, OBSERVATION));
            assertThat(observations(marts.ofArea("VN-2"))).containsExactly("VN-2 2023", "VN-2 2024");
        }
    }

    @Test
    void nothingIsReadOnceItIsClosed() {
        ProgrammeMarts marts = ProgrammeMarts.of(published());
        observations(marts.ofArea("VN-1"));
        marts.close();

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> observations(marts.ofArea("VN-1")));
    }
}
