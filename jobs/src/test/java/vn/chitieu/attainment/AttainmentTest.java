package vn.chitieu.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static vn.chitieu.attainment.Programmes.AFTER_YEAR_END;
import static vn.chitieu.attainment.Programmes.AS_OF;
import static vn.chitieu.attainment.Programmes.DATASETS;
import static vn.chitieu.attainment.Programmes.gaps;
import static vn.chitieu.attainment.Programmes.hauGiang;
import static vn.chitieu.attainment.Programmes.judge;
import static vn.chitieu.attainment.Programmes.judgeOn;
import static vn.chitieu.attainment.Programmes.outcomes;
import static vn.chitieu.attainment.Programmes.ranged;
import static vn.chitieu.attainment.Programmes.releaseDays;
import static vn.chitieu.attainment.Programmes.revenue;
import static vn.chitieu.attainment.Programmes.target;
import static vn.chitieu.attainment.Programmes.units;
import static vn.chitieu.attainment.Programmes.vietNam;
import static vn.chitieu.observation.PriceBasis.CONSTANT_2010;
import static vn.chitieu.observation.PriceBasis.CURRENT;
import static vn.chitieu.observation.PriceBasis.NONE;
import static vn.chitieu.programme.TargetComparator.ABOUT;
import static vn.chitieu.programme.TargetComparator.ABOVE;
import static vn.chitieu.programme.TargetComparator.ASSESSED;
import static vn.chitieu.programme.TargetComparator.AT_LEAST;
import static vn.chitieu.programme.TargetComparator.AT_MOST;
import static vn.chitieu.programme.TargetComparator.BELOW;
import static vn.chitieu.programme.TargetComparator.BETWEEN;
import static vn.chitieu.programme.TargetComparator.PLAN_CEILING;
import static vn.chitieu.programme.TargetComparator.POINT;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.programme.DeclaredGap;
import vn.chitieu.programme.DeclaredGaps;
import vn.chitieu.programme.Measure;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.Target;
import vn.chitieu.programme.TargetComparator;
import vn.chitieu.projection.PastYear;
import vn.chitieu.projection.Quantiles;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesOutcome;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.SeriesRefusal;
import vn.chitieu.text.LocalizedText;

public class AttainmentTest {

    private static final DeclaredGaps NO_GAPS = DeclaredGaps.of(List.of());

    @ParameterizedTest(name = "at least {0}: {1}")
    @CsvSource({
        "920, 0.8, LIKELY",
        "921, 0.79, UNCERTAIN",
        "950, 0.5, UNCERTAIN",
        "979, 0.21, UNCERTAIN",
        "980, 0.2, UNLIKELY",
        "999, 0.01, UNLIKELY"
    })
    void theProbabilityDecidesUntilTheYearDoes(double target, double probability, Verdict verdict) {
        TargetAttainment row = judge(revenue(AT_LEAST, target, null), revenueBetween900And1000());

        assertThat(row.judgement().pAttain()).isCloseTo(probability, within(1e-12));
        assertThat(row.judgement().verdict()).isEqualTo(verdict);
        assertThat(row.judgement().reasonCode()).isNull();
    }

    @Test
    void aCeilingIsHeldTheOtherWayRound() {
        assertThat(judge(revenue(AT_MOST, 980, null), revenueBetween900And1000())
                        .judgement()
                        .pAttain())
                .isCloseTo(0.8, within(1e-12));
        assertThat(judge(revenue(BELOW, 980, null), revenueBetween900And1000())
                        .judgement()
                        .verdict())
                .isEqualTo(Verdict.LIKELY);
    }

    @Test
    void thresholdsAreParameters() {
        Map<SeriesId, SeriesOutcome> outcomes = outcomes(revenueBetween900And1000());
        List<TargetAttainment> rows = Attainment.judge(
                        Programmes.of(revenue(AT_LEAST, 950, null)),
                        AS_OF,
                        outcomes,
                        NO_GAPS,
                        units(),
                        releaseDays(),
                        new VerdictThresholds(0.5, 0.1))
                .attainments();

        assertThat(rows.get(0).judgement().verdict()).isEqualTo(Verdict.LIKELY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VerdictThresholds(0.2, 0.8))
                .withMessage("Expecting 0 <= unlikely < likely <= 1 but were 0.8 and 0.2");
    }

    @Test
    void theFiguresOfTheYearStandBesideTheVerdict() {
        TargetAttainment row = judge(revenue(AT_LEAST, 1000, null), revenueBetween900And1000());

        assertThat(row.known().toDate()).isEqualTo(480);
        assertThat(String.valueOf(row.known().period())).isEqualTo("2025-Q2");
        assertThat(row.toDateAttainmentPct()).isEqualTo(48);
        assertThat(row.known().changePct()).isCloseTo(20, within(1e-9)); // 480 after 400
        assertThat(row.known().previousYear()).isEqualTo(800);
        assertThat(row.forecast().point()).isEqualTo(950);
        assertThat(row.projectedAttainmentPct()).isEqualTo(95);
        assertThat(List.of(
                        row.forecast().quantile(Quantiles::p2_5),
                        row.forecast().quantile(Quantiles::p10),
                        row.forecast().quantile(Quantiles::p50),
                        row.forecast().quantile(Quantiles::p90),
                        row.forecast().quantile(Quantiles::p97_5)))
                .containsExactly(902.5, 910.0, 950.0, 990.0, 997.5);
        assertThat(row.provenance().origin()).isEqualTo(Origin.PROJECTED);
        assertThat(row.provenance().vintageDate()).isEqualTo("2025-07-05");
        assertThat(row.evaluatedOn()).isEqualTo(AS_OF);
    }

