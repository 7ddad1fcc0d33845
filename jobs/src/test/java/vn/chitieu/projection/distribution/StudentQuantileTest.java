package vn.chitieu.projection.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudentQuantileTest {

    /** As every textbook prints them. */
    @ParameterizedTest(name = "{0} degrees of freedom")
    @CsvSource({
        "  1, 3.078, 6.314, 12.706, 31.821, 63.657",
        "  2, 1.886, 2.920,  4.303,  6.965,  9.925",
        "  3, 1.638, 2.353,  3.182,  4.541,  5.841",
        "  4, 1.533, 2.132,  2.776,  3.747,  4.604",
        "  5, 1.476, 2.015,  2.571,  3.365,  4.032",
        "  6, 1.440, 1.943,  2.447,  3.143,  3.707",
        "  7, 1.415, 1.895,  2.365,  2.998,  3.499",
        "  8, 1.397, 1.860,  2.306,  2.896,  3.355",
        "  9, 1.383, 1.833,  2.262,  2.821,  3.250",
        " 10, 1.372, 1.812,  2.228,  2.764,  3.169",
        " 15, 1.341, 1.753,  2.131,  2.602,  2.947",
        " 20, 1.325, 1.725,  2.086,  2.528,  2.845",
        " 30, 1.310, 1.697,  2.042,  2.457,  2.750",
        " 60, 1.296, 1.671,  2.000,  2.390,  2.660",
        "120, 1.289, 1.658,  1.980,  2.358,  2.617"
    })
    void quantilesAreThoseOfThePublishedTable(
            double degreesOfFreedom, double p90, double p95, double p97_5, double p99, double p99_5) {
        assertThat(StudentQuantile.of(0.9, degreesOfFreedom)).isCloseTo(p90, within(5.01e-4));
        assertThat(StudentQuantile.of(0.95, degreesOfFreedom)).isCloseTo(p95, within(5.01e-4));
        assertThat(StudentQuantile.of(0.975, degreesOfFreedom)).isCloseTo(p97_5, within(5.01e-4));
        assertThat(StudentQuantile.of(0.99, degreesOfFreedom)).isCloseTo(p99, within(5.01e-4));
        assertThat(StudentQuantile.of(0.995, degreesOfFreedom)).isCloseTo(p99_5, within(5.01e-4));
    }

    @Test
    void oneAndTwoDegreesOfFreedomHaveAClosedForm() {
        for (int thousandths = 1; thousandths < 1000; thousandths++) {
            double p = thousandths / 1000.0;
            double cauchy = Math.tan(Math.PI * (p - 0.5));
            double two = (2 * p - 1) / Math.sqrt(2 * p * (1 - p));

            assertThat(StudentQuantile.of(p, 1)).isCloseTo(cauchy, within(1e-10 * (1 + Math.abs(cauchy))));
            assertThat(StudentQuantile.of(p, 2)).isCloseTo(two, within(1e-10 * (1 + Math.abs(two))));
        }
    }

    @Test
    void theMedianIsZeroAndTheTailsAreAlike() {
        for (double degreesOfFreedom : new double[] {1, 1.5, 2, 7, 100}) {
            assertThat(StudentQuantile.of(0.5, degreesOfFreedom)).isZero();
            for (double p : new double[] {0.25, 0.125, 0.0078125}) {
                assertThat(StudentQuantile.of(1 - p, degreesOfFreedom))
                        .isEqualTo(-StudentQuantile.of(p, degreesOfFreedom))
                        .isPositive();
            }
        }
    }

    @Test
    void aMillionDegreesOfFreedomAreAlmostNormal() {
        assertThat(StudentQuantile.of(0.975, 1e6)).isCloseTo(1.959964, within(1e-5));
    }

    @ParameterizedTest(name = "{0} degrees of freedom")
    @ValueSource(doubles = {1, 1.3, 2, 3, 4.7, 10, 60, 1000})
    void quantilesAreThoseOfTheDistributionFunction(double degreesOfFreedom) {
        TDistribution student = new TDistribution(null, degreesOfFreedom);
        for (double p : new double[] {0.00025, 0.01, 0.1, 0.4999, 0.5, 0.7, 0.975, 0.99975}) {
            double t = StudentQuantile.of(p, degreesOfFreedom);
            assertThat(student.cumulativeProbability(t)).isCloseTo(p, within(1e-11));
        }
    }
}
