package vn.chitieu.notebook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.text.Language;

class NumberFormatsTest {

    private static final Locale MACHINE = Locale.getDefault();
    private static final NumberFormats VI = NumberFormats.of(Language.VI);
    private static final NumberFormats EN = NumberFormats.of(Language.EN);

    @AfterEach
    void restoreTheLocale() {
        Locale.setDefault(MACHINE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1234.5; 1; 1.234,5; 1,234.5",
                "-1234567.891; 2; -1.234.567,89; -1,234,567.89",
                "999; 0; 999; 999",
                "0.045; 2; 0,05; 0.05",
                "-0.004; 2; 0,00; 0.00",
                "-0.0; 1; 0,0; 0.0",
                "1e15; 0; 1.000.000.000.000.000; 1,000,000,000,000,000"
            })
    void groupsThousandsAndNeverPrintsMinusZero(double value, int decimals, String vi, String en) {
        assertThat(VI.number(value, decimals)).isEqualTo(vi);
        assertThat(EN.number(value, decimals)).isEqualTo(en);
    }

    @ParameterizedTest
    @CsvSource({
        "8120.4,billion_vnd,8.120",
        "676,billion_vnd,'676,0'",
        "4.5,billion_vnd,'4,50'",
        "9.2,pct,'9,20'",
        "1320,persons,1.320",
        "106.44,million_vnd_per_person,'106,44'",
        "225,per_10k,'225,0'"
    })
    void choosesDecimalsByUnitAndSize(double value, String unitCode, String printed) {
        assertThat(VI.amount(value, unitCode)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({"0,<1%", "0.009,<1%", "0.01,1%", "0.312,31%", "0.99,99%", "0.991,>99%", "1,>99%"})
    void neverPrintsACertainProbability(double probability, String printed) {
        assertThat(VI.probability(probability)).isEqualTo(printed);
    }

    @Test
    void printsPercentagesWithoutASpace() {
        assertThat(VI.percent(97.83, 1)).isEqualTo("97,8%");
        assertThat(EN.percent(97.83, 1)).isEqualTo("97.8%");
    }

    @Test
    void writesDaysAsReadersDo() {
        LocalDate day = LocalDate.of(2025, 6, 30);

        assertThat(VI.date(day)).isEqualTo("30/6/2025");
        assertThat(EN.date(day)).isEqualTo("30 June 2025");
    }

    @Test
    void doesNotDependOnTheLocaleOfTheMachine() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

        assertThat(VI.number(1234.5, 1)).isEqualTo("1.234,5");
        assertThat(EN.date(LocalDate.of(2025, 1, 2))).isEqualTo("2 January 2025");
    }
}
