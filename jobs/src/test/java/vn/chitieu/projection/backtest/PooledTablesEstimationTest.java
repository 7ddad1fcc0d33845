package vn.chitieu.projection.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.projection.dense.BacktestRow;
import vn.chitieu.projection.dense.CutoffTable;
import vn.chitieu.projection.dense.ErrorScale;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.distribution.ErrorQuantiles;

class PooledTablesEstimationTest {

    private static final PooledTables SHIPPED = PooledTables.shipped();

    /** What the ridge is drawn to: nothing. */
    private static final PooledTables NO_PRIOR = SHIPPED.withErrorDistribution(
            SHIPPED.scaleCoefficients().map((quarters, b) -> new double[b.length]), SHIPPED.errors());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void recoversTheCoefficientsThatMadeTheErrors(long seed) {
        double[] b = {-0.3, 0.4, 0.2, 0.5, 0.15};
        Random random = new Random(seed);
        List<PooledRow> rows = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            int m = i % 2 == 0 ? 12 : 4;
            ErrorScale x = new ErrorScale(
                    true, 1, -4 + random.nextGaussian(), -3 + random.nextGaussian(), -4 + random.nextGaussian(), 1);
            double[] predictors = x.predictors(m);
            double logSigma = 0;
            for (int j = 0; j < b.length; j++) {
                logSigma += b[j] * predictors[j];
            }
            double laplace = -Math.log(random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
            rows.add(row("s" + i / 20, m, m / 2, 1950 + i % 20, 10, x, Math.exp(logSigma) * laplace));
        }

        PooledEstimate estimate = PooledTablesEstimation.estimate(rows, NO_PRIOR);

        // a standard error of 0.006 a slope, and a ridge of one in a hundred
        double[] estimated = estimate.tables().scaleCoefficients().at(2);
        assertThat(estimate.isEstimated()).isTrue();
        assertThat(estimated[0])
                .isCloseTo(b[0], within(0.15)); // three slopes times 4 from the middle of the predictors
        for (int j = 1; j < b.length; j++) {
            assertThat(estimated[j]).describedAs("coefficient " + j).isCloseTo(b[j], within(0.03));
        }
    }

