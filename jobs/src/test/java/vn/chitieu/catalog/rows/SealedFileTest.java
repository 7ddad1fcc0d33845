package vn.chitieu.catalog.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.Sha256;

class SealedFileTest {

    private static final String ONE = Sha256.of("one");
    private static final String TWO = Sha256.of("two");

    private static void keep(Path file) throws IOException {
        SealedFile.replace(
                file, new TreeMap<>(Map.of(ONE, Sealed.of("chỉ tiêu"), TWO, Sealed.of("x".repeat(100_000)))));
    }

    @Test
    void valuesAreFoundByTheirSums(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("values");
        assertThat(SealedFile.read(file)).as("no file").isEmpty();

        keep(file);

        Map<String, Sealed<?>> values = SealedFile.read(file);
        assertThat(values).containsOnlyKeys(ONE, TWO);
        assertThat(values)
                .hasEntrySatisfying(ONE, value -> assertThat(value.open()).isEqualTo("chỉ tiêu"));
        assertThat(values)
                .hasEntrySatisfying(TWO, value -> assertThat(value.open()).isEqualTo("x".repeat(100_000)));
        SealedFile.replace(file, new TreeMap<>());
        assertThat(SealedFile.read(file)).as("in their place none").isEmpty();
    }

    @Test
    void ofADamagedFileNothingIsBelieved(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("values");
        keep(file);
        byte[] whole = Files.readAllBytes(file);
        for (int place = 0; place < whole.length; place++) {
            byte[] flipped = whole.clone();
            flipped[place] ^= 4;
            Files.write(file, flipped);
            assertThat(SealedFile.read(file)).as("byte %d", place).isEmpty();
        }
        for (int length : new int[] {0, 10, 60, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(SealedFile.read(file)).as("cut to %d", length).isEmpty();
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThat(SealedFile.read(file)).as("longer").isEmpty();
    }

    @Test
    void whatIsNoValueOfOursDoesNotComeToLife() {
        Sealed<File> foreign = Sealed.of(new File("/"));

        assertThatThrownBy(foreign::open)
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(InvalidClassException.class);
    }
}
