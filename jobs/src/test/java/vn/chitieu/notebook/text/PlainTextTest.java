package vn.chitieu.notebook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void countsALetterWithItsMarksAsOneColumn() {
        String word = "Chỉ tiêu được đánh giá";

        assertThat(PlainText.width(word)).isEqualTo(22);
        assertThat(PlainText.width(Normalizer.normalize(word, Normalizer.Form.NFD)))
                .isEqualTo(22);
        assertThat(PlainText.width("日本")).isEqualTo(4);
    }

    @Test
    void cutsWithAnEllipsisInsideTheWidth() {
        assertThat(PlainText.cut("Thu nội địa", 11)).isEqualTo("Thu nội địa");
        assertThat(PlainText.cut("Thu nội địa", 8)).isEqualTo("Thu nội…");
    }

    @Test
    void wrapsAtSpacesAndBreaksOnlyWordsThatAreTooLong() {
        assertThat(PlainText.wrap("Thu nội địa", 7)).containsExactly("Thu nội", "địa");
        assertThat(PlainText.wrap("abcdefgh i", 3)).containsExactly("abc", "def", "gh", "i");
    }

    @Test
    void leavesNothingThatSteersATerminal() {
        assertThat(PlainText.oneLine("a\u001b[31mb\u202ec\nd\u2028e")).isEqualTo("a\uFFFD[31mb\uFFFDc d\uFFFDe");
    }
}
