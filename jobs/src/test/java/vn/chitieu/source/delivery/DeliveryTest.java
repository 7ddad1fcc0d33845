package vn.chitieu.source.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.catalog.DataException;

class DeliveryTest {

    private static final String ID = "cuc-thong-ke/2025-08-15";

    private final Path datasets;

    DeliveryTest(@TempDir Path datasets) {
        this.datasets = datasets;
    }

    @Test
    void aFileIsReadAfterItAgreesWithItsDescription() {
        Delivery delivery = TestDelivery.write(datasets, ID, "a,b\n1,2\n");
        DeliveredFile file = delivery.files().get(0);
        assertThat(delivery.read(file)).asString(UTF_8).isEqualTo("a,b\n1,2\n");
        assertThat(file.rows()).contains(1L);
        assertThat(file.isSourceList()).isFalse();
        assertThat(delivery.date()).isEqualTo(LocalDate.of(2025, 8, 15));
    }

    @Test
    void aTruncatedFileIsRefusedWithBothLengths() throws IOException {
        Delivery delivery = TestDelivery.write(datasets, ID, "a,b\n1,2\n");
        Files.writeString(delivery.folder().resolve("figures.csv"), "a,b\n1");
        assertRefused(
                delivery,
                "source/cuc-thong-ke/2025-08-15/figures.csv: Expecting 8 bytes but was 5 bytes (truncated). Deliver the"
                        + " file again, or correct datapackage.json if the file is right.");
    }

    @Test
    void aChangedFileOfTheSameLengthIsRefusedByItsHash() throws IOException {
        Delivery delivery = TestDelivery.write(datasets, ID, "a,b\n1,2\n");
        Files.writeString(delivery.folder().resolve("figures.csv"), "a,b\n1,3\n");
        assertRefused(
                delivery,
                "source/cuc-thong-ke/2025-08-15/figures.csv: Expecting sha256 "
                        + TestDelivery.sha256("a,b\n1,2\n".getBytes(UTF_8)) + " but was sha256 "
                        + TestDelivery.sha256("a,b\n1,3\n".getBytes(UTF_8)) + ". Deliver the file again, or correct"
                        + " datapackage.json if the file is right.");
    }

    @Test
    void aMissingFileIsRefused() throws IOException {
        Delivery delivery = TestDelivery.write(datasets, ID, "a,b\n1,2\n");
        Files.delete(delivery.folder().resolve("figures.csv"));
        assertRefused(
                delivery,
                "source/cuc-thong-ke/2025-08-15/figures.csv: Expecting a file but was no file. Deliver the file again,"
                        + " or correct datapackage.json if the file is right.");
    }

    @Test
    void aLinkToAFileElsewhereIsRefused() throws IOException {
        Delivery delivery = TestDelivery.write(datasets, ID, "a,b\n1,2\n");
        Path elsewhere = Files.writeString(datasets.resolve("secret.csv"), "a,b\n1,2\n");
        Files.delete(delivery.folder().resolve("figures.csv"));
        Files.createSymbolicLink(delivery.folder().resolve("figures.csv"), elsewhere);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> delivery.read(delivery.files().get(0)))
                .withMessageContaining(
                        "Expecting a file inside the delivery's folder but was a link to a file elsewhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../secret.csv", "/etc/passwd", "https://example.org/a.csv", "a/../../b.csv", ".hidden", ""})
    void aPathOutsideTheFolderIsRefused(String path) throws IOException {
        Delivery delivery = TestDelivery.write(datasets, ID, "a,b\n1,2\n");
        Path description = delivery.folder().resolve("datapackage.json");
        Files.writeString(description, Files.readString(description).replace("figures.csv", path));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(delivery::files)
                .withMessageStartingWith("source/cuc-thong-ke/2025-08-15/datapackage.json: Expecting ")
                .withMessageEndingWith(". Correct datapackage.json.");
    }

    @Test
    void aPathThatNoFileSystemHasIsRefused() throws IOException {
        Delivery delivery = TestDelivery.write(datasets, ID, "a,b\n1,2\n");
        Path description = delivery.folder().resolve("datapackage.json");
        String right = Files.readString(description);
        Files.writeString(description, right.replace("figures.csv", "a/".repeat(20_000) + "b.csv"));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(delivery::files)
                .withMessageStartingWith("source/cuc-thong-ke/2025-08-15/datapackage.json: Expecting the name of a file"
                        + " inside the folder as path of each resource but was 'a/a/");
        Files.writeString(description, right.replace("figures.csv", "\\ud800.csv"));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> delivery.read(delivery.files().get(0)))
                .withMessageContaining("Expecting a file but was a name that no file here can have.");
    }

    @Test
    void aDescriptionThatIsMissingOrNoJsonOrIncompleteIsRefused() throws IOException {
        Delivery delivery = TestDelivery.write(datasets, ID, "a,b\n1,2\n");
        Path description = delivery.folder().resolve("datapackage.json");
        Files.writeString(description, "{\"resources\": [{\"name\": \"x\"}]}");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(delivery::files)
                .withMessageContaining("Expecting a text as path of each resource but was missing");
        Files.writeString(description, "{\"resources\": []}");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(delivery::files)
                .withMessageContaining("Expecting at least one resource");
        Files.writeString(description, "{\"resources\": ");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(delivery::files)
                .withMessageContaining("datapackage.json: Expecting JSON but was not (");
        Files.delete(description);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(delivery::files)
                .withMessageContaining("Expecting a description of the delivery");
    }

    @Test
    void aFolderThatIsNoDateIsRefused() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> new Delivery("cuc-thong-ke/august", datasets).date())
                .withMessage("source/cuc-thong-ke/august: Expecting a folder named by the day of delivery, such as"
                        + " 2025-07-15, but was 'august'. Rename the folder.");
    }

    @Test
    void deliveriesAreListedInTheOrderOfTheirIds() {
        for (String id : List.of("b/2025-01-01", "a/2025-02-01", "b/2024-12-01", "a/2025-01-01", ".git/2025-01-01")) {
            TestDelivery.write(datasets, id, "a\n1\n");
        }
        assertThat(DeliveryFolder.list(datasets))
                .extracting(Delivery::id)
                .containsExactly("a/2025-01-01", "a/2025-02-01", "b/2024-12-01", "b/2025-01-01");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> DeliveryFolder.list(datasets.resolve("nowhere")))
                .withMessageContaining("Expecting a folder 'source' of deliveries in ");
    }

    @Test
    void aSourceThatStandsTwiceIsRefusedWithItsLine() {
        String sources = "source_url,published,publisher,kind,rows,note\nu,,P,news,1,\nu,,P,news,1,\n";
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> SourceList.read(ID, "sources.csv", sources.getBytes(UTF_8)))
                .withMessage(
                        "source/cuc-thong-ke/2025-08-15/sources.csv, line 3: Expecting each source_url once but found"
                                + " again 'u'. Remove one of the lines and deliver the file again.");
    }

    private static void assertRefused(Delivery delivery, String message) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> delivery.read(delivery.files().get(0)))
                .withMessage(message);
    }
}
