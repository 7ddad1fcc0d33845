package vn.chitieu.projection.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.util.MathArrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalEquationsTest {

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

        NormalEquations equations = new NormalEquations(nist.rows(), nist.values());

        double[] b = equations.coefficients();
        double squares = 0;
        for (double residual : residuals(nist.rows(), nist.values(), b)) {
            squares += residual * residual;
        }
        double deviation = Math.sqrt(squares / (nist.values().length - b.length));
        double[][] covariance = equations.unscaledCovariance();
        double[] errors = new double[b.length];
        for (int j = 0; j < b.length; j++) {
            errors[j] = deviation * Math.sqrt(covariance[j][j]);
        }
        assertThat(NistData.correctDigits(b, nist.estimates())).isGreaterThanOrEqualTo(digits);
        assertThat(NistData.correctDigits(errors, nist.errors())).isGreaterThanOrEqualTo(digitsOfErrors);
        assertThat(NistData.correctDigits(new double[] {deviation}, new double[] {nist.residualDeviation()}))
                .isGreaterThanOrEqualTo(digitsOfErrors);
    }

    /** y = 0, 1, 1 at x = 0, 1, 2: slope 1/2, intercept 1/6. */
    @Test
    void fitsALineThatCanBeCheckedByHand() {
        NormalEquations line = new NormalEquations(line(0, 1, 2), new double[] {0, 1, 1});

        assertThat(line.coefficients()).containsExactly(1 / 6.0, 1 / 2.0);
        assertThat(line.unscaledCovariance()[0]).containsExactly(5 / 6.0, -1 / 2.0);
        assertThat(line.unscaledCovariance()[1]).containsExactly(-1 / 2.0, 1 / 2.0);
    }

    @Test
    void aSolvableSystemIsSolved() {
        assertThat(new NormalEquations(line(1, 2), new double[] {3, 5}).coefficients())
                .containsExactly(1, 2);
    }

    @Test
    void valuesOfZeroGiveZero() {
        assertThat(new NormalEquations(line(1, 2, 4), new double[3]).coefficients())
                .containsExactly(0, 0);
    }

    @Test
    void refusesAColumnOfZeros() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new NormalEquations(line(0, 0, 0), new double[] {1, 2, 3}).coefficients());
    }

    @Test
    void refusesWhatIsNotFinite() {
        assertThatExceptionOfType(NumberFormatException.class)
                .isThrownBy(() -> new NormalEquations(line(1, Double.NaN), new double[2]));
        assertThatExceptionOfType(NumberFormatException.class)
                .isThrownBy(() -> new NormalEquations(line(1, 2), new double[] {1, Double.NEGATIVE_INFINITY}));
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

        double[] b = new NormalEquations(rows, values).coefficients();
        double[] other = new NormalEquations(inOtherUnits, values).coefficients();

        double[] back = {other[0], other[1] * 1e12, other[2] * 1e-9};
        assertThat(NistData.correctDigits(back, b)).isGreaterThanOrEqualTo(13);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void residualsAreOrthogonalToEveryColumnAndRowsMayComeInAnyOrder(long seed) {
        Random random = new Random(seed);
        double[][] rows = random(random, 30, 5);
        double[] values = random.doubles(30).toArray();
        double[][] reversed = new double[30][];
        double[] valuesReversed = new double[30];
        for (int i = 0; i < 30; i++) {
            reversed[i] = rows[29 - i];
            valuesReversed[i] = values[29 - i];
        }

        double[] b = new NormalEquations(rows, values).coefficients();

        double[] residuals = residuals(rows, values, b);
        for (int j = 0; j < 5; j++) {
            double dot = 0;
            for (int i = 0; i < 30; i++) {
                dot += rows[i][j] * residuals[i];
            }
            assertThat(dot).isCloseTo(0, within(1e-13));
        }
        assertThat(new NormalEquations(reversed, valuesReversed).coefficients()).containsExactly(b);
    }

    /** Returns y - Ab, summed in about twice the precision of double. */
    private static double[] residuals(double[][] rows, double[] values, double[] b) {
        double[] residuals = new double[values.length];
        for (int i = 0; i < residuals.length; i++) {
            double[] x = Arrays.copyOf(rows[i], b.length + 1);
            double[] factors = Arrays.copyOf(b, b.length + 1);
            x[b.length] = values[i];
            factors[b.length] = -1;
            residuals[i] = -MathArrays.linearCombination(x, factors);
        }
        return residuals;
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
