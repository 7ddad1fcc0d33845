package vn.chitieu.projection.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest {

    @ParameterizedTest
    @CsvSource({
        "1961-04-02",
        "1981-04-19",
        "2000-04-23",
        "2008-03-23",
        "2016-03-27",
        "2024-03-31",
        "2025-04-20",
        "2038-04-25"
    })
    void easterFallsOnItsPublishedDate(LocalDate easter) {
        LocalDate found =
                LocalDate.of(easter.getYear(), 3, 1).plusDays(Easter.sundayAsDayOfMarch(easter.getYear()) - 1);

        assertThat(found).isEqualTo(easter);
    }

    @Test
    void theEasterWeekIsSharedByItsMonths() {
        assertThat(Easter.share(2024, 3)).isEqualTo(1); // 24 to 31 March
        assertThat(Easter.share(2021, 3)).isEqualTo(0.5); // 28 March to 4 April
        assertThat(Easter.share(2021, 4)).isEqualTo(0.5);
        assertThat(Easter.share(2025, 4)).isEqualTo(1);
        assertThat(Easter.share(2025, 5)).isZero();
    }

    @Test
    void tradingDaysAreWeekdaysLessTwoAndAHalfTimesWeekendDays() {
        assertThat(CalendarRegressors.tradingDays(2023, 2)).isZero(); // four whole weeks
        assertThat(CalendarRegressors.tradingDays(2024, 6)).isEqualTo(20 - 2.5 * 10); // five Saturdays and Sundays
        assertThat(CalendarRegressors.tradingDays(2024, 7)).isEqualTo(23 - 2.5 * 8);
    }

    @Test
    void regressorsAreZeroOnAverageOfEachMonth() {
        double[][] regressors = CalendarRegressors.of(1930, 1, 110 * 12, MovingHoliday.easter());
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
        assertThat(CalendarRegressors.of(2024, 2, 13, MovingHoliday.easter())[2])
                .startsWith(0.75, 0)
                .endsWith(-0.25);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aStrongEffectIsFoundAndAnAbsentOneIsNot(long seed) {
        Random random = new Random(seed);
        double[][] regressors = CalendarRegressors.of(2005, 1, 180, MovingHoliday.easter());
        double[] x = new double[180];
        for (int t = 0; t < x.length; t++) {
            x[t] = 0.1 * regressors[0][t] + 0.005 * random.nextGaussian();
        }

        assertThat(CalendarEffect.coefficients(x, regressors, 2.5, 0)[0]).isCloseTo(0.1, within(0.01));
        assertThat(CalendarEffect.coefficients(x, regressors, 1e9, 0)).containsOnly(0);
    }

    @Test
    void aConstantSeriesHasNoCalendarEffect() {
        assertThat(CalendarEffect.coefficients(
                        new double[60], CalendarRegressors.of(2005, 1, 60, MovingHoliday.easter()), 2.5, 0))
                .containsOnly(0);
    }
}
