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

    /** The volume of 2025 where the amounts of 2024 are 200, 300, 400 and 100. */
    private static final Map<String, String> VOLUMES =
            Map.of("S1", "200", "S2", "330", "S3", "420", AccountIdentities.NET_TAXES, "105", "_T", "1055");

    private static final Map<String, Double> AMOUNTS =
            Map.of("S1", 200.0, "S2", 300.0, "S3", 400.0, AccountIdentities.NET_TAXES, 100.0, "_T", 1000.0);

    /** Amounts at current prices by the year alone, which grew by 9.2 % a year: volume by 4 %, prices by 5 %. */
    private static List<SeriesInput> amountsByTheYear(boolean isVolumeKnown) {
        List<SeriesInput> inputs = new ArrayList<>();
        for (String activity : AMOUNTS.keySet()) {
            String code =
                    activity.equals("_T") ? "grdp" : activity.startsWith("S") ? "value_added" : "net_product_taxes";
            double amount = Objects.requireNonNull(AMOUNTS.get(activity));
            for (PriceBasis basis : List.of(PriceBasis.CURRENT, PriceBasis.CONSTANT_2010)) {
                boolean isVolume = basis.isConstant();
                double growth = isVolume ? 1.04 : 1.092;
                List<String> levels = new ArrayList<>();
                List<String> rates = new ArrayList<>();
                for (int year = 2018; year <= 2024; year++) {
                    levels.add(year + " P " + amount * Math.pow(growth, year - 2024));
                    rates.add(year + " P " + 100 * (growth - 1));
                }
                if (isVolume && isVolumeKnown) {
                    levels.add("2025 P " + VOLUMES.get(activity));
                }
                inputs.add(CarriedSeries.level(code, activity, basis, levels.toArray(String[]::new)));
                inputs.add(CarriedSeries.growth(code, activity, basis, rates.toArray(String[]::new)));
            }
        }
        return inputs;
    }

    private static SeriesProjection amount(Map<SeriesId, SeriesProjection> all, String activity) {
        String code = activity.equals("_T") ? "grdp" : activity.startsWith("S") ? "value_added" : "net_product_taxes";
        SeriesId id = new SeriesId(CarriedSeries.AREA, code, activity, PriceBasis.CURRENT);
        return Objects.requireNonNull(all.get(id), id::toString);
    }

    @Test
    void amountsKnownByTheYearAloneFollowTheVolumeOfTheYear() {
        Map<SeriesId, SeriesProjection> all = CarriedSeries.projected(amountsByTheYear(true));

        // 1,000 × 1.055 × 1.05, of which industry 330 / 1,055
        assertThat(amount(all, "_T").point()).isCloseTo(1107.75, within(1e-6));
        assertThat(amount(all, "S1").point()).isCloseTo(200 * 1.05, within(1e-6));
        assertThat(amount(all, "S2").point()).isCloseTo(330 * 1.05, within(1e-6));
        assertThat(share(all, "S2").point()).isCloseTo(100 * 330 / 1055.0, within(1e-9));
        assertThat(amount(all, "S2").previousYearValue()).isCloseTo(300, within(1e-9));
    }

    @Test
    void inEveryDrawThePartsMakeTheAmount() {
        JointSample sample = CarriedSeries.sample(amountsByTheYear(true));

        Map<SeriesId, SeriesProjection> all = CarriedSeries.projected(amountsByTheYear(true));
        for (int d = 0; d < JointSample.SIZE; d++) {
            int draw = d;
            double sum = ACTIVITIES.stream()
                    .mapToDouble(activity -> sample.of(amount(all, activity).id())[draw])
                    .sum();
            assertThat(sum).isCloseTo(sample.of(amount(all, "_T").id())[d], within(1e-6));
        }
    }

    @Test
    void withoutAFigureOfVolumeAmountsFollowTheirOwnYears() {
        Map<SeriesId, SeriesProjection> all = CarriedSeries.projected(amountsByTheYear(false));

        assertThat(amount(all, "S2").point()).isCloseTo(300 * 1.092, within(1e-6));
        assertThat(amount(all, "_T").point()).isCloseTo(1092, within(1e-6));
        assertThat(amount(all, "_T").method().code()).isEqualTo("sum_of_parts");
    }
}