    @Test
    void theTwoDailyRulesStandBesideTheVerdict() {
        TargetAttainment row = judge(revenue(AT_LEAST, 950, null), revenueBetween900And1000());

        assertThat(row.forecast().planShareRuleAttains()).isTrue(); // 480 of 950 is more than half
        assertThat(row.forecast().growthToDateRulePoint()).isCloseTo(960, within(1e-9)); // 800 * 480 / 400
        assertThat(judge(revenue(AT_LEAST, 961, null), revenueBetween900And1000())
                        .forecast()
                        .planShareRuleAttains())
                .isFalse();
    }

    @Test
    void aFlowThatPassedItsTargetIsAchieved() {
        TargetAttainment passed = judge(revenue(AT_LEAST, 470, null), revenueBetween900And1000());
        TargetAttainment met = judge(revenue(AT_LEAST, 480, null), revenueBetween900And1000());

        assertThat(passed.judgement().verdict()).isEqualTo(Verdict.EXCEEDED);
        assertThat(met.judgement().verdict()).isEqualTo(Verdict.ACHIEVED);
        assertThat(passed.judgement().pAttain()).isEqualTo(1);
        assertThat(passed.pace().rest()).isEqualTo(0);
        assertThat(judge(revenue(ABOVE, 480, null), revenueBetween900And1000())
                        .judgement()
                        .verdict())
                .isEqualTo(Verdict.LIKELY);
    }

    @Test
    void aCeilingThatTheYearToDatePassedIsMissed() {
        TargetAttainment row = judge(revenue(AT_MOST, 470, null), revenueBetween900And1000());

        assertThat(row.judgement().verdict()).isEqualTo(Verdict.MISSED);
        assertThat(row.judgement().pAttain()).isEqualTo(0);
        assertThat(Objects.requireNonNull(row.judgement().reason()).text().vi())
                .isEqualTo("Lũy kế đã vượt mức trần cả năm");
    }

    @Test
    void aBalanceThatFellBeforeIsNotAchievedByBeingAheadInJune() {
        SeriesProjection balance = Series.of("VN-XX", "revenue", "_T", CURRENT, "billion_vnd")
                .toDate("2025-06", 480)
                .between(400, 600)
                .history(new PastYear(2023, 300.0, 250), new PastYear(2024, 300.0, 280))
                .projected();

        assertThat(judge(revenue(AT_LEAST, 450, null), balance).judgement().verdict())
                .isEqualTo(Verdict.UNCERTAIN);
    }

    @Test
    void aCompleteYearIsMetOrMissed() {
        SeriesProjection complete = Series.of("VN-XX", "revenue", "_T", CURRENT, "billion_vnd")
                .toDate("2025-12", 950)
                .ending(950)
                .projected();

        assertThat(judgeOn(AFTER_YEAR_END, revenue(AT_LEAST, 950, null), complete)
                        .judgement()
                        .verdict())
                .isEqualTo(Verdict.ACHIEVED);
        assertThat(judgeOn(AFTER_YEAR_END, revenue(ABOVE, 950, null), complete)
                        .judgement()
                        .verdict())
                .isEqualTo(Verdict.MISSED);
        assertThat(judgeOn(AFTER_YEAR_END, revenue(AT_MOST, 949, null), complete)
                        .judgement()
                        .verdict())
                .isEqualTo(Verdict.MISSED);
        assertThat(verdict(revenue(AT_LEAST, 949, null), complete)).isEqualTo(Verdict.EXCEEDED);
        assertThat(judgeOn(AFTER_YEAR_END, revenue(AT_LEAST, 949, null), complete)
                        .provenance()
                        .origin())
                .isEqualTo(Origin.PUBLISHED);
    }

    @Test
    void aFigureForTheYearPrintedLongBeforeItsEndDecidesNothing() {
        Series expected = Series.of("VN-XX", "revenue", "_T", CURRENT, "billion_vnd")
                .toDate("2025", 950)
                .ending(950);

        assertThat(judge(revenue(AT_LEAST, 940, null), expected.projected())
                        .judgement()
                        .reasonCode())
                .isEqualTo("no_interval");
        assertThat(judge(
                                revenue(AT_LEAST, 940, null),
                                expected.between(949, 951).projected())
                        .judgement()
                        .verdict())
                .isEqualTo(Verdict.LIKELY);
        assertThat(judgeOn(LocalDate.parse("2025-12-29"), revenue(AT_LEAST, 940, null), expected.projected())
                        .judgement()
                        .verdict())
                .isEqualTo(Verdict.EXCEEDED);
    }

