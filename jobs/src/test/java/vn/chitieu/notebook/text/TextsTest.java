package vn.chitieu.notebook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.Normalizer;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.chitieu.text.Language;

class TextsTest {

    private static final Texts VI = Texts.of(Language.VI);
    private static final Texts EN = Texts.of(Language.EN);

    @Test
    void bothLanguagesHaveTheSameTextsButForReasonsThatTheTablesSayInEnglish() {
        Set<String> onlyVietnamese = new TreeSet<>(VI.keys());
        onlyVietnamese.removeAll(EN.keys());

        assertThat(VI.keys()).containsAll(EN.keys());
        assertThat(onlyVietnamese).allMatch(key -> key.startsWith("fallback."));
    }

    @Test
    void vietnameseIsComposed() {
        assertThat(VI.keys()).allSatisfy(key -> assertThat(
                        Normalizer.isNormalized(VI.text(key, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), Normalizer.Form.NFC))
                .isTrue());
    }

    @Test
    void aTextWithBracesInAnArgumentStaysAsItIs() {
        assertThat(VI.text("page.overline", "{1}", "'")).isEqualTo("Đánh giá chỉ tiêu năm {1} · '");
    }

    @Test
    void refusesAKeyThatDoesNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EN.text("no.such.key"))
                .withMessage("Expecting a text in EN but found none of no.such.key");
    }
}
