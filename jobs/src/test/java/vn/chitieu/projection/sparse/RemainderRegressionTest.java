package vn.chitieu.projection.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitieu.projection.sparse.RemainderRegression.Pair;

class RemainderRegressionTest {

    private static final double PRIOR = 0.4;

    private static List<Pair> line(double beta) {
        List<Pair> pairs = new ArrayList<>();
        for (int x = -4; x <= 4; x++) {
            pairs.add(new Pair(x, beta * x, 1));
        }
        return pairs;
    }

    @Test
    void withoutPairsItIsThePrior() {
        RemainderRegression fit = RemainderRegression.robust(List.of(), PRIOR, 3, 4, 1);

        assertThat(fit.alpha()).isCloseTo(0, within(1e-12));
        assertThat(fit.beta()).isCloseTo(PRIOR, within(1e-12));
        assertThat(fit.spread()).isCloseTo(3, within(1e-12));
        assertThat(fit.degreesOfFreedom()).isCloseTo(4, within(1e-12));
    }

    @Test
    void withoutExtraordinaryYearsEveryYearCountsAlike() {
        assertThat(RemainderRegression.robust(line(0.8), PRIOR, 1, 4, 1))
                .isEqualTo(RemainderRegression.fit(line(0.8), PRIOR, 1, 4, 1));
    }

    @Test
    void oneExtraordinaryYearMovesItLessButWidensItAllTheSame() {
        List<Pair> pairs = line(0.8);
        pairs.add(new Pair(4, -20, 1));
        RemainderRegression plain = RemainderRegression.fit(pairs, PRIOR, 1, 4, 1);
        RemainderRegression robust = RemainderRegression.robust(pairs, PRIOR, 1, 4, 1);

        double undisturbed = RemainderRegression.fit(line(0.8), PRIOR, 1, 4, 1).rest(4);
        assertThat(Math.abs(robust.rest(4) - undisturbed)).isLessThan(0.7 * Math.abs(plain.rest(4) - undisturbed));
        assertThat(robust.spread()).isGreaterThan(plain.spread());
        assertThat(robust.degreesOfFreedom()).isEqualTo(plain.degreesOfFreedom());
    }
}
