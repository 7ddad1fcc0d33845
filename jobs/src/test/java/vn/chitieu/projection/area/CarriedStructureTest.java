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
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.series.AccountIdentities;
import vn.chitieu.projection.series.SeriesInput;

class CarriedStructureTest {

    private static final List<String> ACTIVITIES = List.of("S1", "S2", "S3", AccountIdentities.NET_TAXES);

    /**
     * A structure of 25, 30, 35 and 10 % in 2022 and growth since: of industry 20 % and 20 %, of the others 2 %; of
     * 2025 the growth of industry.
     */
    private static List<SeriesInput> province(String industry2025, String... sharesOfAgriculture) {
        List<SeriesInput> inputs = new ArrayList<>();
        List<String> agriculture = new ArrayList<>(List.of("2022 P 25"));
        agriculture.addAll(List.of(sharesOfAgriculture));
        inputs.add(CarriedSeries.share("value_added", "S1", agriculture.toArray(String[]::new)));
        inputs.add(CarriedSeries.share("value_added", "S2", "2022 P 30"));
        inputs.add(CarriedSeries.share("value_added", "S3", "2022 P 35"));
        inputs.add(CarriedSeries.share("net_product_taxes", AccountIdentities.NET_TAXES, "2022 P 10"));
        for (String activity : ACTIVITIES) {
            String code = activity.startsWith("S") ? "value_added" : "net_product_taxes";
            boolean isIndustry = activity.equals("S2");
            String rate = isIndustry ? "20" : "2";
            inputs.add(CarriedSeries.growth(
                    code,
                    activity,
                    PriceBasis.CONSTANT_2010,
                    "2020 P 4",
                    "2021 P 6",
                    "2022 P 5",
                    "2023 P " + rate,
                    "2024 P " + rate,
                    "2025 P " + (isIndustry ? industry2025 : "0")));
            inputs.add(CarriedSeries.growth(code, activity, PriceBasis.CURRENT, "2020 P 8", "2021 P 8", "2022 P 8"));
        }
        inputs.add(CarriedSeries.growth(
                "grdp", "_T", PriceBasis.CONSTANT_2010, "2020 P 5", "2021 P 5", "2022 P 5", "2023 P 7.4", "2024 P 8"));
        inputs.add(CarriedSeries.growth("grdp", "_T", PriceBasis.CURRENT, "2020 P 8", "2021 P 8", "2022 P 8"));
        // weights of 2022: 0.5 / 2, 6 / 20 and 0.7 / 2
        inputs.add(CarriedSeries.contribution("S1", "2023 P 0.5"));
        inputs.add(CarriedSeries.contribution("S2", "2023 P 6"));
        inputs.add(CarriedSeries.contribution("S3", "2023 P 0.7"));
        return inputs;
    }

    private static SeriesProjection share(Map<SeriesId, SeriesProjection> all, String activity) {
        SeriesId id = new SeriesId(
                CarriedSeries.AREA,
                (activity.startsWith("S") ? "value_added" : "net_product_taxes") + "_share",
                activity,
                PriceBasis.CURRENT);
        return Objects.requireNonNull(all.get(id), id::toString);
    }

    private static PredictiveDistribution distribution(SeriesProjection projection) {
        return Objects.requireNonNull(projection.distribution());
    }

    @Test
    void theLastStructureIsCarriedOnByGrowth() {
        Map<SeriesId, SeriesProjection> all = CarriedSeries.projected(province("10"));

        // industry 30 × 1.2² × 1.1 = 47.52, the others 70 × 1.02² = 72.828: 47.52 of 120.348
        assertThat(share(all, "S2").point()).isCloseTo(100 * 47.52 / 120.348, within(1e-9));
        assertThat(share(all, "S1").point()).isCloseTo(100 * 25 * 1.0404 / 120.348, within(1e-9));
        double sum = ACTIVITIES.stream()
                .mapToDouble(activity -> share(all, activity).point())
                .sum();
        assertThat(sum).isCloseTo(100, within(1e-9));
    }

    @Test
    void aShareKnownSinceIsTakenAndTheOthersDivideTheRest() {
        Map<SeriesId, SeriesProjection> all = CarriedSeries.projected(province("10", "2024 P 20"));

        // 2024: industry 30 × 1.44 = 43.2 and others 45 × 1.0404 = 46.818 make 80: industry 38.3922
        double industry = 80 * 43.2 / (43.2 + 46.818);
        // 2025: industry × 1.1, the others unchanged
        assertThat(share(all, "S2").point())
                .isCloseTo(100 * 1.1 * industry / (1.1 * industry + 100 - industry), within(1e-9));
        assertThat(share(all, "S1").point()).isCloseTo(100 * 20 / (1.1 * industry + 100 - industry), within(1e-9));
    }

    @Test
    void aShareKnownLaterIsLessUncertain() {
        double known = width(share(CarriedSeries.projected(province("10", "2024 P 21")), "S1"));
        double old = width(share(CarriedSeries.projected(province("10")), "S1"));

        assertThat(known).isLessThan(0.8 * old).isPositive();
    }

    private static double width(SeriesProjection projection) {
        return distribution(projection).quantile(0.9) - distribution(projection).quantile(0.1);
    }

    @Test
    void withoutAStructureOfTheLastThreeYearsThereIsNone() {
        List<SeriesInput> inputs = province("10").stream()
                .filter(input -> !input.id().indicatorCode().endsWith("_share"))
                .toList();

        assertThat(CarriedSeries.projected(inputs).keySet())
                .noneMatch(id -> id.indicatorCode().endsWith("_share"));
    }
}
