package vn.chitieu.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AggregationTest {

    /** Two years of four quarters. */
    private static final double[] QUARTERS = {1, 2, 4, 8, 16, 32, 64, 128};

    @ParameterizedTest
    @CsvSource({"SUM, 15, 240", "MEAN, 3.75, 60", "LAST, 8, 128"})
    void aYearIsTheSumTheMeanOrTheLastOfItsPeriods(Aggregation aggregation, double first, double second) {
        assertThat(aggregation.annual(QUARTERS, 0, 4)).isEqualTo(first);
        assertThat(aggregation.annual(QUARTERS, 4, 4)).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({"SUM, 1, 3, 7, 15", "MEAN, 0.25, 0.75, 1.75, 3.75", "LAST, 1, 2, 4, 8"})
    void whatIsKnownAddsItsPartOfTheYear(Aggregation aggregation, double one, double two, double three, double four) {
        double[] year = {1, 2, 4, 8};

        assertThat(aggregation.toDate(year, 1)).isEqualTo(one);
        assertThat(aggregation.toDate(year, 2)).isEqualTo(two);
        assertThat(aggregation.toDate(year, 3)).isEqualTo(three);
        assertThat(aggregation.toDate(year, 4)).isEqualTo(four);
    }

    @ParameterizedTest
    @EnumSource
    void aCompleteYearIsItsAnnualValue(Aggregation aggregation) {
        double[] year = {3, -1, 4, 1, -5, 9, 2, 6, 5, 3, 5, 8};

        assertThat(aggregation.toDate(year, 12)).isEqualTo(aggregation.annual(year, 0, 12));
        assertThat(aggregation.annual(year, 4, 1)).isEqualTo(-5);
    }

    @Test
    void onlyASumOfWhatIsNeverBelowZeroCannotFallAnyMore() {
        for (Aggregation aggregation : Aggregation.values()) {
            assertThat(aggregation.floor(7, false)).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(aggregation.floor(7, true))
                    .isEqualTo(aggregation == Aggregation.SUM ? 7 : Double.NEGATIVE_INFINITY);
        }
    }
}
