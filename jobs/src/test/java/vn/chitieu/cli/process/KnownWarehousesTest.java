package vn.chitieu.cli.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

@NullUnmarked // the test runner fills the fields
class KnownWarehousesTest {

    private static final Texts MESSAGES = Words.of("cli").in(Language.EN);

    @TempDir
    private Path folder;

    private Path mounted;

    @BeforeEach
    void keepAState() throws IOException {
        System.setProperty("chitieu.state", folder.resolve("state").toString());
        mounted = Files.createDirectories(folder.resolve("disk/warehouse"));
        Files.writeString(mounted.resolve("current.json"), "{}");
        KnownWarehouses.ofMachine().remember(mounted);
    }

    @AfterEach
    void keepNone() {
        System.clearProperty("chitieu.state");
    }

    @Test
    void aWarehouseThatWasThereAndIsNotIsAnErrorUntilItIsBackOrForgotten() throws IOException {
        KnownWarehouses known = KnownWarehouses.ofMachine();
        assertThatCode(() -> known.require(mounted, MESSAGES)).doesNotThrowAnyException();

        Files.move(mounted, folder.resolve("away"));
        assertGone(known);
        Files.createDirectories(mounted); // what a mount leaves behind when it goes
        assertGone(known);
        Files.delete(mounted);
        Files.move(folder.resolve("away"), mounted);
        assertThatCode(() -> known.require(mounted, MESSAGES)).doesNotThrowAnyException();
    }

    @Test
    void aPlaceWhereNeverWasOneIsFree() {
        assertThatCode(() -> KnownWarehouses.ofMachine().require(folder.resolve("disk/another"), MESSAGES))
                .doesNotThrowAnyException();
    }

    private void assertGone(KnownWarehouses known) {
        assertThatExceptionOfType(KnownWarehouses.WarehouseGoneException.class)
                .isThrownBy(() -> known.require(mounted, MESSAGES))
                .withMessageContaining(mounted + " was there and is not")
                .withMessageContaining(folder.resolve("state/warehouse").toString());
    }
}
