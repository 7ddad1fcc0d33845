package vn.chitieu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedNumberTest {

    @Test
    void aNumberIsPrintedAsReadersOfItsLanguageExpectIt() {
        assertThat(PrintedNumber.of(58505, 0)).isEqualTo(new LocalizedText("58.505", "58,505"));
        assertThat(PrintedNumber.of(12.27, 2)).isEqualTo(new LocalizedText("12,27", "12.27"));
        assertThat(PrintedNumber.of(-1234567.895, 2)).isEqualTo(new LocalizedText("-1.234.567,90", "-1,234,567.90"));
        assertThat(PrintedNumber.of(0.5, 1).en()).isEqualTo("0.5");
        assertThat(PrintedNumber.of(999, 0).vi()).isEqualTo("999");
    }

    @Test
    void whatRoundsToZeroHasNoSign() {
        assertThat(PrintedNumber.of(-0.04, 1).en()).isEqualTo("0.0");
    }

    @Test
    void theShortestFormKeepsAtMostFourDecimals() {
        assertThat(PrintedNumber.shortest(8300)).isEqualTo(new LocalizedText("8.300", "8,300"));
        assertThat(PrintedNumber.shortest(8.8).en()).isEqualTo("8.8");
        assertThat(PrintedNumber.shortest(1.0 / 3).en()).isEqualTo("0.3333");
        assertThat(PrintedNumber.shortest(100).en()).isEqualTo("100");
    }

    @Test
    void halfIsRoundedAwayFromZeroAsItIsWritten() {
        assertThat(PrintedNumber.of(0.125, 2).en()).isEqualTo("0.13");
        assertThat(PrintedNumber.of(-0.125, 2).en()).isEqualTo("-0.13");
        assertThat(PrintedNumber.of(2.5, 0).en()).isEqualTo("3");
        assertThat(PrintedNumber.of(1.005, 2).en()).isEqualTo("1.01");
        assertThat(PrintedNumber.of(999.95, 1).vi()).isEqualTo("1.000,0");
    }

    @Test
    void englishIsWrittenAsTheJdkWritesItAndVietnameseWithTheOtherMarks() {
        DecimalFormat english = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        english.setRoundingMode(RoundingMode.HALF_UP);
        for (int i = -9_999_999; i < 10_000_000; i += 997) {
            BigDecimal value = BigDecimal.valueOf(i, 3);
            String text = english.format(value);

            assertThat(PrintedNumber.in(Language.EN, value, 2)).isEqualTo(text.equals("-0.00") ? "0.00" : text);
            assertThat(PrintedNumber.in(Language.VI, value, 2)
                            .replace(',', '#')
                            .replace('.', ',')
                            .replace('#', '.'))
                    .isEqualTo(PrintedNumber.in(Language.EN, value, 2));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"4385.20|4.385,2|4,385.2", "1E+3|1.000|1,000", "0.00|0|0", "-4300|-4.300|-4,300"})
    void aNumberAsTypedKeepsItsDecimalsAndNoZeros(String typed, String vi, String en) {
        assertThat(PrintedNumber.exact(new BigDecimal(typed))).isEqualTo(new LocalizedText(vi, en));
    }
}
