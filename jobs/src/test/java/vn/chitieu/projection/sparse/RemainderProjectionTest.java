package vn.chitieu.projection.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.chitieu.projection.series.SeriesFigures.EXPORTS;
import static vn.chitieu.projection.series.SeriesFigures.distribution;
import static vn.chitieu.projection.series.SeriesFigures.projection;
import static vn.chitieu.projection.series.SeriesFigures.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.series.SeriesFigures;
import vn.chitieu.projection.series.SeriesInput;

class RemainderProjectionTest {

    /** Ten percent a year of the nation. */
    private static GrowthReference tenPercent() {
        return GrowthReference.of(
                List.of(series("VN", EXPORTS, PriceBasis.CURRENT, "2022 P 100", "2023 P 110", "2024 P 121")), "VN");
    }

    @Test
    void oneEarlierYearAndNormalGrowthToDateGiveNormalGrowthOfTheYear() {
        SeriesInput input = series(EXPORTS, "2024-S1 C 40", "2024 P 100", "2025-S1 C 44");

        SeriesProjection projection = projection(input, 2025, tenPercent());

        assertThat(projection.method().code()).isEqualTo("remainder_regression");
        assertThat(projection.point()).isCloseTo(110, within(1e-9));
        assertThat(projection.ytd()).isEqualTo(44);
        assertThat(projection.rest()).isCloseTo(66, within(1e-9));
        assertThat(projection.frequency()).isEqualTo(Frequency.S);
        assertThat(distribution(projection).probabilityAtLeast(44)).isEqualTo(0.999);
        assertThat(distribution(projection).quantile(0.5)).isCloseTo(110, within(1e-9));
    }

    @Test
    void withoutAPanelOneEarlierYearPassesOnHalfOfTheGrowthSoFar() {
        SeriesInput input = series(EXPORTS, "2024-S1 C 40", "2024 P 100", "2025-S1 C 48");

        assertThat(projection(input, 2025).point()).isCloseTo(48 + 60 * Math.pow(1.2, 0.49), within(1e-9));
    }

    @Test
    void theYearBeforeMayBeMissingOnce() {
        SeriesInput input = series(EXPORTS, "2023-S1 C 40", "2023 P 100", "2025-S1 C 48.4");

        assertThat(projection(input, 2025, tenPercent()).point()).isCloseTo(121, within(1e-9));
    }

    @Test
    void ownPairsMoveThePassThroughTowardsWhatTheyShow() {
        SeriesInput input = series(
                EXPORTS,
                "2020-S1 C 50",
                "2020 P 100",
                "2021-S1 C 60",
                "2021 P 120",
                "2022-S1 C 54",
                "2022 P 108",
                "2023-S1 C 70",
                "2023 P 140",
                "2024-S1 C 70",
                "2024 P 140",
                "2025-S1 C 84");

        double halfPassed = 84 + 70 * Math.pow(1.2, 0.49);
        assertThat(projection(input, 2025).point()).isBetween(halfPassed + 1, 168.0);
    }

    @Test
    void aFigureThatNoEarlierYearHasFallsBackToAnnualValues() {
        SeriesInput input = series(EXPORTS, "2022 P 100", "2023 P 110", "2024 P 121", "2024-Q3 C 90", "2025-Q1 P 27");

        SeriesProjection projection = projection(input, 2025);

        assertThat(projection.method().code()).isEqualTo("annual_drift");
        assertThat(projection.method().flag()).isEmpty();
        assertThat(projection.method().fallbackReason()).isEqualTo(MethodNote.NOT_COMPARABLE);
        assertThat(projection.ytd()).isEqualTo(27);
        assertThat(projection.rest()).isEqualTo(projection.point() - 27);
        assertThat(projection.lastPeriod()).hasToString("2025-Q1");
    }

    /** Half a year of 100 is a year of 200 at an even pace, with a standard deviation of 0.177 after six months. */
    @Test
    void driftAndEvenPaceAreWeightedByTheirPrecision() {
        SeriesProjection drift =
                projection(series(EXPORTS, "2021 P 100", "2022 P 120", "2023 P 110", "2024 P 160"), 2025);
        SeriesProjection both = projection(
                series(EXPORTS, "2021 P 100", "2022 P 120", "2023 P 110", "2024 P 160", "2025-06 C 100"), 2025);

        double variance = Math.pow(Objects.requireNonNull(drift.forecast().errorScale()), 2);
        double pace = 0.177 * 0.177;
        double mean = (Math.log(drift.point()) * pace + Math.log(200) * variance) / (variance + pace);
        assertThat(both.point()).isCloseTo(Math.exp(mean), within(1e-9));
        assertThat(both.point()).isBetween(drift.point(), 200.0);
        assertThat(both.forecast().errorScale())
                .isCloseTo(Math.sqrt(variance * pace / (variance + pace)), within(1e-12));
        assertThat(both.method().used().text().en())
                .endsWith("joined with the figure to date carried on evenly through the year");
    }

