package vn.chitieu.projection.forecaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.chitieu.method.statistics.OrderStatistics;

/**
 * Members against R 4.2.2 on its data set AirPassengers (Box and Jenkins 1976, series G), where both have the same
 * model: R's recursions at given parameters and start values. The call is beside each figure; {@code la} is the
 * logarithm of the series, of length 144.
 *
 * <p>Not comparable: R's estimates. Our members average over a fixed grid of parameters where {@code arima},
 * {@code ets} and {@code HoltWinters} maximise a likelihood, seasonal effects are shrunk and weighted by age where
 * {@code thetaf} decomposes classically, and an exact likelihood has no counterpart in conditional least squares.
 */
class RReferenceTest {

    private static final double DIGITS = 1e-10;

    private static final double[] AIR_PASSENGERS = {
        112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133,
        114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242,
        209, 191, 172, 194, 196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264,
        302, 293, 259, 229, 203, 229, 242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278, 284, 277, 317, 313,
        318, 374, 413, 405, 355, 306, 271, 306, 315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336, 340, 318,
        362, 348, 363, 435, 491, 505, 404, 359, 310, 337, 360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405,
        417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432
    };

    private static double[] logarithms() {
        return Arrays.stream(AIR_PASSENGERS).map(Math::log).toArray();
    }

    /**
     * {@code l <- HoltWinters(ts(c(0, ap)), alpha = 0.99, beta = FALSE, gamma = FALSE, l.start = mean(ap[1:4]))};
     * {@code b <- coef(lm(ap ~ seq_len(144)))[2]}; {@code coef(l) + b/2 * (0:11 + (1 - 0.01^144) / 0.99)}.
     */
    @Test
    void thetaWithoutSeasonIsSmoothingPlusHalfTheTrend() {
        assertThat(Theta.smooth(AIR_PASSENGERS, 12, 1)[0].alpha()).isEqualTo(0.99);
        assertThat(Theta.smooth(AIR_PASSENGERS, 12, 1)[0].level()).isCloseTo(431.5871479815124, within(DIGITS));
        double[] path = Theta.lines(AIR_PASSENGERS, 12, 1, 12)[0];
        assertThat(path[0]).isCloseTo(432.9291600562831, within(DIGITS));
        assertThat(path[1]).isCloseTo(434.257752010306, within(DIGITS));
        assertThat(path[11]).isCloseTo(447.5436715505359, within(DIGITS));
    }

    /**
     * {@code x <- diff(la, 12) - 0.1}; {@code arima(c(0, x), order = c(1,0,1), seasonal = list(order = c(0,0,1), period
     * = 12), include.mean = FALSE, fixed = c(0.75, -0.35, -0.4), transform.pars = FALSE, method = "CSS")}, the sum of
     * squares of its residuals after the first; the leading 0 makes R condition on nothing else.
     */
    @Test
    void conditionalSumsOfSquaresOfSeasonalArimaAreThoseOfR() {
        double[] x = Arrays.stream(SeasonalDifferences.of(logarithms(), 12))
                .map(d -> d - 0.1)
                .toArray();

        double[][] points = {{0.75, 0.35, 0.4}, {0.9, 0.65, 0.7}};
        SeasonalArima.Recursion recursion = new SeasonalArima.Recursion(x, 12, points, 0, 2);
        recursion.plain(50);
        assertThat(recursion.plain(x.length))
                .containsExactly(new double[] {0.2202115290967464, 0.2536606138273108}, within(DIGITS));
    }

    /**
     * {@code s <- tapply(la[1:48], rep(1:12, 4), mean); s <- s - mean(s)}; l and b from the means of {@code la - s} in
     * the first two years; {@code h <- HoltWinters(ts(c(rep(0, 12), la), frequency = 12), alpha = 0.35, beta = 0.12,
     * gamma = 0.25/0.65, l.start = l, b.start = b, s.start = s)}; {@code predict(h, 12)}. R's gamma weighs what the new
     * level leaves, ours the error of the forecast, hence the division by 1 - alpha.
     */
    @Test
    void additiveHoltWintersWithoutDampingIsThatOfR() {
        double[] la = logarithms();
        double[] start = new double[12];
        for (int t = 0; t < 48; t++) {
            start[t % 12] += la[t] / 4;
        }
        double mean = OrderStatistics.mean(start);
        for (int j = 0; j < 12; j++) {
            start[j] -= mean;
        }
        HoltWinters.Additive smoothing =
                new HoltWinters.Additive(la, start, new double[][] {{0.35, 0.35 * 0.12, 0.25, 1}});

        smoothing.runUntil(60);
        double squares = smoothing.runUntil(144)[0];

        assertThat(squares).isCloseTo(0.3226936086845009, within(DIGITS));
        assertThat(smoothing.levels[0]).isCloseTo(6.214231033757663, within(DIGITS));
        assertThat(smoothing.trends[0]).isCloseTo(0.009844787091292004, within(DIGITS));
        double[] path = new double[12];
        smoothing.forecast(0, path);
        assertThat(path)
                .containsExactly(
                        new double[] {
                            6.125727369413005, 6.088384908023349, 6.237076402736882, 6.262032595907115,
                            6.291505120386023, 6.42532361448961, 6.544924614990096, 6.526099407649887,
                            6.347380808008104, 6.22330395679785, 6.081651893386461, 6.196907730603439
                        },
                        within(DIGITS));
    }

    /**
     * {@code predict(lm(la ~ t + factor(t %% 12)), …)} for t = 144 to 155; their exponentials sum to 6773.524225296071.
     */
    @Test
    void trendAndSeasonalDummiesWithoutDiscountAreThoseOfR() {
        double[] ones = new double[144];
        Arrays.fill(ones, 1);
        SeasonalRegression fit = SeasonalRegression.fit(logarithms(), 144, 12, 0, ones);

        double sum = 0;
        for (int t = 144; t < 156; t++) {
            sum += Math.exp(fit.fitted(t, t % 12));
        }
        assertThat(fit.fitted(144, 0)).isCloseTo(6.18675705527276, within(DIGITS));
        assertThat(fit.fitted(155, 11)).isCloseTo(6.276192842085959, within(DIGITS));
        assertThat(sum).isCloseTo(6773.524225296071, within(1e-7));
    }
}
