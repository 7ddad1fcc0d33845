package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.night.Night;
import vn.chitieu.night.NightListener;
import vn.chitieu.night.NightRequest;
import vn.chitieu.night.telemetry.WatchedNight;

/** A warehouse that is moved away or unmounted in the middle of a night is not begun anew in its place. */
@NullUnmarked // the test runner fills the field
@Tag("full")
class VanishedWarehouseTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = NightListener.Step.class,
            names = "SPARK", // no night begins it
            mode = EnumSource.Mode.EXCLUDE)
    void nothingIsMadeInItsPlace(NightListener.Step step) throws IOException {
        LaidDownOffice office = LaidDownOffice.in(folder);
        office.good("nightly", "--as-of", "2026-01-31");
        Warehouse warehouse = Warehouse.at(office.warehouse());
        NightRequest request = new NightRequest(
                office.datasets(),
                warehouse,
                office.warehouse().resolve("export"),
                List.of(),
                Optional.empty(),
                Set.of(),
                Duration.ZERO);
        Path away = folder.resolve("away");
        WatchedNight watched = new WatchedNight(
                new NightListener() {
                    @Override
                    public void begin(Step begun) {
                        if (begun == step) {
                            try {
                                Files.move(office.warehouse(), away);
                                Files.createDirectory(office.warehouse()); // where it was mounted
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        }
                    }
                },
                warehouse);

        Throwable thrown = catchThrowable(() -> new Night(request, watched).run());
        assertThat(thrown).isNotNull();
        watched.failed(thrown, Failures.exitCode(thrown), false);

        assertThat(Failures.exitCode(thrown))
                .as(thrown.toString())
                .isEqualTo(step == NightListener.Step.EXPORT ? ExitCode.PAGES_OUTSTANDING : ExitCode.INFRASTRUCTURE);
        try (Stream<Path> made = Files.list(office.warehouse())) {
            assertThat(made).isEmpty();
        }
        Files.delete(office.warehouse());
        Files.move(away, office.warehouse());
        office.good("nightly");
        office.good("verify", "--all");
    }
}