    @Test
    void aPlanningFigureIsMetInsideItsToleranceAndNeverMissed() {
        TargetAttainment half = judge(revenue(POINT, 950, 25.0), revenueBetween900And1000());
        assertThat(half.judgement().pAttain()).isCloseTo(0.5, within(1e-12));
        assertThat(half.judgement().verdict()).isEqualTo(Verdict.UNCERTAIN);
        assertThat(half.judgement().reasonCode()).isEqualTo("planning_figure");
        assertThat(Objects.requireNonNull(half.judgement().reason()).text().vi())
                .isEqualTo("Chỉ tiêu dự kiến: đối chiếu với biên độ ±25, không kết luận 'không đạt'");

        SeriesProjection complete = Series.of("VN-XX", "revenue", "_T", CURRENT, "billion_vnd")
                .toDate("2025-12", 950)
                .ending(950)
                .projected();
        assertThat(judgeOn(AFTER_YEAR_END, revenue(POINT, 940, 10.0), complete)
                        .judgement()
                        .verdict())
                .isEqualTo(Verdict.ACHIEVED);
        assertThat(judgeOn(AFTER_YEAR_END, revenue(POINT, 900, 10.0), complete)
                        .judgement()
                        .verdict())
                .isEqualTo(Verdict.UNLIKELY);
        assertThat(judge(revenue(POINT, 400, 10.0), revenueBetween900And1000())
                        .judgement()
                        .verdict())
                .isEqualTo(Verdict.UNLIKELY);
    }

    /** The law of the revenue is even between 900 and 1000. */
    @Test
    void aRangeIsMetBetweenItsEndsAndMissedOnBothSides() {
        Target range = ranged(BETWEEN, 910, 940);
        TargetAttainment row = judge(range, revenueBetween900And1000());
        assertThat(row.judgement().pAttain()).isCloseTo(0.3, within(1e-12));
        // 480 of the year are known: 430 to 460 are left.
        assertThat(row.pace().rest()).isCloseTo(430, within(1e-9));
        assertThat(row.pace().restTo()).isCloseTo(460, within(1e-9));
        SeriesProjection complete = Series.of("VN-XX", "revenue", "_T", CURRENT, "billion_vnd")
                .toDate("2025-12", 950)
                .ending(950)
                .projected();
        assertThat(verdict(ranged(BETWEEN, 940, 960), complete)).isEqualTo(Verdict.ACHIEVED);
        assertThat(verdict(ranged(BETWEEN, 910, 940), complete)).isEqualTo(Verdict.MISSED);
        assertThat(verdict(ranged(BETWEEN, 960, 970), complete)).isEqualTo(Verdict.MISSED);
    }

    @Test
    void aFloorPrintedAsARangeIsReachedAtItsLowerEnd() {
        assertThat(judge(ranged(AT_LEAST, 930, 960), revenueBetween900And1000())
                        .judgement()
                        .pAttain())
                .isCloseTo(0.7, within(1e-12));
    }

    @Test
    void aboutForgivesItsToleranceAndAPlanCeilingIsKeptFromBelow() {
        assertThat(judge(revenue(ABOUT, 950, 10.0), revenueBetween900And1000())
                        .judgement()
                        .pAttain())
                .isCloseTo(0.6, within(1e-12));
        assertThat(judge(revenue(PLAN_CEILING, 930, null), revenueBetween900And1000())
                        .judgement()
                        .pAttain())
                .isCloseTo(0.3, within(1e-12));
        SeriesProjection complete = Series.of("VN-XX", "revenue", "_T", CURRENT, "billion_vnd")
                .toDate("2025-12", 950)
                .ending(950)
                .projected();
        assertThat(verdict(revenue(PLAN_CEILING, 960, null), complete)).isEqualTo(Verdict.ACHIEVED);
        assertThat(verdict(revenue(PLAN_CEILING, 940, null), complete)).isEqualTo(Verdict.MISSED);
    }

    /** The year came to 950. */
    @ParameterizedTest
    @CsvSource({
        "AT_LEAST,     949, , , EXCEEDED",
        "AT_LEAST,     950, , , ACHIEVED",
        "AT_LEAST,     940, 960, , ACHIEVED",
        "AT_LEAST,     930, 940, , EXCEEDED",
        "ABOVE,        949, , , EXCEEDED",
        "AT_MOST,      951, , , EXCEEDED",
        "AT_MOST,      950, , , ACHIEVED",
        "AT_MOST,      960, 940, , ACHIEVED",
        "BELOW,        951, , , EXCEEDED",
        "ABOUT,        930, , 10, EXCEEDED",
        "ABOUT,        940, , 10, ACHIEVED",
        "ABOUT,        960, , 10, ACHIEVED",
        "POINT,        940, , 10, ACHIEVED",
        "BETWEEN,      940, 960, , ACHIEVED",
        "PLAN_CEILING, 960, , , ACHIEVED"
    })
    void aTargetReachedIsExceededWhereTheOutcomeIsBetterThanAllOfIt(
            TargetComparator comparator,
            double value,
            @Nullable Double to,
            @Nullable Double tolerance,
            Verdict expected) {
        SeriesProjection complete = Series.of("VN-XX", "revenue", "_T", CURRENT, "billion_vnd")
                .toDate("2025-12", 950)
                .ending(950)
                .projected();
        Target target = to == null ? revenue(comparator, value, tolerance) : ranged(comparator, value, to);

        assertThat(verdict(target, complete)).isEqualTo(expected);
    }

