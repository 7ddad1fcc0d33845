package vn.chitieu.projection.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Indicator.Quotient;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.series.SeriesFigures;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.sparse.GrowthReference;

/**
 * A country whose product, population and exchange rate are known; its product per head in dollars is their quotient.
 */
class QuotientSeriesTest {

    private static final String AREA = "XA";

    private static SeriesInput of(Indicator facts, PriceBasis basis, String... figures) {
        return SeriesFigures.series(AREA, facts, basis, figures);
    }

    private static SeriesInput mean(String code, IndicatorKind kind, String... figures) {
        return of(
                SeriesFigures.indicator(code, "unit", kind, Aggregation.MEAN, 0, Double.POSITIVE_INFINITY, ""),
                PriceBasis.NONE,
                figures);
    }

    private static List<SeriesInput> country(Quotient quotient, String code, String unit, IndicatorKind kind) {
        List<String> product = new ArrayList<>();
        List<String> rate = new ArrayList<>();
        for (int year = 2019; year <= 2025; year++) {
            for (int q = 1; q <= (year == 2025 ? 2 : 4); q++) {
                product.add(year + "-Q" + q + " P " + (1000 + 100 * (year - 2019) + 10 * q + year % 3));
                rate.add(year + "-Q" + q + " P " + (20 + (year - 2019) + 0.25 * (q % 2)));
            }
        }
        Indicator facts = SeriesFigures.indicator(code, unit, kind, null, -100, Double.POSITIVE_INFINITY, "")
                .withQuotients(List.of(quotient));
        return List.of(
                of(SeriesFigures.flow("gdp", 0), quotient.numeratorPrices(), product.toArray(String[]::new)),
                mean("rate", IndicatorKind.RATIO, rate.toArray(String[]::new)),
                mean("people", IndicatorKind.STOCK, "2022 P 100", "2023 P 101", "2024 P 102.5"),
                of(facts, quotient.numeratorPrices(), "2023 P 1"));
    }

    private static SeriesProjection projection(List<SeriesInput> inputs, String code, PriceBasis basis) {
        return AreaProjector.project(inputs, 2025, SeriesFigures.AS_OF, PooledTables.shipped(), GrowthReference.none())
                .stream()
                .filter(outcome -> outcome.id().equals(new SeriesId(AREA, code, "_T", basis)))
                .map(SeriesProjection.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aQuotientIsThatOfItsPartsInEveryDraw() {
        Quotient quotient = new Quotient(false, 1000, "gdp", PriceBasis.CURRENT, List.of("people", "rate"));
        List<SeriesInput> inputs = country(quotient, "per_head", "usd_per_person", IndicatorKind.LEVEL_PER_CAPITA);
        SeriesProjection perHead = projection(inputs, "per_head", PriceBasis.CURRENT);
        double product = projection(inputs, "gdp", PriceBasis.CURRENT).point();
        double people = projection(inputs, "people", PriceBasis.NONE).point();
        double rate = projection(inputs, "rate", PriceBasis.NONE).point();
        assertThat(perHead.point()).isCloseTo(1000 * product / people / rate, within(1e-9));
        assertThat(perHead.method().code()).isEqualTo("quotient");
        // 2024: 4 × 1500 + 100 + 4 × 2 by quarters, 102.5 people, 25 and a quarter in two of four quarters.
        assertThat(perHead.previousYearValue()).isCloseTo(1000 * (6000 + 100 + 8) / 102.5 / 25.125, within(1e-9));
        PredictiveDistribution distribution = Objects.requireNonNull(perHead.distribution());
        assertThat(distribution.quantile(0.1)).isLessThan(perHead.point());
        assertThat(distribution.quantile(0.9)).isGreaterThan(perHead.point());
    }

    @Test
    void theGrowthOfAQuotientIsThatOfLevelsOfOneMake() {
        Quotient quotient = new Quotient(true, 1, "gdp", PriceBasis.CONSTANT_2010, List.of("rate"));
        List<SeriesInput> inputs = country(quotient, "productivity_growth", "pct", IndicatorKind.GROWTH);
        SeriesProjection growth = projection(inputs, "productivity_growth", PriceBasis.CONSTANT_2010);
        SeriesProjection product = projection(inputs, "gdp", PriceBasis.CONSTANT_2010);
        SeriesProjection rate = projection(inputs, "rate", PriceBasis.NONE);
        double before = 6108 / 25.125;
        assertThat(growth.point()).isCloseTo(100 * product.point() / rate.point() / before - 100, within(1e-9));
        assertThat(growth.method().code()).isEqualTo("growth_of_quotient");
    }

    /** An average index of prices: the growth of its year has no second law beside that of the index. */
    @Test
    void theGrowthOfASeriesAloneIsThatOfItsProjection() {
        Quotient quotient = new Quotient(true, 1, "rate", PriceBasis.NONE, List.of());
        List<SeriesInput> inputs = country(quotient, "rate_growth", "pct", IndicatorKind.GROWTH);
        SeriesProjection growth = projection(inputs, "rate_growth", PriceBasis.NONE);
        SeriesProjection rate = projection(inputs, "rate", PriceBasis.NONE);
        assertThat(growth.point()).isCloseTo(100 * rate.point() / 25.125 - 100, within(1e-9));
        assertThat(Objects.requireNonNull(growth.distribution()).quantile(0.9))
                .isCloseTo(
                        100 * Objects.requireNonNull(rate.distribution()).quantile(0.9) / 25.125 - 100, within(1e-9));
    }
}
