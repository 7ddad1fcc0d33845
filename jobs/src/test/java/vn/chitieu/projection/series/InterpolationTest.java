package vn.chitieu.projection.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.chitieu.projection.series.SeriesFigures.distribution;
import static vn.chitieu.projection.series.SeriesFigures.facts;
import static vn.chitieu.projection.series.SeriesFigures.projection;
import static vn.chitieu.projection.series.SeriesFigures.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.IncompleteYear;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.series.Interpolation.Filled;

class InterpolationTest {

    private static final double UNKNOWN = Double.NaN;

    @Test
    void growthOnBothYearsIsInterpolatedInLogarithms() {
        double[] quarters = {10, 20, 30, 40, 11, UNKNOWN, 33, 44, 12.1, 24.2, 36.3, 48.4};

        // after 20 with growth by 10 % on both sides: 22; before 24.2 with the same: 22
        Filled filled = Interpolation.fill(quarters, 4);

        assertThat(filled.values()[5]).isCloseTo(22, within(1e-9));
        assertThat(filled.gaps()).hasSize(1);
    }

    @Test
    void aGrowthThatChangesIsTakenHalfWay() {
        double[] quarters = {100, 100, 100, 100, 100, 100, 100, 100, 100, UNKNOWN, 121};

        // growth on the year before is 0 % before the gap and 21 % after it: half-way in logarithms 10 %
        assertThat(Interpolation.fill(quarters, 4).values()[9]).isCloseTo(110, within(1e-9));
    }

    @Test
    void figuresThatAreNotAllAboveZeroAreInterpolatedAsTheyAre() {
        double[] quarters = {0, 10, 20, 30, 4, 14, 24, 34, 8, UNKNOWN, 30, 38};

        // 4 more than a year before the gap's first neighbour, 6 more at the second: 14 + 5
        assertThat(Interpolation.fill(quarters, 4).values()[9]).isCloseTo(19, within(1e-9));
    }

    @Test
    void theErrorIsThatOfKnownPeriodsLeftOutInTurn() {
        double[] quarters = new double[21];
        Arrays.fill(quarters, 0);
        quarters[10] = 8;
        quarters[19] = UNKNOWN;

        // left out one by one from the fifth on, by growth on the year before: the eighth above is missed by 8, said of
        // the one before and after it by 4, a year later by 8 the other way, of its neighbours by 4 the other way:
        // 2 * 64 + 4 * 16 over 13 that have both neighbours
        Interpolation.Gap gap = Interpolation.fill(quarters, 4).gaps().get(0);

        assertThat(gap.removals()).isEqualTo(13);
        assertThat(gap.error()).isCloseTo(Math.sqrt((2 * 64 + 4 * 16) / 13.0), within(1e-9));
    }

    @ParameterizedTest(name = "missing {0}")
    @CsvSource({
        "2020-05 2020-06, true",
        "2020-05 2020-06 2020-07, false", // three in a row
        "2020-02 2020-05 2020-08, false", // three of a year
        "2020-12 2021-01, true"
    })
    void onlyShortGapsAreFilled(String missing, boolean isFilled) {
        double[] months = new double[60];
        Arrays.fill(months, 7);
        for (String period : missing.split(" ", -1)) {
            Period month = Period.parse(period);
            months[(month.year() - 2019) * 12 + month.index() - 1] = UNKNOWN;
        }
        double[] filled = Interpolation.fill(months, 12).values();

        assertThat(Arrays.stream(filled).noneMatch(Double::isNaN)).isEqualTo(isFilled);
    }

