package vn.chitieu.account.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AccountFormulasTest {

    @Test
    void growthLeadsFromOneLevelToTheOtherAndBack() {
        assertThat(VolumeGrowth.pct(110, 100)).isCloseTo(10, within(1e-12));
        assertThat(VolumeGrowth.level(100, 10)).isCloseTo(110, within(1e-12));
        assertThat(VolumeGrowth.previous(110, 10)).isCloseTo(100, within(1e-12));
    }

    @Test
    void growthFromNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VolumeGrowth.pct(5, 0))
                .withMessage("Expecting two levels, the previous not 0, but were 5.0 and 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VolumeGrowth.previous(5, -100))
                .withMessage("Expecting growth above -100 percent but was -100.0");
    }

    @Test
    void nominalGrowthIsRealGrowthTimesPrices() {
        double deflator = ImplicitDeflator.index(121, 100) / ImplicitDeflator.index(104, 104) * 100 - 100;

        assertThat((1 + VolumeGrowth.pct(100, 104) / 100) * (1 + deflator / 100))
                .isCloseTo(121.0 / 104, within(1e-12));
    }

    @Test
    void anAveragePopulationIsTheMeanOfStartAndEndOrOfFourQuarters() {
        assertThat(PerCapita.averagePopulationThousand(728, 730)).isEqualTo(729);
        assertThat(PerCapita.averagePopulationThousand(726, 727, 729, 730)).isEqualTo(728);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerCapita.averagePopulationThousand(726, 727, 729))
                .withMessageContaining("at start and end of a year", "[726.0, 727.0, 729.0]");
    }

    @Test
    void contributionsAddUpToTheGrowthOfTheTotal() {
        double first = ContributionToGrowth.points(33, 30, 100);
        double second = ContributionToGrowth.points(72, 70, 100);

        assertThat(first + second).isCloseTo(VolumeGrowth.pct(105, 100), within(1e-12));
        assertThat(ContributionToGrowth.pointsOfWeight(30, 10)).isCloseTo(first, within(1e-12));
        assertThat(ContributionToGrowth.sharePct(first, 5)).isCloseTo(60, within(1e-12));
    }

    /** Hậu Giang 2023: what the published contributions and rates of growth imply for 2022. */
    @Test
    void publishedContributionsImplyTheSharesOfTheYearBefore() {
        double first = ContributionToGrowth.impliedWeightPct(0.79, 3.12);
        double second = ContributionToGrowth.impliedWeightPct(8.22, 28.32);
        double third = ContributionToGrowth.impliedWeightPct(3.22, 8.84);
        double netTaxes = 100 - first - second - third;

        assertThat(first).isCloseTo(25.3, within(0.05));
        assertThat(second).isCloseTo(29.0, within(0.05));
        assertThat(third).isCloseTo(36.4, within(0.05));
        assertThat(netTaxes).isCloseTo(9.2, within(0.05));
        double growth = 0.79 + 8.22 + 3.22 + ContributionToGrowth.pointsOfWeight(netTaxes, 0.49);
        assertThat(growth).isCloseTo(12.28, within(0.005)).isCloseTo(12.27, within(0.01));
    }

    @Test
    void noGrowthHasNoShares() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContributionToGrowth.sharePct(1, 0))
                .withMessage("Expecting growth of the total other than 0 but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContributionToGrowth.points(2, 1, 0))
                .withMessage("Expecting a previous total that is not 0 but was 0.0");
    }

    @Test
    void aShareLeadsBackToItsLevel() {
        assertThat(Structure.sharePct(10709, 39726)).isCloseTo(26.96, within(0.005));
        assertThat(Structure.level(25, 200)).isEqualTo(50);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Structure.sharePct(1, 0))
                .withMessage("Expecting a total that is not 0 but was 0.0");
    }

    @Test
    void theDeflatorIsOneHundredWhereBothPricesAgree() {
        assertThat(ImplicitDeflator.index(150, 100)).isEqualTo(150);
        assertThat(ImplicitDeflator.index(7, 7)).isEqualTo(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImplicitDeflator.index(1, 0))
                .withMessage("Expecting a constant-price level that is not 0 but was 0.0");
    }

    /** Hậu Giang 2023: 58,505 billion and 80.33 million per head. */
    @Test
    void aPublishedPairImpliesThePopulation() {
        assertThat(PerCapita.impliedPopulationThousand(58505, 80.33)).isCloseTo(728.3, within(0.05));
        assertThat(PerCapita.millionVnd(59809, 728.3)).isCloseTo(82.12, within(0.005));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerCapita.millionVnd(1, 0))
                .withMessage("Expecting an average population above 0 but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerCapita.impliedPopulationThousand(1, 0))
                .withMessage("Expecting a figure per head above 0 but was 0.0");
    }

    @Test
    void exportsAndImportsGiveBalanceTurnoverAndCoverRatio() {
        assertThat(TradeBalance.balance(943, 390)).isEqualTo(553);
        assertThat(TradeBalance.turnover(943, 390)).isEqualTo(1333);
        assertThat(TradeBalance.coverRatioPct(390, 780)).isEqualTo(50);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradeBalance.coverRatioPct(1, 0))
                .withMessage("Expecting imports above 0 but were 0.0");
    }

    /** Hậu Giang 2023, six months: domestic revenue against the plan of the province. */
    @Test
    void aPublishedAttainmentImpliesThePlan() {
        assertThat(PlanAttainment.pct(3054, 6537)).isCloseTo(46.72, within(0.005));
        assertThat(PlanAttainment.impliedPlan(3054, 46.72)).isCloseTo(6537, within(1.0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlanAttainment.pct(1, 0))
                .withMessage("Expecting a plan above 0 but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlanAttainment.impliedPlan(1, 0))
                .withMessage("Expecting an attainment above 0 percent but was 0.0");
    }

    @Test
    void printStandsForHalfAUnitOfItsLastDecimal() {
        assertThat(PrintedRounding.halfUnit(new BigDecimal("12.27"))).isCloseTo(0.005, within(1e-15));
        assertThat(PrintedRounding.halfUnit(new BigDecimal("58505"))).isEqualTo(0.5);
        assertThat(PrintedRounding.halfUnit(new BigDecimal("4E+3"))).isEqualTo(0.5);
    }
}