    private static Verdict verdict(Target target, SeriesProjection series) {
        return judgeOn(AFTER_YEAR_END, target, series).judgement().verdict();
    }

    @Test
    void withoutALawThereIsAPointButNoVerdict() {
        SeriesProjection point = Series.of("VN-XX", "revenue", "_T", CURRENT, "billion_vnd")
                .toDate("2025-06", 480)
                .ending(950)
                .projected();
        TargetAttainment row = judge(revenue(AT_LEAST, 940, null), point);

        assertThat(row.judgement().verdict()).isEqualTo(Verdict.NOT_EVALUABLE);
        assertThat(row.judgement().reasonCode()).isEqualTo("no_interval");
        assertThat(row.forecast().point()).isEqualTo(950);
        assertThat(row.forecast().quantile(Quantiles::p90)).isNull();
        assertThat(row.judgement().pAttain()).isNull();
    }

    @Test
    void aGrowthTargetIsReadFromLevelsAtConstantPrices() {
        SeriesProjection level = Series.of("VN-XX", "grdp", "_T", CONSTANT_2010, "billion_vnd")
                .quarters(2, new double[] {24, 30, 25, 31}, new double[] {22, 27, 24, 27})
                .between(108, 112)
                .lastYear(100)
                .history(new PastYear(2023, 45.0, 92), new PastYear(2024, 49.0, 100))
                .projected();
        Target growth = target("5a", Measure.GROWTH_VOLUME, "grdp", "_T", "pct", AT_LEAST, 8.8, null);
        TargetAttainment row = judge(growth, level);

        assertThat(row.forecast().point()).isCloseTo(10, within(1e-9));
        assertThat(row.forecast().quantile(Quantiles::p10)).isCloseTo(8.4, within(1e-9));
        assertThat(row.judgement().pAttain()).isCloseTo(0.8, within(1e-9)); // 108.8 of 108 to 112
        assertThat(row.judgement().verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(row.known().previousYear()).isCloseTo(100 * 100 / 92.0 - 100, within(1e-9));
        assertThat(row.known().toDate()).isCloseTo(100 * 54 / 49.0 - 100, within(1e-9));
        assertThat(row.forecast().growthToDateRulePoint()).isEqualTo(row.known().toDate());
        assertThat(row.projectedAttainmentPct()).isNull();
        assertThat(row.toDateAttainmentPct()).isNull();
        assertThat(row.pace().rest()).isNull();
        assertThat(row.pace().growthPct()).isCloseTo(100 * (108.8 - 54) / 51 - 100, within(1e-9));
    }

    @Test
    void aGrowthTargetIsReadFromPublishedGrowthWhereLevelsAreRefused() {
        SeriesRefusal level = refusal("grdp", CONSTANT_2010);
        SeriesProjection growth = Series.of("VN-XX", "grdp_growth", "_T", CONSTANT_2010, "pct")
                .growthToDate("2025-S1", 10.95)
                .between(8, 12)
                .lastYear(8.76)
                .projected();
        Target target = target("5a", Measure.GROWTH_VOLUME, "grdp", "_T", "pct", AT_LEAST, 8.8, null);
        TargetAttainment row = Attainment.judge(
                        Programmes.of(target), AS_OF, outcomes(level, growth), NO_GAPS, units(), releaseDays())
                .attainments()
                .get(0);

        assertThat(row.judgement().pAttain()).isCloseTo(0.8, within(1e-12));
        assertThat(row.known().toDate()).isEqualTo(10.95);
        assertThat(row.known().previousYear()).isEqualTo(8.76);
        assertThat(row.forecast().growthToDateRulePoint()).isEqualTo(10.95);
    }

    @Test
    void aSeriesWithFiguresOfTheYearGoesBeforeOneWithout() {
        SeriesProjection level = Series.of("VN-XX", "grdp", "_T", CONSTANT_2010, "billion_vnd")
                .between(100, 120)
                .lastYear(100)
                .projected();
        SeriesProjection growth = Series.of("VN-XX", "grdp_growth", "_T", CONSTANT_2010, "pct")
                .growthToDate("2025-S1", 10.95)
                .between(8, 12)
                .projected();
        Target target = target("5a", Measure.GROWTH_VOLUME, "grdp", "_T", "pct", AT_LEAST, 8.8, null);

        assertThat(judge(target, level, growth).forecast().point()).isEqualTo(10);
    }

    @Test
    void aChangeIsTheLevelLessLastYearsWithItsSign() {
        SeriesProjection poverty = Series.of("VN-XX", "poverty_rate", "_T", NONE, "pct")
                .stock()
                .between(0.5, 1.0)
                .lastYear(1.48)
                .history(new PastYear(2023, null, 3.29), new PastYear(2024, null, 1.48))
                .projected();
        Target target =
                target("12", Measure.CHANGE_FROM_LAST_YEAR, "poverty_rate", "_T", "pct_points", AT_MOST, -0.74, null);
        TargetAttainment row = judge(target, poverty);

        assertThat(row.judgement().pAttain())
                .isCloseTo(0.48, within(1e-12)); // at most 1.48 - 0.74 = 0.74 of 0.5 to 1.0
        assertThat(row.forecast().point()).isCloseTo(0.75 - 1.48, within(1e-12));
        assertThat(row.forecast().quantile(Quantiles::p10)).isCloseTo(0.55 - 1.48, within(1e-12));
        assertThat(row.known().previousYear()).isCloseTo(-1.81, within(1e-12));
        assertThat(row.pace().rest()).isCloseTo(-0.74, within(1e-12));
        assertThat(row.forecast().flag()).isEqualTo("no_data_this_year");
        assertThat(row.projectedAttainmentPct()).isNull();
    }

    @Test
    void aChangeWithoutLastYearsLevelSaysSo() {
        SeriesProjection poverty = Series.of("VN-XX", "poverty_rate", "_T", NONE, "pct")
                .stock()
                .between(0.5, 1.0)
                .projected();
        Target target =
                target("12", Measure.CHANGE_FROM_LAST_YEAR, "poverty_rate", "_T", "pct_points", AT_MOST, -0.74, null);

        assertThat(judge(target, poverty).judgement().reasonCode()).isEqualTo("no_previous_year");
    }

    @Test
    void aRateThatIsAChangeItselfIsTakenAsItIs() {
        SeriesProjection crime = Series.of("VN-XX", "crime_cases_change", "_T", NONE, "pct")
                .between(-7, 3)
                .lastYear(-0.3)
                .projected();
        Target target = target("18b", Measure.GROWTH_YEAR, "crime_cases_change", "_T", "pct", AT_MOST, -5.0, null);
        TargetAttainment row = judge(target, crime);

        assertThat(row.judgement().pAttain()).isCloseTo(0.2, within(1e-12));
        assertThat(row.judgement().verdict()).isEqualTo(Verdict.UNLIKELY);
        assertThat(row.known().previousYear()).isEqualTo(-0.3);
    }

    @Test
    void seriesAndTargetMayDifferInUnitButNotInDimension() {
        SeriesProjection balance = Series.of("VN-XX", "trade_balance", "_T", CURRENT, "million_usd")
                .toDate("2025-06", 12_000)
                .between(20_000, 40_000)
                .lastYear(24_800)
                .projected();
        Target billion = target("A2", Measure.FLOW_YEAR, "trade_balance", "_T", "billion_usd", AT_LEAST, 30.0, null);
        Target dong = target("A2", Measure.FLOW_YEAR, "trade_balance", "_T", "billion_vnd", AT_LEAST, 30.0, null);

        TargetAttainment row = judge(billion, balance);
        assertThat(row.forecast().point()).isCloseTo(30, within(1e-9));
        assertThat(row.known().toDate()).isCloseTo(12, within(1e-9));
        assertThat(row.judgement().pAttain()).isCloseTo(0.5, within(1e-9));
        assertThat(row.pace().rest()).isCloseTo(18, within(1e-9));
        assertThat(Objects.requireNonNull(judge(dong, balance).judgement().reason())
                        .text()
                        .en())
                .isEqualTo("The unit of the figures (million_usd) cannot be converted to that of the target"
                        + " (billion_vnd)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> units().factor("million_usd", "billion_vnd"))
                .withMessage("Expecting units of one dimension of CL_UNIT but were 'million_usd' and 'billion_vnd'");
    }

    @Test
    void anIndexIsJudgedOnlyByTheIndexOfTheYear() {
        Target higher = target("4a", Measure.HIGHER_THAN_LAST_YEAR, "pci_score", "_T", "score", ABOVE, null, null);
        Series index = Series.of("VN-XX", "pci_score", "_T", NONE, "score").lastYear(67.4);

        TargetAttainment before = judge(higher, index.stock().between(60, 75).projected());
        assertThat(before.judgement().verdict()).isEqualTo(Verdict.NOT_EVALUABLE);
        assertThat(before.judgement().reasonCode()).isEqualTo("index_of_year_missing");
        assertThat(before.targetValue()).isEqualTo(67.4);
        assertThat(before.forecast().point()).isNull();

        TargetAttainment after = judgeOn(
                AFTER_YEAR_END, higher, index.toDate("2025", 68.0).ending(68.0).projected());
        assertThat(after.judgement().verdict()).isEqualTo(Verdict.EXCEEDED);
        assertThat(after.targetValue()).isEqualTo(67.4);
    }

    @Test
    void aShareIsReadFromItsOwnSeriesAndNeedsNoPace() {
        SeriesProjection share = Series.of("VN-XX", "value_added_share", "C", CURRENT, "pct")
                .between(24, 26)
                .projected();
        Target target = target("3", Measure.SHARE_OF_GRDP, "value_added", "C", "pct", AT_LEAST, 24.1, null);
        TargetAttainment row = judge(target, share);

        assertThat(row.forecast().point()).isEqualTo(25);
        assertThat(row.judgement().pAttain()).isCloseTo(0.95, within(1e-9));
        assertThat(row.pace().rest()).isNull();
    }

    @Test
    void perCapitaIsReadFromItsOwnSeries() {
        SeriesProjection perCapita = Series.of("VN-XX", "grdp_per_capita", "_T", CURRENT, "million_vnd_per_person")
                .between(100, 110)
                .projected();
        SeriesProjection usd = Series.of("VN-XX", "grdp_per_capita_usd", "_T", CURRENT, "usd_per_person")
                .between(4000, 4400)
                .projected();
        Target dong = target("6", Measure.PER_CAPITA, "grdp", "_T", "million_vnd_per_person", AT_LEAST, 106.0, null);
        Target dollar = target("6", Measure.PER_CAPITA, "grdp", "_T", "usd_per_person", AT_LEAST, 4100.0, null);

        assertThat(judge(dong, perCapita, usd).judgement().pAttain()).isCloseTo(0.4, within(1e-12));
        assertThat(judge(dollar, perCapita, usd).judgement().pAttain()).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void aRefusedSeriesLendsItsReason() {
        TargetAttainment row = Attainment.judge(
                        Programmes.of(revenue(AT_LEAST, 950, null)),
                        AS_OF,
                        outcomes(refusal("revenue", CURRENT)),
                        NO_GAPS,
                        units(),
                        releaseDays())
                .attainments()
                .get(0);

        assertThat(row.judgement().verdict()).isEqualTo(Verdict.NOT_EVALUABLE);
        assertThat(row.judgement().reasonCode()).isEqualTo("too_short");
        assertThat(Objects.requireNonNull(row.judgement().reason()).text().vi()).isEqualTo("Chuỗi quá ngắn");
        assertThat(row.provenance().status()).isEqualTo(ObservationStatus.MISSING);
        assertThat(row.provenance().methodCode()).isEqualTo("none");
    }

    @Test
    void whatIsKnownOfARefusedSeriesIsShownWithWhatIsMissing() {
        SeriesRefusal refused = new SeriesRefusal(
                new SeriesId("VN-XX", "revenue", "_T", CURRENT),
                2025,
                "too_short",
                new LocalizedText("Chuỗi quá ngắn", "Too short"),
                "billion_vnd",
                480.0,
                Period.parse("2025-Q2"));
        TargetAttainment row = judge(revenue(AT_LEAST, 1000, null), refused);

        assertThat(row.judgement().verdict()).isEqualTo(Verdict.NOT_EVALUABLE);
        assertThat(row.known().toDate()).isEqualTo(480);
        assertThat(String.valueOf(row.known().period())).isEqualTo("2025-Q2");
        assertThat(row.toDateAttainmentPct()).isEqualTo(48);
        assertThat(row.pace().rest()).isEqualTo(520);
        assertThat(Programmes.pace(revenue(AT_LEAST, 1000, null), refused))
                .extracting(s -> s.period() + " " + s.requiredValue() + " " + s.requiredCumulated() + s.unitCode())
                .containsExactly("2025-S2 520.0 1000.0billion_vnd");
    }

    @Test
    void aDeclaredGapHoldsUntilAFigureOfTheYearArrives() {
        DeclaredGaps gap = DeclaredGaps.of(
                List.of(new DeclaredGap("test-2025", "1", "no_data", new LocalizedText("Không có", "None"))));
        Programme programme = Programmes.of(revenue(AT_LEAST, 950, null));
        SeriesProjection prior = Series.of("VN-XX", "revenue", "_T", CURRENT, "billion_vnd")
                .between(900, 1000)
                .projected();

        TargetAttainment without = Attainment.judge(programme, AS_OF, outcomes(prior), gap, units(), releaseDays())
                .attainments()
                .get(0);
        assertThat(Objects.requireNonNull(without.judgement().reason()).text().vi())
                .isEqualTo("Không có");
        assertThat(without.forecast().point()).isNull();
        assertThat(Attainment.judge(programme, AS_OF, outcomes(revenueBetween900And1000()), gap, units(), releaseDays())
                        .attainments()
                        .get(0)
                        .judgement()
                        .verdict())
                .isEqualTo(Verdict.UNCERTAIN);
    }

    @Test
    void whatIsAssessedByHandHasNoVerdictFromFigures() {
        Target assessed = target("1b", Measure.QUALITATIVE, "revenue", "_T", "none", ASSESSED, null, null);
        TargetAttainment row = judge(assessed, revenueBetween900And1000());

        assertThat(row.judgement().reasonCode()).isEqualTo("assessed_by_hand");
        assertThat(row.targetValue()).isNull();
    }

    @Test
    void aTotalWithoutFiguresNamesTheMissingParts() throws IOException {
        SeriesProjection exports = Series.of("VN-HG", "exports_and_fx_services", "_T", CURRENT, "million_usd")
                .between(800, 1000)
                .projected();
        TargetAttainment row = only(
                Attainment.judge(hauGiang(), AS_OF, outcomes(exports), gaps(), units(), releaseDays())
                        .attainments(),
                "10a",
                0);

        assertThat(row.judgement().reasonCode()).isEqualTo("parts_missing");
        assertThat(Objects.requireNonNull(row.judgement().reason()).text().en())
                .isEqualTo("No figure of its own; missing parts: imports");
    }

    @Test
    void anOutcomeOfAnotherYearIsRefused() {
        Programme programme = Programmes.of(revenue(AT_LEAST, 950, null));
        SeriesRefusal other = new SeriesRefusal(
                new SeriesId("VN-XX", "revenue", "_T", CURRENT),
                2024,
                "no_data",
                new LocalizedText("a", "b"),
                "billion_vnd",
                null,
                null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attainment.judge(programme, AS_OF, outcomes(other), NO_GAPS, units(), releaseDays())
                        .attainments())
                .withMessage("Expecting the outcome of VN-XX.revenue._T.current in 2025 but was that of"
                        + " VN-XX.revenue._T.current in 2024");
    }

    @Test
    void everyTargetHasARowWithAReasonInBothLanguagesEvenWithoutAnyFigure() throws IOException {
        for (Programme programme : List.of(hauGiang(), vietNam())) {
            List<TargetAttainment> rows = Attainment.judge(programme, AS_OF, Map.of(), gaps(), units(), releaseDays())
                    .attainments();

            Set<String> expected = new TreeSet<>();
            programme.targets().stream()
                    .filter(t -> !t.versionsAsOf(AS_OF).isEmpty())
                    .forEach(t -> expected.add(t.id()));
            assertThat(new TreeSet<>(
                            rows.stream().map(TargetAttainment::targetId).toList()))
                    .isEqualTo(expected);
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.judgement().verdict()).isEqualTo(Verdict.NOT_EVALUABLE);
                assertThat(Objects.requireNonNull(row.judgement().reason())
                                .text()
                                .vi())
                        .isNotBlank();
                assertThat(Objects.requireNonNull(row.judgement().reason())
                                .text()
                                .en())
                        .isNotBlank()
                        .isNotEqualTo(Objects.requireNonNull(row.judgement().reason())
                                .text()
                                .vi());
            });
        }
    }

