package vn.chitieu.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.chitieu.attainment.Programmes.judge;
import static vn.chitieu.attainment.Programmes.pace;
import static vn.chitieu.attainment.Programmes.revenue;
import static vn.chitieu.attainment.Programmes.target;
import static vn.chitieu.observation.PriceBasis.CONSTANT_2010;
import static vn.chitieu.observation.PriceBasis.CURRENT;
import static vn.chitieu.observation.PriceBasis.NONE;
import static vn.chitieu.programme.TargetComparator.AT_LEAST;
import static vn.chitieu.programme.TargetComparator.AT_MOST;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Period;
import vn.chitieu.programme.Measure;
import vn.chitieu.programme.Target;
import vn.chitieu.projection.PastYear;
import vn.chitieu.projection.PathPeriod;
import vn.chitieu.projection.Quantiles;
import vn.chitieu.projection.SeriesProjection;

public class RequiredPaceTest {

    @Test
    void theRestFollowsTheSeasonOfLastYear() {
        List<PaceStep> steps = pace(revenue(AT_LEAST, 1080, null), halfYear().projected());

        assertThat(steps).extracting(s -> s.period().toString()).containsExactly("2025-Q3", "2025-Q4");
        assertThat(steps).extracting(PaceStep::requiredValue).containsExactly(150.0, 450.0); // 600 as 100 to 300
        assertThat(steps).extracting(PaceStep::requiredCumulated).containsExactly(630.0, 1080.0);
        assertThat(steps).extracting(PaceStep::naiveValue).containsExactly(300.0, 300.0);
        assertThat(steps).extracting(PaceStep::projectedValue).containsExactly(120.0, 350.0);
        assertThat(steps).extracting(PaceStep::lastYearValue).containsExactly(100.0, 300.0);
        assertThat(steps).extracting(PaceStep::unitCode).containsOnly("billion_vnd");
    }

    /** A balance of -80 to date may come to -200: -120 are left, where last year's rest was -60 and 20, so -40 more. */
    @Test
    void aRestBelowNothingKeepsTheSeasonAndSharesTheDifferenceEqually() {
        SeriesProjection balance = Series.of("VN-XX", "revenue", "_T", CURRENT, "billion_vnd")
                .between(-180, -100)
                .quarters(2, new double[] {-100, 20, -70, 10}, new double[] {-90, 10, -60, 20})
                .projected();

        List<PaceStep> steps = pace(revenue(AT_LEAST, -200, null), balance);

        assertThat(steps).extracting(PaceStep::requiredValue).containsExactly(-100.0, -20.0);
        assertThat(steps).extracting(PaceStep::requiredCumulated).containsExactly(-180.0, -200.0);
    }

    @Test
    void theStepsAddUpToWhatIsMissing() {
        TargetAttainment row = judge(revenue(AT_LEAST, 1234.5, null), halfYear().projected());
        double sum = pace(revenue(AT_LEAST, 1234.5, null), halfYear().projected()).stream()
                .mapToDouble(PaceStep::requiredValue)
                .sum();

        assertThat(row.pace().rest()).isCloseTo(1234.5 - 480, within(1e-9));
        assertThat(sum).isCloseTo(1234.5 - 480, within(1e-9));
    }

    @Test
    void requiredGrowthIsTheRestAgainstLastYearsRest() {
        TargetAttainment row = judge(revenue(AT_LEAST, 960, null), halfYear().projected());

        assertThat(row.pace().growthPct()).isCloseTo(20, within(1e-9)); // 480 after 400
    }

    @Test
    void theRequirementIsRankedAmongEarlierYears() {
        Series series = halfYear()
                .history(
                        new PastYear(2019, 200.0, 500), // rest 300
                        new PastYear(2020, 200.0, 530), // 330: +10 %
                        new PastYear(2021, 200.0, 563), // 363: +10 %
                        new PastYear(2022, 200.0, 635.6), // 435.6: +20 %
                        new PastYear(2023, 200.0, 766.28), // 566.28: +30 %
                        new PastYear(2024, 400.0, 800));

        // past growth of the rest: 10, 10, 20, 30 and 400 / 566.28 - 1 = -29.4
        assertThat(judge(revenue(AT_LEAST, 480 + 400 * 1.25, null), series.projected())
                        .pace()
                        .percentile())
                .isCloseTo(80, within(1e-9));
        assertThat(judge(revenue(AT_LEAST, 480 + 400 * 1.5, null), series.projected())
                        .pace()
                        .percentile())
                .isCloseTo(100, within(1e-9));
    }

