package vn.chitieu.observation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.source.delivery.TestDelivery;

class EditionsTest {

    private static final Codelists CODELISTS = Codelists.read(Path.of(System.getProperty("chitieu.home"), "datasets"));

    private final Path datasets;

    EditionsTest(@TempDir Path datasets) {
        this.datasets = datasets;
    }

    @Test
    void datesThatRunBackwardsAreSaidWithFileAndLineAndEachCountsFromItsOwnDay() {
        IngestResult result = read(
                row("2024-01", 100, "2024-03-01"),
                row("2024-01", 101, "2024-05-01"),
                row("2024-02", 200, "2024-04-01"),
                row("2024-01", 102, "2024-06-01"),
                row("2024-02", 201, "2024-03-15"),
                row("2024-01", 103, "2024-02-20"));

        assertThat(result.quarantined()).isEmpty();
        assertThat(result.observations()).hasSize(6);
        assertThat(result.formNotes())
                .extracting(Finding::message)
                .extracting(text -> text.en())
                .containsExactly(
                        "source/a/2025-08-07/figures.csv, line 6: Expecting editions of one figure in the order"
                                + " of publication, but that of PH.budget_revenue_state._T.2024-02.P.current is dated 2024-03-15"
                                + " and stands below one dated 2024-04-01 (figures.csv, line 4); so do 2 rows in all. Each"
                                + " counts from the day that it bears: check the dates.");
    }

    /** Offices print up to ten days ahead of the end of a period; what is older cannot be an edition of it. */
    @Test
    void anEditionFromBeforeTheEndOfItsPeriodOrWithoutADateIsSetAsideWithItsLine() {
        IngestResult result =
                read(row("2024-01", 100, "2024-01-21"), row("2024-02", 200, "2024-02-18"), row("2024-03", 300, ""));

        assertThat(result.observations()).hasSize(1);
        assertThat(result.quarantined())
                .extracting(row -> row.message().en())
                .containsExactly(
                        "source/a/2025-08-07/figures.csv, line 3: Expecting an edition published after its period, which"
                                + " ended on 2024-02-29, but was 2024-02-18. Correct the row and deliver it again, as a"
                                + " new delivery.",
                        "source/a/2025-08-07/figures.csv, line 4: Expecting the day on which an edition was published but"
                                + " was ''. Correct the row and deliver it again, as a new delivery.");
    }

    @Test
    void rowsOfOtherStatusesHaveNoOrder() {
        IngestResult result = read(
                row("2024-01", 101, "2024-05-01").replace("vintage", "preliminary"),
                row("2024-01", 100, "2024-03-01").replace("vintage", "preliminary"));

        assertThat(result.quarantined()).isEmpty();
        assertThat(result.formNotes()).isEmpty();
    }

    private static String row(String month, int value, String published) {
        return "philippines,budget_revenue_state,total,M,%s,period,current,%s,million_php,vintage,%s,u\n"
                .formatted(month, value, published);
    }

    private IngestResult read(String... rows) {
        return Ingest.read(
                List.of(TestDelivery.write(datasets, "a/2025-08-07", IngestTest.HEADER + String.join("", rows))),
                CODELISTS);
    }
}
