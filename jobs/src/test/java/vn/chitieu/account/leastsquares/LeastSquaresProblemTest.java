package vn.chitieu.account.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeastSquaresProblemTest {

    private static final double KEEP_ALL = Double.POSITIVE_INFINITY;

    private final LeastSquaresProblem problem = new LeastSquaresProblem();

    private int level(String name, int cell, double value, double standardDeviation) {
        return problem.add(new Equation(name, Ratio.level(LinearForm.of(cell)), value, standardDeviation, true));
    }

    private int growth(String name, int current, int previous, double pct) {
        return problem.add(
                new Equation(name, Ratio.growth(LinearForm.of(current), LinearForm.of(previous)), pct, 0.003, true));
    }

    /** 10 + 20 is 3 short of 33: each of three equally trusted figures gives way by 1. */
    @Test
    void anIdentityIsMetByEachFigureGivingWayAlike() {
        int total = problem.addCell("total", 30);
        int first = problem.addCell("first", 10);
        int second = problem.addCell("second", 20);
        problem.add(new Constraint("total", LinearForm.of(total).minus(LinearForm.sum(first, second)), 0));
        level("total", total, 33, 1);
        int figure = level("first", first, 10, 1);
        level("second", second, 20, 1);

        LeastSquaresSolution solution = problem.solve(KEEP_ALL);

        assertThat(solution.value(first)).isCloseTo(11, within(1e-12));
        assertThat(solution.value(second)).isCloseTo(21, within(1e-12));
        assertThat(solution.value(total)).isEqualTo(solution.value(first) + solution.value(second));
        assertThat(solution.standardError(first)).isCloseTo(Math.sqrt(2.0 / 3), within(1e-12));
        assertThat(solution.fitted(figure).residual()).isCloseTo(-1, within(1e-12));
        assertThat(solution.fitted(figure).standardisedResidual()).isCloseTo(-Math.sqrt(3), within(1e-12));
    }

    @Test
    void partsOfWhichOnlyTheSumIsKnownStayUndeterminedAndTheirSumDoesNot() {
        int total = problem.addCell("total", 30);
        int first = problem.addCell("first", 10);
        int second = problem.addCell("second", 10);
        int third = problem.addCell("third", 10);
        problem.add(new Constraint("total", LinearForm.of(total).minus(LinearForm.sum(first, second, third)), 0));
        level("total", total, 100, 1);
        level("first", first, 40, 2);

        LeastSquaresSolution solution = problem.solve(KEEP_ALL);

        Ratio rest = Ratio.level(LinearForm.sum(second, third));
        assertThat(solution.isDetermined(first)).isTrue();
        assertThat(solution.isDetermined(second)).isFalse();
        assertThat(solution.isDetermined(third)).isFalse();
        assertThat(solution.isDetermined(rest)).isTrue();
        assertThat(solution.value(rest)).isCloseTo(60, within(1e-12));
        assertThat(solution.standardError(rest)).isCloseTo(Math.sqrt(5), within(1e-12));
    }

    @Test
    void ratesWithoutALevelDetermineRatesOnly() {
        int first = problem.addCell("2022", 100);
        int second = problem.addCell("2023", 100);
        int third = problem.addCell("2024", 100);
        growth("2023", second, first, 10);
        growth("2024", third, second, 20);

        LeastSquaresSolution solution = problem.solve(KEEP_ALL);

        Ratio overTwoYears = Ratio.growth(LinearForm.of(third), LinearForm.of(first));
        assertThat(solution.isConverged()).isTrue();
        assertThat(solution.isDetermined(first)).isFalse();
        assertThat(solution.isDetermined(overTwoYears)).isTrue();
        assertThat(solution.value(overTwoYears)).isCloseTo(32, within(1e-7));
        assertThat(solution.standardError(overTwoYears)).isCloseTo(Math.hypot(1.2 * 0.003, 1.1 * 0.003), within(1e-9));
    }

    @Test
    void identitiesThatCannotAllHoldAreReportedByName() {
        int cell = problem.addCell("cell", 1);
        problem.add(new Constraint("printed twice: 5", LinearForm.of(cell), 5));
        problem.add(new Constraint("printed twice: 5 again", LinearForm.of(cell), 5));
        problem.add(new Constraint("printed twice: 6", LinearForm.of(cell), 6));

        LeastSquaresSolution solution = problem.solve(KEEP_ALL);

        assertThat(solution.contradictoryConstraints()).containsExactly("printed twice: 6");
        assertThat(solution.value(cell)).isEqualTo(5);
        assertThat(solution.standardError(cell)).isZero();
    }

    /** Two sources say 100, one says 140; growth from last year's 80 bears the two out. */
    @Test
    void oneWrongFigureIsIsolatedAndItsOpponentsNamed() {
        int before = problem.addCell("2023", 80);
        int now = problem.addCell("2024", 100);
        level("2023", before, 80, 0.3);
        int wrong = level("wrong", now, 140, 0.3);
        int right = level("right", now, 100, 0.3);
        int rate = growth("growth", now, before, 25);

        LeastSquaresSolution solution = problem.solve(3);

        assertThat(solution.fitted(wrong).isSetAside()).isTrue();
        assertThat(solution.fitted(wrong).standardisedResidual()).isGreaterThan(90);
        assertThat(solution.fitted(wrong).opponents()).contains(right).doesNotContain(wrong);
        assertThat(solution.fitted(right).isSetAside()).isFalse();
        assertThat(solution.fitted(rate).isSetAside()).isFalse();
        assertThat(solution.value(now)).isCloseTo(100, within(0.2));
        assertThat(solution.isDetermined(now)).isTrue();
    }

    @Test
    void aFigureThatNothingElseBearsOnCannotBeTested() {
        int cell = problem.addCell("cell", 7);
        int figure = level("only", cell, 42, 0.5);

        LeastSquaresSolution solution = problem.solve(3);

        assertThat(solution.fitted(figure).isTestable()).isFalse();
        assertThat(solution.value(cell)).isCloseTo(42, within(1e-12));
        assertThat(solution.standardError(cell)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void figuresWithoutAVarianceAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> level("figure", problem.addCell("cell", 1), 5, 0))
                .withMessage("Expecting a finite value and a standard deviation above 0 of figure but were 5.0 and"
                        + " 0.0");
    }

    /** Against the dense bordered normal equations, solved by Commons Math. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithTheBorderedNormalEquations(long seed) {
        Random random = new Random(seed);
        int cells = 30;
        int figures = 60;
        int identities = 6;
        for (int i = 0; i < cells; i++) {
            problem.addCell("x" + i, 100);
        }
        double[][] design = new double[figures][cells];
        double[] measured = new double[figures];
        double[] deviation = new double[figures];
        for (int i = 0; i < figures; i++) {
            LinearForm form = randomForm(random, cells, design[i]);
            measured[i] = random.nextGaussian();
            deviation[i] = 0.1 + random.nextDouble();
            problem.add(new Equation("figure " + i, Ratio.level(form), measured[i], deviation[i], true));
        }
        double[][] exact = new double[identities][cells];
        for (int i = 0; i < identities; i++) {
            problem.add(new Constraint("identity " + i, randomForm(random, cells, exact[i]), i));
        }

        LeastSquaresSolution solution = problem.solve(KEEP_ALL);

        RealMatrix weighted = MatrixUtils.createRealMatrix(cells + identities, cells + identities);
        RealVector right = MatrixUtils.createRealVector(new double[cells + identities]);
        for (int i = 0; i < figures; i++) {
            double weight = 1 / (deviation[i] * deviation[i]);
            for (int j = 0; j < cells; j++) {
                right.addToEntry(j, weight * design[i][j] * measured[i]);
                for (int k = 0; k < cells; k++) {
                    weighted.addToEntry(j, k, weight * design[i][j] * design[i][k]);
                }
            }
        }
        for (int i = 0; i < identities; i++) {
            right.setEntry(cells + i, i);
            for (int j = 0; j < cells; j++) {
                weighted.setEntry(cells + i, j, exact[i][j]);
                weighted.setEntry(j, cells + i, exact[i][j]);
            }
        }
        RealMatrix inverse = new LUDecomposition(weighted).getSolver().getInverse();
        RealVector expected = inverse.operate(right);
        for (int j = 0; j < cells; j++) {
            assertThat(solution.value(j)).isCloseTo(expected.getEntry(j), within(1e-8));
            assertThat(solution.standardError(j)).isCloseTo(Math.sqrt(inverse.getEntry(j, j)), within(1e-8));
        }
        Ratio pair = Ratio.level(LinearForm.of(0).plus(-2, LinearForm.of(17)));
        double variance = inverse.getEntry(0, 0) - 4 * inverse.getEntry(0, 17) + 4 * inverse.getEntry(17, 17);
        assertThat(solution.standardError(pair)).isCloseTo(Math.sqrt(variance), within(1e-8));
    }

    private static LinearForm randomForm(Random random, int cells, double[] dense) {
        List<LinearForm> terms = new ArrayList<>();
        for (int term = 0; term < 3; term++) {
            int cell = random.nextInt(cells);
            double weight = 1 + random.nextDouble();
            dense[cell] += weight;
            terms.add(LinearForm.of(cell).times(weight));
        }
        return terms.stream().reduce(LinearForm.sum(), (sum, term) -> sum.plus(1, term));
    }
}
