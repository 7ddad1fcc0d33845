package vn.chitieu.observation.expected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.codelist.ReportingYears;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.observation.ingest.ExpectedDelivery;
import vn.chitieu.observation.ingest.FileCount;
import vn.chitieu.observation.ingest.IngestResult;

@NullUnmarked // the test runner fills the field
class ExpectedDeliveriesTest {

    private static final String SUM = "0".repeat(64);

    @TempDir
    private Path datasets;

    @Test
    void aPeriodIsReceivedByTheFirstFolderAfterItsEndLateAfterTheDueDayMissingWithoutOne() throws IOException {
        list("bulletin,2025-01,15,agreed");

        List<ExpectedDelivery> expected = expected("2025-04-20", "bulletin/2025-02-10", "bulletin/2025-03-18");

        assertThat(expected.stream()
                        .map(e -> e.period() + " " + e.due() + " " + e.status().code()))
                .containsExactly(
                        "2025-01 2025-02-15 received",
                        "2025-02 2025-03-15 late",
                        "2025-03 2025-04-15 missing",
                        "2025-04 2025-05-15 due");
        assertThat(ExpectedDeliveries.findings(expected).stream()
                        .map(Finding::message)
                        .map(m -> m.en()))
                .containsExactly(
                        "bulletin of February 2025, due on 15 March 2025, came late: on 18 March 2025",
                        "bulletin of March 2025 was due on 15 April 2025 and has not come; periods missing: 1");
    }

    /** Consumer prices of June are printed up to ten days before June ends. */
    @Test
    void whatIsPrintedJustBeforeItsPeriodEndsIsOfThatPeriod() throws IOException {
        list("bulletin,2025-06,15,agreed");

        assertThat(expected("2025-07-20", "bulletin/2025-06-29"))
                .extracting(e -> e.status().code())
                .containsExactly("received", "due");
        assertThat(expected("2025-07-20", "bulletin/2025-06-20"))
                .extracting(e -> e.status().code())
                .first()
                .isEqualTo("missing");
    }

    @Test
    void aFeedThatDiesIsOneFindingHoweverLongItIsDead() throws IOException {
        list("bulletin,2025-01,31,agreed");

        List<ExpectedDelivery> expected = expected("2025-07-05", "another/2025-02-10");

        assertThat(expected).hasSize(6);
        assertThat(expected.get(0).due()).isEqualTo(LocalDate.of(2025, 2, 28));
        assertThat(ExpectedDeliveries.findings(expected)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.message().en()).endsWith("periods missing: 5");
        });
    }

    @Test
    void whatIsNotListedIsNotExpectedAndALineThatIsWrongIsRefused() throws IOException {
        assertThat(expected("2025-07-05", "another/2025-02-10")).isEmpty();

        list("bulletin,tháng 6,15,agreed");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> expected("2025-07-05"))
                .withMessageContaining("codelist/expected_delivery.csv, line 2")
                .withMessageContaining("a period such as 2025, 2025-S1, 2025-Q1 or 2025-01");
    }

    private void list(String line) throws IOException {
        Files.createDirectories(datasets.resolve("codelist"));
        Files.writeString(
                datasets.resolve("codelist/expected_delivery.csv"),
                "delivery_name,from_period,due_day,basis\n" + line + "\n");
    }

    private List<ExpectedDelivery> expected(String asOf, String... deliveries) {
        List<FileCount> files = Stream.of(deliveries)
                .map(id -> new FileCount(id, "figures.csv", 0, 0, 0, 0, 0, 0, Optional.empty(), SUM))
                .toList();
        IngestResult ingest = new IngestResult(
                Figures.NONE, Figures.NONE, List.of(), List.of(), files, Set.of(), List.of(), List.of(), List.of());
        return ExpectedDeliveries.of(datasets, ReportingYears.calendar(), Map.of(), ingest, LocalDate.parse(asOf));
    }
}
