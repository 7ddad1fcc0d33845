package vn.chitieu.projection.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarEffectTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aStrongEffectIsFoundAndAnAbsentOneIsNot(long seed) {
        Random random = new Random(seed);
        double[][] regressors = CalendarRegressors.of(YearMonth.of(2005, 1), 180, MovingHoliday.easter());
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
                        new double[60],
                        CalendarRegressors.of(YearMonth.of(2005, 1), 60, MovingHoliday.easter()),
                        2.5,
                        0))
                .containsOnly(0);
    }
}
