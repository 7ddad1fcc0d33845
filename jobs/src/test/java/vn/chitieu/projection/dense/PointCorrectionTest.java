package vn.chitieu.projection.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.forecaster.RegularSeries;

/** Quarters that grow by three percent a year, the fourth one of changing size. */
class PointCorrectionTest {

    private static final PooledTables TABLES = PooledTables.shipped();

    private static RegularSeries series() {
        double[] values = new double[4 * 9 + 2];
        for (int t = 0; t < values.length; t++) {
            double fourth = t % 4 == 3 ? 10 + (t / 4 * 7) % 5 : 0;
            values[t] = (100 + fourth) * Math.pow(1.03, t / 4.0);
        }
        return new RegularSeries(4, 2010, 1, values);
    }

    private static YearEndProjection project(PooledTables tables, Aggregation aggregation) {
        return (YearEndProjection) YearEndProjector.project(series(), 2019, 2, aggregation, tables);
    }

    @Test
    void withoutACorrectionNothingChanges() {
        YearEndProjection shipped = project(TABLES, Aggregation.SUM);
        YearEndProjection switchedOff =
                project(TABLES.with(combined -> new Correction(2, 2, 9)).with(PointCorrection.NONE), Aggregation.SUM);

        assertThat(switchedOff).isEqualTo(shipped);
        assertThat(shipped.method().correction()).isEqualTo(Correction.NONE);
    }

    @Test
    void thePointIsMultipliedAndBecomesTheMedian() {
        YearEndProjection before = project(TABLES, Aggregation.SUM);
        YearEndProjection after = project(TABLES.with(combined -> new Correction(1.01, 0.5, 9)), Aggregation.SUM);

        assertThat(after.point()).isCloseTo(1.01 * before.point(), within(1e-9));
        assertThat(after.quantile(0.5)).isCloseTo(after.point(), within(1e-9));
        assertThat(after.ytd()
                        + after.path().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(after.point(), within(1e-9));
        assertThat(after.sigma()).isEqualTo(before.sigma() / 2);
        // half the width in logarithms
        assertThat(Math.log(after.quantile(0.9) / after.quantile(0.1)))
                .isCloseTo(Math.log(before.quantile(0.9) / before.quantile(0.1)) / 2, within(1e-9));
        assertThat(after.method().correction().percent()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aSumDoesNotFallBelowWhatIsKnown() {
        YearEndProjection after = project(TABLES.with(combined -> new Correction(0.1, 1, 9)), Aggregation.SUM);

        assertThat(after.point()).isEqualTo(after.ytd());
        assertThat(after.path()).allMatch(value -> value == 0);
    }

    @Test
    void aCorrectionSeesWhatTheCombinationRestsOn() {
        project(
                TABLES.with(combined -> {
                    assertThat(combined.known().length()).isEqualTo(4 * 9 + 2);
                    assertThat(combined.historyYears()).isEqualTo(9);
                    assertThat(combined.origin().earlier()).hasSize(7); // 2012 to 2018
                    assertThat(combined.weights()).hasSize(11);
                    return Correction.NONE;
                }),
                Aggregation.MEAN);
    }

    @Test
    void aFactorIsAboveZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Correction(0, 1, 1))
                .withMessage("Expecting finite factors above 0 but were 0.0 and 1.0");
    }
}
