package vn.chitieu.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

    private static final Path RESOURCES =
            Path.of(System.getProperty("chitieu.home"), "jobs/src/main/resources/vn/chitieu");

    private static final Words WORDS = Words.of("notebook");

    static List<Path> stages() throws IOException {
        try (Stream<Path> folders = Files.list(RESOURCES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("words_vi.properties")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("stages")
    void bothLanguagesHaveTheSameKeys(Path stage) throws IOException {
        assertThat(read(stage, "vi").stringPropertyNames())
                .isEqualTo(read(stage, "en").stringPropertyNames())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("stages")
    void bothLanguagesHaveTheSameBlanks(Path stage) throws IOException {
        Properties vi = read(stage, "vi");
        Properties en = read(stage, "en");

        assertThat(vi.stringPropertyNames())
                .allSatisfy(key ->
                        assertThat(Blanks.of(vi.getProperty(key))).as(key).isEqualTo(Blanks.of(en.getProperty(key))));
    }

    @ParameterizedTest
    @MethodSource("stages")
    void everyTextIsComposedAndNoKeyStandsTwice(Path stage) throws IOException {
        for (String language : List.of("vi", "en")) {
            String file = Files.readString(stage.resolve("words_" + language + ".properties"));
            assertThat(Normalizer.isNormalized(file, Normalizer.Form.NFC)).isTrue();
            assertThat(file.lines()
                            .filter(line -> line.matches("[\\w.<>-]+ *=.*"))
                            .map(line -> line.substring(0, line.indexOf('=')).strip()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void anArgumentIsPutInAsItPrintsAndNeverLookedAtAgain() {
        assertThat(WORDS.in(Language.VI).text("page.overline", "{1}", "'")).isEqualTo("Đánh giá chỉ tiêu năm {1} · '");
    }

    @Test
    void aTextInTwoLanguagesIsPutInInTheLanguageOfTheSentence() {
        LocalizedText year = new LocalizedText("hai nghìn", "two thousand");

        assertThat(WORDS.in(Language.VI).text("page.overline", year, 1)).contains("hai nghìn");
        assertThat(WORDS.in(Language.EN).text("page.overline", year, 1)).contains("two thousand");
    }

    @Test
    void refusesAKeyThatDoesNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORDS.text("no.such.key"))
                .withMessage("Expecting a text in VI but found none of no.such.key");
    }

    @Test
    void refusesASentenceWithTooFewArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORDS.in(Language.EN).text("page.overline", "only one"))
                .withMessageStartingWith("Expecting more than 1 words for the blanks of page.overline but found '");
    }

    @Test
    void refusesAStageWithoutWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Words.of("nowhere"))
                .withMessage("Expecting a stage with words but found no resource"
                        + " /vn/chitieu/nowhere/words_vi.properties");
    }

    private static Properties read(Path stage, String language) throws IOException {
        Properties words = new Properties();
        try (var reader = Files.newBufferedReader(stage.resolve("words_" + language + ".properties"))) {
            words.load(reader);
        }
        return words;
    }
}
