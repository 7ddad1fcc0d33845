package vn.chitieu.projection.forecaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RegularSeriesTest {

    @Test
    void theLastRunStartsAfterTheLastGap() {
        RegularSeries run = RegularSeries.lastRun(4, 2019, 3, new double[] {1, Double.NaN, 3, Double.NaN, 5, 6});

        assertThat(run).isEqualTo(new RegularSeries(4, 2020, 3, new double[] {5, 6}));
    }

    @Test
    void aSeriesWithoutGapsIsItsOwnLastRun() {
        double[] values = {1, 2, 3};

        assertThat(RegularSeries.lastRun(12, 2020, 11, values)).isEqualTo(new RegularSeries(12, 2020, 11, values));
    }

    @Test
    void aCutKeepsThePeriodAndAllBefore() {
        RegularSeries series = new RegularSeries(4, 2019, 4, new double[] {1, 2, 3, 4, 5});

        assertThat(series.until(2020, 2)).isEqualTo(new RegularSeries(4, 2019, 4, new double[] {1, 2, 3}));
    }

    @Test
    void aCutRefusesAPeriodThatTheSeriesDoesNotHold() {
        RegularSeries series = new RegularSeries(4, 2019, 4, new double[] {1, 2, 3});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> series.until(2020, 3))
                .withMessage("Expecting a series that holds period 3 of 2020 but was "
                        + "RegularSeries[3 values, 4 a year, from period 4 of 2019]");
        assertThatIllegalArgumentException().isThrownBy(() -> series.until(2019, 3));
    }

    @Test
    void refusesAMissingValueAndOneTooLargeToSquare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegularSeries(4, 2019, 1, new double[] {1, Double.NaN}))
                .withMessage("Expecting values of at most 1.0E150 in size but value 1 of 2 was NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> new RegularSeries(4, 2019, 1, new double[] {-1e151}));
    }

    @Test
    void refusesOtherFrequenciesAndPeriods() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegularSeries(7, 2019, 1, new double[] {1}))
                .withMessage("Expecting 12 or 4 periods a year but were 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegularSeries(4, 2019, 5, new double[] {1}))
                .withMessage("Expecting a first period from 1 to 4 but was 5");
        assertThatIllegalArgumentException().isThrownBy(() -> new RegularSeries(4, 2019, 1, new double[0]));
    }

    @Test
    void keepsItsValuesToItself() {
        double[] given = {1, 2};
        RegularSeries series = new RegularSeries(4, 2019, 1, given);
        given[0] = 9;
        series.values()[1] = 9;

        assertThat(series.values()).containsExactly(1, 2);
    }
}
