package vn.chitieu.projection.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.Provenance;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.codelist.HistoryBreak;
import vn.chitieu.projection.series.SeriesInput.DatedValue;
import vn.chitieu.text.LocalizedText;

class SeriesInputsTest {

    private static final LocalDate PUBLISHED = LocalDate.of(2025, 6, 6);

    private static final Map<String, Indicator> FACTS = Map.of(
            "gdp",
            flow("gdp", "billion_vnd"),
            "grdp",
            flow("grdp", "billion_vnd"),
            "value_added",
            flow("value_added", "billion_vnd"),
            "net_product_taxes",
            flow("net_product_taxes", "billion_vnd"),
            "exports",
            flow("exports", "million_usd"),
            "poverty_rate",
            SeriesFigures.indicator("poverty_rate", "pct", IndicatorKind.RATIO, Aggregation.LAST, 0, 100, ""),
            "cpi",
            SeriesFigures.indicator("cpi", "index_100", IndicatorKind.INDEX, Aggregation.MEAN, 0, 1e9, ""),
            "cpi_growth",
            SeriesFigures.growth("cpi_growth", "cpi"));

    private static Indicator flow(String code, String unit) {
        return SeriesFigures.indicator(
                code, unit, IndicatorKind.FLOW, Aggregation.SUM, 0, Double.POSITIVE_INFINITY, "");
    }

    private static Observation observation(
            String area, String indicator, String period, String unit, ObservationStatus status, PriceBasis basis) {
        ObservationKey key =
                new ObservationKey(area, indicator, "_T", Period.parse(period), Accumulation.PERIOD, basis);
        return observation(key, BigDecimal.TEN, unit, status);
    }

    private static Observation prices(String indicator, String unit, String period, double value) {
        ObservationKey key =
                new ObservationKey("VN", indicator, "_T", Period.parse(period), Accumulation.PERIOD, PriceBasis.NONE);
        return observation(key, BigDecimal.valueOf(value), unit, ObservationStatus.FINAL);
    }

    private static Observation observation(
            ObservationKey key, BigDecimal value, String unit, ObservationStatus status) {
        return new Observation(
                key,
                value,
                unit,
                status,
                PUBLISHED,
                PublishedKind.RELEASE,
                PUBLISHED,
                "https://example.org",
                1,
                "d1",
                "file.csv",
                2);
    }

    private static Observation exports(String period, String unit, ObservationStatus status) {
        return observation("VN", "exports", period, unit, status, PriceBasis.CURRENT);
    }

    private static AccountFigure level(String area, String item, String period, double value, Origin origin) {
        return new AccountFigure(
                Account.GRDP,
                area,
                item,
                Period.parse(period),
                Accumulation.PERIOD,
                PriceBasis.CONSTANT_2010,
                Measure.LEVEL,
                value,
                "billion_vnd",
                new Provenance(origin, ObservationStatus.ESTIMATE, PUBLISHED, "published"));
    }

    @Test
    void levelsOfTheGrossProductAreThoseOfTheAccount() {
        List<SeriesInput> inputs = SeriesInputs.assemble(
                List.of(
                        observation(
                                "VN",
                                "gdp",
                                "2025-Q1",
                                "billion_vnd",
                                ObservationStatus.FINAL,
                                PriceBasis.CONSTANT_2010),
                        observation(
                                "VN", "gdp", "2025-Q1", "billion_vnd", ObservationStatus.FINAL, PriceBasis.CURRENT)),
                List.of(
                        level("VN", "_T", "2025-Q2", 120, Origin.DERIVED),
                        level("VN", "_T", "2025-Q1", 100, Origin.PUBLISHED),
                        level("VN-HG", "_T", "2024", 30, Origin.BALANCED),
                        level("VN", "S1", "2025-Q1", 20, Origin.PUBLISHED),
                        level("VN", "D21X31", "2025-Q1", 9, Origin.PUBLISHED)),
                FACTS,
                List.of());

        assertThat(inputs)
                .extracting(input -> input.id().toString())
                .containsExactly(
                        "VN-HG.grdp._T.constant_2010",
                        "VN.gdp._T.constant_2010",
                        "VN.gdp._T.current",
                        "VN.net_product_taxes.D21X31.constant_2010",
                        "VN.value_added.S1.constant_2010");
        assertThat(inputs.get(1).values()).extracting(DatedValue::value).containsExactly(100.0, 120.0);
        assertThat(inputs.get(1).values().get(1).origin()).isEqualTo(Origin.DERIVED);
    }

