package vn.chitieu.projection.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.series.AccountIdentities;
import vn.chitieu.projection.series.SeriesInput;

class PartShareTest {

    private static final SeriesId TOTAL = AccountIdentities.current(CarriedSeries.AREA, "budget_revenue_local_area");
    private static final SeriesId DOMESTIC = AccountIdentities.current(CarriedSeries.AREA, "budget_revenue_domestic");
    private static final SeriesId TRADE = AccountIdentities.current(CarriedSeries.AREA, "budget_revenue_trade_taxes");

    private static List<SeriesInput> revenue(String[] total, String[] domestic, String[] trade) {
        return List.of(
                CarriedSeries.amount("budget_revenue_local_area", total),
                CarriedSeries.amount("budget_revenue_domestic", domestic),
                CarriedSeries.amount("budget_revenue_trade_taxes", trade));
    }

    private static String[] figures(String... figures) {
        return figures;
    }

    private static SeriesProjection get(Map<SeriesId, SeriesProjection> all, SeriesId id) {
        return Objects.requireNonNull(all.get(id), id::toString);
    }

    private static PredictiveDistribution distribution(Map<SeriesId, SeriesProjection> all, SeriesId id) {
        return Objects.requireNonNull(get(all, id).distribution());
    }

    @Test
    void theTotalIsDividedByTheLastShares() {
        Map<SeriesId, SeriesProjection> all = CarriedSeries.projected(
                revenue(figures("2023-S1 C 500", "2025 P 1000"), figures("2023-S1 C 360"), figures("2023-S1 C 40")));

        // of 500, 100 are other revenue: 20 %; of the rest 360 are domestic: 1,000 × 0.8 × 0.9
        assertThat(get(all, DOMESTIC).point()).isCloseTo(720, within(1e-9));
        assertThat(get(all, TRADE).point()).isCloseTo(80, within(1e-9));
    }

    /** The middle of the first half of 2023 is 2.25 years before that of 2025. */
    @Test
    void theShareMovesOnLogOdds() {
        Map<SeriesId, SeriesProjection> all = CarriedSeries.projected(
                revenue(figures("2023-S1 C 400", "2025 P 1000"), figures("2023-S1 C 360"), figures("2023-S1 C 40")));

        // Student's 90 % point of 3 degrees of freedom is 1.6377; odds of 9 fall and rise by 0.25 × √2.25 times that
        double odds = 0.25 * 1.5 * 1.6377;
        assertThat(distribution(all, DOMESTIC).quantile(0.1)).isCloseTo(1000 / (1 + Math.exp(odds) / 9), within(0.5));
        assertThat(distribution(all, DOMESTIC).quantile(0.9)).isCloseTo(1000 / (1 + Math.exp(-odds) / 9), within(0.5));
    }

    @Test
    void whatIsReportedOfTheYearStandsAndTheRestIsDivided() {
        Map<SeriesId, SeriesProjection> all = CarriedSeries.projected(revenue(
                figures("2023 P 800", "2024-S1 C 400", "2024 P 900", "2025-S1 C 450"),
                figures("2025-S1 C 405"),
                figures("2025-S1 C 45")));

        double total = get(all, TOTAL).point();
        assertThat(get(all, DOMESTIC).ytd()).isEqualTo(405);
        assertThat(get(all, DOMESTIC).lastPeriod()).hasToString("2025-S1");
        assertThat(get(all, DOMESTIC).point()).isCloseTo(405 + 0.9 * (total - 450), within(1e-9));
        assertThat(get(all, DOMESTIC).point() + get(all, TRADE).point()).isCloseTo(total, within(1e-9));
        assertThat(distribution(all, DOMESTIC).quantile(0.001)).isGreaterThanOrEqualTo(405);
    }

    @Test
    void aPartFollowsFromTheOtherPart() {
        Map<SeriesId, SeriesProjection> all = CarriedSeries.projected(
                revenue(figures("2022 P 600", "2025 P 1000"), figures("2019 P 300"), figures("2022 P 60")));

        // 60 of 600 are trade taxes, nothing else: 90 % are domestic
        assertThat(get(all, DOMESTIC).point()).isCloseTo(900, within(1e-9));
        assertThat(get(all, TRADE).point()).isCloseTo(100, within(1e-9));
    }

    @Test
    void sharesOfMoreThanThreeYearsAgoSayNothing() {
        Map<SeriesId, SeriesProjection> all = CarriedSeries.projected(
                revenue(figures("2021 P 600", "2025 P 1000"), figures("2021 P 540"), figures("2021 P 60")));

        assertThat(all).containsKey(TOTAL).doesNotContainKeys(DOMESTIC, TRADE);
    }
}