    @Test
    void fewerThanThreeEarlierYearsRankNothing() {
        Series series = halfYear().history(new PastYear(2023, 200.0, 500), new PastYear(2024, 400.0, 800));

        assertThat(judge(revenue(AT_LEAST, 960, null), series.projected())
                        .pace()
                        .percentile())
                .isNull();
    }

    @Test
    void aCeilingLeavesHeadroom() {
        TargetAttainment row = judge(revenue(AT_MOST, 1000, null), halfYear().projected());

        assertThat(row.pace().rest()).isEqualTo(520);
        assertThat(row.pace().growthPct()).isCloseTo(30, within(1e-9));
    }

    @Test
    void nothingIsRequiredOfADecidedTarget() {
        assertThat(pace(revenue(AT_LEAST, 470, null), halfYear().projected())).isEmpty();
        SeriesProjection complete = Series.of("VN-XX", "revenue", "_T", CURRENT, "billion_vnd")
                .toDate("2025-12", 950)
                .ending(950)
                .projected();
        assertThat(Programmes.judgeOn(Programmes.AFTER_YEAR_END, revenue(AT_LEAST, 990, null), complete)
                        .pace()
                        .rest())
                .isNull();
    }

    @Test
    void withoutAPathTheRestIsSpreadOverTheLongestPeriodsThatFillTheYear() {
        Series half =
                Series.of("VN-XX", "revenue", "_T", CURRENT, "billion_vnd").between(900, 1000);

        assertThat(pace(
                        revenue(AT_LEAST, 1000, null),
                        half.toDate("2025-S1", 480).projected()))
                .extracting(s -> s.period() + " " + s.requiredValue())
                .containsExactly("2025-S2 520.0");
        assertThat(pace(
                        revenue(AT_LEAST, 1000, null),
                        half.toDate("2025-Q1", 250).projected()))
                .extracting(s -> s.period() + " " + s.requiredValue())
                .containsExactly("2025-Q2 250.0", "2025-Q3 250.0", "2025-Q4 250.0");
        assertThat(pace(
                        revenue(AT_LEAST, 1000, null),
                        half.toDate("2025-05", 300).projected()))
                .extracting(s -> s.period() + " " + s.requiredValue())
                .startsWith("2025-06 100.0", "2025-07 100.0")
                .endsWith("2025-12 100.0");
    }

    @Test
    void withoutAFigureOfTheYearTheWholeYearIsRequired() {
        SeriesProjection annual = Series.of("VN-XX", "revenue", "_T", CURRENT, "billion_vnd")
                .between(900, 1000)
                .lastYear(800)
                .projected();

        assertThat(judge(revenue(AT_LEAST, 1000, null), annual).pace().growthPct())
                .isCloseTo(25, within(1e-9));
        assertThat(pace(revenue(AT_LEAST, 1000, null), annual))
                .extracting(s -> s.period() + " " + s.requiredValue())
                .containsExactly("2025 1000.0");
    }

    @Test
    void aStockMustReachItsTargetAtYearEnd() {
        SeriesProjection coverage = Series.of("VN-XX", "coverage", "_T", NONE, "pct")
                .stock()
                .quarters(2, new double[] {92, 93, 94, 95}, new double[] {90, 90, 91, 92})
                .between(94, 96)
                .lastYear(92)
                .projected();
        Target target = target("15d", Measure.STOCK_YEAR_END, "coverage", "_T", "pct", AT_LEAST, 95.0, null);

        assertThat(judge(target, coverage).pace().rest()).isCloseTo(2, within(1e-12));
        assertThat(pace(target, coverage))
                .extracting(s -> s.period() + " " + s.requiredCumulated())
                .containsExactly("2025-Q4 95.0");
    }

