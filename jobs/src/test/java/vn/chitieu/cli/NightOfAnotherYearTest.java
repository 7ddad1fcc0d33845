package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.mart.PreviousRun;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.Ingest;

/** Nights of an office one of whose nations has a year from July, with the shipped figures. */
@Tag("full")
class NightOfAnotherYearTest {

    @Test
    void aNightFollowsAnotherAndKnowsWhatThatHad(@TempDir Path folder) throws IOException {
        Path datasets = CommandRun.copyOfDatasets(folder.resolve("datasets"));
        Path areas = datasets.resolve("codelist/CL_AREA.csv");
        String calendar = "philippines,php,,en,,";
        assertThat(Files.readString(areas)).contains(calendar);
        Files.writeString(areas, Files.readString(areas).replace(calendar, "philippines,php,,en,--07-01,beginning"));
        Path warehouse = folder.resolve("warehouse");

        CommandRun first = nightly(datasets, warehouse, "2025-06-30");

        assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.OK);
        PreviousRun previous = PreviousRun.of(Warehouse.at(warehouse).lastGood().orElseThrow(), Set.of());
        List<Observation> visible = Vintages.visible(
                Ingest.read(datasets, Codelists.read(datasets)).observations(), LocalDate.of(2025, 6, 30));
        assertThat(visible).allMatch(previous::hasVintage);
        assertThat(previous.isSomeWithdrawn(visible)).isFalse();

        CommandRun second = nightly(datasets, warehouse, "2025-08-07");

        assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.OK);
    }

    private static CommandRun nightly(Path datasets, Path warehouse, String asOf) {
        return CommandRun.of(
                "nightly", "--datasets", datasets.toString(), "--warehouse", warehouse.toString(), "--as-of", asOf);
    }
}
