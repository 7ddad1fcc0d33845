package vn.chitieu.attainment.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.codelist.HistoryBreak;
import vn.chitieu.projection.series.SeriesFigures;
import vn.chitieu.text.LocalizedText;

/** An index of consumer prices whose levels end before their growth does. */
class AreaFiguresTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 9);
    private static final Indicator INDEX =
            SeriesFigures.indicator("cpi", "index_100", IndicatorKind.INDEX, Aggregation.MEAN, 0, 1e9, "");
    private static final Map<String, Indicator> INDICATORS = Map.of(
            "cpi",
            INDEX,
            "cpi_growth",
            SeriesFigures.growth("cpi_growth", "cpi"),
            "cpi_growth_mom",
            SeriesFigures.growth("cpi_growth_mom", "cpi"),
            "stock",
            SeriesFigures.indicator("stock", "persons", IndicatorKind.STOCK, Aggregation.MEAN, 0, 1e9, ""),
            "stock_growth",
            SeriesFigures.growth("stock_growth", "stock"));

    private final List<Observation> observations = new ArrayList<>();

    private void add(String indicator, String period, double value) {
        add(indicator, period, ReportingYear.CALENDAR.end(Period.parse(period)), value);
    }

    private void add(String indicator, String period, LocalDate day, double value) {
        Period of = Period.parse(period);
        observations.add(new Observation(
                new ObservationKey("XA", indicator, "_T", of, Accumulation.PERIOD, PriceBasis.NONE),
                BigDecimal.valueOf(value),
                "unit",
                ObservationStatus.FINAL,
                day,
                PublishedKind.RELEASE,
                day,
                "",
                1,
                "d",
                "f.csv",
                observations.size() + 2));
    }

    private Map<Integer, Double> toDate(String indicator, int year, HistoryBreak... breaks) {
        return Objects.requireNonNull(
                new AreaFigures(DAY, List.of(), observations, List.of(breaks), INDICATORS, ReportingYear.CALENDAR)
                        .toDate(indicator, "_T", true)
                        .get(year));
    }

    /** 60 over the 50 that was then in print is 20 percent; over 48, as 2022 was restated later, it would be 25. */
    @Test
    void growthPerHeadIsOfFiguresThatWereInPrintTogether() {
        add("grdp_per_capita", "2022", LocalDate.of(2023, 1, 30), 50);
        add("grdp_per_capita", "2023", LocalDate.of(2023, 12, 6), 60);
        add("grdp_per_capita", "2022", LocalDate.of(2024, 6, 1), 48);
        add("grdp_per_capita", "2023", LocalDate.of(2024, 6, 1), 63);

        assertThat(new AreaFigures(DAY, List.of(), observations, List.of(), INDICATORS, ReportingYear.CALENDAR)
                        .growthPerHead("grdp_per_capita"))
                .containsExactly(Map.entry(2023, 20.0));
    }

    /** January of 2025 is printed, 102; February is 100 and 4 percent: together 206 / 12 of a year. */
    @Test
    void theYearToDateOfAnIndexGoesOnByItsGrowth() {
        add("cpi", "2024-01", 100);
        add("cpi", "2024-02", 100);
        add("cpi", "2025-01", 102);
        add("cpi_growth", "2025-01", 3);
        add("cpi_growth", "2025-02", 4);
        add("cpi_growth_mom", "2025-03", 0.5);

        Map<Integer, Double> months = toDate("cpi", 2025);
        assertThat(months).containsOnlyKeys(1, 2);
        assertThat(months.get(1)).isCloseTo(102 / 12.0, within(1e-12));
        assertThat(months.get(2)).isCloseTo(206 / 12.0, within(1e-12));
    }

    /** 210 of the base before 2025 is no start for 5 percent; 102 of the new one is 100 a year before. */
    @Test
    void onlyLevelsSinceTheBreakAreCarried() {
        HistoryBreak newBase = new HistoryBreak("cpi", "*", Period.parse("2025"), LocalizedText.EMPTY);
        add("cpi", "2024-01", 210);
        add("cpi", "2024-02", 212);
        add("cpi", "2025-01", 102);
        add("cpi_growth", "2025-01", 2);
        add("cpi_growth", "2025-02", 5);

        assertThat(toDate("cpi", 2025, newBase)).containsOnlyKeys(1);
        assertThat(toDate("cpi", 2024, newBase)).containsOnlyKeys(1);
        assertThat(toDate("cpi", 2024, newBase).get(1)).isCloseTo(100 / 12.0, within(1e-12));
    }

    @Test
    void aMeanThatIsNoIndexHasPrintedFiguresAlone() {
        add("stock", "2024-01", 100);
        add("stock", "2025-01", 110);
        add("stock", "2024-02", 100);
        add("stock_growth", "2025-02", 5);

        assertThat(toDate("stock", 2025)).containsOnlyKeys(1);
    }
}
