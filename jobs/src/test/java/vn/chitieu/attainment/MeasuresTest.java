package vn.chitieu.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.chitieu.attainment.Programmes.judge;
import static vn.chitieu.attainment.Programmes.judgeOn;
import static vn.chitieu.attainment.Programmes.pace;
import static vn.chitieu.attainment.Programmes.target;
import static vn.chitieu.observation.Aggregation.LAST;
import static vn.chitieu.observation.Aggregation.MEAN;
import static vn.chitieu.observation.Aggregation.SUM;
import static vn.chitieu.observation.PriceBasis.NONE;
import static vn.chitieu.programme.Measure.CHANGE_FROM_LAST_YEAR;
import static vn.chitieu.programme.Measure.FLOW_YEAR;
import static vn.chitieu.programme.Measure.GROWTH_YEAR;
import static vn.chitieu.programme.Measure.RATIO_YEAR;
import static vn.chitieu.programme.Measure.STOCK_YEAR_END;
import static vn.chitieu.programme.TargetComparator.AT_LEAST;
import static vn.chitieu.programme.TargetComparator.AT_MOST;
import static vn.chitieu.programme.TargetComparator.POINT;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractDoubleAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.programme.DeclaredGaps;
import vn.chitieu.programme.Measure;
import vn.chitieu.programme.Target;
import vn.chitieu.projection.PastYear;
import vn.chitieu.projection.SeriesProjection;

/** What each measure says of series whose periods are summed, averaged or replace each other. */
public class MeasuresTest {

    private static final double SMALL = 1e-9;

    /**
     * One line of the table.
     *
     * @param toDate what is known of the year, in the target's measure
     * @param changePct the same against the same periods of the year before
     * @param projection of the year in the target's measure
     * @param attainmentPct the known part in percent of the target
     * @param rest what is still needed in the target's unit
     * @param restGrowthPct growth that the rest needs
     * @param nextPeriod what the next period, or of a stock the last one, must show, in the unit of the series
     */
    record Line(
            Measure measure,
            Aggregation aggregation,
            Year year,
            double target,
            @Nullable Double toDate,
            @Nullable Double changePct,
            double projection,
            @Nullable Double attainmentPct,
            @Nullable Double rest,
            @Nullable Double restGrowthPct,
            @Nullable Double nextPeriod) {

        @Override
        public String toString() {
            return measure + " of a " + aggregation + ", " + year.frequency;
        }
    }

    /** Figures of last year, and of this year the first ones known and the others projected. */
    @SuppressWarnings("ImmutableEnumChecker") // its arrays are never changed
    enum Year {
        /** Sums 200 and 220, of four months 40 and 44; means 200/12 and 220/12, of four months 10 and 11. */
        MONTHS(Frequency.M, 4, year(4, 10, 8, 20), year(4, 11, 8, 22)),
        /** Sums 100 and 112, of two quarters 30 and 34; means 25 and 28, of two quarters 15 and 17. */
        QUARTERS(Frequency.Q, 2, new double[] {10, 20, 30, 40}, new double[] {12, 22, 33, 45}),
        /** Sums 100 and 110, means 50 and 55; of one half-year 40 and 44. */
        HALVES(Frequency.S, 1, new double[] {40, 60}, new double[] {44, 66}),
        /** A stock that ended last year at 40, stood at 38 in the middle of it, at 42 now, and will end at 45. */
        STOCK(Frequency.Q, 2, new double[] {37, 38, 39, 40}, new double[] {41, 42, 44, 45}),
        /** The same by months: 40 at the end of last year, 36 last April, 42 this April, 45 at the end. */
        STOCK_MONTHS(Frequency.M, 4, year(4, 36, 8, 40), year(4, 42, 8, 45)),
        /** The same by half-years: 40 at the end of last year, 38 in the middle of it, 42 now, 45 at the end. */
        STOCK_HALVES(Frequency.S, 1, new double[] {38, 40}, new double[] {42, 45}),
        /** 100 last year and 110 this year, of which nothing is known. */
        ONE_FIGURE(Frequency.A, 0, new double[] {100}, new double[] {110});

        private final Frequency frequency;
        private final int known;
        private final double[] last;
        private final double[] now;