    @Test
    void whereNothingTellsErrorsApartTheScaleIsTheirWeightedMean() {
        // half of the series err by 0.1, half by 0.3, each with the same weight: on average by 0.2
        PooledEstimate estimate = PooledTablesEstimation.estimate(panel(40, 10, i -> i % 2 == 0 ? 0.1 : -0.3), SHIPPED);

        assertThat(Math.exp(estimate.tables().scaleCoefficients().at(2)[0])).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void errorsAboveTwoCountAsTwo() {
        PooledEstimate estimate = PooledTablesEstimation.estimate(panel(40, 10, i -> i % 2 == 0 ? 1 : -1000), SHIPPED);

        assertThat(Math.exp(estimate.tables().scaleCoefficients().at(2)[0])).isCloseTo(1.5, within(1e-9));
    }

    @Test
    void slopesThatTheDataDoNotSpeakOfStayAtThePrior() {
        double[] prior = SHIPPED.scaleCoefficients().at(2);

        double[] estimated = PooledTablesEstimation.estimate(panel(40, 10, i -> 0.1), SHIPPED)
                .tables()
                .scaleCoefficients()
                .at(2);

        for (int j = 1; j < prior.length; j++) {
            assertThat(estimated[j]).isCloseTo(prior[j], within(1e-9));
        }
    }

    @Test
    void quantilesAreBlendedByTheNumberOfRows() {
        // 300 rows: half the panel's table, whose scaled errors are -1 and 1, and half the shipped one
        PooledEstimate estimate = PooledTablesEstimation.estimate(panel(30, 10, i -> i % 2 == 0 ? 0.1 : -0.1), SHIPPED);

        ErrorQuantiles blended = estimate.tables().errors();
        assertThat(estimate.rows()).isEqualTo(300);
        assertThat(blended.quantile(0.1)).isCloseTo((-1 + SHIPPED.errors().quantile(0.1)) / 2, within(1e-9));
        assertThat(blended.quantile(0.9)).isCloseTo((1 + SHIPPED.errors().quantile(0.9)) / 2, within(1e-9));
    }

    @Test
    void weightedQuantilesStandInTheMiddleOfTheirWeight() {
        // 1, 2 and 3 with weights 1, 1 and 2 stand at 0.125, 0.375 and 0.75
        List<double[]> sorted = List.of(new double[] {1, 1}, new double[] {2, 1}, new double[] {3, 2});

        assertThat(PooledTablesEstimation.empiricalQuantiles(
                        sorted, new double[] {0.05, 0.125, 0.25, 0.375, 0.5625, 0.75, 0.9}))
                .containsExactly(1, 1, 1.5, 2, 2.5, 3, 3);
    }

    @Test
    void tooSmallAPanelKeepsThePriorTables() {
        PooledEstimate fewRows = PooledTablesEstimation.estimate(panel(299, 1, i -> 0.1), SHIPPED);
        PooledEstimate fewSeries = PooledTablesEstimation.estimate(panel(29, 20, i -> 0.1), SHIPPED);

        assertThat(fewRows).isEqualTo(new PooledEstimate(SHIPPED, 299, 299, false));
        assertThat(fewSeries).isEqualTo(new PooledEstimate(SHIPPED, 580, 29, false));
    }

    @Test
    void aPointOfTheYearWithFewRowsKeepsItsCoefficients() {
        List<PooledRow> rows = new ArrayList<>(panel(40, 10, i -> 0.1));
        for (int i = 0; i < 99; i++) {
            rows.add(row("s" + i, 12, 3, 2000, 10, same(), 0.5));
        }

        CutoffTable estimated =
                PooledTablesEstimation.estimate(rows, SHIPPED).tables().scaleCoefficients();

        assertThat(estimated.at(1)).containsExactly(SHIPPED.scaleCoefficients().at(1), within(1e-12));
        assertThat(estimated.at(3)).containsExactly(SHIPPED.scaleCoefficients().at(3), within(1e-12));
        assertThat(estimated.at(2)[0]).isCloseTo(Math.log(0.1), within(1e-9));
    }

    @Test
    void rowsWithTooShortAHistoryBetweenThePointsOrWithoutAnErrorAreNotUsed() {
        List<PooledRow> rows = new ArrayList<>(panel(40, 10, i -> 0.1));
        PooledEstimate without = PooledTablesEstimation.estimate(rows, SHIPPED);
        rows.add(row("short", 12, 6, 2000, 3, same(), 1));
        rows.add(row("between", 12, 7, 2000, 10, same(), 1));
        rows.add(new PooledRow("negative", 12, 6, new BacktestRow(2000, 10, -1, 1, same(), List.of())));

        assertThat(PooledTablesEstimation.estimate(rows, SHIPPED).tables().scaleCoefficients())
                .isEqualTo(without.tables().scaleCoefficients());
        assertThat(PooledTablesEstimation.estimate(rows, SHIPPED).rows()).isEqualTo(400);
    }

    @Test
    void aSeriesCountsByTheRootOfItsRowsAndHalfBelowFiveYears() {
        // 40 rows of 0.1 in each of 30 series weigh 30 · √40; 4 of 0.4 in each of 30 series weigh 30 · 4 · ½ · 1/√4
        List<PooledRow> rows = new ArrayList<>(panel(30, 40, i -> 0.1));
        for (int s = 0; s < 30; s++) {
            for (int year = 0; year < 4; year++) {
                rows.add(row("young" + s, 12, 6, 2000 + year, 4, same(), 0.4));
            }
        }
        double expected = (0.1 * Math.sqrt(40) + 0.4) / (Math.sqrt(40) + 1);

        double intercept = PooledTablesEstimation.estimate(rows, SHIPPED)
                .tables()
                .scaleCoefficients()
                .at(2)[0];

        assertThat(Math.exp(intercept)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        List<PooledRow> rows = new ArrayList<>(panel(40, 10, i -> Math.sin(i)));
        PooledEstimate estimate = PooledTablesEstimation.estimate(rows, SHIPPED);
        Collections.shuffle(rows, new Random(1));

        PooledEstimate shuffled = PooledTablesEstimation.estimate(rows, SHIPPED);

        assertThat(shuffled.tables().scaleCoefficients())
                .isEqualTo(estimate.tables().scaleCoefficients());
        assertThat(shuffled.tables().errors()).isEqualTo(estimate.tables().errors());
    }

    private interface ErrorOf {
        double at(int i);
    }

    /** Half-year rows of series that no predictor tells apart. */
    private static List<PooledRow> panel(int series, int years, ErrorOf error) {
        List<PooledRow> rows = new ArrayList<>();
        for (int i = 0; i < series * years; i++) {
            rows.add(row("s" + i % series, 12, 6, 1950 + i / series, 10, same(), error.at(i)));
        }
        return rows;
    }

    private static ErrorScale same() {
        return new ErrorScale(true, 1, 0, 0, 0, 1);
    }

    private static PooledRow row(
            String id, int m, int observed, int year, int historyYears, ErrorScale scale, double error) {
        return new PooledRow(
                id,
                m,
                observed,
                new BacktestRow(
                        year, historyYears, Math.exp(Math.max(-700, Math.min(700, error))), 1, scale, List.of()));
    }
}
