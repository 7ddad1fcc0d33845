package vn.chitieu.account.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.AccountResult;
import vn.chitieu.account.BalancedFigure;
import vn.chitieu.account.FigureResidual.Verdict;
import vn.chitieu.account.area.ShippedFigures;
import vn.chitieu.account.formula.ContributionToGrowth;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;

/** The balanced account of Hậu Giang from the shipped figures. */
class HauGiangBalanceTest {

    private static final AccountResult RESULT = ShippedFigures.accounts("VN-HG", LocalDate.of(2025, 7, 31));
    private static final PriceBasis CONSTANT = PriceBasis.CONSTANT_2010;
    private static final PriceBasis CURRENT = PriceBasis.CURRENT;

    private static BalancedFigure figure(String item, String period, PriceBasis basis, Measure measure) {
        int dot = period.lastIndexOf('.');
        return RESULT.balance()
                .find(
                        item,
                        Period.parse(period.substring(0, dot)),
                        Accumulation.ofCode(period.substring(dot + 1)),
                        basis,
                        measure)
                .orElseThrow(
                        () -> new AssertionError("Expecting " + item + " " + period + " " + basis + " " + measure));
    }

    private static double value(String item, String period, PriceBasis basis, Measure measure) {
        Double value = figure(item, period, basis, measure).value();
        if (value == null) {
            throw new AssertionError("Expecting " + item + " " + period + " " + measure + " to be determined");
        }
        return value;
    }

    @ParameterizedTest
    @CsvSource({
        "_T, 2020, 4.53",
        "S1, 2020, 3.09",
        "S2, 2020, 14.62",
        "S3, 2020, 1.41",
        "D21X31, 2020, -2.49",
        "_T, 2021, 3.28",
        "_T, 2022, 13.94",
        "S1, 2022, 3.82",
        "S2, 2022, 36.55",
        "S3, 2022, 8.84",
        "D21X31, 2022, 7.33",
        "_T, 2023, 12.27",
        "S1, 2023, 3.12",
        "S2, 2023, 28.32",
        "S3, 2023, 8.84",
        "D21X31, 2023, 0.49"
    })
    void publishedRatesOfGrowthAreReproducedWithinTheirRounding(String item, String year, double published) {
        assertThat(value(item, year + ".P", CONSTANT, Measure.GROWTH_PCT)).isCloseTo(published, within(0.005));
    }

    /** Weights of 2022 are contribution over growth of 2023; those of 2021 follow from the growth of 2022. */
    @ParameterizedTest
    @CsvSource({"S1, 0.79, 3.12, 3.82", "S2, 8.22, 28.32, 36.55", "S3, 3.22, 8.84, 8.84", "D21X31, 0.045, 0.49, 7.33"})
    void contributionsToTheGrowthOf2022AreThoseThatWeightsImpliedBy2023Allow(
            String item, double contribution, double growth, double growthBefore) {
        double weight = ContributionToGrowth.impliedWeightPct(contribution, growth);
        double weightBefore = weight * (1 + 13.94 / 100) / (1 + growthBefore / 100);

        assertThat(value(item, "2022.P", CONSTANT, Measure.CONTRIBUTION_POINTS))
                .isCloseTo(ContributionToGrowth.pointsOfWeight(weightBefore, growthBefore), within(0.3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019", "2020", "2021", "2022", "2023"})
    void contributionsAddUpToGrowthExactly(String year) {
        double sum = 0;
        for (String part : GrdpCodes.PARTS) {
            sum += value(part, year + ".P", CONSTANT, Measure.CONTRIBUTION_POINTS);
        }
        assertThat(sum).isCloseTo(value("_T", year + ".P", CONSTANT, Measure.GROWTH_PCT), within(1e-9));
    }

    /** Rolled from 2022 by published growth: 22.0, 35.6 and 42.4 percent. */
    @Test
    void servicesAndNetTaxesOf2024AreDeterminedOnlyAsASum() {
        assertThat(figure("S3", "2024.P", CONSTANT, Measure.GROWTH_PCT).isDetermined())
                .isFalse();
        assertThat(figure("D21X31", "2024.P", CONSTANT, Measure.GROWTH_PCT).isDetermined())
                .isFalse();
        assertThat(figure("D21X31", "2024.P", CONSTANT, Measure.LEVEL).standardError())
                .isNull();
        assertThat(value("S1", "2024.P", CONSTANT, Measure.SHARE_PCT)).isCloseTo(22.0, within(0.1));
        assertThat(value("S2", "2024.P", CONSTANT, Measure.SHARE_PCT)).isCloseTo(35.6, within(0.1));
        assertThat(RESULT.findings())
                .filteredOn(finding -> finding.ruleCode().equals("determined_only_as_a_sum")
                        && finding.period().equals("2024"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().vi())
                        .startsWith("Giá trị tăng thêm khu vực III theo giá so sánh 2010 và thuế sản phẩm trừ trợ cấp"
                                + " sản phẩm theo giá so sánh 2010, năm 2024: số liệu công bố chỉ xác định được tổng,"
                                + " bằng 42,4% của GRDP"));
    }

    /** Only rates and contributions are published for whole years at 2010 prices: they carry no level. */
    @Test
    void levelsThatNoFigureCarriesStayMissing() {
        assertThat(figure("_T", "2023.P", CONSTANT, Measure.LEVEL).isDetermined())
                .isFalse();
        assertThat(figure("_T", "2024.P", CURRENT, Measure.LEVEL).isDetermined())
                .isFalse();
        assertThat(figure("S1", "2023.P", CURRENT, Measure.LEVEL).isDetermined())
                .isFalse();
    }

    @Test
    void aRevisedProductIsThePublishedOneAndItsFigurePerHeadFollows() {
        assertThat(value("_T", "2023.P", CURRENT, Measure.LEVEL)).isCloseTo(59809, within(0.5));
        assertThat(value("_T", "2023.P", CURRENT, Measure.POPULATION)).isCloseTo(728.3, within(0.1));
        assertThat(value("_T", "2023.P", CURRENT, Measure.PER_CAPITA)).isCloseTo(82.12, within(0.01));
    }

    @Test
    void everyPublishedFigureHasAResidualAndAVerdict() {
        assertThat(RESULT.balance().residuals())
                .hasSizeGreaterThan(130)
                .noneMatch(residual -> residual.verdict() == Verdict.REJECTED_BY_SCREEN)
                .filteredOn(residual -> residual.verdict() == Verdict.AGREES)
                .allMatch(residual -> Math.abs(residual.standardisedResidual()) <= 3);
        assertThat(RESULT.findings()).extracting(Finding::ruleCode).doesNotContain("balance_not_settled");
    }

    /** 58,505 became 59,809 a year later: a revision, told by the residual against what counts now. */
    @Test
    void aRestatedFigureIsARevisionAndNotSetAside() {
        assertThat(RESULT.balance().residuals())
                .filteredOn(residual -> residual.figure().key().toString().equals("VN-HG.grdp._T.2023.P.current"))
                .hasSize(2)
                .allMatch(residual -> residual.verdict() != Verdict.REJECTED)
                .allMatch(residual -> residual.latest() != null && Math.abs(residual.latest() - 59809) < 0.5);
    }
}