    @Test
    void onlyVersionsIssuedByTheDayHaveRows() throws IOException {
        assertThat(ids("2025-08-11")).doesNotContain("A1", "A2").hasSize(16);
        assertThat(ids("2025-08-12")).contains("A1", "A2").hasSize(18);
        assertThat(ids("2024-11-11")).isEmpty();

        List<TargetAttainment> february = Attainment.judge(
                        vietNam(), LocalDate.parse("2025-02-18"), Map.of(), gaps(), units(), releaseDays())
                .attainments();
        assertThat(february)
                .filteredOn(r -> r.targetId().equals("1"))
                .extracting(row -> row.version().number(), TargetAttainment::targetValue, TargetAttainment::isHeadline)
                .containsExactly(tuple(0, 6.5, true), tuple(1, 8.0, false));
        List<TargetAttainment> amended = Attainment.judge(
                        vietNam(), LocalDate.parse("2025-02-19"), Map.of(), gaps(), units(), releaseDays())
                .attainments();
        assertThat(amended)
                .filteredOn(r -> r.targetId().equals("1"))
                .extracting(TargetAttainment::isHeadline)
                .containsExactly(false, false, true);
    }

    @Test
    void eachVersionIsJudgedInItsOwnRow() throws IOException {
        SeriesProjection growth = Series.of("VN-HG", "grdp_growth", "_T", CONSTANT_2010, "pct")
                .growthToDate("2025-S1", 10.95)
                .between(8, 12)
                .projected();
        List<TargetAttainment> rows = Attainment.judge(
                        hauGiang(), AS_OF, outcomes(growth), gaps(), units(), releaseDays())
                .attainments();

        assertThat(only(rows, "5a", 0).judgement().pAttain()).isCloseTo(0.8, within(1e-12));
        assertThat(only(rows, "5a", 1).judgement().pAttain()).isCloseTo((12 - 10.14) / 4, within(1e-12));
        assertThat(only(rows, "5a", 1).isHeadline()).isFalse();
    }

