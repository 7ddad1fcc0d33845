package vn.chitieu.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    /** All 1 + 2 + 4 + 12 periods of a year. */
    private static Stream<Period> of(int year) {
        return Stream.of(Frequency.values()).flatMap(frequency -> of(year, frequency));
    }

    private static Stream<Period> of(int year, Frequency frequency) {
        return IntStream.rangeClosed(1, frequency.periodsPerYear())
                .mapToObj(index -> new Period(year, frequency, index));
    }

    /** All 5,700 periods that there are. */
    private static List<Period> all() {
        return IntStream.rangeClosed(1900, 2199).boxed().flatMap(PeriodTest::of).toList();
    }

    @Test
    void aYearHasNineteenPeriodsWrittenAsSdmxWritesThem() {
        assertThat(of(2025).map(Period::toString))
                .containsExactly(
                        "2025", "2025-S1", "2025-S2", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2025-01", "2025-02",
                        "2025-03", "2025-04", "2025-05", "2025-06", "2025-07", "2025-08", "2025-09", "2025-10",
                        "2025-11", "2025-12");
    }

    @Test
    void everyPeriodIsReadBackFromItsText() {
        assertThat(all()).hasSize(5700).allSatisfy(period -> {
            assertThat(Period.parse(period.toString())).isEqualTo(period);
            assertThat(Period.hasForm(period.toString())).isTrue();
            assertThat(Period.formOf(period.toString())).isEqualTo(period.frequency());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2025,    2025-01-01, 2025-12-31, 12, 12",
        "2025-S1, 2025-01-01, 2025-06-30,  6,  6",
        "2025-S2, 2025-07-01, 2025-12-31,  6, 12",
        "2025-Q3, 2025-07-01, 2025-09-30,  3,  9",
        "2025-11, 2025-11-01, 2025-11-30,  1, 11",
        "2023-02, 2023-02-01, 2023-02-28,  1,  2",
        "2024-02, 2024-02-01, 2024-02-29,  1,  2",
        "1900-02, 1900-02-01, 1900-02-28,  1,  2",
        "2000-02, 2000-02-01, 2000-02-29,  1,  2",
        "2100-02, 2100-02-01, 2100-02-28,  1,  2"
    })
    void aPeriodHasTheDaysOfTheCalendar(String text, LocalDate start, LocalDate end, int months, int lastMonth) {
        Period period = Period.parse(text);

        assertThat(ReportingYear.CALENDAR.start(period)).isEqualTo(start);
        assertThat(ReportingYear.CALENDAR.end(period)).isEqualTo(end);
        assertThat(period.months()).isEqualTo(months);
        assertThat(period.lastMonth()).isEqualTo(lastMonth);
    }

    @ParameterizedTest
    @EnumSource
    void thePeriodsOfAFrequencyCoverEveryDayOnce(Frequency frequency) {
        Period period = new Period(1900, frequency, 1);
        LocalDate day = LocalDate.of(1900, 1, 1);
        for (int i = 0; i < 300 * frequency.periodsPerYear(); i++) {
            assertThat(ReportingYear.CALENDAR.start(period)).isEqualTo(day);
            day = ReportingYear.CALENDAR.end(period).plusDays(1);
            period = period.year() == 2199 && period.lastMonth() == 12 ? period : period.next();
        }
        assertThat(day).isEqualTo(LocalDate.of(2200, 1, 1));
    }

    @Test
    void whatFollowsIsOfTheSameLength() {
        assertThat(Stream.of("2025", "2025-S1", "2025-S2", "2025-Q4", "2025-09", "2025-12")
                        .map(text -> Period.parse(text).next().toString()))
                .containsExactly("2026", "2025-S2", "2026-S1", "2026-Q1", "2025-10", "2026-01");
    }

    @Test
    void nothingFollowsTheLastYear() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse("2199-Q4").next())
                .withMessage("Expecting a year from 1900 to 2199 but was 2200");
    }

    @Test
    void theSamePeriodOfAnotherYearDiffersInNothingElse() {
        assertThat(of(2024).map(period -> period.inYear(2025))).containsExactlyElementsOf(of(2025).toList());
    }

    @Test
    void aYearIsOrderedByEndThenFromTheLongPeriodToTheShort() {
        assertThat(of(2025).sorted().map(Period::toString))
                .containsExactly(
                        "2025-01", "2025-02", "2025-Q1", "2025-03", "2025-04", "2025-05", "2025-S1", "2025-Q2",
                        "2025-06", "2025-07", "2025-08", "2025-Q3", "2025-09", "2025-10", "2025-11", "2025", "2025-S2",
                        "2025-Q4", "2025-12");
    }

    @Test
    void everyPairIsOrderedByTheDaysItHas() {
        List<Period> periods =
                Stream.of(1999, 2024, 2025).flatMap(PeriodTest::of).toList();
        for (Period one : periods) {
            for (Period other : periods) {
                int byEnd = ReportingYear.CALENDAR.end(one).compareTo(ReportingYear.CALENDAR.end(other));
                int byDays = byEnd != 0
                        ? byEnd
                        : ReportingYear.CALENDAR.start(one).compareTo(ReportingYear.CALENDAR.start(other));

                assertThat(Integer.signum(one.compareTo(other)))
                        .as("%s and %s", one, other)
                        .isEqualTo(Integer.signum(byDays));
                assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
            }
        }
    }

    @Test
    void theOrderInWhichTheyCameIsForgotten() {
        List<Period> sorted = of(2024).sorted().toList();
        List<Period> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(sorted);
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheIndexesOfAFrequencyExist(Frequency frequency) {
        int last = frequency.periodsPerYear();
        for (int index : new int[] {-1, 0, last + 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Period(2025, frequency, index))
                    .withMessage("Expecting a period of frequency " + frequency + " from 1 to " + last + " but was "
                            + index);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 25, 1899, 2200})
    void yearsFarFromOursAreRefused(int year) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.ofYear(year))
                .withMessage("Expecting a year from 1900 to 2199 but was " + year);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "25",
                "02025",
                " 2025",
                "2025 ",
                "2025-",
                "2025-9",
                "2025-013",
                "2025-Q",
                "2025-Q03",
                "2025-q3",
                "2025Q3",
                "2025-A1",
                "2025-M09",
                "2025-09-01",
                "09/2025",
                "2025–09",
                "٢٠٢٥",
                "２０２５",
                "2025\n"
            })
    void anotherFormIsRefusedAsItWasWritten(String text) {
        assertThat(Period.hasForm(text)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse(text))
                .withMessage("Expecting a period such as 2025, 2025-S1, 2025-Q3 or 2025-09 but was '" + text + "'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.formOf(text))
                .withMessage("Expecting a text of the form of a period but was '" + text + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-S0, S, a period of frequency S from 1 to 2 but was 0",
        "2025-S3, S, a period of frequency S from 1 to 2 but was 3",
        "2025-Q5, Q, a period of frequency Q from 1 to 4 but was 5",
        "2025-00, M, a period of frequency M from 1 to 12 but was 0",
        "2025-13, M, a period of frequency M from 1 to 12 but was 13",
        "1899,    A, a year from 1900 to 2199 but was 1899",
        "2200-01, M, a year from 1900 to 2199 but was 2200"
    })
    void aPeriodThatDoesNotExistHasAFormAllTheSame(String text, Frequency form, String expected) {
        assertThat(Period.hasForm(text)).isTrue();
        assertThat(Period.formOf(text)).isEqualTo(form);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse(text))
                .withMessage("Expecting " + expected);
    }

    @Test
    void anExampleShowsHowAFrequencyIsWritten() {
        assertThat(Stream.of(Frequency.values()).map(Period::example))
                .containsExactly("2025", "2025-S1", "2025-Q1", "2025-09");
    }
}