    @Test
    void aFlowBringsAtLeastWhatIsReportedAndABalanceMayStillFall() {
        SeriesProjection flow =
                projection(series(EXPORTS, "2022 P 100", "2023 P 125", "2024 P 121", "2025-11 C 150"), 2025);
        SeriesProjection balance =
                projection(series(SeriesFigures.BALANCE, "2022 P -3", "2023 P 10", "2024 P 11", "2025-11 C 150"), 2025);

        assertThat(distribution(flow).quantile(0.001)).isEqualTo(150);
        assertThat(flow.point()).isGreaterThan(150);
        assertThat(distribution(balance).quantile(0.025)).isNegative();
    }

    @Test
    void aBalanceHasNoGrowth() {
        SeriesInput input =
                series(SeriesFigures.BALANCE, "2022 P -3", "2023 P 10", "2024-S1 C 4", "2024 P 11", "2025-S1 C 5");

        assertThat(projection(input, 2025).method().code()).isEqualTo("annual_drift");
    }

    @Test
    void withAFlatPriorTheFitIsOrdinaryLeastSquares() {
        double[] x = {0.02, -0.05, 0.11, 0.04, -0.01, 0.07};
        double[] y = {0.03, -0.01, 0.06, 0.05, 0.01, 0.02};
        List<RemainderRegression.Pair> pairs = new ArrayList<>();
        double[][] regressors = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            pairs.add(new RemainderRegression.Pair(1e6 * x[i], 1e6 * y[i], 1));
            regressors[i] = new double[] {1e6 * x[i]};
        }
        OLSMultipleLinearRegression ols = new OLSMultipleLinearRegression();
        double[] response = Arrays.stream(y).map(v -> 1e6 * v).toArray();
        ols.newSampleData(response, regressors);
        double[] b = ols.estimateRegressionParameters();

        RemainderRegression fit = RemainderRegression.fit(pairs, b[1], 1, 1e-9, 1e12);

        assertThat(fit.alpha()).isCloseTo(b[0], within(1e-3));
        assertThat(fit.beta()).isCloseTo(b[1], within(1e-9));
    }

    @Test
    void theFitIsLeastSquaresWithThePenaltiesAsTwoMoreRows() {
        List<RemainderRegression.Pair> pairs = List.of(
                new RemainderRegression.Pair(0.02, 0.03, 1),
                new RemainderRegression.Pair(-0.05, 0.01, 0.85),
                new RemainderRegression.Pair(0.11, 0.04, 0.7225));
        double s2 = 4 * 0.05 * 0.05;
        double weight = 4;
        for (RemainderRegression.Pair pair : pairs) {
            s2 += pair.weight() * Math.pow(pair.rest() - 0.5 * pair.soFar(), 2);
            weight += pair.weight();
        }
        s2 /= weight;
        double[][] rows = new double[5][];
        double[] response = new double[5];
        for (int i = 0; i < 3; i++) {
            double root = Math.sqrt(pairs.get(i).weight());
            rows[i] = new double[] {root, root * pairs.get(i).soFar()};
            response[i] = root * pairs.get(i).rest();
        }
        rows[3] = new double[] {Math.sqrt(s2) / 0.03, 0};
        rows[4] = new double[] {0, Math.sqrt(s2) / 0.3};
        response[4] = 0.5 * Math.sqrt(s2) / 0.3;
        OLSMultipleLinearRegression ols = new OLSMultipleLinearRegression();
        ols.setNoIntercept(true);
        ols.newSampleData(response, rows);
        double[] b = ols.estimateRegressionParameters();

        RemainderRegression fit = RemainderRegression.fit(pairs, 0.5, 0.05, 4, 0.03);

        assertThat(fit.alpha()).isCloseTo(b[0], within(1e-12));
        assertThat(fit.beta()).isCloseTo(b[1], within(1e-12));
        double[] x = {1, 0.06};
        double[][] variance = ols.estimateRegressionParametersVariance();
        double expected = 1 + x[0] * x[0] * variance[0][0] + 2 * x[1] * variance[0][1] + x[1] * x[1] * variance[1][1];
        assertThat(fit.inflation(0.06)).isCloseTo(expected, within(1e-12));
    }
}
