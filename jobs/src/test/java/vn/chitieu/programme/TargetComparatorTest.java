package vn.chitieu.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TargetComparatorTest {

    /** The better end of 6.0-6.5 is 6.5 for a floor; of 4.0-4.5 it is 4.0 for a limit; about 4,700 give or take 30. */
    @ParameterizedTest
    @CsvSource({
        "AT_LEAST,     6.6,  6.5,  0, true",
        "AT_LEAST,     6.5,  6.5,  0, false",
        "ABOVE,        6.6,  6.5,  0, true",
        "AT_MOST,      3.9,  4.0,  0, true",
        "AT_MOST,      4.0,  4.0,  0, false",
        "BELOW,        3.9,  4.0,  0, true",
        "ABOUT,        4731, 4700, 30, true",
        "ABOUT,        4730, 4700, 30, false",
        "ABOUT,        4690, 4700, 30, false",
        "POINT,        945,  940,  10, false",
        "BETWEEN,      945,  940,  10, false",
        "PLAN_CEILING, 900,  940,  0, false",
        "ASSESSED,     900,  940,  0, false"
    })
    void aTargetIsExceededByMoreThanItAsksForWhereMoreIsBetter(
            TargetComparator comparator, double outcome, double farEnd, double tolerance, boolean expected) {
        assertThat(comparator.isExceededBy(outcome, farEnd, tolerance)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(
            value = TargetComparator.class,
            names = {"AT_LEAST", "AT_MOST", "ABOUT", "POINT", "BETWEEN", "PLAN_CEILING"})
    void noiseOfArithmeticMeetsATargetAndExceedsNone(TargetComparator comparator) {
        for (double outcome : new double[] {940 + 1e-9, 940 - 1e-9}) {
            assertThat(comparator.isMetBy(outcome, 940, 0)).isTrue();
            assertThat(comparator.isExceededBy(outcome, 940, 0)).isFalse();
        }
    }
}
