package vn.chitieu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.run.RunIdentity;
import vn.chitieu.programme.Programme;

class KnownNightTest {

    private static final String READ = Sha256.of("read");

    private static final KnownNight NIGHT = new KnownNight(
            READ,
            new RunIdentity(
                    LocalDate.of(2025, 6, 30), Sha256.of("inputs"), Sha256.of("settings"), Sha256.of("classes")),
            List.of(new JudgedProgramme("hau-giang-2025", LocalDate.of(2024, 12, 31), Programme.Status.IN_FORCE)));

    @Test
    void theSameBytesAreTheSameNightAndOthersAreNotKnown(@TempDir Path warehouse) throws IOException {
        assertThat(KnownNight.of(warehouse, READ)).isEmpty();

        NIGHT.keep(warehouse);

        assertThat(KnownNight.of(warehouse, READ)).contains(NIGHT);
        assertThat(KnownNight.of(warehouse, Sha256.of("other"))).isEmpty();
    }

    @Test
    void whatIsDamagedIsNotBelieved(@TempDir Path warehouse) throws IOException {
        NIGHT.keep(warehouse);
        Path file = warehouse.resolve("known_night.json");

        Files.writeString(file, Files.readString(file).replace("2025-06-30", "2025-03-31"));
        assertThat(KnownNight.of(warehouse, READ)).as("another day").isEmpty();
        Files.writeString(file, "{");
        assertThat(KnownNight.of(warehouse, READ)).as("cut short").isEmpty();
    }
}
