package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.night.Night;
import vn.chitieu.night.NightListener;
import vn.chitieu.night.NightListener.Step;
import vn.chitieu.night.NightRequest;

/** The memory ends at the beginning of each step of a night in turn. */
@NullUnmarked // the test runner fills the field
@Tag("full")
class MemoryOfNightTest {

    private static final List<Step> BEFORE_PUBLICATION =
            List.of(Step.INGEST, Step.ACCOUNT, Step.PROJECTION, Step.ATTAINMENT, Step.RECORD, Step.PUBLISH);

    @TempDir
    private Path folder;

    @Test
    void nothingIsPublishedInPartAndARetryGivesTheBytesOfAnUndisturbedNight() throws IOException {
        LaidDownOffice undisturbed = LaidDownOffice.in(Files.createDirectory(folder.resolve("undisturbed")));
        undisturbed.good("nightly");
        SortedMap<String, String> pages = pages(undisturbed);
        SortedMap<String, String> tables = undisturbed.sums("mart");
        LaidDownOffice office = LaidDownOffice.in(Files.createDirectory(folder.resolve("office")));
        for (Step step : BEFORE_PUBLICATION) {
            Throwable thrown = catchThrowable(() -> endingAt(step, office).run());

            assertThat(Failures.exitCode(thrown)).as("at %s: %s", step, thrown).isEqualTo(ExitCode.INFRASTRUCTURE);
            assertThat(Warehouse.at(office.warehouse()).names()).isEmpty();
            assertThat(office.warehouse().resolve("current.json")).doesNotExist();
            assertThat(office.warehouse().resolve("export")).doesNotExist();
        }

        Throwable thrown = catchThrowable(() -> endingAt(Step.EXPORT, office).run());

        assertThat(Failures.exitCode(thrown)).as(String.valueOf(thrown)).isEqualTo(ExitCode.PAGES_OUTSTANDING);
        assertThat(office.sums("mart")).isEqualTo(tables);
        office.good("nightly");
        assertThat(pages(office)).isEqualTo(pages);
        office.good("verify", "--all");
    }

    /** Returns the sums of the pages, without the file that names the run by the sum of a manifest with its times. */
    private static SortedMap<String, String> pages(LaidDownOffice office) throws IOException {
        SortedMap<String, String> pages = office.sums("export");
        pages.remove(".made-of");
        return pages;
    }

    private static Night endingAt(Step end, LaidDownOffice office) {
        return new Night(
                new NightRequest(
                        office.datasets(),
                        Warehouse.at(office.warehouse()),
                        office.warehouse().resolve("export"),
                        List.of(),
                        Optional.empty(),
                        Set.of(),
                        Duration.ZERO),
                new NightListener() {
                    @Override
                    public void begin(Step begun) {
                        if (begun == end) {
                            throw new OutOfMemoryError("Java heap space");
                        }
                    }
                });
    }
}
