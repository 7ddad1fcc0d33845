package vn.chitieu.projection.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class CalendarRegressorsTest {

    @Test
    void tradingDaysAreWeekdaysLessTwoAndAHalfTimesWeekendDays() {
        assertThat(CalendarRegressors.tradingDays(2023, 2)).isZero(); // four whole weeks
        assertThat(CalendarRegressors.tradingDays(2024, 6)).isEqualTo(20 - 2.5 * 10); // five Saturdays and Sundays
        assertThat(CalendarRegressors.tradingDays(2024, 7)).isEqualTo(23 - 2.5 * 8);
    }

    @Test
    void regressorsAreZeroOnAverageOfEachMonth() {
        double[][] regressors = CalendarRegressors.of(YearMonth.of(1930, 1), 110 * 12, MovingHoliday.easter());
        for (int month = 0; month < 12; month++) {
            double tradingDays = 0;
            double easter = 0;
            for (int t = month; t < 110 * 12; t += 12) {
                tradingDays += regressors[0][t];
                easter += regressors[1][t];
            }
            assertThat(tradingDays).isCloseTo(0, within(1e-9));
            assertThat(easter).isCloseTo(0, within(1e-9));
        }
        assertThat(CalendarRegressors.of(YearMonth.of(2024, 2), 13, MovingHoliday.easter())[2])
                .startsWith(0.75, 0)
                .endsWith(-0.25);
    }
}
