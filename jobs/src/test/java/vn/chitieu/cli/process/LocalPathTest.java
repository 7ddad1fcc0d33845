package vn.chitieu.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

class LocalPathTest {

    private static final Texts MESSAGES = Words.of("cli").in(Language.EN);

    @ParameterizedTest
    @CsvSource({
        "/srv/chitieu, /srv/chitieu",
        "file:/srv/chitieu, /srv/chitieu",
        "file:///srv/chi%20tieu, /srv/chi tieu",
        "FILE://localhost/srv/w, /srv/w",
        "figures: 2025.csv, figures: 2025.csv",
        "a:b/c.csv, a:b/c.csv",
    })
    void aPathOrAnAddressOfAFileNamesAPlaceOfThisMachine(String text, String path) {
        assertThat(LocalPath.of(text, MESSAGES)).isEqualTo(Path.of(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hdfs://127.0.0.1:9000/w", "hdfs:/w", "s3a://bucket/w", "https://host/w", "jar:/x"})
    void anotherSchemeIsRefusedByName(String text) {
        assertThatExceptionOfType(LocalPath.NotServedException.class)
                .isThrownBy(() -> LocalPath.of(text, MESSAGES))
                .withMessageContaining(text)
                .withMessageContaining(text.substring(0, text.indexOf(':') + 1) + " is not served here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file://another/w", "file:///w w", "file:///w?x=1"})
    void anAddressOfAFileElsewhereOrOfNoFileIsRefused(String text) {
        assertThatExceptionOfType(LocalPath.NotServedException.class)
                .isThrownBy(() -> LocalPath.of(text, MESSAGES))
                .withMessageContaining(text);
    }
}
