package vn.chitieu.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.run.ProductClasses;
import vn.chitieu.catalog.run.PublishedFile;
import vn.chitieu.catalog.run.RunId;
import vn.chitieu.catalog.run.Warehouse;

@NullUnmarked // the test runner fills the field
class Sha256Test {

    @TempDir
    private Path directory;

    @Test
    void agreesWithTheStandard() { // FIPS 180-4, example "abc"
        String expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertThat(Sha256.of("abc")).isEqualTo(expected);
    }

    @Test
    void aFileHasTheSumOfItsContent() throws IOException {
        Path file = Files.writeString(directory.resolve("số liệu.csv"), "abc");

        assertThat(Sha256.ofFile(file)).isEqualTo(Sha256.of("abc"));
    }

    @Test
    void aFolderHasTheSumOfItsListing() throws IOException {
        Files.createDirectories(directory.resolve("b/empty"));
        Files.writeString(directory.resolve("b/x"), "abc");
        Files.writeString(directory.resolve("a"), "abc");

        assertThat(Sha256.ofFolder(directory))
                .isEqualTo(Sha256.of(Sha256.of("abc") + " a\n" + Sha256.of("abc") + " b/x\n"));
    }

    @Test
    void theProductHasOneSumAsFolderAndAsJar() throws IOException, URISyntaxException {
        Path classes = Path.of(Warehouse.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path jar = directory.resolve("product.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes.resolve("vn"))) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            List<Path> backwards = files.sorted(java.util.Comparator.reverseOrder())
                    .filter(Files::isRegularFile)
                    .toList();
            for (Path file : backwards) {
                zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, zip);
            }
        }

        assertThat(ProductClasses.sha256()).isEqualTo(Sha256.ofJar(jar, "vn/chitieu/"));
    }

    @Test
    void aRunIsNamedByItsDateAndAllThatDecidesIt() {
        String input = Sha256.of("input");
        String settings = Sha256.of("settings");
        String classes = Sha256.of("classes");
        LocalDate asOf = LocalDate.of(2025, 6, 30);

        RunId runId = RunId.of(asOf, input, settings, classes);

        assertThat(runId.text())
                .isEqualTo("20250630-"
                        + Sha256.of("2025-06-30\n" + input + "\n" + settings + "\n" + classes + "\n")
                                .substring(0, 12));
        assertThat(Stream.of(
                        RunId.of(asOf.plusDays(1), input, settings, classes),
                        RunId.of(asOf, settings, settings, classes),
                        RunId.of(asOf, input, input, classes),
                        RunId.of(asOf, input, settings, input)))
                .doesNotHaveDuplicates()
                .doesNotContain(runId);
    }

    @Test
    void refusesWhatIsNoSumAndNoRunId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunId.of(LocalDate.of(2025, 6, 30), "", "", ""))
                .withMessage("Expecting a sha256 of 64 hexadecimal digits but was ''");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunId("../current"))
                .withMessage("Expecting a run id such as 20251231-0123456789ab but was '../current'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PublishedFile("../trade.parquet", Sha256.of(""), 0))
                .withMessage("Expecting a plain file name but was '../trade.parquet'");
    }
}
