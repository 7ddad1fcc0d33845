package vn.chitieu.account.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.AccountResult;
import vn.chitieu.account.BalancedAccount;
import vn.chitieu.account.formula.VolumeGrowth;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.PriceBasis;

class RegionalAccountsTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 31);
    private static final PriceBasis CONSTANT = PriceBasis.CONSTANT_2010;
    private static final PriceBasis CURRENT = PriceBasis.CURRENT;

    private static Read accounts(List<Observation> visible) {
        return new Read(RegionalAccounts.of("VN-X", visible, AS_OF));
    }

    private static Printed printed(String source, String day) {
        return Printed.by("VN-X", source, day);
    }

    /** Hà Nam, six months of 2024, billion VND at 2010 prices. */
    private static List<Observation> haNam() {
        Printed article = printed("article", "2024-07-01");
        return List.of(
                article.figure("value_added", "S1", "2024-S1.C", CONSTANT, "2131.3"),
                article.figure("value_added", "S2", "2024-S1.C", CONSTANT, "17443.9"),
                article.figure("value_added", "S3", "2024-S1.C", CONSTANT, "5693.6"),
                article.figure("net_product_taxes", "D21X31", "2024-S1.C", CONSTANT, "1622.2"),
                article.figure("grdp", "_T", "2024-S1.C", CONSTANT, "26891"),
                article.figure("value_added_growth", "S1", "2024-S1.C", CONSTANT, "1.06"),
                article.figure("value_added_growth", "S2", "2024-S1.C", CONSTANT, "13.26"),
                article.figure("value_added_growth", "S3", "2024-S1.C", CONSTANT, "7.22"),
                article.figure("net_product_taxes_growth", "D21X31", "2024-S1.C", CONSTANT, "4.75"),
                article.figure("grdp_growth", "_T", "2024-S1.C", CONSTANT, "10.35"),
                printed("heading", "2024-07-01")
                        .withTrustRank(2)
                        .figure("grdp_growth", "_T", "2024-S1.C", CONSTANT, "10.39"));
    }

    @Test
    void levelsAndRatesOfOneSourceGiveContributions() {
        Read read = accounts(haNam());

        assertThat(read.volume("S1", "2024-S1.C", Measure.CONTRIBUTION_POINTS)).isCloseTo(0.092, within(0.0005));
        assertThat(read.volume("S2", "2024-S1.C", Measure.CONTRIBUTION_POINTS)).isCloseTo(8.380, within(0.0005));
        assertThat(read.volume("S3", "2024-S1.C", Measure.CONTRIBUTION_POINTS)).isCloseTo(1.573, within(0.0005));
        assertThat(read.volume("D21X31", "2024-S1.C", Measure.CONTRIBUTION_POINTS))
                .isCloseTo(0.302, within(0.0005));
        assertThat(read.volume("S1", "2024-S1.C", Measure.CONTRIBUTION_SHARE_PCT))
                .isCloseTo(0.89, within(0.005));
        assertThat(read.volume("S2", "2024-S1.C", Measure.CONTRIBUTION_SHARE_PCT))
                .isCloseTo(80.99, within(0.005));
        assertThat(read.volume("S3", "2024-S1.C", Measure.CONTRIBUTION_SHARE_PCT))
                .isCloseTo(15.20, within(0.005));
        assertThat(read.volume("D21X31", "2024-S1.C", Measure.CONTRIBUTION_SHARE_PCT))
                .isCloseTo(2.92, within(0.005));
    }

    @Test
    void growthOfTheTotalRecomputedFromItsPartsBearsThePublishedRateOut() {
        Read read = accounts(haNam());
        double growth = VolumeGrowth.pct(
                read.volume("_T", "2024-S1.C", Measure.LEVEL), read.volume("_T", "2023-S1.C", Measure.LEVEL));

        assertThat(growth).isCloseTo(10.347, within(0.0005));
        assertThat(Read.text(read.figure(Account.GRDP, "_T", "2024-S1.C", CONSTANT, Measure.GROWTH_PCT)))
                .isEqualTo("10.35 published published");
        assertThat(Read.text(read.figure(Account.GRDP, "S2", "2023-S1.C", CONSTANT, Measure.LEVEL)))
                .isEqualTo("15401.64 derived level_before_growth");
    }

    @Test
    void aHeadingThatDiffersFromItsArticleIsAContradiction() {
        assertThat(accounts(haNam()).result().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.CONTRADICTION);
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.subject()).isEqualTo("VN-X.grdp_growth._T.2024-S1.C.constant_2010@2024-07-01=10.39");
            assertThat(finding.message().vi())
                    .isEqualTo("Tốc độ tăng GRDP, 6 tháng đầu năm 2024: ngày 1/7/2024 công bố 10,39%; ngày"
                            + " 1/7/2024 công bố 10,35%; chênh lệch -0,04 điểm phần trăm.");
            assertThat(finding.message().en())
                    .isEqualTo("Growth of GRDP, the first 6 months of 2024: published on 1 July 2024 as 10.39%;"
                            + " published on 1 July 2024 as 10.35%; difference -0.04 percentage points.");
        });
    }

    /** Quảng Nam, six months of 2024. */
    @Test
    void revenueWhosePartsMissTheTotalIsFlaggedAndNeverScaled() {
        Printed report = printed("report", "2024-07-05");
        Read read = accounts(List.of(
                report.figure("budget_revenue_local_area", "_T", "2024-S1.C", CURRENT, "12221"),
                report.figure("budget_revenue_domestic", "_T", "2024-S1.C", CURRENT, "10152"),
                report.figure("budget_revenue_trade_taxes", "_T", "2024-S1.C", CURRENT, "3224")));

        assertThat(read.result().findings()).hasSize(2); // the other tells the same by standard deviations
        assertThat(read.findings("far_from_balance")).singleElement().satisfies(finding -> assertThat(
                        finding.message().en())
                .startsWith("Domestic revenue, the first 6 months of 2024: 10,152 billion VND was published")
                .contains("it contradicts: State budget revenue in the territory", "Taxes on trade")
                .endsWith("Which of them is wrong cannot be told: all stay, with errors as large as the"
                        + " contradiction."));
        assertThat(read.findings("sum_of_parts")).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.CONTRADICTION);
            assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
            assertThat(finding.message().vi()).contains("10.152 + 3.224 = 13.376 tỷ đồng", "12.221 tỷ đồng", "1.155");
            assertThat(finding.message().en())
                    .isEqualTo(
                            "State budget revenue in the territory, the first 6 months of 2024 (source of 5 July 2024):"
                                    + " 10,152 + 3,224 = 13,376 billion VND, but 12,221 billion VND was published;"
                                    + " difference 1,155 billion VND. Its parts: domestic revenue + taxes on trade.");
        });
        assertThat(Read.text(read.figure(Account.REVENUE, "total", "2024-S1.C", CURRENT, Measure.LEVEL)))
                .isEqualTo("12221.00 published published");
        assertThat(Read.text(read.figure(Account.REVENUE, "trade_taxes", "2024-S1.C", CURRENT, Measure.LEVEL)))
                .isEqualTo("3224.00 published published");
    }

    @Test
    void noPartOfRevenueIsDerivedAsARemainder() {
        Printed report = printed("report", "2024-07-05");
        Read read = accounts(List.of(
                report.figure("budget_revenue_local_area", "_T", "2024-S1.C", CURRENT, "100"),
                report.figure("budget_revenue_domestic", "_T", "2024-S1.C", CURRENT, "90")));

        assertThat(read.find(Account.REVENUE, "trade_taxes", "2024-S1.C", CURRENT, Measure.LEVEL))
                .isEmpty();
    }

    /**
     * The year came to 100.27 of a plan of 7,500; the half-year, 3,209, was printed against the centre's plan alone.
     */
    @Test
    void whatOnlyTheCentresPlanIsPrintedAgainstIsHeldAgainstTheProvincesOwn() {
        Printed half = printed("report", "2024-07-05");
        Printed year = printed("report", "2025-01-10");
        Read read = accounts(List.of(
                half.figure("budget_revenue_local_area", "_T", "2024-S1.C", CURRENT, "3209"),
                half.figure("budget_revenue_plan_attainment_central", "_T", "2024-S1.C", CURRENT, "51.07"),
                year.figure("budget_revenue_local_area", "_T", "2024.P", CURRENT, "7520"),
                year.figure("budget_revenue_plan_attainment", "_T", "2024.P", CURRENT, "100.27")));

        AccountFigure ofHalf = read.figure(Account.REVENUE, "total", "2024-S1.C", CURRENT, Measure.PLAN_ATTAINMENT_PCT);
        assertThat(ofHalf.value()).isCloseTo(100 * 3209 / (7520 / 1.0027), within(0.005)); // 42.79
        assertThat(Read.text(ofHalf)).isEqualTo("42.79 balanced least_squares");
        assertThat(Read.text(read.figure(Account.REVENUE, "total", "2024.P", CURRENT, Measure.PLAN_ATTAINMENT_PCT)))
                .isEqualTo("100.27 published published");
        assertThat(Read.text(read.figure(
                        Account.REVENUE, "total", "2024-S1.C", CURRENT, Measure.PLAN_ATTAINMENT_CENTRAL_PCT)))
                .isEqualTo("51.07 published published_against_central_plan");
    }

    @Test
    void theCentresPlanNeverStandsInForTheProvincesOwn() {
        Printed report = printed("report", "2024-07-05");
        Read read = accounts(List.of(
                report.figure("budget_revenue_local_area", "_T", "2023-S1.C", CURRENT, "3054"),
                report.figure("budget_revenue_plan_attainment_central", "_T", "2023-S1.C", CURRENT, "49.37")));

        assertThat(read.find(Account.REVENUE, "total", "2023-S1.C", CURRENT, Measure.PLAN_ATTAINMENT_PCT))
                .isEmpty();
        assertThat(read.find(Account.REVENUE, "total", "2023-S1.C", CURRENT, Measure.PLAN))
                .isEmpty();
    }

    /** A source that names the Council's plan settles the year: what another just calls the plan may be another. */
    @Test
    void theCouncilsPlanCountsBeforeOneWithoutAName() {
        Printed report = printed("report", "2024-07-05");
        Read read = accounts(List.of(
                report.figure("budget_revenue_plan_attainment_provincial", "_T", "2024-S1.C", CURRENT, "46.72"),
                report.figure("budget_revenue_plan_attainment", "_T", "2024-S1.C", CURRENT, "51.07"),
                report.figure("budget_revenue_plan_attainment", "_T", "2024-Q1.C", CURRENT, "25.5")));

        assertThat(Read.text(read.figure(Account.REVENUE, "total", "2024-S1.C", CURRENT, Measure.PLAN_ATTAINMENT_PCT)))
                .isEqualTo("46.72 published published_against_provincial_plan");
        assertThat(read.find(Account.REVENUE, "total", "2024-Q1.C", CURRENT, Measure.PLAN_ATTAINMENT_PCT))
                .isEmpty();
    }

    @Test
    void attainmentOfEachPlanStandsForItself() {
        Printed report = printed("report", "2024-07-05");
        Read read = accounts(List.of(
                report.figure("budget_revenue_plan_attainment_central", "_T", "2024-S1.C", CURRENT, "51.07"),
                report.figure("budget_revenue_plan_attainment_provincial", "_T", "2024-S1.C", CURRENT, "46.72")));

        assertThat(read.figure(Account.REVENUE, "total", "2024-S1.C", CURRENT, Measure.PLAN_ATTAINMENT_COUNCIL_PCT)
                        .value())
                .isEqualTo(46.72);
        assertThat(read.figure(Account.REVENUE, "total", "2024-S1.C", CURRENT, Measure.PLAN_ATTAINMENT_CENTRAL_PCT)
                        .value())
                .isEqualTo(51.07);
    }

    /** Ministry of Finance, budget plan of 2021, form 12/CK-NSNN. */
    @Test
    void crudeOilAndGrantsArePartsOfRevenueWhereTheyArePrinted() {
        Printed plan = printed("form12", "2020-11-20");
        List<Observation> figures = List.of(
                plan.figure("budget_revenue_local_area", "_T", "2021.P", CURRENT, "1343330"),
                plan.figure("budget_revenue_domestic", "_T", "2021.P", CURRENT, "1133500"),
                plan.figure("budget_revenue_crude_oil", "_T", "2021.P", CURRENT, "23200"),
                plan.figure("budget_revenue_trade_taxes", "_T", "2021.P", CURRENT, "178500"),
                plan.figure("budget_revenue_grants", "_T", "2021.P", CURRENT, "8130"));

        assertThat(accounts(figures).findings("sum_of_parts")).isEmpty();
        assertThat(accounts(figures.subList(0, 4)).findings("sum_of_parts")) // without the grants 8,130 are missing
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().en()).contains("8,130"));
        assertThat(accounts(figures)
                        .figure(Account.REVENUE, "crude_oil", "2021.P", CURRENT, Measure.LEVEL)
                        .value())
                .isEqualTo(23_200);
    }

    @Test
    void theBalanceOfTheLocalBudgetNeedsBothSidesOfOneSource() {
        Printed report = printed("report", "2020-07-20");
        Printed other = printed("other", "2020-08-01");
        Read read = accounts(List.of(
                report.figure("budget_revenue_incl_transfers", "_T", "2019.P", CURRENT, "9512.62"),
                report.figure("budget_expenditure_local", "_T", "2019.P", CURRENT, "8591.229"),
                report.figure("budget_revenue_incl_transfers", "_T", "2018.P", CURRENT, "9000"),
                other.figure("budget_expenditure_local", "_T", "2018.P", CURRENT, "8000")));

        assertThat(Read.text(read.figure(Account.REVENUE, "balance", "2019.P", CURRENT, Measure.LEVEL)))
                .isEqualTo("921.39 derived revenue_less_expenditure");
        assertThat(read.find(Account.REVENUE, "balance", "2018.P", CURRENT, Measure.LEVEL))
                .isEmpty();
    }

    /** General Statistics Office, growth of 2024: 5.37, 45.17 and 49.46 percent of the growth of value added. */
    @Test
    void theSecondConventionOfContributionsLeavesTaxesOutAndSumsToAHundred() {
        Printed release = printed("release", "2025-01-06");
        Read read = accounts(List.of(
                release.figure("value_added_contribution", "S1", "2024.P", CONSTANT, "0.37"),
                release.figure("value_added_contribution", "S2", "2024.P", CONSTANT, "3.09"),
                release.figure("value_added_contribution", "S3", "2024.P", CONSTANT, "3.39"),
                release.figure("net_product_taxes_contribution", "D21X31", "2024.P", CONSTANT, "0.24"),
                release.figure("grdp_growth", "_T", "2024.P", CONSTANT, "7.09")));

        double sum = 0;
        for (String sector : List.of("S1", "S2", "S3")) {
            sum += read.volume(sector, "2024.P", Measure.CONTRIBUTION_VALUE_ADDED_SHARE_PCT);
        }
        assertThat(sum).isCloseTo(100, within(1e-9));
        assertThat(read.volume("S3", "2024.P", Measure.CONTRIBUTION_VALUE_ADDED_SHARE_PCT))
                .isCloseTo(100 * 3.39 / 6.85, within(1e-9)); // of value added: 49.5
        assertThat(read.volume("S3", "2024.P", Measure.CONTRIBUTION_SHARE_PCT))
                .isCloseTo(100 * 3.39 / 7.09, within(1e-9)); // of GRDP: 47.8
        assertThat(read.find(
                        Account.GRDP,
                        "D21X31",
                        "2024.P",
                        PriceBasis.CONSTANT_2010,
                        Measure.CONTRIBUTION_VALUE_ADDED_SHARE_PCT))
                .isEmpty();
    }

    /** Hậu Giang, May 2016: the note gave the exports as the surplus. */
    @Test
    void aBalanceThatExportsAndImportsDoNotGiveIsAContradiction() {
        Printed note = printed("note", "2016-06-01");
        Read read = accounts(List.of(
                note.figure("exports_and_fx_services", "_T", "2016-05.C", CURRENT, "186.6"),
                note.figure("imports", "_T", "2016-05.C", CURRENT, "82.755"),
                note.figure("trade_turnover", "_T", "2016-05.C", CURRENT, "269"),
                note.figure("trade_balance", "_T", "2016-05.C", CURRENT, "186")));

        assertThat(read.result().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleCode()).isEqualTo("balance_identity");
            assertThat(finding.kind()).isEqualTo(Finding.Kind.CONTRADICTION);
            assertThat(finding.message().vi()).contains("186,6 - 82,755 = 103,845 triệu USD", "186 triệu USD");
        });
        String coverage = "goods_and_fx_services";
        assertThat(Read.text(read.figure(Account.TRADE, coverage, "2016-05.C", CURRENT, Measure.BALANCE)))
                .isEqualTo("103.85 derived exports_less_imports");
        assertThat(Read.text(read.figure(Account.TRADE, coverage, "2016-05.C", CURRENT, Measure.TURNOVER)))
                .isEqualTo("269.00 published published");
        assertThat(read.find(Account.TRADE, "goods", "2016-05.C", CURRENT, Measure.IMPORTS))
                .isEmpty();
    }

    @Test
    void aQuarterOfExportsIsTheSumOfTheMonthsOfOneSource() {
        Printed archive = printed("archive", "2025-05-01");
        Read read = accounts(List.of(
                archive.figure("exports", "_T", "2025-01.P", CURRENT, "10.5"),
                archive.figure("exports", "_T", "2025-02.P", CURRENT, "11.5"),
                archive.figure("exports", "_T", "2025-03.P", CURRENT, "12"),
                archive.figure("imports", "_T", "2025-03.C", CURRENT, "40"),
                archive.figure("imports", "_T", "2025-03.P", CURRENT, "15")));

        assertThat(Read.text(read.figure(Account.TRADE, "goods", "2025-Q1.P", CURRENT, Measure.EXPORTS)))
                .isEqualTo("34.00 derived sum_of_periods");
        assertThat(Read.text(read.figure(Account.TRADE, "goods", "2025-Q1.P", CURRENT, Measure.BALANCE)))
                .isEqualTo("-6.00 derived exports_less_imports");
        assertThat(Read.text(read.figure(Account.TRADE, "goods", "2025-02.C", CURRENT, Measure.IMPORTS)))
                .isEqualTo("25.00 derived difference_of_periods");
    }

    @Test
    void figuresOfSeveralSourcesPutTogetherSaySo() {
        Read read = accounts(List.of(
                printed("march", "2023-03-29").figure("exports", "_T", "2023-03.C", CURRENT, "79"),
                printed("june", "2023-06-29").figure("exports", "_T", "2023-06.C", CURRENT, "164")));

        assertThat(Read.text(read.figure(Account.TRADE, "goods", "2023-Q2.P", CURRENT, Measure.EXPORTS)))
                .isEqualTo("85.00 derived difference_of_periods_mixed_vintages");
    }

    @Test
    void volumesOfSeveralSourcesPutTogetherForWantOfOneSaySo() {
        Read read = accounts(List.of(
                printed("old", "2024-10-24").figure("grdp", "_T", "2024-Q1.P", CONSTANT, "100"),
                printed("new", "2025-06-06").figure("grdp", "_T", "2025-Q1.P", CONSTANT, "107"),
                printed("new", "2025-06-06").figure("grdp", "_T", "2025-S1.C", CONSTANT, "220")));

        assertThat(Read.text(read.figure(Account.GRDP, "_T", "2025-Q1.P", CONSTANT, Measure.GROWTH_PCT)))
                .isEqualTo("7.00 derived growth_across_vintages");
        assertThat(Read.text(read.figure(Account.GRDP, "_T", "2025-Q2.P", CONSTANT, Measure.LEVEL)))
                .isEqualTo("113.00 derived difference_of_periods");
    }

    @Test
    void aMissingPartIsTheTotalLessTheOthersOfTheSameSource() {
        Printed one = printed("one", "2024-01-15");
        List<Observation> known = List.of(
                one.figure("grdp", "_T", "2023.P", CURRENT, "100"),
                one.figure("value_added", "S1", "2023.P", CURRENT, "20"),
                one.figure("value_added", "S2", "2023.P", CURRENT, "30"));
        List<Observation> sameSource = new ArrayList<>(known);
        sameSource.add(one.figure("value_added", "S3", "2023.P", CURRENT, "40"));
        List<Observation> otherSource = new ArrayList<>(known);
        otherSource.add(printed("two", "2024-02-15").figure("value_added", "S3", "2023.P", CURRENT, "40"));

        assertThat(Read.text(accounts(sameSource).figure(Account.GRDP, "D21X31", "2023.P", CURRENT, Measure.LEVEL)))
                .isEqualTo("10.00 derived total_less_parts");
        assertThat(accounts(otherSource).find(Account.GRDP, "D21X31", "2023.P", CURRENT, Measure.LEVEL))
                .isEmpty();
    }

    @Test
    void levelsSharesAndContributionsThatMissTheirTotalAreContradictions() {
        Printed one = printed("one", "2024-01-15");
        List<Observation> visible = new ArrayList<>();
        visible.add(one.figure("grdp", "_T", "2023.P", CURRENT, "100"));
        visible.add(one.figure("grdp_growth", "_T", "2023.P", CONSTANT, "8.00"));
        for (String sector : List.of("S1", "S2", "S3")) {
            visible.add(one.figure("value_added", sector, "2023.P", CURRENT, "30"));
            visible.add(one.figure("value_added_share", sector, "2023.P", CURRENT, "30.00"));
            visible.add(one.figure("value_added_contribution", sector, "2023.P", CONSTANT, "2.50"));
        }
        visible.add(one.figure("net_product_taxes", "D21X31", "2023.P", CURRENT, "13"));
        visible.add(one.figure("net_product_taxes_share", "D21X31", "2023.P", CURRENT, "10.03"));
        visible.add(one.figure("net_product_taxes_contribution", "D21X31", "2023.P", CONSTANT, "0.60"));
        Read read = accounts(visible);

        assertThat(read.findings("sum_of_parts")).singleElement().satisfies(finding -> assertThat(
                        finding.message().en())
                .contains("30 + 30 + 30 + 13 = 103 billion VND, but 100 billion VND was published"));
        assertThat(read.findings("sum_of_shares")).singleElement().satisfies(finding -> assertThat(
                        finding.message().vi())
                .contains("30,00 + 30,00 + 30,00 + 10,03 = 100,03%"));
        assertThat(read.findings("sum_of_contributions"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().en()).contains("= 8.10%, but 8.00% was published"));
    }

    @Test
    void aRateThatIsNewerThanTheLevelsCountsAndTheDifferenceIsARevision() {
        Printed archive = printed("archive", "2024-10-24");
        List<Observation> levels = List.of(
                archive.figure("grdp", "_T", "2023.P", CONSTANT, "100.00"),
                archive.figure("grdp", "_T", "2024.P", CONSTANT, "107.00"));
        List<Observation> newer = new ArrayList<>(levels);
        newer.add(printed("release", "2025-01-06").figure("grdp_growth", "_T", "2024.P", CONSTANT, "7.09"));
        List<Observation> older = new ArrayList<>(levels);
        older.add(printed("release", "2024-07-01").figure("grdp_growth", "_T", "2024.P", CONSTANT, "7.09"));

        assertThat(accounts(newer).figure(Account.GRDP, "_T", "2024.P", CONSTANT, Measure.GROWTH_PCT))
                .satisfies(growth -> assertThat(Read.text(growth)).isEqualTo("7.09 published published"));
        assertThat(accounts(newer).findings("rate_against_levels"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Finding.Kind.REVISION));
        assertThat(accounts(older).figure(Account.GRDP, "_T", "2024.P", CONSTANT, Measure.GROWTH_PCT))
                .satisfies(growth -> {
                    assertThat(Read.text(growth)).isEqualTo("7.00 derived growth_of_levels");
                    assertThat(growth.origin()).isEqualTo(Origin.DERIVED);
                    assertThat(growth.vintageDate()).isEqualTo(LocalDate.of(2024, 10, 24));
                });
        assertThat(accounts(older).findings("restated_figure"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Finding.Kind.REVISION));
    }

    @Test
    void aRateThatAgreesToItsRoundingIsNoFinding() {
        Printed archive = printed("archive", "2024-10-24");
        Read read = accounts(List.of(
                archive.figure("grdp", "_T", "2023.P", CONSTANT, "1000000.000"),
                archive.figure("grdp", "_T", "2024.P", CONSTANT, "1070999.000"),
                printed("release", "2024-07-01").figure("grdp_growth", "_T", "2024.P", CONSTANT, "7.1")));

        assertThat(read.result().findings()).isEmpty();
    }

    @Test
    void figuresPerHeadOfPartYearsAreNeverMadeAnnual() {
        Printed one = printed("one", "2023-07-15");
        Read read = accounts(List.of(
                one.figure("grdp_per_capita", "_T", "2023-S1.C", CURRENT, "37.71"),
                one.figure("grdp", "_T", "2023-S1.C", CURRENT, "27465"),
                one.figure("population", "_T", "2023.P", PriceBasis.NONE, "728.3")));

        assertThat(read.find(Account.PER_CAPITA, "_T", "2023.P", CURRENT, Measure.LEVEL))
                .isEmpty();
        assertThat(read.find(Account.PER_CAPITA, "_T", "2023-S1.C", CURRENT, Measure.POPULATION))
                .isEmpty();
    }

    @Test
    void anArchiveOfALaterDayFillsOnlyWhatNothingElseTells() {
        Observation stamped = printed("archive", "2025-08-31").figure("grdp", "_T", "2025-Q1.P", CONSTANT, "107");
        Observation known = new Observation(
                stamped.key(),
                stamped.value(),
                stamped.unitCode(),
                stamped.status(),
                LocalDate.of(2025, 4, 30),
                stamped.publishedKind(),
                stamped.sourceDate(),
                stamped.sourceUrl(),
                stamped.trustRank(),
                stamped.deliveryId(),
                stamped.sourceFile(),
                stamped.sourceLine());

        assertThat(accounts(List.of(known)).figure(Account.GRDP, "_T", "2025-Q1.P", CONSTANT, Measure.LEVEL))
                .satisfies(level -> assertThat(level.vintageDate()).isEqualTo(LocalDate.of(2025, 4, 30)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accounts(List.of(stamped)))
                .withMessage("Expecting observations published by 2025-07-31 but"
                        + " VN-X.grdp._T.2025-Q1.P.constant_2010 was published on 2025-08-31");
    }

    @Test
    void anotherAreasFiguresAreRefused() {
        Observation other = Printed.by("VN-Y", "one", "2024-01-15").figure("grdp", "_T", "2023.P", CURRENT, "1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> accounts(List.of(other)))
                .withMessage("Expecting observations of VN-X but was VN-Y.grdp._T.2023.P.current");
    }

    @Test
    void nothingKnownGivesNothing() {
        assertThat(accounts(List.of()).result())
                .isEqualTo(new AccountResult(List.of(), List.of(), new BalancedAccount(List.of(), List.of())));
    }

    @Test
    void amountsInAnotherUnitAreLeftOutAndTold() {
        Printed dollars = printed("office", "2025-02-01").in("billion_usd");
        AccountResult result = RegionalAccounts.of(
                "VN-X",
                List.of(
                        dollars.figure("gdp", "_T", "2023.P", CURRENT, "27720.7"),
                        dollars.figure("gdp", "_T", "2024.P", CURRENT, "29184.9"),
                        dollars.figure("gdp", "_T", "2024.P", PriceBasis.ofCode("constant_2017"), "23358.4"),
                        printed("office", "2025-02-01")
                                .in("billion_usd")
                                .figure("exports_customs", "_T", "2024.P", CURRENT, "405.5"),
                        printed("office", "2025-02-01")
                                .figure("budget_revenue_domestic", "_T", "2024.P", CURRENT, "4919")),
                AS_OF);

        assertThat(result.figures())
                .extracting(figure -> figure.account() + " " + figure.value())
                .containsOnly("REVENUE 4919.0"); // as printed and balanced
        assertThat(result.findings())
                .filteredOn(finding -> finding.ruleCode().equals("account_unit"))
                .allMatch(finding -> finding.severity() == Finding.Severity.INFORMATION)
                .extracting(finding -> finding.message().en())
                .containsExactlyInAnyOrder(
                        "GDP: the figure is not in the unit of the accounts, which leave it out; it is shown and"
                                + " projected in its own unit",
                        "Exports by customs: the figure is not in the unit of the accounts, which leave it out; it is"
                                + " shown and projected in its own unit");
    }
}