    @Test
    void theScenariosOfTheStatisticsOfficeFor2024ComeOut() {
        // first quarter 5.66 %, the rest 6.12 % for 6.0 % and 6.75 % for 6.5 %: published, inputs rounded
        assertThat(RequiredPace.growthOfRest(6.0, 5.66, 0.26)).isCloseTo(6.12, within(0.01));
        assertThat(RequiredPace.growthOfRest(6.5, 5.66, 0.23)).isCloseTo(6.75, within(0.01));
        // the same from levels: last year 100, of which 26 in the first quarter
        assertThat(RequiredPace.growthOfRest(6.0, 100, 26, 26 * 1.0566))
                .isCloseTo(RequiredPace.growthOfRest(6.0, 5.66, 0.26), within(1e-9));
    }

    @Test
    void theScenarioOfTheStatisticsOfficeFor2025ComesOut() {
        // first half 7.52 %, third quarter 8.3 %, fourth 8.5 %: 8.0 % for the year, with weights 0.45, 0.25, 0.30
        double rest = RequiredPace.growthOfRest(8.0, 7.52, 0.45);

        assertThat(rest).isCloseTo((0.25 * 8.3 + 0.30 * 8.5) / 0.55, within(0.02));
    }

    @Test
    void aGrowthTargetOnLevelsAsksForLevels() {
        SeriesProjection level = Series.of("VN-XX", "grdp", "_T", CONSTANT_2010, "billion_vnd")
                .quarters(2, new double[] {24, 30, 25, 31}, new double[] {22, 27, 24, 27})
                .between(108, 112)
                .lastYear(100)
                .projected();
        List<PaceStep> steps = pace(growth(8.8), level);

        assertThat(steps).extracting(PaceStep::unitCode).containsOnly("billion_vnd");
        assertThat(steps.get(1).requiredCumulated()).isCloseTo(108.8, within(1e-9));
        assertThat(steps.get(0).requiredValue()).isCloseTo(54.8 * 24 / 51, within(1e-9));
    }

    @Test
    void aGrowthTargetWithoutLevelsBorrowsTheSeasonOfTheNation() {
        SeriesProjection growth = Series.of("VN-XX", "grdp_growth", "_T", CONSTANT_2010, "pct")
                .growthToDate("2025-S1", 10)
                .between(8, 12)
                .history(
                        new PastYear(2022, 8.0, 8), // rest 8
                        new PastYear(2023, 9.0, 8), // rest (8 - 4.05) / 0.55 = 7.18
                        new PastYear(2024, 5.0, 8)) // rest (8 - 2.25) / 0.55 = 10.45
                .projected();
        SeriesProjection nation = Series.of("VN", "gdp", "_T", CONSTANT_2010, "billion_vnd")
                .quarters(1, new double[] {22, 25, 27, 30}, new double[] {20, 25, 25, 30})
                .between(100, 108)
                .lastYear(100)
                .projected();
        TargetAttainment row = judge(growth(8.8), growth, nation);
        List<PaceStep> steps = pace(growth(8.8), growth, nation);

        assertThat(row.pace().growthPct()).isCloseTo((8.8 - 0.45 * 10) / 0.55, within(1e-9)); // 7.82
        assertThat(row.pace().percentile()).isCloseTo(100 / 3.0, within(1e-9));
        assertThat(steps).extracting(s -> s.period().toString()).containsExactly("2025-Q3", "2025-Q4");
        assertThat(steps).extracting(PaceStep::unitCode).containsOnly("pct");
        assertThat(steps.get(1).requiredCumulated()).isCloseTo(8.8, within(1e-9));
        assertThat(judge(growth(8.8), growth).pace().growthPct()).isNull();
    }

    @Test
    void aGrowthRateThatSaysHowItWentOnIsAskedByItsOwnShares() {
        // 45 % of the year grew by 10 %, the rest is projected to grow by 6 %: 7.8 % for the year
        PathPeriod known = new PathPeriod(Period.parse("2025-S1"), true, 10, null, 10, null);
        PathPeriod rest =
                new PathPeriod(Period.parse("2025-S2"), false, 6, null, 7.8, new Quantiles(5.0, 6.0, 7.8, 9.0, 10.0));
        SeriesProjection growth = Series.of("VN-XX", "grdp_growth", "_T", CONSTANT_2010, "pct")
                .growthToDate("2025-S1", 10)
                .path(known, rest)
                .between(5.8, 9.8)
                .projected();
        List<PaceStep> steps = pace(growth(8.8), growth);

        assertThat(judge(growth(8.8), growth).pace().growthPct()).isCloseTo((8.8 - 4.5) / 0.55, within(1e-9));
        assertThat(steps).hasSize(1);
        assertThat(steps.get(0).requiredCumulated()).isCloseTo(8.8, within(1e-9));
        assertThat(steps.get(0).projectedValue()).isEqualTo(6);
    }

