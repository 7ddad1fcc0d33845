package vn.chitieu.method.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeastSquaresTest {

    private static final List<String> LINE = List.of("intercept", "x");

    @ParameterizedTest(name = "{0}: {1} digits of the coefficients, {2} of the standard errors")
    @CsvSource({
        "Norris, 13, 13",
        "Pontius, 13, 13",
        "NoInt1, 13, 13",
        "NoInt2, 13, 13",
        "Longley, 13, 13",
        "Wampler1, 13, 13",
        "Wampler2, 13, 13",
        "Wampler3, 13, 13",
        "Wampler4, 13, 13",
        "Wampler5, 13, 13",
        "Filip, 7, 7"
    })
    void reproducesTheCertifiedValuesOfNist(String name, double digits, double digitsOfErrors) {
        NistData nist = NistData.of(name);

        LeastSquares fit = LeastSquares.fit(nist.columns(), nist.rows(), nist.values());

        assertThat(NistData.correctDigits(fit.coefficients(), nist.estimates())).isGreaterThanOrEqualTo(digits);
        assertThat(NistData.correctDigits(fit.standardErrors(), nist.errors())).isGreaterThanOrEqualTo(digitsOfErrors);
        assertThat(NistData.correctDigits(
                        new double[] {Math.sqrt(fit.residualVariance())}, new double[] {nist.residualDeviation()}))
                .isGreaterThanOrEqualTo(digitsOfErrors);
    }

    /** y = 0, 1, 1 at x = 0, 1, 2: slope 1/2, intercept 1/6, residuals -1/6, 1/3, -1/6, variance 1/6 on 1 degree. */
    @Test
    void fitsALineThatCanBeCheckedByHand() {
        LeastSquares fit = LeastSquares.fit(LINE, line(0, 1, 2), new double[] {0, 1, 1});

        assertThat(fit.coefficients()).containsExactly(new double[] {1 / 6.0, 1 / 2.0}, within(1e-15));
        assertThat(fit.residuals()).containsExactly(new double[] {-1 / 6.0, 1 / 3.0, -1 / 6.0}, within(1e-15));
        assertThat(fit.degreesOfFreedom()).isEqualTo(1);
        assertThat(fit.residualSumOfSquares()).isCloseTo(1 / 6.0, within(1e-15));
        assertThat(fit.unscaledCovariance()[0]).containsExactly(new double[] {5 / 6.0, -1 / 2.0}, within(1e-15));
        assertThat(fit.unscaledCovariance()[1]).containsExactly(new double[] {-1 / 2.0, 1 / 2.0}, within(1e-15));
        assertThat(fit.standardErrors()[1]).isCloseTo(Math.sqrt(1 / 12.0), within(1e-15));
    }

    @Test
    void aSolvableSystemHasNoResidualsAndNoVariance() {
        LeastSquares fit = LeastSquares.fit(LINE, line(1, 2), new double[] {3, 5});

        assertThat(fit.coefficients()).containsExactly(1, 2);
        assertThat(fit.degreesOfFreedom()).isZero();
        assertThat(fit.residualVariance()).isNaN();
        assertThat(fit.standardErrors()).containsExactly(Double.NaN, Double.NaN);
    }

    @Test
    void valuesOfZeroGiveZero() {
        assertThat(LeastSquares.fit(LINE, line(1, 2, 4), new double[3]).coefficients())
                .containsExactly(0, 0);
    }

    @Test
    void namesTheColumnThatIsACombinationOfOthers() {
        double[][] rows = {{1, 1, 2}, {1, 2, 3}, {1, 3, 4}, {1, 5, 6}};

        assertThatExceptionOfType(SingularDesignException.class)
                .isThrownBy(() -> LeastSquares.fit(List.of("intercept", "year", "age"), rows, new double[4]))
                .withMessage("Expecting columns that determine their coefficients but 'age' is 0 or a combination of"
                        + " those before it, of [intercept, year, age]");
    }

    @Test
    void namesAColumnOfZeros() {
        assertThatExceptionOfType(SingularDesignException.class)
                .isThrownBy(() -> LeastSquares.fit(LINE, line(0, 0, 0), new double[] {1, 2, 3}))
                .withMessageContaining("'x' is 0 or a combination");
    }

    /** x and x (1 + 1e-14): apart by rounding only, so that no digit of the coefficients means anything. */
    @Test
    void refusesWhatRoundingAloneTellsApart() {
        double[][] rows = new double[20][];
        double[] values = new double[20];
        Random random = new Random(1);
        for (int i = 0; i < rows.length; i++) {
            double x = random.nextDouble();
            rows[i] = new double[] {x, x * (1 + 4 * Math.ulp(1.0) * random.nextInt(2))};
            values[i] = random.nextDouble();
        }

        assertThatExceptionOfType(SingularDesignException.class)
                .isThrownBy(() -> LeastSquares.fit(List.of("a", "b"), rows, values))
                .withMessageContaining("'b'");
    }

    @Test
    void refusesWhatCannotBeARegression() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeastSquares.fit(LINE, line(1), new double[] {1}))
                .withMessage("Expecting at least one column, as many rows and a value for each row but were 2 columns,"
                        + " 1 rows, 1 values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeastSquares.fit(LINE, line(1, Double.NaN), new double[2]))
                .withMessage("Expecting a finite 'x' in row 1 but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeastSquares.fit(LINE, line(1, 2), new double[] {1, Double.NEGATIVE_INFINITY}))
                .withMessage("Expecting a finite value in row 1 but was -Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeastSquares.fit(LINE, new double[][] {{1, 2}, {1}}, new double[2]))
                .withMessage("Expecting 2 numbers in row 1 but were 1");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void unitsOfAColumnChangeItsCoefficientOnly(long seed) {
        Random random = new Random(seed);
        double[][] rows = random(random, 12, 3);
        double[] values = random.doubles(12).toArray();
        double[][] inOtherUnits = Arrays.stream(rows)
                .map(row -> new double[] {row[0], row[1] * 1e12, row[2] * 1e-9})
                .toArray(double[][]::new);
        List<String> names = List.of("a", "b", "c");

        double[] b = LeastSquares.fit(names, rows, values).coefficients();
        double[] other = LeastSquares.fit(names, inOtherUnits, values).coefficients();

        double[] back = {other[0], other[1] * 1e12, other[2] * 1e-9};
        assertThat(NistData.correctDigits(back, b)).isGreaterThanOrEqualTo(13);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void residualsAreOrthogonalToEveryColumnAndRowsMayComeInAnyOrder(long seed) {
        Random random = new Random(seed);
        double[][] rows = random(random, 30, 5);
        double[] values = random.doubles(30).toArray();
        List<String> names = List.of("a", "b", "c", "d", "e");
        double[][] reversed = new double[30][];
        double[] valuesReversed = new double[30];
        for (int i = 0; i < 30; i++) {
            reversed[i] = rows[29 - i];
            valuesReversed[i] = values[29 - i];
        }

        LeastSquares fit = LeastSquares.fit(names, rows, values);

        for (int j = 0; j < 5; j++) {
            double dot = 0;
            for (int i = 0; i < 30; i++) {
                dot += rows[i][j] * fit.residuals()[i];
            }
            assertThat(dot).isCloseTo(0, within(1e-13));
        }
        assertThat(NistData.correctDigits(
                        LeastSquares.fit(names, reversed, valuesReversed).coefficients(), fit.coefficients()))
                .isGreaterThanOrEqualTo(13);
    }

    private static double[][] line(double... x) {
        return Arrays.stream(x).mapToObj(value -> new double[] {1, value}).toArray(double[][]::new);
    }

    private static double[][] random(Random random, int rows, int columns) {
        double[][] drawn = new double[rows][];
        for (int i = 0; i < rows; i++) {
            drawn[i] = random.doubles(columns).toArray();
        }
        return drawn;
    }
}
