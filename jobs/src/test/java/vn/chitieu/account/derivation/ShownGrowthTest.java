package vn.chitieu.account.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.area.Printed;
import vn.chitieu.account.area.Read;
import vn.chitieu.account.area.RegionalAccounts;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.PriceBasis;

/** What growth stands beside two levels, and what is said of a rate that they do not make. */
class ShownGrowthTest {

    private static final PriceBasis CURRENT = PriceBasis.CURRENT;
    private static final PriceBasis CONSTANT = PriceBasis.CONSTANT_2010;

    @Test
    void theGrowthOfMoneyIsThatOfTheLevelsShownAndThePrintedRateIsMarked() {
        Read read = accounts(List.of(
                printed("settled", "2024-07-01").figure("budget_revenue_local_area", "_T", "2023.P", CURRENT, "6529"),
                printed("year", "2024-12-30").figure("budget_revenue_local_area", "_T", "2024.P", CURRENT, "7520"),
                printed("year", "2024-12-30")
                        .figure("budget_revenue_local_area_growth", "_T", "2024.P", CURRENT, "23.52")));
        assertThat(text(read, Account.REVENUE, "total", "2024.P", CURRENT, Measure.GROWTH_PCT))
                .isEqualTo("15.18 derived growth_across_vintages"); // 7,520 / 6,529
        assertThat(text(read, Account.REVENUE, "total", "2024.P", CURRENT, Measure.GROWTH_OTHER_VINTAGE_PCT))
                .isEqualTo("23.52 published published");
    }

    @Test
    void aRateThatTheLevelsMakeIsNotMarked() {
        Printed year = printed("year", "2024-12-30");
        Read read = accounts(List.of(
                year.figure("budget_revenue_local_area", "_T", "2023.P", CURRENT, "6088"),
                year.figure("budget_revenue_local_area", "_T", "2024.P", CURRENT, "7520"),
                year.figure("budget_revenue_local_area_growth", "_T", "2024.P", CURRENT, "23.52")));
        assertThat(text(read, Account.REVENUE, "total", "2024.P", CURRENT, Measure.GROWTH_PCT))
                .isEqualTo("23.52 published published");
        assertThat(read.find(Account.REVENUE, "total", "2024.P", CURRENT, Measure.GROWTH_OTHER_VINTAGE_PCT))
                .isEmpty();
    }

    @Test
    void thePrintedGrowthOfVolumesStandsAndIsMarkedWhereTheLevelsMakeAnother() {
        Read read = accounts(List.of(
                printed("old", "2021-07-01").figure("grdp", "_T", "2021-S1.C", CONSTANT, "11253.59"),
                printed("new", "2022-07-06").figure("grdp", "_T", "2022-S1.C", CONSTANT, "12540"),
                printed("press", "2022-07-30").figure("grdp_growth", "_T", "2022-S1.C", CONSTANT, "11.0")));
        for (Measure measure : List.of(Measure.GROWTH_PCT, Measure.GROWTH_OTHER_VINTAGE_PCT)) {
            assertThat(text(read, Account.GRDP, "_T", "2022-S1.C", CONSTANT, measure)) // the levels make 11.43
                    .isEqualTo("11.00 published published");
        }
    }

    @Test
    void aFormOfLevelsAndTheLevelsOfLastYearMakeTheGrowthAndContributionOfEachSector() {
        Printed archive = printed("archive", "2025-06-06");
        Printed form = printed("form", "2025-07-05");
        Read read = accounts(List.of(
                archive.figure("value_added", "S1", "2024-S1.C", CONSTANT, "298597"),
                archive.figure("value_added", "S2", "2024-S1.C", CONSTANT, "1040761"),
                archive.figure("grdp", "_T", "2024-S1.C", CONSTANT, "2927635"),
                form.figure("value_added", "S1", "2025-Q2.C", CONSTANT, "310052"),
                form.figure("value_added", "S2", "2025-Q2.C", CONSTANT, "1126841"),
                form.figure("grdp", "_T", "2025-Q2.C", CONSTANT, "3147793")));
        assertThat(text(read, Account.GRDP, "S1", "2025-S1.C", CONSTANT, Measure.GROWTH_PCT))
                .isEqualTo("3.84 derived growth_across_vintages");
        assertThat(text(read, Account.GRDP, "S2", "2025-S1.C", CONSTANT, Measure.GROWTH_PCT))
                .isEqualTo("8.27 derived growth_across_vintages");
        assertThat(text(read, Account.GRDP, "S1", "2025-S1.C", CONSTANT, Measure.CONTRIBUTION_POINTS))
                .isEqualTo("0.39 derived contribution_of_levels_mixed_vintages"); // 11,455 / 2,927,635
        assertThat(read.find(Account.GRDP, "S1", "2025-Q2.C", CONSTANT, Measure.LEVEL))
                .as("the half-year has one name")
                .isEmpty();
    }

    @Test
    void aFigurePerHeadFollowsTheRestatedGrossProduct() {
        Read read = accounts(List.of(
                printed("then", "2023-12-06").figure("grdp_per_capita", "_T", "2023.P", CURRENT, "80.33"),
                printed("then", "2024-01-02").figure("grdp", "_T", "2023.P", CURRENT, "58505"),
                printed("restated", "2025-04-15").figure("grdp", "_T", "2023.P", CURRENT, "59809"),
                printed("now", "2025-02-19").figure("grdp_per_capita", "_T", "2024.P", CURRENT, "90.04"),
                printed("now", "2025-02-19").figure("grdp_per_capita_growth", "_T", "2024.P", CURRENT, "12.09")));
        assertThat(text(read, Account.PER_CAPITA, "_T", "2023.P", CURRENT, Measure.LEVEL))
                .isEqualTo("82.12 derived grdp_over_average_population"); // 59,809 / (58,505 / 80.33)
        assertThat(text(read, Account.PER_CAPITA, "_T", "2024.P", CURRENT, Measure.GROWTH_PCT))
                .isEqualTo("9.64 derived growth_across_vintages"); // 90.04 / 82.12
        assertThat(text(read, Account.PER_CAPITA, "_T", "2024.P", CURRENT, Measure.GROWTH_OTHER_VINTAGE_PCT))
                .isEqualTo("12.09 published published");
        assertThat(read.about("restated_figure", "grdp_per_capita._T.2023.P")).hasSize(1);
    }

    private static String text(
            Read read, Account account, String item, String period, PriceBasis basis, Measure measure) {
        return Read.text(read.figure(account, item, period, basis, measure));
    }

    private static Printed printed(String source, String day) {
        return Printed.by("VN-X", source, day);
    }

    private static Read accounts(List<Observation> figures) {
        return new Read(RegionalAccounts.of("VN-X", figures, LocalDate.of(2025, 7, 15)));
    }
}
