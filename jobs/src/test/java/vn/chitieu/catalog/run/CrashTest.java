package vn.chitieu.catalog.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.chitieu.catalog.run.SamplePublication.FIRST_DAY;
import static vn.chitieu.catalog.run.SamplePublication.SECOND_DAY;
import static vn.chitieu.catalog.run.SamplePublication.night;
import static vn.chitieu.catalog.run.SamplePublication.runId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.table.TableFiles;
import vn.chitieu.catalog.table.TableSpec;

/** Wherever a publication ends, the old state holds or the new one, and the next night mends the rest. */
@NullUnmarked // the test runner fills the field
class CrashTest {

    private static final Set<PublicationStep> AFTER_THE_POINTER_MOVED =
            EnumSet.of(PublicationStep.POINTER_MOVED, PublicationStep.MART_FILE_COPIED, PublicationStep.MART_COPIED);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(PublicationStep.class)
    void aProcessThatHaltsLeavesTheOldStateOrTheNew(PublicationStep last) throws IOException, InterruptedException {
        Path root = directory.resolve("warehouse");
        night(root, FIRST_DAY);

        Process child = ChildProcess.start("halt", root, SECOND_DAY, last);

        assertThat(child.waitFor()).isEqualTo(ChildProcess.HALTED);
        PublishedRun current = Warehouse.at(root).current().orElseThrow();
        assertThat(current.runId()).isEqualTo(runId(AFTER_THE_POINTER_MOVED.contains(last) ? SECOND_DAY : FIRST_DAY));
        assertWhole(current);
        assertNextNightMends(root);
    }

    @Test
    void aPublicationThatFailsAnywhereLeavesTheOldStateOrTheNew() throws IOException {
        AtomicInteger steps = new AtomicInteger();
        night(
                new Warehouse(
                        directory.resolve("count"),
                        new TableFiles(TableFiles.MOST_ROWS),
                        step -> steps.incrementAndGet()),
                SECOND_DAY);

        for (int failing = 1; failing <= steps.get(); failing++) {
            Path root = directory.resolve("warehouse-" + failing);
            night(root, FIRST_DAY);
            AtomicInteger left = new AtomicInteger(failing);
            Warehouse full = new Warehouse(root, new TableFiles(TableFiles.MOST_ROWS), step -> {
                if (left.decrementAndGet() == 0) {
                    throw new UncheckedIOException(new IOException("No space left on device"));
                }
            });

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> night(full, SECOND_DAY))
                    .withMessageContaining("No space left on device");

            assertWhole(Warehouse.at(root).current().orElseThrow());
            assertNextNightMends(root);
        }
        assertThat(steps.get()).isEqualTo(13);
    }

    @Test
    void theFirstNightMayFailToo() throws IOException, InterruptedException {
        Path root = directory.resolve("warehouse");

        Process child = ChildProcess.start("halt", root, SECOND_DAY, PublicationStep.RUN_MOVED);

        assertThat(child.waitFor()).isEqualTo(ChildProcess.HALTED);
        assertThat(Warehouse.at(root).current()).isEmpty();
        assertThat(Warehouse.at(root).runs()).extracting(PublishedRun::runId).containsExactly(runId(SECOND_DAY));
        night(root, SECOND_DAY);
        assertThat(Warehouse.at(root).current().orElseThrow().runId()).isEqualTo(runId(SECOND_DAY));
    }

    private static void assertWhole(PublishedRun run) {
        run.verify();
        for (TableSpec spec : List.of(SamplePublication.BUDGET, SamplePublication.TRADE)) {
            assertThat(run.read(spec).rows()).hasSize(50).allSatisfy(row -> assertThat(row[2])
                    .isEqualTo(run.runId().text()));
        }
    }

    private void assertNextNightMends(Path root) throws IOException {
        Path undisturbed = directory.resolve("undisturbed");
        if (Files.notExists(undisturbed)) {
            night(undisturbed, FIRST_DAY);
            night(undisturbed, SECOND_DAY);
        }

        night(root, SECOND_DAY);

        assertThat(content(root)).isEqualTo(content(undisturbed));
    }

    private static SortedMap<String, String> content(Path root) throws IOException {
        SortedMap<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                String name = root.relativize(file).toString();
                content.put(name, Files.isDirectory(file) ? "directory" : Sha256.ofFile(file));
            }
        }
        return content;
    }
}
