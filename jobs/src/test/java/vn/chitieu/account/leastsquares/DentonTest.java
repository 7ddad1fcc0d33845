package vn.chitieu.account.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import jdplus.benchmarking.base.api.benchmarking.univariate.DentonSpec;
import jdplus.benchmarking.base.core.benchmarking.univariate.MatrixDenton;
import jdplus.toolkit.base.api.data.AggregationType;
import jdplus.toolkit.base.api.data.DoubleSeq;
import org.junit.jupiter.api.Test;

/**
 * Quarters that sum to years exactly and keep the movement of an indicator as far as they can, as views of an account
 * are tied: against Denton's benchmarking by JDemetra+.
 *
 * <p>Denton's proportional objective (1971; first differences, first quarter free, as Cholette 1984) is the sum of
 * squares of {@code x(t)/z(t) − x(t−1)/z(t−1)}. Ours is the growth of that ratio, {@code (x(t)/z(t)) / (x(t−1)/z(t−1))
 * − 1}: Dagum and Cholette's (2006) preservation of growth rates. The two agree to second order in the spread of the
 * ratios, and exactly where all ratios are equal; written as Denton's the solver finds Denton's numbers.
 */
class DentonTest {

    private static final double[] INDICATOR = {98, 100, 102, 100, 99, 101, 103, 101, 100, 102, 104, 102};
    private static final double[] YEARS = {404, 414, 412};

    private static double[] denton(double[] years) {
        DentonSpec spec = DentonSpec.builder()
                .multiplicative(true)
                .modified(true)
                .differencing(1)
                .aggregationType(AggregationType.Sum)
                .buildWithoutValidation();
        return new MatrixDenton(spec, 4, 0).process(DoubleSeq.of(INDICATOR), DoubleSeq.of(years));
    }

    private interface Movement {
        /** Returns the movement of the ratio to the indicator from a quarter to the next, 0 where it is kept. */
        Ratio between(LinearForm before, double indicatorBefore, LinearForm now, double indicatorNow);
    }

    private static double[] leastSquares(double[] years, Movement movement) {
        LeastSquaresProblem problem = new LeastSquaresProblem();
        int[] quarters = new int[INDICATOR.length];
        for (int t = 0; t < quarters.length; t++) {
            quarters[t] = problem.addCell("quarter " + t, INDICATOR[t]);
        }
        for (int year = 0; year < years.length; year++) {
            LinearForm sum = LinearForm.sum(
                    quarters[4 * year], quarters[4 * year + 1], quarters[4 * year + 2], quarters[4 * year + 3]);
            problem.add(new Constraint("year " + year, sum, years[year]));
        }
        for (int t = 1; t < quarters.length; t++) {
            Ratio ratio = movement.between(
                    LinearForm.of(quarters[t - 1]), INDICATOR[t - 1], LinearForm.of(quarters[t]), INDICATOR[t]);
            problem.add(new Equation("movement to quarter " + t, ratio, 0, 0.01, false));
        }
        LeastSquaresSolution solution = problem.solve(Double.POSITIVE_INFINITY);
        double[] levels = new double[quarters.length];
        for (int t = 0; t < levels.length; t++) {
            levels[t] = solution.value(Ratio.level(LinearForm.of(quarters[t])));
        }
        return levels;
    }

    private static Ratio differenceOfRatios(LinearForm before, double z0, LinearForm now, double z1) {
        return Ratio.level(LinearForm.sum().plus(1 / z1, now).plus(-1 / z0, before));
    }

    private static Ratio growthOfRatio(LinearForm before, double z0, LinearForm now, double z1) {
        return new Ratio(List.of(now), List.of(before), z0 / z1, -1);
    }

    @Test
    void dentonsObjectiveGivesDentonsQuarters() {
        assertThat(leastSquares(YEARS, DentonTest::differenceOfRatios)).containsExactly(denton(YEARS), within(1e-8));
    }

    /** Years are one to three percent above the indicator: what the objectives differ by is second order in that. */
    @Test
    void growthOfTheRatioGivesDentonsQuartersWithinAHundredthOfAPercent() {
        assertThat(leastSquares(YEARS, DentonTest::growthOfRatio)).containsExactly(denton(YEARS), within(0.01));
    }

    /** Every year is two percent above the indicator: so is every quarter, by either objective. */
    @Test
    void oneRatioOfAllYearsIsTheRatioOfAllQuarters() {
        double[] years = {1.02 * 400, 1.02 * 404, 1.02 * 408};
        double[] quarters = new double[INDICATOR.length];
        for (int t = 0; t < quarters.length; t++) {
            quarters[t] = 1.02 * INDICATOR[t];
        }

        assertThat(denton(years)).containsExactly(quarters, within(1e-9));
        assertThat(leastSquares(years, DentonTest::growthOfRatio)).containsExactly(quarters, within(1e-8));
        assertThat(leastSquares(years, DentonTest::differenceOfRatios)).containsExactly(quarters, within(1e-8));
    }

    @Test
    void quartersSumToYearsExactly() {
        double[] quarters = leastSquares(YEARS, DentonTest::growthOfRatio);

        for (int year = 0; year < YEARS.length; year++) {
            assertThat(quarters[4 * year] + quarters[4 * year + 1] + quarters[4 * year + 2] + quarters[4 * year + 3])
                    .isCloseTo(YEARS[year], within(1e-9));
        }
    }
}
