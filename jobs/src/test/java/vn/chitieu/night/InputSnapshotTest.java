package vn.chitieu.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DataException;
import vn.chitieu.text.LocalizedText;

@NullUnmarked // the test runner fills the fields
class InputSnapshotTest {

    @TempDir
    private Path folder;

    private Path datasets;
    private Path copy;
    private Path delivery;

    @BeforeEach
    void deliver() throws IOException {
        datasets = folder.resolve("datasets");
        copy = folder.resolve("copy");
        delivery = Files.createDirectories(datasets.resolve("source/nso/2025-07-15"));
        Files.writeString(delivery.resolve("figures.csv"), "old\n");
        Files.writeString(Files.createDirectories(datasets.resolve("codelist")).resolve("CL_UNIT.csv"), "unit\n");
        Files.createDirectories(datasets.resolve("template"));
        Files.createDirectories(copy);
    }

    @Test
    void everyFolderIsCopiedButWhatWasNotReceivedYetAndTheResults() throws IOException {
        Files.writeString(
                Files.createDirectories(datasets.resolve("inbox/tidy")).resolve("a.csv"), "a");
        Files.writeString(
                Files.createDirectories(datasets.resolve("warehouse/log")).resolve("b.jsonl"), "b");

        Path taken = InputSnapshot.take(datasets, copy).datasets();

        assertThat(taken.resolve("source/nso/2025-07-15/figures.csv")).hasContent("old\n");
        assertThat(taken.resolve("codelist/CL_UNIT.csv")).hasContent("unit\n");
        assertThat(taken.resolve("template")).isEmptyDirectory();
        assertThat(taken.resolve("inbox")).doesNotExist();
        assertThat(taken.resolve("warehouse")).doesNotExist();
    }

    @Test
    void aFileRenewedWhileTheOthersAreCopiedIsCopiedAgain() throws IOException {
        Path renewed = Files.writeString(folder.resolve("renewed.csv"), "new\n");
        List<String> copied = new ArrayList<>();

        Path taken = InputSnapshot.take(datasets, copy, file -> {
                    copied.add(file.toString());
                    if (Files.exists(renewed)) {
                        move(renewed, delivery.resolve("figures.csv"));
                    }
                })
                .datasets();

        assertThat(taken.resolve("source/nso/2025-07-15/figures.csv")).hasContent("new\n");
        assertThat(copied)
                .containsExactly(
                        "codelist/CL_UNIT.csv",
                        "source/nso/2025-07-15/figures.csv",
                        "source/nso/2025-07-15/figures.csv");
    }

    @Test
    void aFileThatNeverStandsStillIsRefusedByName() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> InputSnapshot.take(datasets, copy, file -> append(delivery.resolve("figures.csv"))))
                .withMessageContaining(delivery.resolve("figures.csv") + " keeps changing");
    }

    @Test
    void whatHappensToTheFilesAfterwardsChangesNothing() throws IOException {
        Path taken = InputSnapshot.take(datasets, copy).datasets();

        Files.writeString(delivery.resolve("figures.csv"), "overwritten in place\n");
        Files.delete(datasets.resolve("codelist/CL_UNIT.csv"));

        assertThat(taken.resolve("source/nso/2025-07-15/figures.csv")).hasContent("old\n");
        assertThat(taken.resolve("codelist/CL_UNIT.csv")).hasContent("unit\n");
    }

    @Test
    void aLinkOutOfItsFolderStaysOneAndALargeFileIsNotCopied() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "secret");
        Files.createSymbolicLink(delivery.resolve("link.csv"), secret);
        Files.createSymbolicLink(delivery.resolve("beside.csv"), Path.of("figures.csv"));
        Files.createSymbolicLink(delivery.resolve("nothing.csv"), folder.resolve("nothing"));
        try (var large =
                new java.io.RandomAccessFile(delivery.resolve("large.csv").toFile(), "rw")) {
            large.setLength(3L << 30);
        }

        Path taken = InputSnapshot.take(datasets, copy).datasets().resolve("source/nso/2025-07-15");

        assertThat(taken.resolve("link.csv")).isSymbolicLink();
        assertThat(taken.resolve("nothing.csv")).isSymbolicLink();
        assertThat(taken.resolve("beside.csv")).isRegularFile().hasContent("old\n");
        assertThat(Files.isSymbolicLink(taken.resolve("beside.csv"))).isFalse();
        assertThat(Files.size(taken.resolve("large.csv"))).isEqualTo(3L << 30);
    }

    @Test
    void theSumIsThatOfEveryNameAndByteAndThereIsNoneOfWhatCannotSimplyBeRead() throws IOException {
        String before = InputSnapshot.take(datasets, copy).sum().orElseThrow();

        assertThat(sum("again")).contains(before);
        Files.writeString(delivery.resolve("figures.csv"), "new\n");
        Optional<String> changed = sum("changed");
        assertThat(changed).isPresent().isNotEqualTo(Optional.of(before));
        Files.createDirectory(datasets.resolve("form"));
        assertThat(sum("folder")).as("an empty folder more").isPresent().isNotEqualTo(changed);
        Files.createSymbolicLink(
                delivery.resolve("link.csv"), Files.writeString(folder.resolve("secret.csv"), "secret"));
        assertThat(sum("link")).isEmpty();
    }

    private Optional<String> sum(String name) throws IOException {
        return InputSnapshot.take(datasets, Files.createDirectory(folder.resolve(name)))
                .sum();
    }

    @Test
    void aComplaintNamesTheFileThatAPersonCanMend() throws IOException {
        InputSnapshot snapshot = InputSnapshot.take(datasets, copy);

        DataException complaint = snapshot.ofTheOriginal(new DataException(
                new LocalizedText("cần " + copy.resolve("form/a.yaml"), "Expecting " + copy.resolve("form/a.yaml"))));

        assertThat(complaint.text())
                .isEqualTo(new LocalizedText(
                        "cần " + datasets.resolve("form/a.yaml"), "Expecting " + datasets.resolve("form/a.yaml")));
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(Path file) {
        try {
            Files.writeString(file, "more\n", java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