    @Test
    void figuresBeforeABreakAreCut() {
        List<Observation> rates = List.of(
                observation("VN-HG", "poverty_rate", "2021", "pct", ObservationStatus.FINAL, PriceBasis.NONE),
                observation("VN-HG", "poverty_rate", "2023", "pct", ObservationStatus.FINAL, PriceBasis.NONE),
                observation("VN-HG", "poverty_rate", "2022", "pct", ObservationStatus.FINAL, PriceBasis.NONE));

        assertThat(periods(rates, "*")).containsExactly("2022", "2023");
        assertThat(periods(rates, "VN-HG")).containsExactly("2022", "2023");
        assertThat(periods(rates, "VN-ST")).containsExactly("2021", "2022", "2023");
    }

    /**
     * The index has a new base from 2025 on, at about half the old level. January of 2024 was 210 of the old base and
     * prices rose by 5 percent: 220.5, were that not of the base that is gone. February of 2025 is 102 of the new one,
     * 2 percent above that month of 2024: 100.
     */
    @Test
    void anIndexIsCompletedFromLevelsOfItsLastBaseAlone() {
        List<SeriesInput> inputs = SeriesInputs.assemble(
                List.of(
                        prices("cpi", "index_100", "2024-01", 210),
                        prices("cpi", "index_100", "2025-02", 102),
                        prices("cpi_growth", "pct", "2025-01", 5),
                        prices("cpi_growth", "pct", "2025-02", 2)),
                List.of(),
                FACTS,
                List.of(new HistoryBreak("cpi", "*", Period.parse("2025"), LocalizedText.EMPTY)));

        assertThat(inputs.get(0).values())
                .extracting(value -> value.period() + " " + value.value() + " " + value.origin())
                .containsExactly("2024-02 100.0 DERIVED", "2025-02 102.0 PUBLISHED");
    }

    private static List<String> periods(List<Observation> observations, String areaOfBreak) {
        HistoryBreak historyBreak =
                new HistoryBreak("poverty_rate", areaOfBreak, Period.parse("2022"), LocalizedText.EMPTY);
        return SeriesInputs.assemble(observations, List.of(), FACTS, List.of(historyBreak)).get(0).values().stream()
                .map(value -> value.period().toString())
                .toList();
    }

    @Test
    void forecastsMissingFiguresAndOtherUnitsAreLeftOut() {
        List<SeriesInput> inputs = SeriesInputs.assemble(
                List.of(
                        exports("2024-01", "million_usd", ObservationStatus.FINAL),
                        exports("2024-02", "million_usd", ObservationStatus.FORECAST),
                        exports("2024-03", "million_usd", ObservationStatus.MISSING),
                        exports("2024-04", "billion_vnd", ObservationStatus.FINAL),
                        observation("VN", "unheard_of", "2024", "pct", ObservationStatus.FINAL, PriceBasis.NONE)),
                List.of(),
                FACTS,
                List.of());

        assertThat(inputs).hasSize(1);
        assertThat(inputs.get(0).values()).extracting(DatedValue::period).containsExactly(Period.parse("2024-01"));
    }

    @Test
    void twoFiguresOfOnePeriodAreRefused() {
        List<Observation> twice = List.of(
                exports("2024-01", "million_usd", ObservationStatus.FINAL),
                exports("2024-01", "million_usd", ObservationStatus.PROVISIONAL));

        assertThatThrownBy(() -> SeriesInputs.assemble(twice, List.of(), FACTS, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expecting one figure of VN.exports._T.current for 2024-01 P but were two");
    }
}