        Year(Frequency frequency, int known, double[] last, double[] now) {
            this.frequency = frequency;
            this.known = known;
            this.last = last;
            this.now = now;
        }

        private static double[] year(int first, double value, int rest, double later) {
            double[] values = new double[first + rest];
            Arrays.fill(values, 0, first, value);
            Arrays.fill(values, first, values.length, later);
            return values;
        }

        SeriesProjection series(String unit, Aggregation aggregation) {
            double before = aggregation.annual(last, 0, last.length);
            double point = aggregation.annual(now, 0, now.length);
            Series series = Series.of("VN-XX", "figure", "_T", NONE, unit)
                    .aggregated(aggregation)
                    .lastYear(before)
                    .between(point - 1, point + 1);
            if (known > 0) {
                series.periods(frequency, known, now, last)
                        .history(new PastYear(2024, aggregation.annual(last, 0, known), before));
            }
            return series.projected();
        }
    }

    static List<Line> table() {
        return List.of(
                // a flow: 44 of 240; 196 are left where last year brought 160; each month 1/8 of 196
                new Line(FLOW_YEAR, SUM, Year.MONTHS, 240, 44.0, 10.0, 220, 4400 / 240.0, 196.0, 22.5, 24.5),
                // 34 of 120; 86 are left where last year brought 70, of which 30 in the third quarter
                new Line(
                        FLOW_YEAR,
                        SUM,
                        Year.QUARTERS,
                        120,
                        34.0,
                        100 * 34 / 30.0 - 100,
                        112,
                        3400 / 120.0,
                        86.0,
                        100 * 86 / 70.0 - 100,
                        86 * 30 / 70.0),
                // 44 of 120; 76 are left where last year brought 60
                new Line(
                        FLOW_YEAR,
                        SUM,
                        Year.HALVES,
                        120,
                        44.0,
                        10.0,
                        110,
                        4400 / 120.0,
                        76.0,
                        100 * 76 / 60.0 - 100,
                        76.0),
                // nothing known: all of 120 against 100
                new Line(FLOW_YEAR, SUM, Year.ONE_FIGURE, 120, null, null, 110, null, 120.0, 20.0, 120.0),
                // growth by 20 % of 200 is 240: as the flow above; 44 / 40 so far
                new Line(GROWTH_YEAR, SUM, Year.MONTHS, 20, 10.0, null, 10, null, null, 22.5, 24.5),
                // growth by 20 % of 100 is 120; 34 / 30 so far; 112 / 100 projected
                new Line(
                        GROWTH_YEAR,
                        SUM,
                        Year.QUARTERS,
                        20,
                        100 * 34 / 30.0 - 100,
                        null,
                        12,
                        null,
                        null,
                        100 * 86 / 70.0 - 100,
                        86 * 30 / 70.0),
                new Line(GROWTH_YEAR, SUM, Year.HALVES, 20, 10.0, null, 10, null, null, 100 * 76 / 60.0 - 100, 76.0),
                new Line(GROWTH_YEAR, SUM, Year.ONE_FIGURE, 20, null, null, 10, null, null, 20.0, 120.0),
                // a change by 40 on 200 is 240; 44 - 40 so far, 220 - 200 projected
                new Line(CHANGE_FROM_LAST_YEAR, SUM, Year.MONTHS, 40, 4.0, null, 20, null, null, 22.5, 24.5),
                // a change by 20 on 100 is 120; 34 - 30 so far, 112 - 100 projected
                new Line(
                        CHANGE_FROM_LAST_YEAR,
                        SUM,
                        Year.QUARTERS,
                        20,
                        4.0,
                        null,
                        12,
                        null,
                        null,
                        100 * 86 / 70.0 - 100,
                        86 * 30 / 70.0),
                new Line(
                        CHANGE_FROM_LAST_YEAR,
                        SUM,
                        Year.HALVES,
                        20,
                        4.0,
                        null,
                        10,
                        null,
                        null,
                        100 * 76 / 60.0 - 100,
                        76.0),
                // a mean of 20: 11 so far; 20 * 12 - 44 = 196 over 8 months, where last year had 160
                new Line(RATIO_YEAR, MEAN, Year.MONTHS, 20, 11.0, 10.0, 220 / 12.0, 55.0, null, 22.5, 24.5),
                // a mean of 30: 17 so far; 30 * 4 - 34 = 86 over two quarters, as last year's 30 to 40
                new Line(
                        RATIO_YEAR,
                        MEAN,
                        Year.QUARTERS,
                        30,
                        17.0,
                        100 * 17 / 15.0 - 100,
                        28,
                        1700 / 30.0,
                        null,
                        100 * 86 / 70.0 - 100,
                        86 * 30 / 70.0),
                // a mean of 60: 44 so far; 60 * 2 - 44 = 76 where last year had 60
                new Line(
                        RATIO_YEAR,
                        MEAN,
                        Year.HALVES,
                        60,
                        44.0,
                        10.0,
                        55,
                        4400 / 60.0,
                        null,
                        100 * 76 / 60.0 - 100,
                        76.0),
                new Line(RATIO_YEAR, MEAN, Year.ONE_FIGURE, 120, null, null, 110, null, null, 20.0, 120.0),
                // growth of a mean: 11 / 10 so far, (220 / 12) / (200 / 12) projected; 20 % is a mean of 20
                new Line(GROWTH_YEAR, MEAN, Year.MONTHS, 20, 10.0, null, 10, null, null, 22.5, 24.5),
                // 17 / 15 so far, 28 / 25 projected; 20 % is a mean of 30
                new Line(
                        GROWTH_YEAR,
                        MEAN,
                        Year.QUARTERS,
                        20,
                        100 * 17 / 15.0 - 100,
                        null,
                        12,
                        null,
                        null,
                        100 * 86 / 70.0 - 100,
                        86 * 30 / 70.0),
                new Line(GROWTH_YEAR, MEAN, Year.HALVES, 20, 10.0, null, 10, null, null, 100 * 76 / 60.0 - 100, 76.0),
                new Line(GROWTH_YEAR, MEAN, Year.ONE_FIGURE, 20, null, null, 10, null, null, 20.0, 120.0),
                // change of a mean: 11 - 10 so far, (220 - 200) / 12 projected; 40 / 12 makes a mean of 20
                new Line(
                        CHANGE_FROM_LAST_YEAR,
                        MEAN,
                        Year.MONTHS,
                        40 / 12.0,
                        1.0,
                        null,
                        20 / 12.0,
                        null,
                        null,
                        22.5,
                        24.5),
                // 17 - 15 so far, 28 - 25 projected; 5 makes a mean of 30
                new Line(
                        CHANGE_FROM_LAST_YEAR,
                        MEAN,
                        Year.QUARTERS,
                        5,
                        2.0,
                        null,
                        3,
                        null,
                        null,
                        100 * 86 / 70.0 - 100,
                        86 * 30 / 70.0),
                new Line(
                        CHANGE_FROM_LAST_YEAR,
                        MEAN,
                        Year.HALVES,
                        10,
                        4.0,
                        null,
                        5,
                        null,
                        null,
                        100 * 76 / 60.0 - 100,
                        76.0),
                // a stock of 50: 42 now, 8 are missing; 42 after 38 a year ago
                new Line(STOCK_YEAR_END, LAST, Year.STOCK, 50, 42.0, 100 * 42 / 38.0 - 100, 45, 84.0, 8.0, null, 50.0),
                new Line(
                        STOCK_YEAR_END,
                        LAST,
                        Year.STOCK_MONTHS,
                        50,
                        42.0,
                        100 * 42 / 36.0 - 100,
                        45,
                        84.0,
                        8.0,
                        null,
                        50.0),
                new Line(
                        STOCK_YEAR_END,
                        LAST,
                        Year.STOCK_HALVES,
                        50,
                        42.0,
                        100 * 42 / 38.0 - 100,
                        45,
                        84.0,
                        8.0,
                        null,
                        50.0),
                new Line(STOCK_YEAR_END, LAST, Year.ONE_FIGURE, 120, null, null, 110, null, 20.0, 20.0, 120.0),
                // growth of a stock counts from the end of last year: 42 / 40, 45 / 40; 25 % is 50, 20 points more
                new Line(GROWTH_YEAR, LAST, Year.STOCK, 25, 5.0, null, 12.5, null, 20.0, null, 50.0),
                new Line(GROWTH_YEAR, LAST, Year.STOCK_MONTHS, 25, 5.0, null, 12.5, null, 20.0, null, 50.0),
                new Line(GROWTH_YEAR, LAST, Year.STOCK_HALVES, 25, 5.0, null, 12.5, null, 20.0, null, 50.0),
                new Line(GROWTH_YEAR, LAST, Year.ONE_FIGURE, 20, null, null, 10, null, 20.0, 20.0, 120.0),
                // change of a stock: 42 - 40, 45 - 40; 10 makes 50, 8 more
                new Line(CHANGE_FROM_LAST_YEAR, LAST, Year.STOCK, 10, 2.0, null, 5, null, 8.0, null, 50.0),
                new Line(CHANGE_FROM_LAST_YEAR, LAST, Year.STOCK_MONTHS, 10, 2.0, null, 5, null, 8.0, null, 50.0),
                new Line(CHANGE_FROM_LAST_YEAR, LAST, Year.STOCK_HALVES, 10, 2.0, null, 5, null, 8.0, null, 50.0),
                new Line(CHANGE_FROM_LAST_YEAR, LAST, Year.ONE_FIGURE, 20, null, null, 10, null, 20.0, 20.0, 120.0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void eachMeasureSaysWhatItsPeriodsMake(Line line) {
        boolean isGrowth = line.measure() == GROWTH_YEAR;
        Target target = target(
                "1",
                line.measure(),
                "figure",
                "_T",
                isGrowth ? "pct" : "thousand_persons",
                AT_LEAST,
                line.target(),
                null);
        SeriesProjection series = line.year().series("thousand_persons", line.aggregation());
        TargetAttainment row = judge(target, series);
        List<PaceStep> steps = pace(target, series);

        is(row.known().toDate(), line.toDate());
        is(row.known().changePct(), line.changePct());
        is(row.forecast().point(), line.projection());
        is(row.toDateAttainmentPct(), line.attainmentPct());
        is(row.pace().rest(), line.rest());
        is(row.pace().growthPct(), line.restGrowthPct());
        is(steps.isEmpty() ? null : Double.valueOf(steps.get(0).requiredValue()), line.nextPeriod());
        assertThat(steps).extracting(PaceStep::unitCode).containsOnly("thousand_persons");
        if (line.year().known > 0) {
            // what the last step cumulates to is the level that the target asks for
            double level =
                    switch (line.measure()) {
                        case GROWTH_YEAR ->
                            line.aggregation().annual(line.year().last, 0, line.year().last.length)
                                    * (1 + line.target() / 100);
                        case CHANGE_FROM_LAST_YEAR ->
                            line.aggregation().annual(line.year().last, 0, line.year().last.length) + line.target();
                        default -> line.target();
                    };
            assertThat(steps.get(steps.size() - 1).requiredCumulated()).isCloseTo(level, within(SMALL));
        }
    }

    private static void is(@Nullable Double actual, @Nullable Double expected) {
        AbstractDoubleAssert<?> asserted = assertThat(actual);
        if (expected == null) {
            asserted.isNull();
        } else {
            asserted.isCloseTo(expected, within(SMALL));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"share_of_grdp, figure_share", "ratio_year, figure", "minimum_per_unit, figure"})
    void aShareOrRatioIsTakenAsItStandsAndHeldAgainstItsBand(String measure, String indicator) {
        SeriesProjection share = Series.of("VN-XX", indicator, "_T", NONE, "pct")
                .stock()
                .lastYear(20)
                .quarters(2, new double[] {21, 22, 23, 24}, new double[] {18, 19, 20, 20})
                .between(23, 25)
                .projected();
        TargetAttainment row =
                judge(target("7", Measure.ofCode(measure), "figure", "_T", "pct", POINT, 24.0, 0.5), share);

        is(row.known().toDate(), 22.0);
        is(row.known().changePct(), null); // percent of percent is never said
        is(row.judgement().pAttain(), 0.5); // 23.5 to 24.5 of 23 to 25
        is(row.toDateAttainmentPct(), 100 * 22 / 24.0);
    }

    @Test
    void aMeanOfRatesChangesInPointsAgainstTheSameMonths() {
        // unemployment: 2.0 in both halves of last year; 2.4 in the first, 2.2 projected in the second
        SeriesProjection rate = Series.of("VN-XX", "rate", "_T", NONE, "pct")
                .aggregated(MEAN)
                .lastYear(2)
                .periods(Frequency.S, 1, new double[] {2.4, 2.2}, new double[] {2, 2})
                .between(2.2, 2.4)
                .history(new PastYear(2024, 2.0, 2))
                .projected();
        TargetAttainment row =
                judge(target("1", CHANGE_FROM_LAST_YEAR, "rate", "_T", "pct_points", AT_MOST, 0.25, null), rate);

        is(row.known().toDate(), 0.4);
        is(row.forecast().point(), 0.3);
        is(row.pace().growthPct(), null);
        is(row.judgement().pAttain(), 0.25); // at most 2.25 of 2.2 to 2.4
    }

    @ParameterizedTest(name = "{0} last year, {1} to {2} this year: {3}")
    @CsvSource({
        "-20, 10, 30, growth_undefined", // a deficit before
        "0, 10, 30, growth_undefined",
        "20, -15, 5, growth_undefined", // a deficit to come, perhaps
        "20, 10, 30, -"
    })
    void aBalanceThatChangesItsSignHasNoGrowth(double last, double from, double to, String reason) {
        SeriesProjection balance = Series.of("VN-XX", "balance", "_T", NONE, "million_usd")
                .toDate("2025-06", 12)
                .lastYear(last)
                .between(from, to)
                .projected();
        TargetAttainment growth = judge(target("1", GROWTH_YEAR, "balance", "_T", "pct", AT_LEAST, 5.0, null), balance);
        TargetAttainment change =
                judge(target("1", CHANGE_FROM_LAST_YEAR, "balance", "_T", "million_usd", AT_LEAST, 5.0, null), balance);

        if (reason.equals("-")) {
            assertThat(growth.judgement().verdict()).isNotEqualTo(Verdict.NOT_EVALUABLE);
        } else {
            assertThat(growth.judgement().verdict()).isEqualTo(Verdict.NOT_EVALUABLE);
            assertThat(growth.judgement().reasonCode()).isEqualTo(reason);
            assertThat(growth.known().toDate()).isNull();
            assertThat(growth.forecast().point()).isNull();
        }
        is(change.forecast().point(), (from + to) / 2 - last);
    }

    @ParameterizedTest(name = "{0} months known on {1}: {2} %")
    @CsvSource({
        // (317.671 + … + 320.795) / (308.417 + … + 313.548) = 1277.347 / 1244.623
        "4, 2025-05-20, 2.63",
        // 2244.421 / 2187.407
        "7, 2025-08-20, 2.61",
        // 2568.397 / 2502.203 and 2893.197 / 2817.504
        "8, 2025-09-20, 2.65",
        "9, 2025-10-30, 2.69"
    })
    void growthOfAveragePricesIsThatOfTheSameMonths(int known, LocalDate day, double growthPct) {
        SeriesProjection prices = ConsumerPrices.projected(0, "2025-0" + known);
        TargetAttainment row = judgeOn(day, ConsumerPrices.target(AT_MOST, 3), prices);
        PaceStep last = Attainment.judge(
                        Programmes.of(ConsumerPrices.target(AT_MOST, 3)),
                        day,
                        Programmes.outcomes(prices),
                        DeclaredGaps.of(List.of()),
                        Programmes.units(),
                        Programmes.releaseDays())
                .pace()
                .get(11 - known);

        assertThat(row.known().toDate()).isCloseTo(growthPct, within(0.005));
        assertThat(row.forecast().growthToDateRulePoint()).isCloseTo(growthPct, within(0.005));
        // means of the three years before: 292.655, 304.702, 313.689
        assertThat(row.known().previousYear()).isCloseTo(100 * 313.689 / 304.702 - 100, within(0.005));
        assertThat(row.forecast().point()).isBetween(2.4, 3.0);
        assertThat(last.requiredCumulated()).isCloseTo(313.689 * 1.03, within(0.005));
    }
}