    @Test
    void monthsThatStandForQuartersOrHalvesAreNoGaps() {
        double[] quarterEnds = new double[48];
        double[] halves = new double[16];
        Arrays.setAll(quarterEnds, i -> i % 3 == 2 ? 5 : UNKNOWN);
        Arrays.setAll(halves, i -> i % 2 == 1 ? 5 : UNKNOWN);

        assertThat(Interpolation.fill(quarterEnds, 12).gaps()).isEmpty();
        assertThat(Interpolation.fill(halves, 4).gaps()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Aggregation.class)
    void theGapsOfLastYearAndOfThisAreNamedAndTheYearGoesOn(Aggregation aggregation) {
        SeriesProjection projection = projection(without(aggregation, 100, "2023-03", "2024-12", "2025-01"), 2025);

        assertThat(projection.lastPeriod()).isEqualTo(Period.parse("2025-06"));
        assertThat(projection.observedPeriods()).isEqualTo(5);
        assertThat(projection.interpolated()).containsExactly(Period.parse("2025-01"));
        assertThat(projection.method().historyYears()).isEqualTo(6);
        assertThat(projection.method().flag()).isEqualTo("interpolated");
        assertThat(projection.method().used().text().en())
                .endsWith("months; missing and interpolated: months 3/2023, 12/2024, 1/2025");
        assertThat(projection.previousYearValue()).isNotNull();
        IncompleteYear last = Objects.requireNonNull(projection.incompleteLastYear());
        assertThat(last.missing()).containsExactly(Period.parse("2024-12"));
        assertThat(last.known()).isEqualTo(11);
        assertThat(last.error()).isPositive();
    }

    @Test
    void aPrintedFigureToDateLeavesNothingToInterpolate() {
        List<String> figures = new ArrayList<>(figures(100));
        figures.removeIf(figure -> figure.startsWith("2025-04 "));
        figures.add("2025-06 C 600");
        SeriesProjection projection =
                projection(series(facts("sales", IndicatorKind.FLOW, Aggregation.SUM, 0, 1e9), texts(figures)), 2025);

        assertThat(projection.ytd()).isEqualTo(600);
        assertThat(projection.interpolated()).isEmpty(); // quarters are known
    }

    @ParameterizedTest
    @EnumSource(
            value = Aggregation.class,
            names = {"SUM", "MEAN"})
    void aYearOfElevenMonthsIsCoveredAsOftenAsItSays(Aggregation aggregation) {
        int inside80 = 0;
        int inside95 = 0;
        double bias = 0;
        double size = 0;
        int count = 300;
        SplittableRandom random = new SplittableRandom(20251001);
        for (int i = 0; i < count; i++) {
            double[] values = generated(random);
            int missing = 72 + random.nextInt(11);
            double truth = aggregation.annual(values, 72, 12);
            SeriesProjection projection = projection(input(aggregation, values, missing), 2025);

            double error = projection.point() - truth;
            bias += error / count;
            size += Math.abs(error) / count;
            inside80 += isInside(projection, truth, 0.1) ? 1 : 0;
            inside95 += isInside(projection, truth, 0.025) ? 1 : 0;
        }

        assertThat(100.0 * inside80 / count).isBetween(74.0, 87.0);
        assertThat(100.0 * inside95 / count).isBetween(91.0, 99.0);
        assertThat(Math.abs(bias)).isLessThan(0.15 * size);
    }

    private static boolean isInside(SeriesProjection projection, double truth, double tail) {
        return truth >= distribution(projection).quantile(tail)
                && truth <= distribution(projection).quantile(1 - tail);
    }

    /** Returns seven years of a random walk with a season and noise, in logarithms. */
    private static double[] generated(SplittableRandom random) {
        double[] values = new double[84];
        double level = 0;
        for (int t = 0; t < values.length; t++) {
            level += 0.004 + 0.01 * normal(random);
            values[t] = 100 * Math.exp(level + 0.1 * Math.sin(2 * Math.PI * t / 12) + 0.01 * normal(random));
        }
        return values;
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static SeriesInput input(Aggregation aggregation, double[] values, int missing) {
        List<String> figures = new ArrayList<>();
        for (int t = 0; t < values.length; t++) {
            if (t != missing) {
                figures.add(month(t) + " P " + values[t]);
            }
        }
        return series(facts("sales", IndicatorKind.FLOW, aggregation, 0, 1e9), texts(figures));
    }

    private static SeriesInput without(Aggregation aggregation, double level, String... missing) {
        List<String> figures = new ArrayList<>(figures(level));
        figures.removeIf(figure -> Arrays.stream(missing).anyMatch(figure::startsWith));
        return series(facts("sales", IndicatorKind.FLOW, aggregation, 0, 1e9), texts(figures));
    }

    /** Returns months of 2019 to June 2025 around a level. */
    private static List<String> figures(double level) {
        SplittableRandom random = new SplittableRandom(7);
        List<String> figures = new ArrayList<>();
        for (int t = 0; t < 78; t++) {
            figures.add(month(t) + " P " + level * (1 + 0.02 * normal(random)));
        }
        return figures;
    }

    private static Period month(int index) {
        return new Period(2019 + index / 12, Frequency.M, index % 12 + 1);
    }

    private static String[] texts(List<String> figures) {
        return figures.toArray(String[]::new);
    }
}
