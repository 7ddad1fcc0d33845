package vn.chitieu.projection.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.distribution.NegativeBinomialDistribution;
import vn.chitieu.projection.forecaster.RegularSeries;

class RareCountsTest {

    private static YearEndProjection project(RegularSeries series, int year, int observed) {
        return (YearEndProjection)
                YearEndProjector.project(series, year, observed, Aggregation.SUM, PooledTables.shipped());
    }

    private static NegativeBinomialDistribution law(YearEndProjection projection) {
        return (NegativeBinomialDistribution) projection.distribution();
    }

    @Test
    void aSteadyRateGoesOn() {
        // one a quarter in 2022, 2023 and the first quarter of 2024
        double[] ones = new double[9];
        Arrays.fill(ones, 1);
        YearEndProjection projection = project(new RegularSeries(4, 2022, 1, ones), 2024, 1);

        double weights = 0;
        for (int t = 0; t < 9; t++) {
            weights += Math.pow(0.7, t / 4.0);
        }
        double events = 0.5 + weights;
        double mean = 3 * events / (1 + weights);
        assertThat(projection.method().code()).isEqualTo("rare_counts");
        assertThat(projection.ytd()).isEqualTo(1);
        assertThat(law(projection).mean()).isCloseTo(mean, within(1e-12));
        assertThat(law(projection).variance()).isCloseTo(mean * (1 + mean / events), within(1e-12));
        assertThat(projection.point()).isEqualTo(1 + 2); // the median of a mean of 2.8
    }

    @Test
    void aCeilingThatIsReachedWithAMonthToGoMostlyHolds() {
        // one or two deaths a year for five years, one until November of the sixth
        double[] deaths = new double[71];
        for (int month : new int[] {3, 14, 20, 31, 37, 44, 52, 63}) {
            deaths[month] = 1;
        }
        YearEndProjection projection = project(new RegularSeries(12, 2020, 1, deaths), 2025, 11);

        // 1.4 a year leave 1.4 / 12 for December: none comes with exp(-0.117) = 0.89
        assertThat(1 - projection.distribution().probabilityAbove(1)).isBetween(0.86, 0.92);
    }

    @Test
    void inJanuaryAYearOfNothingIsNotCertain() {
        double[] deaths = new double[61];
        for (int month : new int[] {3, 14, 20, 31, 37, 44, 52}) {
            deaths[month] = 1;
        }
        YearEndProjection projection = project(new RegularSeries(12, 2020, 1, deaths), 2025, 1);

        // 1.4 a year: none in eleven months with exp(-1.28) = 0.28
        assertThat(1 - projection.distribution().probabilityAtLeast(1)).isBetween(0.2, 0.42);
        assertThat(projection.distribution().quantile(0.9)).isBetween(2.0, 4.0);
    }

    @Test
    void eventsOfOneSeasonAreNotExpectedInAnother() {
        // four forest fires every March for ten years, none in the other months
        double[] fires = new double[126];
        for (int t = 2; t < fires.length; t += 12) {
            fires[t] = 4;
        }
        RegularSeries series = new RegularSeries(12, 2015, 1, fires);

        // March has 42 of 64 events, the nine months after it 18: from 4 fires a year 9 / 32 × 4 are left
        assertThat(law(project(series.until(2025, 3), 2025, 3)).mean()).isLessThan(1.3);
        assertThat(law(project(series.until(2025, 2), 2025, 2)).mean()).isBetween(3.0, 4.2);
    }

    @Test
    void amountsAndFrequentCountsAreNone() {
        double[] amounts = new double[30];
        double[] many = new double[30];
        for (int t = 0; t < 30; t++) {
            amounts[t] = 0.5 + t % 3;
            many[t] = 2 + t % 3;
        }

        assertThat(project(new RegularSeries(12, 2022, 1, amounts), 2024, 6)
                        .method()
                        .code())
                .isEqualTo("combination");
        assertThat(project(new RegularSeries(12, 2022, 1, many), 2024, 6)
                        .method()
                        .code())
                .isEqualTo("combination");
    }
}
