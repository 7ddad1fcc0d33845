package vn.chitieu.source.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatCodeTest {

    /** Format, what is stored, what a person sees, and what it is taken for. */
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "General              | 700.5     | 700.5       | PLAIN",
                "0                    | 700.4     | 700         | PLAIN",
                "#,##0.####           | 4200      | 4,200.      | PLAIN",
                "#,##0.00             | -1234567.891 | -1,234,567.89 | PLAIN",
                "00                   | 1         | 01          | PLAIN",
                "0.00E+00             | 700000    | 7.00E+05    | PLAIN",
                "[$₫-42A] #,##0       | 700       | ₫ 700       | PLAIN",
                "_-* #,##0 _₫         | 700       | 700         | PLAIN",
                "[Red]-#,##0          | 5         | -5          | OTHER",
                "#,##0;(#,##0)        | -5        | (5)         | PLAIN",
                "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_) | 0 | - | PLAIN",
                "#,##0,               | 700000    | 700         | OTHER",
                "#,##0.0,,\" tr\"     | 700000    | 0.7 tr      | OTHER",
                "0\"00\"              | 7         | 700         | OTHER",
                "0\\0                 | 7         | 70          | OTHER",
                "000-000              | 123456    | 123-456     | OTHER",
                "#,##0;[Red]#,##0     | -5        | 5           | OTHER",
                "[>=1000]#,##0,\" k\";0 | 5000    | 5 k         | OTHER",
                "[>=1000]#,##0,\" k\";0 | 999     | 999         | PLAIN",
                ";;;                  | 700       | ``          | OTHER",
                "0;-0;;@              | 0         | ``          | OTHER",
                "\"-\"                | 700       | -           | OTHER",
                "# ?/?                | 0.5       | 1/2         | OTHER",
                "# ??/??              | 12.25     | 12 1/4      | OTHER",
                "0.0%                 | 0.953     | 95.3%       | PERCENT",
                "0\\%                 | 95        | 95%         | PLAIN",
                "dd/mm/yyyy           | 45789     | 12/05/2025  | DATE",
                "mm/yyyy              | 45809     | 06/2025     | MONTH",
                "mmm-yy               | 45809     | Jun-25      | MONTH",
                "[h]:mm               | 1.5       | 36:00       | DATE",
                "h:mm AM/PM           | 0.75      | 6:00 PM     | DATE"
            })
    void showsANumber(String code, BigDecimal number, String shown, Cell.NumberFormat format) {
        NumberFormatCode read = NumberFormatCode.of(code);

        assertThat(read.shown(number, false)).isEqualTo(shown);
        assertThat(read.format(number, false)).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({"14,45789,12/05/2025", "3,4200.4,'4,200'", "10,0.5,50.00%", "12,0.5,1/2", "0,7,7"})
    void aFormatThatTheFileDoesNotSpellOutHasAMeaningOfItsOwn(int id, BigDecimal number, String shown) {
        assertThat(NumberFormatCode.builtIn(id).orElseThrow().shown(number, false))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(ints = {59, 67, 164, 999})
    void aFormatThatTheFileShouldSpellOutMeansNothing(int id) {
        assertThat(NumberFormatCode.builtIn(id)).isEmpty();
    }

    /** 1904-01-01 is day 0: the same number is 1,462 days later. */
    @ParameterizedTest
    @CsvSource({"true,06/2029", "false,06/2025"})
    void daysMayCountFrom1904(boolean isFrom1904, String shown) {
        assertThat(NumberFormatCode.of("mm/yyyy").shown(new BigDecimal("45809"), isFrom1904))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"@,7,7", "0;-0;0,7,7", ";;;,7,''", "'\"k\"@',7,k7"})
    void aTextHasASectionOfItsOwn(String code, String text, String shown) {
        assertThat(NumberFormatCode.of(code).shown(text)).isEqualTo(shown);
    }

    /** Codes that no program writes end, and hold no number back by an exception. */
    @Test
    void aCodeThatIsNoneEnds() {
        assertThat(NumberFormatCode.of("0".repeat(300)).format(BigDecimal.TEN, false))
                .isEqualTo(Cell.NumberFormat.OTHER);
        assertThat(NumberFormatCode.of("0." + "0".repeat(200)).shown(BigDecimal.TEN, false))
                .isEqualTo("10." + "0".repeat(200));
        assertThat(NumberFormatCode.of("0\"E+99999999999\"").format(BigDecimal.TEN, false))
                .isEqualTo(Cell.NumberFormat.OTHER);
        assertThat(NumberFormatCode.of("\"").format(BigDecimal.TEN, false)).isEqualTo(Cell.NumberFormat.OTHER);
        assertThat(NumberFormatCode.of("\\").format(BigDecimal.TEN, false)).isEqualTo(Cell.NumberFormat.OTHER);
        assertThat(NumberFormatCode.of("[").format(BigDecimal.TEN, false)).isEqualTo(Cell.NumberFormat.OTHER);
    }
}