    @Test
    void aClosedProgrammeIsEvaluatedOnItsLastDay() throws IOException {
        List<TargetAttainment> rows = Attainment.judge(hauGiang(), AS_OF, Map.of(), gaps(), units(), releaseDays())
                .attainments();

        assertThat(rows).extracting(TargetAttainment::evaluatedOn).containsOnly(LocalDate.parse("2025-06-30"));
        assertThat(rows).extracting(TargetAttainment::closedOn).containsOnly(LocalDate.parse("2025-06-30"));
        assertThat(only(rows, "9b", 0).judgement().reasonCode()).isEqualTo("territory_dissolved");
        assertThat(Objects.requireNonNull(only(rows, "9b", 0).judgement().reason())
                        .text()
                        .vi())
                .isEqualTo("Đơn vị hành chính đã kết thúc khi chưa có số liệu nào dùng được");
        assertThat(only(rows, "4a", 0).judgement().reasonCode()).isEqualTo("index_not_compiled");
    }

    @Test
    void theOrderOfInputsChangesNothing() throws IOException {
        List<SeriesOutcome> all = new ArrayList<>(List.of(
                Series.of("VN", "gdp", "_T", CONSTANT_2010, "billion_vnd")
                        .quarters(2, new double[] {24, 30, 25, 31}, new double[] {22, 27, 24, 27})
                        .between(105, 112)
                        .lastYear(100)
                        .projected(),
                Series.of("VN", "gdp_growth", "_T", CONSTANT_2010, "pct")
                        .growthToDate("2025-Q2", 7.52)
                        .between(6, 9)
                        .projected(),
                Series.of("VN", "value_added", "C", CURRENT, "billion_vnd")
                        .between(20, 30)
                        .projected(),
                Series.of("VN", "gdp", "_T", CURRENT, "billion_vnd")
                        .between(90, 110)
                        .projected()));
        Map<SeriesId, SeriesOutcome> forwards = new LinkedHashMap<>();
        all.forEach(o -> forwards.put(o.id(), o));
        Collections.reverse(all);
        Map<SeriesId, SeriesOutcome> backwards = new HashMap<>();
        all.forEach(o -> backwards.put(o.id(), o));

        assertThat(Attainment.judge(vietNam(), AS_OF, forwards, gaps(), units(), releaseDays())
                        .attainments())
                .isEqualTo(Attainment.judge(vietNam(), AS_OF, backwards, gaps(), units(), releaseDays())
                        .attainments());
    }

