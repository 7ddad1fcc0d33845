package vn.chitieu.attainment.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.attainment.audit.AreaFigures.Known;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.Provenance;
import vn.chitieu.observation.ReportingYear;

/** Weights from levels, and from contributions rolled forward. */
class ConstantPriceWeightsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

    private static AccountFigure figure(String item, int year, Measure measure, double value) {
        return figure(item, year, measure, value, PriceBasis.CONSTANT_2010);
    }

    private static AccountFigure figure(String item, int year, Measure measure, double value, PriceBasis basis) {
        return new AccountFigure(
                Account.GRDP,
                "VN-XX",
                item,
                Period.ofYear(year),
                Accumulation.PERIOD,
                basis,
                measure,
                value,
                "pct",
                new Provenance(Origin.PUBLISHED, ObservationStatus.FINAL, DAY, "published"));
    }

    private static AreaFigures figures(AccountFigure... accounts) {
        return new AreaFigures(DAY, List.of(accounts), List.of(), List.of(), Map.of(), ReportingYear.CALENDAR);
    }

    @Test
    void levelsOfTheYearAreTheWeights() {
        // Hà Nam, first half of 2023 at 2010 prices: its growth of 2024 by sector makes 10.35 percent
        ConstantPriceWeights weights = ConstantPriceWeights.of(
                        figures(
                                figure("S1", 2023, Measure.LEVEL, 2131.3 / 1.0106),
                                figure("S2", 2023, Measure.LEVEL, 17443.9 / 1.1326),
                                figure("S3", 2023, Measure.LEVEL, 5693.6 / 1.0722),
                                figure("D21X31", 2023, Measure.LEVEL, 1622.2 / 1.0475)),
                        2023)
                .orElseThrow();

        Map<String, Double> growth = Map.of("S1", 1.06, "S2", 13.26, "S3", 7.22, "D21X31", 4.75);
        assertThat(weights.growth(growth)).isCloseTo(10.35, within(0.005));
        assertThat(weights.growthOf("S2", weights.growth(growth), growth)).isCloseTo(13.26, within(1e-9));
        assertThat(weights.assumed()).isEmpty();
    }

    /** Levels of 2010 prices 10, 20, 60, 10 and of the last base 60, 60, 60, 20 of 200: the last base counts. */
    @Test
    void theLastConstantPricesOfAnAreaAreItsVolumes() {
        PriceBasis last = PriceBasis.ofCode("constant_2018");
        AreaFigures figures = figures(
                figure("S1", 2024, Measure.LEVEL, 10),
                figure("S2", 2024, Measure.LEVEL, 20),
                figure("S3", 2024, Measure.LEVEL, 60),
                figure("D21X31", 2024, Measure.LEVEL, 10),
                figure("_T", 2024, Measure.GROWTH_PCT, 7.1),
                figure("S1", 2024, Measure.LEVEL, 60, last),
                figure("S2", 2024, Measure.LEVEL, 60, last),
                figure("S3", 2024, Measure.LEVEL, 60, last),
                figure("D21X31", 2024, Measure.LEVEL, 20, last),
                figure("_T", 2024, Measure.GROWTH_PCT, 6.4, last),
                figure("_T", 2024, Measure.LEVEL, 999, PriceBasis.CURRENT));

        assertThat(ConstantPriceWeights.of(figures, 2024).orElseThrow().pct())
                .isEqualTo(Map.of("S1", 30.0, "S2", 30.0, "S3", 30.0, "D21X31", 10.0));
        assertThat(figures.growth("_T").values()).extracting(Known::value).containsExactly(6.4);
        assertThat(figures(figure("_T", 2024, Measure.LEVEL, 999, PriceBasis.CURRENT))
                        .growth("_T"))
                .isEmpty();
    }

    @Test
    void contributionsOverGrowthImplyTheWeightsOfTheYearBeforeAndTheFourthTakesTheRest() {
        // Hậu Giang 2023: 0.79 / 3.12, 8.22 / 28.32, 3.22 / 8.84 and what is left for taxes
        ConstantPriceWeights weights = ConstantPriceWeights.of(
                        figures(
                                figure("S1", 2023, Measure.GROWTH_PCT, 3.12),
                                figure("S2", 2023, Measure.GROWTH_PCT, 28.32),
                                figure("S3", 2023, Measure.GROWTH_PCT, 8.84),
                                figure("D21X31", 2023, Measure.GROWTH_PCT, 0.49),
                                figure("S1", 2023, Measure.CONTRIBUTION_POINTS, 0.79),
                                figure("S2", 2023, Measure.CONTRIBUTION_POINTS, 8.22),
                                figure("S3", 2023, Measure.CONTRIBUTION_POINTS, 3.22)),
                        2023)
                .orElseThrow();

        assertThat(weights.startYear()).isEqualTo(2022);
        double before = 100 - 25.32 - 29.03 - 36.43; // printed as 25.3 / 29.0 / 36.4 / 9.2
        assertThat(before).isCloseTo(9.2, within(0.05));
        assertThat(weights.of("S2")).isCloseTo(29.03 * 1.2832 / 1.1228, within(0.02));
        assertThat(weights.pct().values().stream().mapToDouble(w -> w).sum()).isCloseTo(100, within(1e-9));
    }

    @Test
    void withoutAnyStartThereAreNoWeights() {
        assertThat(ConstantPriceWeights.of(figures(figure("S1", 2024, Measure.GROWTH_PCT, 3.38)), 2024))
                .isEmpty();
    }

    @Test
    void aPartWithoutWeightCannotMakeUpAnyGrowth() {
        ConstantPriceWeights weights = new ConstantPriceWeights(2024, 2024, true, Map.of("S1", 100.0), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights.growthOf("S2", 8, Map.of()))
                .withMessage("Expecting a weight above 0 of S2 but was 0.0");
    }
}
