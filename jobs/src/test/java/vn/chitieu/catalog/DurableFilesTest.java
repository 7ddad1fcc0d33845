package vn.chitieu.catalog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DurableFilesTest {

    private static final Path FILE = Path.of("/srv/w/current.json");

    @Test
    void whatFailsNamesItsFile() {
        assertThatThrownBy(() -> DurableFiles.naming(FILE, () -> {
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("/srv/w/current.json: No space left on device");
        assertThatThrownBy(() -> DurableFiles.naming(FILE, () -> {
                    throw new FileSystemException("/srv/w/.current.json.tmp", null, "Input/output error");
                }))
                .hasMessage("/srv/w/.current.json.tmp: Input/output error");
    }

    /** As Files.copy does where the close of the copy fails. */
    @Test
    void aCheckedExceptionThatNoSignatureNamesIsOneOfTheFile() {
        assertThatThrownBy(() -> DurableFiles.naming(FILE, () -> {
                    throw undeclared(new Exception("No space left on device"));
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("/srv/w/current.json: No space left on device");
    }

    @SuppressWarnings("unchecked") // throws a checked exception where none is declared
    private static <E extends Throwable> RuntimeException undeclared(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