    @Test
    void everyNumberedTargetHasADeclaredGapOrASeriesThatTheDeliveriesBring() throws IOException {
        Set<String> delivered = new TreeSet<>();
        try (CsvReader<NamedCsvRecord> mapping =
                CsvReader.builder().ofNamedCsvRecord(DATASETS.resolve("codelist/mapping.csv"))) {
            mapping.forEach(m -> delivered.add(m.getField("indicator_code") + "." + m.getField("activity_code")));
        }
        for (Programme programme : List.of(hauGiang(), vietNam())) {
            for (Target target : programme.targets()) {
                boolean isLinked =
                        TargetLink.of(programme.areaCode(), target, List.of(PriceBasis.CONSTANT_2010)).stream()
                                .map(TargetLink::id)
                                .map(id -> id.indicatorCode() + "." + id.activityCode())
                                .anyMatch(id -> delivered.contains(id)
                                        || delivered.contains(id.replace("_share.", "."))); // derived from levels
                boolean isSum = !TargetLink.parts(target).isEmpty()
                        && TargetLink.parts(target).stream().allMatch(p -> delivered.contains(p + "._T"));
                assertThat(isLinked
                                || isSum
                                || gaps().of(programme.programmeId(), target.id())
                                        .isPresent())
                        .as("%s %s", programme.programmeId(), target.id())
                        .isTrue();
            }
        }
    }

