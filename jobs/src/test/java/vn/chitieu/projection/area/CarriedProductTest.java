package vn.chitieu.projection.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.series.AccountIdentities;
import vn.chitieu.projection.series.SeriesInput;

class CarriedProductTest {

    private static final SeriesId VOLUME_GROWTH = AccountIdentities.about(
            AccountIdentities.grossProduct(CarriedSeries.AREA, PriceBasis.CONSTANT_2010), "_growth");
    private static final SeriesId PRODUCT = AccountIdentities.grossProduct(CarriedSeries.AREA, PriceBasis.CURRENT);
    private static final SeriesId GROWTH = AccountIdentities.about(PRODUCT, "_growth");
    private static final SeriesId PER_HEAD = AccountIdentities.current(CarriedSeries.AREA, "grdp_per_capita");
    private static final SeriesId PEOPLE = AccountIdentities.population(CarriedSeries.AREA);

    /** Prices rise by 5 % a year; 1 million people earn 100 million dong each in 2024. */
    private static List<SeriesInput> province(String... growthOf2025) {
        List<String> volume = new ArrayList<>(List.of("2021 P 8", "2022 P 8", "2023 P 8", "2024 P 8"));
        volume.addAll(List.of(growthOf2025));
        return List.of(
                CarriedSeries.growth("grdp", "_T", PriceBasis.CONSTANT_2010, volume.toArray(String[]::new)),
                CarriedSeries.growth(
                        "grdp", "_T", PriceBasis.CURRENT, "2021 P 13.4", "2022 P 13.4", "2023 P 13.4", "2024 P 13.4"),
                CarriedSeries.perHead("2023 P 88", "2024 P 100"),
                CarriedSeries.population("2022 P 1000", "2023 P 1000", "2024 P 1000"));
    }

    private static SeriesProjection get(Map<SeriesId, SeriesProjection> all, SeriesId id) {
        return Objects.requireNonNull(all.get(id), id::toString);
    }

    @Test
    void anAmountIsLastYearsTimesVolumeTimesPrices() {
        Map<SeriesId, SeriesProjection> all = CarriedSeries.projected(province("2025 P 10"));

        // 100 × 1,000 = 100,000; × 1.10 × 1.05 = 115,500; a head 115.5; growth 15.5 %
        assertThat(get(all, PRODUCT).point()).isCloseTo(115_500, within(1e-6));
        assertThat(get(all, PRODUCT).previousYearValue()).isCloseTo(100_000, within(1e-6));
        assertThat(get(all, PER_HEAD).point()).isCloseTo(115.5, within(1e-9));
        assertThat(get(all, GROWTH).point()).isCloseTo(15.5, within(1e-9));
    }

    @Test
    void aHeadFollowsGrowthOfVolume() {
        double slow =
                get(CarriedSeries.projected(province("2025 P 6")), PER_HEAD).point();
        double fast =
                get(CarriedSeries.projected(province("2025 P 10")), PER_HEAD).point();

        // 100 × 1.06 × 1.05 and 100 × 1.10 × 1.05
        assertThat(slow).isCloseTo(111.3, within(1e-9));
        assertThat(fast).isCloseTo(115.5, within(1e-9));
    }

    @Test
    void whatIsKnownOfTheVolumeIsKnownOfTheAmount() {
        Map<SeriesId, SeriesProjection> all = CarriedSeries.projected(province("2025-S1 C 12"));

        SeriesProjection head = get(all, PER_HEAD);
        assertThat(head.lastPeriod()).hasToString("2025-S1");
        assertThat(head.method().flag()).isEmpty();
        assertThat(head.method().code()).isEqualTo("volume_and_prices");
        double growth = get(all, VOLUME_GROWTH).point();
        assertThat(head.point()).isCloseTo(100 * (1 + growth / 100) * 1.05, within(1e-9));
    }

    @Test
    void inEveryDrawHeadsMakeTheAmount() {
        JointSample sample = CarriedSeries.sample(province("2025-S1 C 12"));

        double[] amounts = sample.of(PRODUCT);
        double[] heads = sample.of(PER_HEAD);
        double[] people = sample.of(PEOPLE);
        for (int d = 0; d < JointSample.SIZE; d++) {
            assertThat(heads[d] * people[d]).isCloseTo(amounts[d], within(1e-6));
        }
    }

    @Test
    void anAmountTwoYearsOldIsCarriedOverBoth() {
        List<SeriesInput> inputs = List.of(
                CarriedSeries.growth(
                        "grdp",
                        "_T",
                        PriceBasis.CONSTANT_2010,
                        "2021 P 8",
                        "2022 P 8",
                        "2023 P 8",
                        "2024 P 20",
                        "2025 P 10"),
                CarriedSeries.growth("grdp", "_T", PriceBasis.CURRENT, "2021 P 13.4", "2022 P 13.4", "2023 P 13.4"),
                CarriedSeries.amount("grdp", "2023 P 100000"),
                CarriedSeries.population("2022 P 1000", "2023 P 1000", "2024 P 1000"));

        Map<SeriesId, SeriesProjection> all = CarriedSeries.projected(inputs);

        // 100,000 × 1.2 × 1.1 × 1.05² ; the year itself grows by 1.1 × 1.05
        assertThat(get(all, PRODUCT).point()).isCloseTo(145_530, within(1e-6));
        assertThat(get(all, GROWTH).point()).isCloseTo(15.5, within(1e-9));
        assertThat(get(all, PRODUCT).previousYearValue()).isNull();
    }

    @Test
    void anAmountInAnotherCurrencyKeepsItsUnitAndIsNotDividedByHeads() {
        List<SeriesInput> inputs = new ArrayList<>(province("2025 P 10"));
        inputs.add(CarriedSeries.amount("grdp", "2024 P 4000")); // in million dollars

        Map<SeriesId, SeriesProjection> all = CarriedSeries.projected(inputs);

        // 4,000 × 1.10 × 1.05
        assertThat(get(all, PRODUCT).point()).isCloseTo(4620, within(1e-9));
        assertThat(get(all, PRODUCT).unitCode()).isEqualTo("million_usd");
        assertThat(all).doesNotContainKey(PER_HEAD);
    }

    @Test
    void anAmountNeedsNoPopulation() {
        List<SeriesInput> inputs = new ArrayList<>(province("2025 P 10"));
        inputs.removeIf(input -> input.id().equals(PEOPLE) || input.id().equals(PER_HEAD));
        inputs.add(CarriedSeries.amount("grdp", "2024 P 100000"));
        Map<SeriesId, SeriesProjection> all = CarriedSeries.projected(inputs);

        assertThat(get(all, PRODUCT).point()).isCloseTo(115_500, within(1e-6));
        assertThat(all).doesNotContainKey(PER_HEAD);
    }
}
