package vn.chitieu.account.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.AccountResult;
import vn.chitieu.account.FigureResidual.Verdict;
import vn.chitieu.account.area.Printed;
import vn.chitieu.account.area.RegionalAccounts;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;

/** Figures that cannot be what they claim to be are named and left out, and the rest is computed. */
class BalanceBadInputTest {

    private static final PriceBasis CONSTANT = PriceBasis.CONSTANT_2010;
    private static final PriceBasis CURRENT = PriceBasis.CURRENT;
    private static final Printed REPORT = Printed.by("VN-X", "report", "2025-01-10");

    /** 100 = 30 + 40 + 20 + 10 last year, 110 = 31 + 46 + 22 + 11 this year. */
    private static List<Observation> soundFigures() {
        return new ArrayList<>(List.of(
                REPORT.figure("grdp", "_T", "2023.P", CONSTANT, "1000"),
                REPORT.figure("value_added", "S1", "2023.P", CONSTANT, "300"),
                REPORT.figure("value_added", "S2", "2023.P", CONSTANT, "400"),
                REPORT.figure("value_added", "S3", "2023.P", CONSTANT, "200"),
                REPORT.figure("grdp", "_T", "2024.P", CONSTANT, "1100"),
                REPORT.figure("value_added", "S1", "2024.P", CONSTANT, "310"),
                REPORT.figure("value_added", "S2", "2024.P", CONSTANT, "460"),
                REPORT.figure("value_added_growth", "S3", "2024.P", CONSTANT, "10.0")));
    }

    private static AccountResult with(Observation... further) {
        List<Observation> figures = soundFigures();
        figures.addAll(List.of(further));
        return RegionalAccounts.of("VN-X", figures, LocalDate.of(2025, 7, 31));
    }

    private static Finding only(AccountResult result, String ruleCode) {
        List<Finding> found = result.findings().stream()
                .filter(finding -> finding.ruleCode().equals(ruleCode))
                .toList();
        assertThat(found).hasSize(1);
        assertThat(result.balance().residuals())
                .filteredOn(residual -> residual.verdict() == Verdict.REJECTED_BY_SCREEN)
                .hasSize(1);
        return found.get(0);
    }

    private static void assertRestIsComputed(AccountResult result) {
        Double netTaxes = result.balance()
                .find("D21X31", Period.ofYear(2024), Accumulation.PERIOD, CONSTANT, Measure.LEVEL)
                .orElseThrow()
                .value();
        assertThat(netTaxes).isNotNull().isCloseTo(110.0, within(1.0));
    }

    @Test
    void soundFiguresMakeNoFinding() {
        assertThat(with().findings()).isEmpty();
        assertRestIsComputed(with());
    }

    @Test
    void aFigurePerHeadAndThePopulationMakeTheProduct() {
        AccountResult result = RegionalAccounts.of(
                "VN-X",
                List.of(
                        REPORT.figure("grdp_per_capita", "_T", "2023.P", CURRENT, "101.9"),
                        REPORT.figure("grdp_per_capita", "_T", "2024.P", CURRENT, "114"),
                        REPORT.figure("population", "_T", "2023.P", PriceBasis.NONE, "100309.2"),
                        REPORT.figure("population", "_T", "2024.P", PriceBasis.NONE, "101343.8")),
                LocalDate.of(2025, 7, 31));

        assertThat(result.findings()).isEmpty();
        // 114 × 101,343.8
        assertThat(result.balance()
                        .find("_T", Period.ofYear(2024), Accumulation.PERIOD, CURRENT, Measure.LEVEL)
                        .orElseThrow()
                        .value())
                .isNotNull()
                .isCloseTo(11_553_193, within(1_000.0));
    }

    @Test
    void growthTypedAsAnIndex() {
        AccountResult result = with(REPORT.figure("value_added_growth", "S1", "2024.P", CONSTANT, "103.3"));

        assertThat(only(result, "growth_typed_as_index").message().en())
                .isEqualTo(
                        "Growth of value added of sector I, 2024: 103.3% (published on 10 January 2025): looks like an"
                                + " index (year before = 100); growth would be 3.30%. The figure is left out of the"
                                + " balance.");
        assertRestIsComputed(result);
    }

    @Test
    void aShareAboveOneHundred() {
        AccountResult result = with(REPORT.figure("value_added_share", "S2", "2024.P", CURRENT, "120"));

        assertThat(only(result, "share_out_of_range").message().vi())
                .isEqualTo("Tỷ trọng giá trị tăng thêm khu vực II, năm 2024: 120% (công bố ngày 10/1/2025) một phần"
                        + " không thể lớn hơn tổng thể. Số này không được đưa vào cân đối.");
        assertRestIsComputed(result);
    }

