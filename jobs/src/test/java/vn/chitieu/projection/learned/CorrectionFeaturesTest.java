package vn.chitieu.projection.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.dense.Correction;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.dense.PrintedExample;
import vn.chitieu.projection.dense.YearEndProjector;

@SuppressWarnings("EnumOrdinal") // the place of a feature in a row is its place in Feature
class CorrectionFeaturesTest {

    /** Four quarters of 1.1⁴ hundred: what growth by a tenth brings. */
    private static final double YEAR = 4 * GrowingQuarters.FIRST_QUARTER;

    private static final double GROWTH = Math.log(1.1) / GrowingQuarters.VOLATILITY; // 0.953

    private static double of(double[] features, Feature feature) {
        return features[feature.ordinal()];
    }

    @Test
    void growthIsCountedInUsualChanges() {
        double[] features = CorrectionFeatures.of(GrowingQuarters.saying(YEAR));

        for (Feature same : List.of(
                Feature.GROWTH_TO_DATE,
                Feature.GROWTH_QUARTER,
                Feature.GROWTH_OF_POINT,
                Feature.GROWTH_MEAN,
                Feature.GROWTH_LAST_YEAR,
                Feature.GROWTH_OF_REST)) {
            assertThat(of(features, same)).as(same.name()).isCloseTo(GROWTH, within(1e-12));
        }
        // the last four quarters: 3 of 133.1 and one of 146.41 over 3 of 121 and one of 133.1
        assertThat(of(features, Feature.GROWTH_TRAILING)).isCloseTo(GROWTH, within(1e-12));
        assertThat(of(features, Feature.ACCELERATION)).isCloseTo(0, within(1e-12));
        assertThat(of(features, Feature.CHANGE_0)).isZero();
        assertThat(of(features, Feature.PERSISTENCE)).isZero();
    }

    @Test
    void rulesAndMembersAreCountedFromThePointInScales() {
        double point = YEAR * Math.exp(0.03);
        double[] features = CorrectionFeatures.of(GrowingQuarters.saying(point));

        // growth to date carried on: 146.41 + 3 × 133.1 × 1.1 = 585.64, e^0.03 below the point; 0.03 / 0.02
        assertThat(of(features, Feature.RULE_TO_DATE)).isCloseTo(-1.5, within(1e-9));
        assertThat(of(features, Feature.RULE_TREND)).isCloseTo(-1.5, within(1e-9));
        assertThat(of(features, Feature.DEVIATION_HW)).isZero();
        assertThat(of(features, Feature.WEIGHT_HW)).isCloseTo(0, within(1e-12)); // an eleventh
        assertThat(of(features, Feature.GROWTH_OF_POINT)).isCloseTo(GROWTH + 0.3, within(1e-9));
        assertThat(of(features, Feature.OPEN_SHARE)).isCloseTo(1 - Math.exp(-0.03) / 4, within(1e-12));
    }

    @Test
    void errorsOfEarlierYearsAreThoseOfTheSameWeights() {
        List<double[]> earlier = List.of(
                GrowingQuarters.all(4 * 133.1 * Math.exp(-0.01)), // the year came out half a scale higher
                GrowingQuarters.all(4 * 121 * Math.exp(0.02))); // the year before one scale lower
        double[] features = CorrectionFeatures.of(GrowingQuarters.of(GrowingQuarters.values(), YEAR, earlier));

        assertThat(of(features, Feature.ERROR_1_BEFORE)).isCloseTo(0.5, within(1e-9));
        assertThat(of(features, Feature.ERROR_2_BEFORE)).isCloseTo(-1, within(1e-9));
        assertThat(of(features, Feature.ERROR_3_BEFORE)).isZero();
        // (0.5 − 0.85) / 1.85 and ln((0.5 + 0.85) / 1.85)
        assertThat(of(features, Feature.BIAS)).isCloseTo(-0.35 / 1.85, within(1e-9));
        assertThat(of(features, Feature.MEAN_SIZE)).isCloseTo(Math.log(1.35 / 1.85), within(1e-9));
    }

    @Test
    void areThoseOfASecondImplementationOnThePrintedExample() {
        double[] features = new double[Feature.values().length];
        YearEndProjector.project(
                PrintedExample.series(),
                2023,
                6,
                Aggregation.SUM,
                PooledTables.shipped().with(combined -> {
                    System.arraycopy(CorrectionFeatures.of(combined), 0, features, 0, features.length);
                    return Correction.NONE;
                }));

        Map.of(
                        Feature.GROWTH_TO_DATE, 2.64904,
                        Feature.GROWTH_QUARTER, 2.40757,
                        Feature.GROWTH_PERIOD, 2.80977,
                        Feature.GROWTH_TRAILING, 2.80926,
                        Feature.GROWTH_MEAN, 1.15707,
                        Feature.ACCELERATION, 1.29314,
                        Feature.QUARTER_TURN_5, 1.26868,
                        Feature.LARGEST_CHANGE, 2.25811,
                        Feature.CHANGE_2, -1.27477,
                        Feature.AMPLITUDE, -1.81633)
                .forEach((feature, expected) ->
                        assertThat(of(features, feature)).as(feature.name()).isCloseTo(expected, within(1e-4)));
    }

    @Test
    void whatCannotBeFarIsBounded() {
        double[] features = CorrectionFeatures.of(GrowingQuarters.saying(YEAR * 3));

        // ln 3 / 0.02 is 55 scales
        assertThat(of(features, Feature.RULE_TO_DATE)).isEqualTo(-5);
        // ln 3.3 = 1.19 is 11.9 usual changes
        assertThat(of(features, Feature.GROWTH_OF_POINT)).isEqualTo(4);
    }
}
