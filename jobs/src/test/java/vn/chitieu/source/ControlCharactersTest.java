package vn.chitieu.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlCharactersTest {

    /** What each of all 65,536 code units is, by a list of its own: 32 + 1 + 32 control codes less three, and 13. */
    @Test
    void seventyFiveOfAllCharactersHideOrReorderText() {
        List<String> found = IntStream.rangeClosed(0, 0xffff)
                .filter(c -> ControlCharacters.contains((char) c))
                .mapToObj(c -> String.format(Locale.ROOT, "%04X", c))
                .toList();

        assertThat(found)
                .hasSize(62 + 13)
                .containsSubsequence("0000", "0007", "0008", "000B", "000C", "000E", "001B", "001F", "007F", "0080")
                .containsSubsequence("009F", "200E", "200F", "2028", "2029", "202A", "202B", "202C", "202D", "202E")
                .endsWith("2066", "2067", "2068", "2069")
                .doesNotContain("0009", "000A", "000D", "0020", "00A0", "200B", "2060", "FEFF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Tổng sản phẩm trên địa bàn tỉnh Hậu Giang",
                "hai\tcột\nhai dòng\r\n",
                "1 234,5",
                "１２",
                "😀",
                "e\u0301"
            })
    void whatPeopleWriteHasNone(String text) {
        assertThat(ControlCharacters.isIn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "1\u00002", "\u202e12", "12\u200e", "a\u001b[2J", "x\u2028y", "\u0085"})
    void oneAnywhereInATextIsFound(String text) {
        assertThat(ControlCharacters.isIn(text)).isTrue();
    }

    @Test
    void aRowIsRefusedForItsFirstSuchText() {
        assertThat(ControlCharacters.refusal(
                        "nso/2025-07-06",
                        "grdp.csv",
                        12,
                        List.of("area", "value", "note"),
                        List.of("VN-MAU", "\u202e12", "\0"),
                        "VN-MAU,\u202e12,\0"))
                .hasValueSatisfying(row -> {
                    assertThat(row.ruleCode()).isEqualTo("control_character");
                    assertThat(row.rowText()).isEqualTo("VN-MAU,<U+202E>12,<U+0000>");
                    assertThat(row.message().en())
                            .isEqualTo("source/nso/2025-07-06/grdp.csv, line 12: Expecting text without control"
                                    + " characters but was value = '<U+202E>12'. Correct the row and deliver the file"
                                    + " again, as a new delivery.");
                    assertThat(row.message().vi())
                            .isEqualTo("source/nso/2025-07-06/grdp.csv, dòng 12: cần văn bản không có ký tự điều khiển,"
                                    + " nhưng là value = '<U+202E>12'. Sửa dòng này trong tệp gốc và gửi lại thành một"
                                    + " lần giao mới.");
                });
    }

    @Test
    void aRowWithoutOneIsNotRefused() {
        assertThat(ControlCharacters.refusal("d", "f.csv", 1, List.of("a", "b"), List.of("x", ""), "x,"))
                .isEmpty();
    }
}
