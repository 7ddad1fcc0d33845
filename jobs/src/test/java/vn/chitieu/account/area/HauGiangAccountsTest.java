package vn.chitieu.account.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.PriceBasis;

/** The accounts of Hậu Giang from the shipped figures: sparse, restated and in places contradictory. */
class HauGiangAccountsTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 31);
    private static final Read READ = new Read(ShippedFigures.accounts("VN-HG", AS_OF));

    @ParameterizedTest
    @CsvSource({
        "_T, 2023.P, LEVEL, current, 59809.00 published published",
        "_T, 2023.P, GROWTH_PCT, constant_2010, 12.27 published published",
        "S2, 2023.P, GROWTH_PCT, constant_2010, 28.32 published published",
        "S2, 2023.P, CONTRIBUTION_POINTS, constant_2010, 8.22 published published",
        "S2, 2023.P, CONTRIBUTION_SHARE_PCT, constant_2010, 66.99 derived contribution_over_growth",
        // 1.336 points of the balance over 3.28; the 1.30 printed in 2021 belongs to a growth of 3.08
        "S2, 2021.P, CONTRIBUTION_SHARE_PCT, constant_2010, 40.72 derived contribution_over_growth",
        "D21X31, 2018.P, SHARE_PCT, current, 10.41 derived hundred_less_shares",
        "S1, 2019.P, LEVEL, current, 9121.45 derived share_of_total",
        "S2, 2022-S1.C, CONTRIBUTION_POINTS, constant_2010, 7.00 published published",
        // 12,540 of 2022 grew by 14.21, 8.04 and 10.95 percent
        "_T, 2024-S1.C, LEVEL, constant_2010, 15473.42 derived level_from_growth",
        "_T, 2025-S1.C, LEVEL, constant_2010, 17167.76 derived level_from_growth",
        "_T, 2025-S1.C, GROWTH_PCT, constant_2010, 10.95 published published",
        "S2, 2021-S1.C, LEVEL, constant_2010, 3010.45 derived level_before_growth"
    })
    void grossProduct(String item, String period, Measure measure, PriceBasis basis, String expected) {
        assertThat(Read.text(READ.figure(Account.GRDP, item, period, basis, measure)))
                .isEqualTo(expected);
    }

    @Test
    void theGrossProductOf2023WasRevised() {
        assertThat(READ.about("restated_figure", "VN-HG.grdp._T.2023.P"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.REVISION);
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.INFORMATION);
                    assertThat(finding.subject()).isEqualTo("VN-HG.grdp._T.2023.P.current@2024-01-02=58505");
                    assertThat(finding.message().vi())
                            .isEqualTo("GRDP, năm 2023: ngày 2/1/2024 công bố 58.505 tỷ đồng; ngày 15/4/2025 công bố"
                                    + " 59.809 tỷ đồng; chênh lệch 1.304 tỷ đồng.");
                });
    }

    @Test
    void theFigurePerHeadOf2024WasRestated() {
        assertThat(READ.about("restated_figure", "VN-HG.grdp_per_capita._T.2024.P"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.REVISION);
                    assertThat(finding.message().vi()).contains("90,04", "93,78", "19/2/2025", "23/1/2025");
                });
        assertThat(READ.about("implied_previous_level", "grdp_per_capita_growth._T.2024.P"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().en()).contains("82.12", "80.33"));
    }

    @Test
    void theHalfYearOf2021WasRestatedByTheGrowthOf2022() {
        assertThat(READ.about("implied_previous_level", "VN-HG.grdp_growth._T.2022-S1.C"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.REVISION);
                    assertThat(finding.message().vi()).contains("12.540 tỷ đồng", "11,00%", "11.297,30", "11.253,59");
                });
    }

    @Test
    void revenueOfTheHalfYear2023DoesNotAddUp() {
        assertThat(READ.findings("sum_of_parts")).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.CONTRADICTION);
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.period()).isEqualTo("2023-S1");
            assertThat(finding.message().vi())
                    .startsWith("Thu ngân sách nhà nước trên địa bàn, 6 tháng đầu năm 2023 (nguồn ngày ")
                    .endsWith(
                            "): 2.755 + 290 = 3.045 tỷ đồng, nhưng số công bố là 3.054 tỷ đồng; chênh lệch -9 tỷ đồng."
                                    + " Các phần: thu nội địa + thu từ xuất nhập khẩu.");
        });
    }

    @Test
    void growthOfRevenueStartsFromOtherLevelsThanWerePublished() {
        assertThat(READ.about("implied_previous_level", "budget_revenue"))
                .extracting(finding -> finding.message().en())
                .satisfiesExactly(
                        first -> assertThat(first).contains("6,529 billion VND at 6.37%", "6,138"),
                        second -> assertThat(second).contains("7,520 billion VND at 23.52%", "6,088", "6,529"));
    }

    @Test
    void revisionsOfSharesAreReportedOnceEach() {
        assertThat(READ.about("restated_figure", "_share."))
                .extracting(Finding::subject)
                .containsExactly(
                        "VN-HG.net_product_taxes_share.D21X31.2021.P.current@2021-12-30=9.88",
                        "VN-HG.value_added_share.S1.2021.P.current@2021-12-30=26.96",
                        "VN-HG.value_added_share.S2.2021.P.current@2021-12-30=24.35",
                        "VN-HG.value_added_share.S3.2021.P.current@2021-12-30=38.81");
        assertThat(READ.findings("rate_against_levels")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2019, 732.2", "2020, 729.3", "2022, 729.4", "2023, 728.3"})
    void publishedPairsImplyThePopulation(String year, double thousand) {
        AccountFigure population =
                READ.figure(Account.PER_CAPITA, "_T", year + ".P", PriceBasis.CURRENT, Measure.POPULATION);

        assertThat(population.value()).isCloseTo(thousand, within(0.1));
        assertThat(population.methodCode()).isEqualTo("implied_by_per_capita");
    }

    @ParameterizedTest
    @CsvSource({
        "total, 2024.P, LEVEL, 7520.00 published published",
        "total, 2024.P, GROWTH_PCT, 15.18 derived growth_across_vintages", // 7,520 / 6,529
        "total, 2024.P, GROWTH_OTHER_VINTAGE_PCT, 23.52 published published", // 7,520 / 6,088 of the year before
        "total, 2024-S1.C, GROWTH_PCT, 5.08 derived growth_across_vintages",
        "total, 2023-S1.C, PLAN_ATTAINMENT_PCT, 46.72 published published_against_provincial_plan",
        "total, 2024.P, PLAN_ATTAINMENT_PCT, 100.27 published published",
        "total, 2024-S1.C, PLAN_ATTAINMENT_PCT, 42.79 balanced least_squares", // 3,209 of 7,500
        "total, 2024-S1.C, PLAN_ATTAINMENT_CENTRAL_PCT, 51.07 published published_against_central_plan",
        "domestic, 2019.P, LEVEL, 3657.48 published published",
        "domestic, 2019.P, PLAN_ATTAINMENT_PCT, 102.55 published published_against_provincial_plan",
        "domestic, 2019-S1.C, LEVEL, 1640.88 derived difference_of_periods",
        "trade_taxes, 2023-S1.C, LEVEL, 290.00 published published"
    })
    void revenue(String item, String period, Measure measure, String expected) {
        assertThat(Read.text(READ.figure(Account.REVENUE, item, period, PriceBasis.CURRENT, measure)))
                .isEqualTo(expected);
    }

    @Test
    void noGrowthOfRevenueSpansTheYearsWithoutFigures() {
        assertThat(READ.find(Account.REVENUE, "total", "2021.P", PriceBasis.CURRENT, Measure.GROWTH_PCT))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "goods_and_fx_services, 2016-05.C, BALANCE, 103.85 derived exports_less_imports",
        "goods_and_fx_services, 2024.P, TURNOVER, 1298.00 published published",
        "goods, 2017-S1.C, EXPORTS, 285.66 published published",
        "goods_customs, 2024-04.P, EXPORTS, 52.00 published published"
    })
    void tradeKeepsItsCoverage(String coverage, String period, Measure measure, String expected) {
        assertThat(Read.text(READ.figure(Account.TRADE, coverage, period, PriceBasis.CURRENT, measure)))
                .isEqualTo(expected);
    }

    @Test
    void onlyWhatWasKnownOnTheDayCounts() {
        Read before = new Read(ShippedFigures.accounts("VN-HG", LocalDate.of(2024, 6, 30)));

        assertThat(before.current("_T", "2023.P", Measure.LEVEL)).isEqualTo(58505);
        assertThat(before.about("restated_figure", "VN-HG.grdp._T.2023.P")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20250630})
    void theOrderOfRowsChangesNothing(long seed) {
        List<Observation> shuffled = new ArrayList<>(ShippedFigures.visible("VN-HG", AS_OF));
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(RegionalAccounts.of("VN-HG", shuffled, AS_OF)).isEqualTo(READ.result());
    }
}