    @Test
    void openPeriodsThatGrowDifferentlyTellTheirSharesToo() {
        // 45 % of last year grew by 10 %, then 25 % by 6 % and 30 % by 8 %: 6 / 0.7 % to September, 8.4 % for the year
        SeriesProjection growth = Series.of("VN-XX", "grdp_growth", "_T", CONSTANT_2010, "pct")
                .growthToDate("2025-Q2", 10)
                .path(
                        new PathPeriod(Period.parse("2025-Q1"), true, 10, null, 10, null),
                        new PathPeriod(Period.parse("2025-Q2"), true, 10, null, 10, null),
                        new PathPeriod(Period.parse("2025-Q3"), false, 6, null, 6 / 0.7, null),
                        new PathPeriod(
                                Period.parse("2025-Q4"), false, 8, null, 8.4, new Quantiles(6.0, 7.0, 8.4, 9.0, 10.0)))
                .between(7, 9.8)
                .projected();
        List<PaceStep> steps = pace(growth(8.8), growth);

        double required = (8.8 - 4.5) / 0.55;
        assertThat(judge(growth(8.8), growth).pace().growthPct()).isCloseTo(required, within(1e-9));
        assertThat(steps).extracting(PaceStep::projectedValue).containsExactly(6.0, 8.0);
        assertThat(steps.get(0).requiredCumulated()).isCloseTo((4.5 + 0.25 * required) / 0.7, within(1e-9));
        assertThat(steps.get(1).requiredCumulated()).isCloseTo(8.8, within(1e-9));
    }

    @Test
    void aLevelWithoutAFigureOfTheYearIsComparedWithLastYears() {
        SeriesProjection perCapita = Series.of("VN-XX", "grdp_per_capita", "_T", CURRENT, "million_vnd_per_person")
                .stock()
                .between(100, 110)
                .lastYear(80)
                .projected();
        Target target = target("6", Measure.PER_CAPITA, "grdp", "_T", "million_vnd_per_person", AT_LEAST, 100.0, null);

        assertThat(judge(target, perCapita).pace().growthPct()).isCloseTo(25, within(1e-9));
        assertThat(judge(target, perCapita).pace().rest()).isCloseTo(20, within(1e-9));
    }

    @Test
    void aGrowthTargetWithoutAPathTakesTheSeasonOfItsOwnLastYear() {
        SeriesProjection growth = Series.of("VN-XX", "grdp_growth", "_T", CONSTANT_2010, "pct")
                .growthToDate("2025-S1", 10)
                .between(8, 12)
                .projected();
        SeriesProjection level = Series.of("VN-XX", "grdp", "_T", CONSTANT_2010, "billion_vnd")
                .toDate("2025-S1", 50)
                .ending(100)
                .history(new PastYear(2024, 45.0, 100))
                .projected();

        assertThat(judge(growth(8.8), growth, level).pace().growthPct())
                .isCloseTo((8.8 - 0.45 * 10) / 0.55, within(1e-9));
        assertThat(pace(growth(8.8), growth, level))
                .extracting(s -> s.period().toString())
                .containsExactly("2025-S2");
    }

    private static Target growth(double pct) {
        return target("5a", Measure.GROWTH_VOLUME, "grdp", "_T", "pct", AT_LEAST, pct, null);
    }

    private static Series halfYear() {
        return Series.of("VN-XX", "revenue", "_T", CURRENT, "billion_vnd")
                .quarters(2, new double[] {230, 250, 120, 350}, new double[] {190, 210, 100, 300})
                .between(900, 1000)
                .lastYear(800)
                .history(new PastYear(2024, 400.0, 800));
    }
}
