package vn.chitieu.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingYearTest {

    private static final ReportingYear JULY = ReportingYear.namedByItsEnd(7);
    private static final ReportingYear APRIL = ReportingYear.namedByItsBeginning(4);

    @ParameterizedTest
    @CsvSource({
        "2025,    2024-07-01, 2025-06-30, 2025-04-01, 2026-03-31",
        "2025-S2, 2025-01-01, 2025-06-30, 2025-10-01, 2026-03-31",
        "2025-Q1, 2024-07-01, 2024-09-30, 2025-04-01, 2025-06-30",
        "2025-01, 2024-07-01, 2024-07-31, 2025-04-01, 2025-04-30",
        "2024-08, 2024-02-01, 2024-02-29, 2024-11-01, 2024-11-30",
        "2025-12, 2025-06-01, 2025-06-30, 2026-03-01, 2026-03-31"
    })
    void aPlaceInAYearHasTheDaysOfThatYear(
            String period, LocalDate startJuly, LocalDate endJuly, LocalDate startApril, LocalDate endApril) {
        Period place = Period.parse(period);

        assertThat(JULY.start(place)).isEqualTo(startJuly);
        assertThat(JULY.end(place)).isEqualTo(endJuly);
        assertThat(APRIL.start(place)).isEqualTo(startApril);
        assertThat(APRIL.end(place)).isEqualTo(endApril);
    }

    @ParameterizedTest
    @EnumSource
    void thePeriodsOfAFrequencyCoverEveryDayOnce(Frequency frequency) {
        for (int lead = -11; lead <= 11; lead++) {
            ReportingYear year = new ReportingYear(lead);
            Period period = new Period(2024, frequency, 1);
            LocalDate day = year.start(Period.ofYear(2024));
            for (int i = 0; i < 2 * frequency.periodsPerYear(); i++) {
                assertThat(year.start(period)).isEqualTo(day);
                assertThat(year.yearOf(day)).isEqualTo(period.year());
                day = year.end(period).plusDays(1);
                period = period.next();
            }
            assertThat(day).isEqualTo(year.start(Period.ofYear(2026)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-07, 2025-01, 2024-04",
        "2025-03, 2025-09, 2024-12",
        "2024-Q3, 2025-Q1, 2024-Q2",
        "2025-Q1, 2025-Q3, 2024-Q4",
        "2024-S2, 2025-S1, ",
        "2024,    ,        "
    })
    void calendarPeriodsAreThoseOfTheYearWithTheSameMonthsOrNone(String calendar, String inJuly, String inApril) {
        assertThat(JULY.ofCalendar(Period.parse(calendar)).map(Period::toString).orElse(null))
                .isEqualTo(inJuly);
        assertThat(APRIL.ofCalendar(Period.parse(calendar))
                        .map(Period::toString)
                        .orElse(null))
                .isEqualTo(inApril);
    }

    @ParameterizedTest
    @CsvSource({
        "2025,    2025-A1/2024-07-01,  year 2025 (July 2024–June 2025),                 year 2025 (July 2024–June 2025)",
        "2025-S2, 2025-S2/2025-01-01,  half 2 of year 2025 (January 2025–June 2025),    July 2024–June 2025",
        "2025-Q3, 2025-Q3/2025-01-01,  Q3 of year 2025 (January 2025–March 2025),       July 2024–March 2025",
        "2025-02, 2025-M02/2024-08-01, August 2024,                                     July 2024–August 2024"
    })
    void aPeriodIsWrittenWithItsFirstDayAndNamedByItsMonths(String place, String text, String name, String through) {
        ReportingPeriod period = new ReportingPeriod(Period.parse(place), JULY);

        assertThat(period).hasToString(text);
        assertThat(ReportingPeriod.parse(text)).isEqualTo(period);
        assertThat(period.name().en()).isEqualTo(name);
        assertThat(period.throughName().en()).isEqualTo(through);
        assertThat(ReportingPeriod.parse(place)).hasToString(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-M01", "2025-Q5/2024-07-01", "2025-M01/2022-07-01", "2025-01/2024-07-01", ""})
    void whatHasNoSuchFormIsNoPeriod(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ReportingPeriod.parse(text));
    }

    @Test
    void aYearThatBeginsInJanuaryIsThatOfTheCalendarHoweverItIsNamed() {
        assertThat(ReportingYear.namedByItsEnd(1)).isEqualTo(ReportingYear.CALENDAR);
        assertThat(ReportingYear.namedByItsBeginning(1)).isEqualTo(ReportingYear.CALENDAR);
        assertThat(JULY.firstDay()).isEqualTo("--07-01");
        assertThat(APRIL.firstDay()).isEqualTo("--04-01");
    }
}
