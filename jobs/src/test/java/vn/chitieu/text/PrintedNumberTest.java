package vn.chitieu.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
