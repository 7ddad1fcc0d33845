package vn.chitieu.projection.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.series.SeriesInput.DatedValue;

class CompletedIndexTest {

    private static final Map<String, Indicator> FACTS = Map.of(
            "cpi",
            SeriesFigures.indicator("cpi", "index_100", IndicatorKind.INDEX, Aggregation.MEAN, 0, 1e9, ""),
            "cpi_old",
            SeriesFigures.indicator("cpi_old", "index_100", IndicatorKind.INDEX, Aggregation.MEAN, 0, 1e9, ""),
            "cpi_growth",
            SeriesFigures.indicator("cpi_growth", "pct", IndicatorKind.GROWTH, null, -100, 1e9, "cpi"),
            "cpi_growth_mom",
            SeriesFigures.indicator("cpi_growth_mom", "pct", IndicatorKind.GROWTH, null, -100, 1e9, "cpi"));

    private final Map<SeriesId, List<DatedValue>> series = new TreeMap<>();

    private void add(String code, String period, double value, String published) {
        series.computeIfAbsent(new SeriesId("XA", code, "_T", PriceBasis.NONE), id -> new ArrayList<>())
                .add(new DatedValue(
                        Period.parse(period),
                        Accumulation.PERIOD,
                        value,
                        ObservationStatus.FINAL,
                        LocalDate.parse(published),
                        Origin.PUBLISHED));
    }

    private DatedValue level(String period) {
        return Objects.requireNonNull(series.get(new SeriesId("XA", "cpi", "_T", PriceBasis.NONE))).stream()
                .filter(value -> value.period().equals(Period.parse(period)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void growthCarriesALevelOnAndBackAndIsKnownWithTheLaterFigure() {
        add("cpi", "2024-04", 110, "2024-05-06");
        add("cpi_growth", "2025-04", 10, "2025-05-06");
        add("cpi_growth", "2024-04", 4.5, "2024-05-07");
        add("cpi_growth", "2023-04", 5, "2023-05-06");
        add("cpi_old", "2023-04", 180, "2023-05-06");
        add("cpi_growth_mom", "2025-05", 0.1, "2025-06-06");

        CompletedIndex.complete(series, FACTS);

        assertThat(level("2025-04").value()).isCloseTo(121, within(1e-9));
        assertThat(level("2025-04").publishedDate()).isEqualTo("2025-05-06");
        assertThat(level("2023-04").value()).isCloseTo(110 / 1.045, within(1e-9));
        assertThat(level("2023-04").publishedDate()).isEqualTo("2024-05-07");
        assertThat(level("2022-04").value()).isCloseTo(110 / 1.045 / 1.05, within(1e-9));
        assertThat(level("2025-04").origin()).isEqualTo(Origin.DERIVED);
        assertThat(series.get(new SeriesId("XA", "cpi", "_T", PriceBasis.NONE))).hasSize(4);
        assertThat(series.get(new SeriesId("XA", "cpi_old", "_T", PriceBasis.NONE)))
                .hasSize(1);
    }

    @Test
    void aPrintedLevelStands() {
        add("cpi", "2024-04", 110, "2024-05-06");
        add("cpi", "2025-04", 120.5, "2025-05-06");
        add("cpi_growth", "2025-04", 10, "2025-05-06");

        CompletedIndex.complete(series, FACTS);

        assertThat(series.get(new SeriesId("XA", "cpi", "_T", PriceBasis.NONE))).hasSize(2);
        assertThat(level("2025-04").value()).isEqualTo(120.5);
    }
}
