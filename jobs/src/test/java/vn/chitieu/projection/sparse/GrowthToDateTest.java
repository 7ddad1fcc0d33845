package vn.chitieu.projection.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.chitieu.projection.series.SeriesFigures.GDP;
import static vn.chitieu.projection.series.SeriesFigures.GDP_GROWTH;
import static vn.chitieu.projection.series.SeriesFigures.GRDP_GROWTH;
import static vn.chitieu.projection.series.SeriesFigures.distribution;
import static vn.chitieu.projection.series.SeriesFigures.projection;
import static vn.chitieu.projection.series.SeriesFigures.published;
import static vn.chitieu.projection.series.SeriesFigures.series;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.series.SeriesFigures;
import vn.chitieu.projection.series.SeriesInput;

class GrowthToDateTest {

    private static final PriceBasis REAL = PriceBasis.CONSTANT_2010;

    private static List<SeriesInput> published() {
        return SeriesFigures.published("real_growth.csv", GDP, GDP_GROWTH, GRDP_GROWTH);
    }

    private static SeriesInput hauGiang() {
        return published().stream()
                .filter(input -> input.id().areaCode().equals("VN-HG"))
                .findFirst()
                .orElseThrow();
    }

    private static GrowthReference reference() {
        return GrowthReference.of(published(), "VN");
    }

    @Test
    void oneEarlierYearAndNormalGrowthToDateGiveNormalGrowthOfTheYear() {
        SeriesInput input = series("VN-HG", GRDP_GROWTH, REAL, "2024 P 6.5", "2025-S1 C 6.5");

        SeriesProjection projection = projection(input, 2025);

        assertThat(projection.method().code()).isEqualTo("growth_to_date");
        assertThat(projection.point()).isCloseTo(6.5, within(1e-12));
        assertThat(projection.ytd()).isNull();
        assertThat(projection.frequency()).isEqualTo(Frequency.S);
    }

    @Test
    void withoutPairsThePriorPassesOn() {
        SeriesInput input = series("VN-HG", GRDP_GROWTH, REAL, "2024 P 6.5", "2025-S1 C 10.95");

        double rest = 6.5 + 0.49 * (10.95 - 6.5);
        assertThat(projection(input, 2025).point()).isCloseTo(0.5 * 10.95 + 0.5 * rest, within(1e-12));
    }

    @Test
    void growthOfTheFirstHalfOfHauGiangByThePriorAloneIsAboutTenPercent() {
        SeriesInput level = series("VN", GDP, REAL, "2023-S1 C 47", "2023 P 100", "2024-S1 C 50.055", "2024 P 106.5");
        SeriesInput input = series("VN-HG", GRDP_GROWTH, REAL, "2024 P 6.5", "2025-S1 C 10.95");

        SeriesProjection projection = projection(input, 2025, GrowthReference.of(List.of(level), "VN"));

        double rest = 6.5 + 0.49 * (10.95 - 6.5);
        assertThat(projection.point()).isCloseTo(0.47 * 10.95 + 0.53 * rest, within(1e-9));
        assertThat(projection.point()).isCloseTo(9.75, within(0.05));
        assertThat(projection.path()).extracting(p -> p.period().toString()).containsExactly("2025-S1", "2025-S2");
        assertThat(projection.path().get(0).cumulated()).isEqualTo(10.95);
        assertThat(projection.path().get(1).value()).isCloseTo(rest, within(1e-9));
        assertThat(projection.path().get(1).cumulated()).isCloseTo(projection.point(), within(1e-9));
    }

    @Test
    void growthOfTheFirstHalfOfHauGiangIsDrawnToNormalGrowth() {
        SeriesProjection projection = projection(hauGiang(), 2025, reference());

        assertThat(projection.method().code()).isEqualTo("growth_to_date");
        assertThat(projection.point()).isBetween(9.8, 10.95); // the prior alone, growth to date as it is
        assertThat(projection.method().used().text().en())
                .contains("normal growth 6.6 %, share of the year to date 47.0 %, 6 pairs");
        assertThat(projection.previousYearValue()).isEqualTo(8.76);
        assertThat(projection.forecast().errorScale()).isBetween(1.0, 3.0);
        assertThat(distribution(projection).probabilityAtLeast(8.8)).isBetween(0.5, 0.85);
        assertThat(projection.method().used().text().en()).contains("national accounts of 2011 to 2024");
        assertThat(projection.history()).hasSize(6);
    }