    @Test
    void sharesThatSumToOneHundredAndTwentyAreAllLeftOutAndAHundredAndAHundredthIsFine() {
        AccountResult wrong = with(
                REPORT.figure("value_added_share", "S1", "2024.P", CURRENT, "40"),
                REPORT.figure("value_added_share", "S2", "2024.P", CURRENT, "45"),
                REPORT.figure("value_added_share", "S3", "2024.P", CURRENT, "35"));
        AccountResult rounded = with(
                REPORT.figure("value_added_share", "S1", "2024.P", CURRENT, "28.18"),
                REPORT.figure("value_added_share", "S2", "2024.P", CURRENT, "41.83"),
                REPORT.figure("value_added_share", "S3", "2024.P", CURRENT, "20.00"),
                REPORT.figure("net_product_taxes_share", "D21X31", "2024.P", CURRENT, "10.00"));

        assertThat(wrong.findings())
                .filteredOn(finding -> finding.ruleCode().equals("share_out_of_range"))
                .hasSize(3)
                .allMatch(finding -> finding.message().en().contains("the shares of its source sum to 120.00%"));
        assertThat(rounded.findings()).isEmpty();
    }

    @Test
    void aPopulationOfZero() {
        AccountResult result = with(REPORT.figure("population", "_T", "2024.P", PriceBasis.NONE, "0"));

        assertThat(only(result, "population_not_positive").message().en())
                .contains("Average population, 2024: 0 thousand persons", "a population must be above 0");
        assertRestIsComputed(result);
    }

    @Test
    void aLevelInAnotherUnit() {
        AccountResult result = with(REPORT.figure("value_added", "S3", "2024.P", CONSTANT, "220000"));

        assertThat(only(result, "level_in_other_unit").message().en())
                .contains("220,000 billion VND", "about 1,000 times larger than the other levels", "in another unit");
        assertRestIsComputed(result);
    }

    @Test
    void levelsOfTwoBaseYears() {
        Printed later = Printed.by("VN-X", "later report", "2025-03-10");
        AccountResult result = with(later.figure("value_added", "S1", "2024.P", CONSTANT, "558"));

        assertThat(only(result, "base_years_mixed").message().en())
                .contains(
                        "558 billion VND",
                        "not of the same base year as 310 billion VND of 2024 published on" + " 10 January 2025");
        assertRestIsComputed(result);
    }

    /** 4,812 over 4,000 is 20.3 percent, where 20.0 had been released before: the levels restate it without a word. */
    @Test
    void aRateThatLevelsOfALaterReleaseRestateIsARevision() {
        Printed early = Printed.by("VN-X", "flash", "2024-11-10");
        List<Observation> figures = List.of(
                early.figure("grdp_growth", "_T", "2024.P", CONSTANT, "20.00"),
                REPORT.figure("grdp", "_T", "2023.P", CONSTANT, "4000"),
                REPORT.figure("grdp", "_T", "2024.P", CONSTANT, "4812"));

        AccountResult result = RegionalAccounts.of("VN-X", figures, LocalDate.of(2025, 7, 31));

        assertThat(result.findings())
                .allSatisfy(finding -> assertThat(finding.kind()).isEqualTo(Finding.Kind.REVISION));
        assertThat(result.balance().residuals())
                .allSatisfy(residual -> assertThat(residual.verdict()).isNotEqualTo(Verdict.REJECTED));
    }

    /** 16 points were printed where levels and the rate of growth, 15 percent of 40, say 6. */
    @Test
    void aFigureThatAllOthersContradictIsSetAsideWithItsOpponents() {
        AccountResult result = with(
                REPORT.figure("value_added_growth", "S2", "2024.P", CONSTANT, "15.0"),
                REPORT.figure("value_added_contribution", "S2", "2024.P", CONSTANT, "16.0"));

        assertThat(result.findings())
                .filteredOn(finding -> finding.ruleCode().equals("far_from_balance"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.CONTRADICTION);
                    assertThat(finding.message().en())
                            .startsWith(
                                    "Contribution of value added of sector II to growth, 2024: 16.0 percentage points"
                                            + " was published (on 10 January 2025), but the other figures give 6.00"
                                            + " percentage points")
                            .contains("Value added of sector II at 2010 prices, 2024: 460 billion VND")
                            .endsWith("The figure is left out of the balance.");
                });
        assertRestIsComputed(result);
    }
}
