package vn.chitieu.projection.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.area.SeriesProjector;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.series.SeriesFigures;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.sparse.GrowthReference;

class CountDistributionTest {

    private static final StudentDistribution ROOT = new StudentDistribution(
            3, 0.5, 1000, LinkFunction.IDENTITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    @Test
    void quantilesAreWholeNumbersInOrder() {
        CountDistribution distribution = new CountDistribution(ROOT, 0);

        assertThat(distribution.quantile(0.5)).isEqualTo(9);
        assertThat(distribution.quantile(0.1)).isEqualTo(6); // (3 - 1.28 × 0.5)² = 5.6
        assertThat(distribution.quantile(0.9)).isEqualTo(13); // (3 + 1.28 × 0.5)² = 13.3
    }

    @Test
    void aTargetIsReachedFromHalfBelowIt() {
        CountDistribution distribution = new CountDistribution(ROOT, 0);

        assertThat(distribution.probabilityAtLeast(9))
                .isCloseTo(ROOT.probabilityAtLeast(Math.sqrt(8.5)), within(1e-12));
        assertThat(distribution.probabilityAtLeast(8.2)).isEqualTo(distribution.probabilityAtLeast(9));
    }

    @Test
    void whatIsCountedAlreadyIsCertain() {
        CountDistribution distribution = new CountDistribution(ROOT, 8);

        assertThat(distribution.quantile(0.01)).isEqualTo(8);
        assertThat(distribution.probabilityAtLeast(8)).isEqualTo(0.999);
    }

    /** Eight communes a year, every year, is no promise of eight: the square root of a count varies by a half. */
    @Test
    void aSteadyHistoryOfSmallCountsStaysUncertain() {
        SeriesInput input = SeriesFigures.series(
                "VN-HG",
                SeriesFigures.flow("new_rural_communes_recognised", 0),
                PriceBasis.NONE,
                "2020 P 8",
                "2021 P 8",
                "2022 P 8",
                "2023 P 8",
                "2024 P 8");

        SeriesProjection projection = (SeriesProjection) SeriesProjector.project(
                input, 2025, SeriesFigures.AS_OF, PooledTables.shipped(), GrowthReference.none());

        assertThat(projection.point()).isEqualTo(8);
        assertThat(Objects.requireNonNull(projection.distribution()).quantile(0.1))
                .isEqualTo(4);
        assertThat(projection.method().used().text().en()).isEqualTo("drift of 5 annual counts on square roots");
        assertThat(projection.method().used().text().vi())
                .isEqualTo("xu hướng của số đếm 5 năm trước, trên thang căn bậc hai");
    }
}