    @Test
    void areasToldOneByOneInAnyOrderSayWhatAllTheirSeriesSayAtOnce() {
        Map<String, List<SeriesInput>> byArea = published().stream()
                .collect(Collectors.groupingBy(input -> input.id().areaCode()));
        List<GrowthReference> ofAreas = new ArrayList<>();
        byArea.values().forEach(series -> ofAreas.add(GrowthReference.of(series, "VN")));
        assertThat(ofAreas).hasSizeGreaterThan(2);

        SeriesProjection expected = projection(hauGiang(), 2025, reference());
        for (int seed = 1; seed <= 3; seed++) {
            Collections.shuffle(ofAreas, new Random(seed));
            SeriesProjection together = projection(hauGiang(), 2025, GrowthReference.together(ofAreas));

            assertThat(together.point()).isEqualTo(expected.point());
            assertThat(together.forecast().errorScale())
                    .isEqualTo(expected.forecast().errorScale());
            assertThat(together.method()).isEqualTo(expected.method());
        }
        assertThat(GrowthReference.together(List.of()).isNation("VN")).isFalse();
    }

    @Test
    void whatLastsOfGrowthIsMeasuredOnTheNationHoweverManyAreasTell() {
        List<SeriesInput> nation = published().stream()
                .filter(input -> input.id().areaCode().equals("VN"))
                .toList();

        GrowthReference.PassThrough ofAll = reference().passThrough(hauGiang(), 6);

        assertThat(ofAll.spread()).isPositive();
        assertThat(ofAll).isEqualTo(GrowthReference.of(nation, "VN").passThrough(hauGiang(), 6));
    }

    @Test
    void theSpreadIsNeverBelowTheRevisionsOfGrowthFigures() {
        List<String> figures = new ArrayList<>();
        for (int year = 2010; year <= 2024; year++) {
            figures.add(year + " P 6");
            figures.add(year + "-Q3 C 6");
        }
        figures.add("2025-Q3 C 6");
        SeriesProjection projection =
                projection(series("VN-HG", GRDP_GROWTH, REAL, figures.toArray(String[]::new)), 2025);

        assertThat(projection.forecast().errorScale()).isEqualTo(0.5);
    }

    @Test
    void extraordinaryGrowthIsNotExtrapolated() {
        Indicator sector = SeriesFigures.growth("value_added_growth", "value_added");
        Indicator level = SeriesFigures.flow("value_added", 0);
        List<SeriesInput> nation = List.of(series(
                "VN",
                level,
                REAL,
                "2019 P 100",
                "2020 P 107",
                "2021 P 114.49",
                "2022 P 122.5043",
                "2023 P 131.079601"));
        SeriesInput province = series("VN-HG", sector, REAL, "2022 P 36.55", "2023 P 28.32", "2024 P 16.57");

        SeriesProjection projection = projection(province, 2025, GrowthReference.of(nation, "VN"));

        double mean = (36.55 + 28.32 + 16.57) / 3;
        double variance = (Math.pow(36.55 - mean, 2) + Math.pow(28.32 - mean, 2) + Math.pow(16.57 - mean, 2)) / 2;
        double weight = 9 / (9 + variance / 3);
        assertThat(projection.method().code()).isEqualTo("annual_drift");
        assertThat(projection.point()).isCloseTo(7 + weight * (mean - 7), within(1e-9));
        assertThat(projection.forecast().errorScale()).isCloseTo(Math.sqrt(variance * 4 / 3), within(1e-9));
        assertThat(projection.method().flag()).isEqualTo("no_data_this_year");
    }

    @Test
    void orderOfInputsChangesNothing() {
        List<SeriesInput> reversed = new ArrayList<>(published());
        Collections.reverse(reversed);

        assertThat(projection(hauGiang(), 2025, GrowthReference.of(reversed, "VN")))
                .isEqualTo(projection(hauGiang(), 2025, reference()));
    }

    @Test
    void referenceInputsAndProjectionsSurviveSerialization() throws IOException, ClassNotFoundException {
        SeriesProjection projection = projection(hauGiang(), 2025, reference());

        assertThat(copy(projection)).isEqualTo(projection);
        assertThat(projection((SeriesInput) copy(hauGiang()), 2025, (GrowthReference) copy(reference())))
                .isEqualTo(projection);
    }

    private static Object copy(Serializable value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    @Test
    void theFirstQuarterAloneIsGrowthToDate() {
        SeriesInput input = series("VN-HG", GRDP_GROWTH, REAL, "2024 P 6.5", "2025-Q1 P 6.5", "2025-Q2 P 9");

        assertThat(projection(input, 2025).lastPeriod()).hasToString("2025-Q1");
    }
}