    /** Of an area without figures at constant prices no volume is asked for at prices that no list names. */
    @Test
    void constantPricesAreThoseThatAnAreaHas() {
        PriceBasis last = PriceBasis.ofCode("constant_2018");
        List<SeriesId> ids = List.of(
                new SeriesId("XA", "gdp", "_T", PriceBasis.CONSTANT_2010),
                new SeriesId("XA", "gdp", "_T", PriceBasis.CURRENT),
                new SeriesId("XA", "gdp", "_T", last),
                new SeriesId("XB", "gdp", "_T", PriceBasis.CURRENT));
        assertThat(TargetLink.constantPrices("XA", ids)).containsExactly(last, PriceBasis.CONSTANT_2010);
        assertThat(TargetLink.constantPrices("XB", ids)).isEmpty();
    }

    @Test
    void theNamesOfDerivedIndicatorsAreThoseOfTheCodeList() throws IOException {
        Set<String> bases = new TreeSet<>();
        try (CsvReader<NamedCsvRecord> indicators =
                CsvReader.builder().ofNamedCsvRecord(DATASETS.resolve("codelist/CL_INDICATOR.csv"))) {
            indicators.forEach(i -> bases.add(i.getField("code") + "<-" + i.getField("base_code")));
        }
        assertThat(bases)
                .contains(
                        "grdp_growth<-grdp",
                        "gdp_growth<-gdp",
                        "value_added_growth<-value_added",
                        "net_product_taxes_growth<-net_product_taxes",
                        "exports_growth<-exports",
                        "value_added_share<-value_added",
                        "net_product_taxes_share<-net_product_taxes",
                        "grdp_per_capita<-grdp",
                        "grdp_per_capita_usd<-grdp",
                        "gdp_per_capita_usd<-gdp",
                        "poverty_rate_change<-poverty_rate");
    }

    private static List<String> ids(String asOf) throws IOException {
        return Attainment.judge(vietNam(), LocalDate.parse(asOf), Map.of(), gaps(), units(), releaseDays())
                .attainments()
                .stream()
                .map(TargetAttainment::targetId)
                .distinct()
                .toList();
    }

    private static TargetAttainment only(List<TargetAttainment> rows, String targetId, int version) {
        return rows.stream()
                .filter(r -> r.targetId().equals(targetId) && r.version().number() == version)
                .findFirst()
                .orElseThrow();
    }

    private static SeriesRefusal refusal(String indicator, PriceBasis basis) {
        return new SeriesRefusal(
                new SeriesId("VN-XX", indicator, "_T", basis),
                2025,
                "too_short",
                new LocalizedText("Chuỗi quá ngắn", "Too short"),
                "billion_vnd",
                null,
                null);
    }

    private static SeriesProjection revenueBetween900And1000() {
        return Series.of("VN-XX", "revenue", "_T", CURRENT, "billion_vnd")
                .quarters(2, new double[] {230, 250, 220, 250}, new double[] {190, 210, 190, 210})
                .between(900, 1000)
                .lastYear(800)
                .history(
                        new PastYear(2021, 300.0, 600),
                        new PastYear(2022, 330.0, 660),
                        new PastYear(2023, 360.0, 750),
                        new PastYear(2024, 400.0, 800))
                .projected();
    }
}
