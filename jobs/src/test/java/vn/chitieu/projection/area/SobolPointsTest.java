package vn.chitieu.projection.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;

class SobolPointsTest {

    /** The sequence is 0, 1/2, 3/4, 1/4, 3/8 in its first dimension and 0, 1/2, 1/4, 3/4, 3/8 in its second. */
    @Test
    void originAndMiddleAreLeftOut() {
        SobolPoints points = SobolPoints.of(2, 3);

        assertThat(new double[] {points.uniform(0, 0), points.uniform(0, 1), points.uniform(0, 2)})
                .containsExactly(0.75, 0.25, 0.375);
        assertThat(new double[] {points.uniform(1, 0), points.uniform(1, 1), points.uniform(1, 2)})
                .containsExactly(0.25, 0.75, 0.375);
    }

    @Test
    void scoreIsTheNormalQuantile() {
        SobolPoints points = SobolPoints.of(2, 3);

        assertThat(points.normal(0, 0)).isCloseTo(0.67449, within(1e-5));
        assertThat(points.normal(1, 0)).isCloseTo(-0.67449, within(1e-5));
    }

    @Test
    void dimensionHasTheSameNumbersHoweverManyThereAre() {
        SobolPoints many = SobolPoints.of(100, 50);
        SobolSequenceGenerator few = new SobolSequenceGenerator(3);
        few.skipTo(1);

        for (int p = 0; p < 50; p++) {
            double[] point = few.nextVector();
            assertThat(new double[] {many.uniform(0, p), many.uniform(1, p), many.uniform(2, p)})
                    .containsExactly(point);
        }
    }
}
