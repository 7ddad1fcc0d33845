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
import vn.chitieu.account.AccountResult;
import vn.chitieu.account.FigureResidual;
import vn.chitieu.account.balance.GrdpBalance;
import vn.chitieu.account.formula.VolumeGrowth;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;

/** The accounts of Viet Nam from the shipped figures. */
class NationalAccountsTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 31);
    private static final Read READ = new Read(ShippedFigures.accounts("VN", AS_OF));
    private static final List<String> PARTS = List.of("S1", "S2", "S3", "D21X31");

    private static double growth(String period) {
        return READ.volume("_T", period, Measure.GROWTH_PCT);
    }

    /** General Statistics Office, release of 6 January 2025: what each sector adds to the growth of value added. */
    @ParameterizedTest
    @CsvSource({"S1, 5.37", "S2, 45.17", "S3, 49.46"})
    void sharesOfTheGrowthOfValueAddedOf2024AreAsTheOfficePrintedThem(String sector, double printed) {
        assertThat(READ.volume(sector, "2024.P", Measure.CONTRIBUTION_VALUE_ADDED_SHARE_PCT))
                .isCloseTo(printed, within(0.005));
    }

    @Test
    void partsSumToTheTotalInEveryQuarterAndYearAtBothPriceBases() {
        int checked = 0;
        for (AccountFigure total : READ.result().figures()) {
            boolean level = total.account() == Account.GRDP
                    && total.itemCode().equals("_T")
                    && total.measure() == Measure.LEVEL
                    && total.period().compareTo(Period.parse("2025-Q1")) <= 0;
            if (level) {
                String period = total.period() + "." + total.accumulation().code();
                double sum = PARTS.stream()
                        .mapToDouble(part -> READ.figure(Account.GRDP, part, period, total.priceBasis(), Measure.LEVEL)
                                .value())
                        .sum();
                assertThat(sum).as(period + " " + total.priceBasis()).isCloseTo(total.value(), within(0.01));
                checked++;
            }
        }
        assertThat(checked)
                .as("15 years of 4 quarters, the half-year, nine months and the year, each once, and Q1")
                .isEqualTo(2 * (15 * 7 + 1));
    }

    @ParameterizedTest
    @CsvSource({"2024-Q1.P, 5.98", "2024-Q2.P, 7.25", "2024-Q3.P, 7.43", "2024-Q4.P, 7.55", "2024.P, 7.09"})
    void growthFromTheLevelsOfJune2025EqualsTheRatesPublishedInJanuary(String period, double published) {
        AccountFigure growth = READ.figure(Account.GRDP, "_T", period, PriceBasis.CONSTANT_2010, Measure.GROWTH_PCT);

        assertThat(growth.value()).isCloseTo(published, within(0.005));
        assertThat(growth.methodCode()).isEqualTo("growth_of_levels");
        assertThat(growth.vintageDate()).isEqualTo(LocalDate.of(2025, 6, 6));
        assertThat(READ.about("restated_figure", "@2025-01-06")).isEmpty();
    }

    @Test
    void olderRatesThatDifferAreRevisions() {
        assertThat(READ.about("restated_figure", "growth"))
                .allSatisfy(finding -> assertThat(finding.kind()).isEqualTo(Finding.Kind.REVISION))
                .extracting(Finding::subject)
                .containsExactly(
                        "VN.gdp_growth._T.2018-Q3.C.constant_2010@2018-10-06=6.98",
                        "VN.gdp_growth._T.2018-Q3.P.constant_2010@2018-10-06=6.88",
                        "VN.gdp_growth._T.2023-Q1.P.constant_2010@2023-04-05=3.32",
                        "VN.gdp_growth._T.2024-Q1.P.constant_2010@2024-04-06=5.66",
                        "VN.gdp_growth._T.2024-Q2.P.constant_2010@2024-07-01=6.93",
                        "VN.gdp_growth._T.2024-S1.C.constant_2010@2024-07-01=6.42",
                        "VN.value_added_growth.S1.2024-Q2.P.constant_2010@2024-07-01=3.34",
                        "VN.value_added_growth.S2.2024-Q2.P.constant_2010@2024-07-01=8.29",
                        "VN.value_added_growth.S3.2024-Q2.P.constant_2010@2024-07-01=7.06");
    }

    @Test
    void growthIsTakenWithinOneFamily() {
        assertThat(growth("2025-Q1.P")).isCloseTo(6.93, within(0.005));
    }

    @Test
    void beforeTheLastArchiveWasKnownTheOneBeforeItCounts() {
        Read before = new Read(ShippedFigures.accounts("VN", LocalDate.of(2024, 12, 31)));

        assertThat(before.volume("_T", "2024-Q1.P", Measure.GROWTH_PCT))
                .isCloseTo(VolumeGrowth.pct(1399516.73, 1321873.903), within(1e-9));
    }

    @Test
    void aQuarterOfWhichOnlyGrowthIsReleasedAddsUpWithTheHalfYear() {
        AccountFigure total = READ.figure(Account.GRDP, "_T", "2025-Q2.P", PriceBasis.CONSTANT_2010, Measure.LEVEL);
        AccountFigure netTaxes =
                READ.figure(Account.GRDP, "D21X31", "2025-Q2.P", PriceBasis.CONSTANT_2010, Measure.LEVEL);

        double halfYear = READ.volume("_T", "2025-S1.C", Measure.LEVEL);
        assertThat(total.value()).isCloseTo(halfYear - 1502806.643, within(1e-6));
        assertThat(total.methodCode()).isEqualTo("difference_of_periods_mixed_vintages");
        // The rate of the quarter starts from a first quarter revised since: 1,522,179 times 1.0796 is 1,642 less.
        assertThat(halfYear - 1502806.643 - 1522179.144 * 1.0796).isCloseTo(1642.46, within(0.01));
        assertThat(READ.volume("_T", "2025-Q2.P", Measure.GROWTH_PCT)).isEqualTo(7.96);
        assertThat(READ.volume("_T", "2025-Q2.P", Measure.GROWTH_OTHER_VINTAGE_PCT))
                .isEqualTo(7.96);
        assertThat(total.vintageDate()).isEqualTo(LocalDate.of(2025, 7, 5));
        assertThat(netTaxes.methodCode()).startsWith("total_less_parts");
        assertThat(netTaxes.value()).isPositive().isLessThan(0.1 * total.value());
    }

    @Test
    void releasedRatesThatRestateAnEarlierQuarterAreReported() {
        assertThat(READ.findings("implied_earlier_level")).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.REVISION);
            assertThat(finding.period()).isEqualTo("2025-Q1");
            assertThat(finding.message().vi()).contains("1.504.449 tỷ đồng", "1.502.807 tỷ đồng");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2011.P", "2020.P", "2024.P", "2024-S1.C", "2024-Q3.C", "2024-Q4.P", "2025-Q1.P", "2025-Q2.P"})
    void contributionsSumToGrowth(String period) {
        double points = PARTS.stream()
                .mapToDouble(part -> READ.volume(part, period, Measure.CONTRIBUTION_POINTS))
                .sum();
        double shares = PARTS.stream()
                .mapToDouble(part -> READ.volume(part, period, Measure.CONTRIBUTION_SHARE_PCT))
                .sum();

        assertThat(points).isCloseTo(growth(period), within(1e-6));
        assertThat(shares).isCloseTo(100, within(1e-5));
    }

    @Test
    void sharesSumToOneHundredAndTheDeflatorIsOneHundredIn2010() {
        double shares = PARTS.stream()
                .mapToDouble(part -> READ.current(part, "2024.P", Measure.SHARE_PCT))
                .sum();

        assertThat(shares).isCloseTo(100, within(1e-6));
        assertThat(READ.current("_T", "2010.P", Measure.DEFLATOR)).isCloseTo(100, within(0.01));
        assertThat(READ.current("_T", "2024.P", Measure.DEFLATOR)).isGreaterThan(150);
    }

    @Test
    void grossProductPerHeadIsDerivedFromTheAveragePopulation() {
        assertThat(Read.text(READ.figure(Account.PER_CAPITA, "_T", "2023.P", PriceBasis.CURRENT, Measure.LEVEL)))
                .isEqualTo("102.88 derived grdp_over_average_population");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-S1.C, EXPORTS, 219830.00 published published",
        "2025-S1.C, BALANCE, 7630.00 published published",
        "2025-Q1.P, EXPORTS, 102900.00 derived difference_of_periods",
        "2025-Q1.P, BALANCE, 3220.00 derived exports_less_imports",
        "2024.P, EXPORTS, 405531.74 published published",
        "2010-01.P, BALANCE, -981.19 published published",
        "2010-Q1.P, EXPORTS, 14394.23 derived sum_of_periods",
        "2023-Q2.P, EXPORTS, 85280.00 derived difference_of_periods_mixed_vintages",
        // 299,625.13 to September less 190,080.00 to June, not the 108,105.62 of the three months
        "2024-Q3.P, EXPORTS, 109545.13 derived difference_of_periods_mixed_vintages"
    })
    void tradeIsPrintedOrSaysHowItWasDerived(String period, Measure measure, String expected) {
        assertThat(Read.text(READ.figure(Account.TRADE, "goods", period, PriceBasis.CURRENT, measure)))
                .isEqualTo(expected);
    }

    @Test
    void onlyNetTaxesOf2020WithTheirTotalAndTheBalanceOfMay2025Contradict() {
        assertThat(READ.result().findings())
                .filteredOn(finding -> finding.kind() == Finding.Kind.CONTRADICTION)
                .extracting(finding -> finding.indicatorCode() + " " + finding.period())
                .containsExactly("trade_balance 2025-05", "gdp 2020", "net_product_taxes 2020");
        assertThat(READ.result().findings())
                .filteredOn(finding -> finding.kind() == Finding.Kind.CONTRADICTION)
                .extracting(finding -> finding.message().en())
                .anyMatch(message -> message.contains("469,202.751 billion VND") && message.contains("469,290.699"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20250731})
    void theOrderOfRowsChangesNothing(long seed) {
        List<Observation> shuffled = new ArrayList<>(ShippedFigures.visible("VN", AS_OF));
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(RegionalAccounts.of("VN", shuffled, AS_OF)).isEqualTo(READ.result());
    }

    /**
     * 7.52 and 7.96 percent for the second quarter, printed together, revise the first quarter known a month before.
     */
    @Test
    void aHeadlineThatRevisesAnEarlierQuarterIsNotSetAside() {
        AccountResult result = ShippedFigures.accounts("VN", LocalDate.of(2025, 7, 9));

        assertThat(result.balance().residuals())
                .filteredOn(residual -> residual.figure().key().toString().startsWith("VN.gdp_growth._T.2025-S1."))
                .singleElement()
                .satisfies(residual -> {
                    assertThat(residual.verdict()).isEqualTo(FigureResidual.Verdict.AGREES);
                    assertThat(residual.fitted()).isNotNull().isCloseTo(7.52, within(0.005));
                });
    }

    /**
     * 6.93 percent of July 2024 against 1,510,735 over 1,410,673 of October, 7.09, and 7.25 of January 2025. Product
     * per head was printed before the product was raised: 53.5 million for 2017, 66.8 today, and 95.6 for 2022, 96.7
     * today.
     */
    @Test
    void aRateThatLaterLevelsDoNotGiveIsRevisedAndNotSetAside() {
        for (LocalDate day : List.of(LocalDate.of(2025, 7, 9), AS_OF)) {
            assertThat(ShippedFigures.accounts("VN", day).balance().residuals())
                    .filteredOn(residual -> Math.abs(residual.standardisedResidual()) > GrdpBalance.LIMIT)
                    .extracting(residual -> residual.figure().key().toString())
                    .containsExactlyInAnyOrder(
                            "VN.gdp._T.2020.P.constant_2010",
                            "VN.net_product_taxes.D21X31.2020.P.constant_2010",
                            "VN.gdp_per_capita._T.2017.P.current",
                            "VN.gdp_per_capita._T.2022.P.current");
        }
    }

    /** The account of the product reads what its predicate names and nothing else. */
    @ParameterizedTest
    @CsvSource({"VN, 2025-07-09", "VN, 2024-01-31", "VN-HG, 2025-07-09", "PH, 2025-07-09"})
    void theProductIsTheSameByItself(String areaCode, LocalDate day) {
        List<Observation> visible = ShippedFigures.visible(areaCode, day);

        assertThat(RegionalAccounts.product(
                        areaCode,
                        visible.stream()
                                .filter(figure -> GrdpCodes.isRead(figure.key().indicatorCode()))
                                .toList(),
                        day))
                .isEqualTo(ShippedFigures.accounts(areaCode, day).figures().stream()
                        .filter(figure -> figure.account() == Account.GRDP || figure.account() == Account.PER_CAPITA)
                        .toList());
    }
}
