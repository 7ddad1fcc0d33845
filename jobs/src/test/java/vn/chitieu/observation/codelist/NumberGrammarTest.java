package vn.chitieu.observation.codelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberGrammarTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.74", "+8.8", "58505", "1234.50", "007", "999999999999999999", "0.0001"})
    void aPlainDecimalIsReadExactly(String text) {
        assertThat(NumberGrammar.parse(text)).isEqualTo(new BigDecimal(text));
    }

    @Test
    void theScaleIsThePrintedNumberOfDecimals() {
        assertThat(NumberGrammar.parse("8.80").scale()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1,5",
                "1.234,5",
                "1,234.5",
                "1 234",
                "1\u00A0234",
                "1\u202F234",
                "1.23.4",
                "12.5%",
                "(1234)",
                "\u22121",
                "\u20135",
                "1e5",
                "1E5",
                "0x1F",
                "1d",
                "NaN",
                "Infinity",
                "-",
                ".",
                ".5",
                "5.",
                "--1",
                "x",
                "\uFF11\uFF12",
                "\u0661",
                "1234 tỷ",
                "1\n",
                "#####",
                "0000000000000000000000000000000000000000000001"
            })
    void anyOtherFormIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberGrammar.parse(text))
                .withMessage("Expecting a number such as 1234.5 but was '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890123456789", "0.1234567890123456789", "12345678901234.56789"})
    void moreDigitsThanCanBeHeldAreRefusedAndNeverRounded(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberGrammar.parse(text))
                .withMessage("Expecting a number of at most 18 digits but was '" + text + "'");
    }
}
