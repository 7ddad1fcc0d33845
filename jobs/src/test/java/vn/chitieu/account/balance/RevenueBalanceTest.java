package vn.chitieu.account.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.chitieu.observation.PriceBasis.CURRENT;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.AccountResult;
import vn.chitieu.account.FigureResidual;
import vn.chitieu.account.FigureResidual.Verdict;
import vn.chitieu.account.area.Printed;
import vn.chitieu.account.area.Read;
import vn.chitieu.account.area.RegionalAccounts;
import vn.chitieu.account.area.ShippedFigures;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;

/** Budget revenue balanced from levels by kind, growth and attainment of plans; numbers to check by hand. */
class RevenueBalanceTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 31);
    private static final String TOTAL = "budget_revenue_local_area";
    private static final String DOMESTIC = "budget_revenue_domestic";
    private static final String TRADE = "budget_revenue_trade_taxes";

    private static Observation figure(Printed report, String indicator, String period, String value) {
        return report.figure(indicator, "_T", period, CURRENT, value);
    }

    private static Read accounts(Observation... figures) {
        return new Read(RegionalAccounts.of("VN-X", List.of(figures), AS_OF));
    }

    private static FigureResidual residual(AccountResult result, String indicator, String period) {
        return result.balance().residuals().stream()
                .filter(residual -> residual.figure().key().indicatorCode().equals(indicator)
                        && residual.figure().key().period().toString().equals(period))
                .findFirst()
                .orElseThrow();
    }

    private static AccountFigure balanced(Read read, String item, String period) {
        return read.figure(Account.REVENUE, item, period, CURRENT, Measure.BALANCED_LEVEL);
    }

    /** 2,755 + 290 = 3,045 against 3,054; the error of each sum of three rounded figures is √3 / √12 = 0.5. */
    @Test
    void theHalfYearOf2023OfHauGiangIsListedWithItsResidualAndWhatItFightsWith() {
        AccountResult result = ShippedFigures.accounts("VN-HG", AS_OF);

        for (String indicator : List.of(TOTAL, DOMESTIC, TRADE)) {
            FigureResidual residual = residual(result, indicator, "2023-S1");
            assertThat(residual.verdict()).isEqualTo(Verdict.UNRESOLVED);
            assertThat(Math.abs(residual.standardisedResidual())).isCloseTo(9 / 0.5, within(0.01));
            assertThat(residual.opponents()).hasSize(2);
        }
        assertThat(residual(result, TRADE, "2023-S1").fitted()).isCloseTo(3054 - 2755.0, within(1e-6));
        assertThat(new Read(result).findings("far_from_balance"))
                .filteredOn(finding -> finding.period().equals("2023-S1"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Finding.Kind.CONTRADICTION))
                .satisfies(finding -> assertThat(finding.message().vi())
                        .contains("2.755 tỷ đồng", "18,0 lần sai số chuẩn", "3.054 tỷ đồng", "290 tỷ đồng"));
        AccountFigure total = balanced(new Read(result), "total", "2023-S1.C");
        AccountFigure trade = balanced(new Read(result), "trade_taxes", "2023-S1.C");
        assertThat(total.value()).isCloseTo(3054 - 9 / 3.0, within(1e-6)); // each of the three bears a third
        assertThat(trade.value()).isCloseTo(290 + 9 / 3.0, within(1e-6));
        // errors of 18 × 1/√12 each, less what the identity tells: × √(2/3)
        assertThat(trade.standardError()).isCloseTo(18 / Math.sqrt(12) * Math.sqrt(2.0 / 3), within(0.01));
    }

    @Test
    void partsThatMakeTheTotalHaveResidualsOfNothing() {
        Printed plan = Printed.by("VN-X", "form12", "2022-11-20"); // Ministry of Finance, form 12/CK-NSNN of 2021
        Read read = accounts(
                figure(plan, TOTAL, "2021.P", "1343330"),
                figure(plan, DOMESTIC, "2021.P", "1133500"),
                figure(plan, "budget_revenue_crude_oil", "2021.P", "23200"),
                figure(plan, TRADE, "2021.P", "178500"),
                figure(plan, "budget_revenue_grants", "2021.P", "8130"));

        assertThat(read.result().findings()).isEmpty();
        assertThat(read.result().balance().residuals()).hasSize(5).allSatisfy(residual -> assertThat(
                        residual.standardisedResidual())
                .isCloseTo(0, within(1e-6)));
        assertThat(balanced(read, "grants", "2021.P").value()).isCloseTo(8130, within(1e-6));
    }

    @Test
    void aWrongRateIsSetAsideWhereLevelsOfOneReleaseContradictIt() {
        Printed report = Printed.by("VN-X", "report", "2024-01-10");
        Read read = accounts(
                figure(report, TOTAL, "2022.P", "1000"),
                figure(report, TOTAL, "2023.P", "1200"),
                figure(report, "budget_revenue_plan_attainment_provincial", "2023.P", "120.0"),
                figure(report, "budget_revenue_plan_attainment_provincial", "2023-S1.C", "60.0"),
                figure(report, TOTAL, "2023-S1.C", "600"),
                figure(report, "budget_revenue_local_area_growth", "2023.P", "12.0"));

        assertThat(residual(read.result(), "budget_revenue_local_area_growth", "2023")
                        .fitted())
                .isCloseTo(20, within(0.2));
        assertThat(read.findings("far_from_balance")).isNotEmpty();
        assertThat(read.figure(Account.REVENUE, "total", "2023.P", CURRENT, Measure.PLAN)
                        .value())
                .isCloseTo(1000, within(0.5));
    }

    @Test
    void thePlanFollowsFromAttainmentThroughTheYear() {
        Printed report = Printed.by("VN-X", "report", "2024-07-10");
        Read read = accounts(
                figure(report, TOTAL, "2024-S1.C", "3209"),
                figure(report, "budget_revenue_plan_attainment_provincial", "2024-S1.C", "51.07"));

        AccountFigure plan = read.figure(Account.REVENUE, "total", "2024-S1.C", CURRENT, Measure.PLAN);
        assertThat(plan.value()).isCloseTo(3209 / 0.5107, within(1e-6));
        // 0.29 of 3,209 and 0.0029 of 51.07
        assertThat(plan.standardError())
                .isCloseTo(plan.value() * Math.hypot(0.28868 / 3209, 0.0028868 / 51.07), within(1e-3));
    }

    @Test
    void aRestatedLevelIsARevisionAndNoContradictionAndTheLaterCounts() {
        Read read = accounts(
                figure(Printed.by("VN-X", "estimate", "2019-12-24"), DOMESTIC, "2019-12.C", "3500"),
                figure(Printed.by("VN-X", "report", "2020-07-20"), DOMESTIC, "2019.P", "3657.479"));

        assertThat(read.findings("far_from_balance")).isEmpty();
        assertThat(balanced(read, "domestic", "2019.P").value()).isCloseTo(3657.479, within(1e-3));
    }

    @Test
    void growthOfALaterReleaseStartsFromARevisedYear() {
        // 6,529 at 6.37 percent start from 6,138, where 5,976 had been published a year before
        Read read = accounts(
                figure(Printed.by("VN-X", "report", "2023-01-30"), TOTAL, "2022.P", "5976"),
                figure(Printed.by("VN-X", "later", "2023-12-06"), TOTAL, "2023.P", "6529"),
                figure(
                        Printed.by("VN-X", "later", "2023-12-06"),
                        "budget_revenue_local_area_growth",
                        "2023.P",
                        "6.37"));

        assertThat(read.findings("far_from_balance")).isEmpty();
        // what may have been revised in ten months, 4 percent, is so much wider than rounding that it tests nothing
        assertThat(residual(read.result(), "budget_revenue_local_area_growth", "2023")
                        .verdict())
                .isEqualTo(Verdict.UNTESTABLE);
        assertThat(balanced(read, "total", "2022.P").value()).isCloseTo(5976, within(0.5));
    }

    @Test
    void aLevelInAnotherUnitIsLeftOutAndTheRestComputed() {
        Printed report = Printed.by("VN-X", "report", "2024-01-10");
        Read read = accounts(
                figure(report, TOTAL, "2020.P", "1000"),
                figure(report, TOTAL, "2021.P", "1100"),
                figure(report, TOTAL, "2022.P", "1200000"),
                figure(report, TOTAL, "2023.P", "1300"));

        assertThat(read.findings("level_in_other_unit")).singleElement().satisfies(finding -> assertThat(
                        finding.message().en())
                .contains("1,200,000 billion VND", "about 1,000 times larger", "left out of the balance"));
        assertThat(read.find(Account.REVENUE, "total", "2022.P", CURRENT, Measure.BALANCED_LEVEL))
                .isEmpty();
        assertThat(balanced(read, "total", "2023.P").value()).isCloseTo(1300, within(0.5));
    }
}
