package vn.chitieu.projection.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesOutcome;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.distribution.KnownValue;
import vn.chitieu.projection.series.AccountIdentities;
import vn.chitieu.projection.series.SeriesFigures;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.series.SeriesInput.DatedValue;
import vn.chitieu.projection.sparse.GrowthReference;

class CoherentProjectionsTest {

    private static final int YEAR = 2025;
    private static final SeriesId GDP = AccountIdentities.grossProduct("VN", PriceBasis.CONSTANT_2010);
    private static final SeriesId GDP_VALUE = AccountIdentities.grossProduct("VN", PriceBasis.CURRENT);
    private static final List<SeriesId> PARTS = AccountIdentities.partsOfGrossProduct("VN", PriceBasis.CONSTANT_2010);

    /** Quarterly accounts from 2010 whose parts add up, and trade, until some months of 2025. */
    private static List<SeriesInput> nation(long seed, int quartersOfParts, int quartersOfTotal, double scale) {
        List<SeriesInput> inputs = new ArrayList<>();
        for (PriceBasis basis : List.of(PriceBasis.CONSTANT_2010, PriceBasis.CURRENT)) {
            Random random = new Random(seed);
            double[] total = new double[64];
            List<double[]> parts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                double[] part = walk(random, scale * (50 + 30 * i));
                parts.add(part);
                for (int t = 0; t < total.length; t++) {
                    total[t] += part[t];
                }
            }
            List<SeriesId> ids = AccountIdentities.partsOfGrossProduct("VN", basis);
            for (int i = 0; i < 4; i++) {
                inputs.add(quarterly(ids.get(i), parts.get(i), quartersOfParts));
            }
            inputs.add(quarterly(AccountIdentities.grossProduct("VN", basis), total, quartersOfTotal));
        }
        Random random = new Random(seed + 1);
        inputs.add(quarterly(AccountIdentities.current("VN", "exports"), walk(random, scale * 80), quartersOfParts));
        inputs.add(quarterly(AccountIdentities.current("VN", "imports"), walk(random, scale * 75), quartersOfParts));
        return inputs;
    }

    private static double[] walk(Random random, double start) {
        double[] values = new double[64];
        for (int t = 0; t < values.length; t++) {
            double lastYear = t < 4 ? start * (1 + 0.1 * t) : values[t - 4];
            values[t] = lastYear * Math.exp(0.06 + 0.03 * random.nextGaussian());
        }
        return values;
    }

    private static SeriesInput quarterly(SeriesId id, double[] values, int quartersOfYear) {
        List<DatedValue> figures = IntStream.range(0, 60 + quartersOfYear)
                .mapToObj(t -> {
                    Period period = new Period(2010 + t / 4, Frequency.Q, t % 4 + 1);
                    return new DatedValue(
                            period,
                            Accumulation.PERIOD,
                            values[t],
                            ObservationStatus.PROVISIONAL,
                            ReportingYear.CALENDAR.end(period).plusDays(30),
                            Origin.PUBLISHED);
                })
                .toList();
        Indicator facts = SeriesFigures.indicator(
                id.indicatorCode(),
                "billion_vnd",
                IndicatorKind.FLOW,
                Aggregation.SUM,
                0,
                Double.POSITIVE_INFINITY,
                "");
        return new SeriesInput(id, facts, figures);
    }

    private static List<SeriesOutcome> alone(List<SeriesInput> inputs) {
        GrowthReference reference = GrowthReference.of(inputs, "VN");
        return inputs.stream()
                .map(input ->
                        SeriesProjector.project(input, YEAR, SeriesFigures.AS_OF, PooledTables.shipped(), reference))
                .toList();
    }

    private static AreaBases bases(List<SeriesInput> inputs) {
        return AreaBases.of(inputs, YEAR, ReportingYear.CALENDAR, GrowthReference.of(inputs, "VN"));
    }

    private static Map<SeriesId, SeriesProjection> coherent(List<SeriesInput> inputs) {
        return byId(CoherentProjections.of(alone(inputs), bases(inputs)));
    }

    private static Map<SeriesId, SeriesProjection> byId(List<SeriesOutcome> outcomes) {
        Map<SeriesId, SeriesProjection> byId = new TreeMap<>();
        outcomes.forEach(outcome -> {
            if (outcome instanceof SeriesProjection projection) {
                byId.put(projection.id(), projection);
            }
        });
        return byId;
    }

    private static JointSample sample(List<SeriesInput> inputs) {
        return CoherentProjections.sample(byId(alone(inputs)).values(), bases(inputs));
    }

    private static SeriesProjection get(Map<SeriesId, SeriesProjection> all, SeriesId id) {
        return Objects.requireNonNull(all.get(id), id::toString);
    }

    private static double quantile(SeriesProjection projection, double probability) {
        return Objects.requireNonNull(projection.distribution()).quantile(probability);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyDrawObeysTheIdentities(long seed) {
        for (int quartersOfParts : new int[] {1, 2}) {
            JointSample sample = sample(nation(seed, quartersOfParts, 2, 1));
            double[] total = sample.of(GDP);
            double[] turnover = sample.of(AccountIdentities.current("VN", "trade_turnover"));
            double[] exports = sample.of(AccountIdentities.current("VN", "exports"));
            double[] imports = sample.of(AccountIdentities.current("VN", "imports"));
            List<double[]> parts = PARTS.stream().map(sample::of).toList();
            for (int d = 0; d < JointSample.SIZE; d++) {
                double sum = 0;
                for (double[] part : parts) {
                    sum += part[d];
                }
                assertThat(sum).isCloseTo(total[d], within(1e-9 * total[d]));
                assertThat(exports[d] + imports[d]).isCloseTo(turnover[d], within(1e-9 * turnover[d]));
            }
        }
    }

    @Test
    void growthIsTheSumOfContributionsAndSharesAddUpToAHundred() {
        Map<SeriesId, SeriesProjection> all = coherent(nation(1, 2, 2, 1));

        double contributions = PARTS.stream()
                .mapToDouble(part ->
                        get(all, AccountIdentities.about(part, "_contribution")).point())
                .sum();
        double shares = AccountIdentities.partsOfGrossProduct("VN", PriceBasis.CURRENT).stream()
                .mapToDouble(part ->
                        get(all, AccountIdentities.about(part, "_share")).point())
                .sum();

        SeriesProjection growth = get(all, AccountIdentities.about(GDP, "_growth"));
        assertThat(contributions).isCloseTo(growth.point(), within(1e-9));
        assertThat(shares).isCloseTo(100, within(1e-9));
        SeriesProjection level = get(all, GDP);
        assertThat(growth.point())
                .isCloseTo(100 * level.point() / Objects.requireNonNull(level.previousYearValue()) - 100, within(1e-9));
    }

    @Test
    void whatIsKnownIsTheFloorAndThePathEndsAtThePoint() {
        for (int quartersOfParts : new int[] {1, 2}) {
            Map<SeriesId, SeriesProjection> all = coherent(nation(2, quartersOfParts, 2, 1));
            for (SeriesId id : PARTS) {
                SeriesProjection part = get(all, id);
                assertThat(quantile(part, 0.0005)).isGreaterThanOrEqualTo(Objects.requireNonNull(part.ytd()));
                assertThat(part.path().get(3).cumulated()).isCloseTo(part.point(), within(1e-9 * part.point()));
                assertThat(part.path().get(0).isKnown()).isTrue();
                assertThat(part.point()).isCloseTo(part.ytd() + Objects.requireNonNull(part.rest()), within(1e-9));
            }
        }
    }

    @Test
    void aTotalKnownFurtherKeepsItsLawAndMovesItsParts() {
        List<SeriesInput> inputs = nation(3, 1, 2, 1);
        SeriesProjection alone = get(byId(alone(inputs)), GDP);
        Map<SeriesId, SeriesProjection> all = coherent(inputs);

        assertThat(get(all, GDP).distribution()).isEqualTo(alone.distribution());
        assertThat(PARTS.stream().mapToDouble(part -> get(all, part).point()).sum())
                .isCloseTo(alone.point(), within(1e-9 * alone.point()));
        assertThat(get(all, PARTS.get(1)).method().code()).isEqualTo("moved_to_total");
    }

    @Test
    void aCompleteYearIsItsSum() {
        List<SeriesInput> inputs = nation(1, 4, 4, 1);
        Map<SeriesId, SeriesProjection> all = coherent(inputs);

        double sum = inputs.stream()
                .filter(input -> input.id().equals(GDP))
                .flatMap(input -> input.values().stream())
                .filter(value -> value.period().year() == YEAR)
                .mapToDouble(DatedValue::value)
                .sum();
        assertThat(get(all, GDP).point()).isCloseTo(sum, within(1e-9 * sum));
        assertThat(quantile(get(all, GDP), 0.025)).isEqualTo(quantile(get(all, GDP), 0.975));
    }

    @Test
    void scalingTheFiguresScalesTheProjectionsAndLeavesGrowth() {
        Map<SeriesId, SeriesProjection> one = coherent(nation(1, 2, 2, 1));
        Map<SeriesId, SeriesProjection> thousand = coherent(nation(1, 2, 2, 1000));

        for (double p : new double[] {0.1, 0.5, 0.9}) {
            assertThat(quantile(get(thousand, GDP_VALUE), p))
                    .isCloseTo(1000 * quantile(get(one, GDP_VALUE), p), within(1e-3));
            SeriesId growth = AccountIdentities.about(GDP, "_growth");
            assertThat(quantile(get(thousand, growth), p)).isCloseTo(quantile(get(one, growth), p), within(1e-6));
        }
    }

    @Test
    void aSeriesOfZerosAndTheOrderOfTheSeriesChangeNothing() {
        List<SeriesInput> inputs = nation(1, 2, 2, 1);
        Map<SeriesId, SeriesProjection> before = coherent(inputs);
        List<SeriesInput> reversed = new ArrayList<>(inputs);
        Collections.reverse(reversed);
        reversed.add(quarterly(AccountIdentities.current("VN", "budget_revenue_trade_taxes"), new double[64], 2));

        Map<SeriesId, SeriesProjection> after = coherent(reversed);

        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((id, projection) -> {
            assertThat(get(after, id).point()).isEqualTo(projection.point());
            assertThat(quantile(get(after, id), 0.1)).isEqualTo(quantile(projection, 0.1));
        });
    }

    @Test
    void quantilesNeverCross() {
        coherent(nation(4, 1, 2, 1)).forEach((id, projection) -> {
            double last = Double.NEGATIVE_INFINITY;
            for (double p : new double[] {0.025, 0.1, 0.5, 0.9, 0.975}) {
                assertThat(quantile(projection, p)).as(id + " " + p).isGreaterThanOrEqualTo(last);
                last = quantile(projection, p);
            }
        });
    }

    @Test
    void knownFiguresThatDifferByRoundingKeepTheirDifference() {
        List<SeriesInput> inputs = new ArrayList<>(nation(1, 2, 2, 1));
        inputs.removeIf(input -> input.id().equals(GDP));
        SeriesInput total = nation(1, 2, 2, 1).stream()
                .filter(input -> input.id().equals(GDP))
                .findFirst()
                .orElseThrow();
        List<DatedValue> figures = new ArrayList<>(total.values());
        DatedValue last = figures.remove(figures.size() - 1);
        figures.add(new DatedValue(
                last.period(),
                last.accumulation(),
                last.value() + 3,
                last.status(),
                last.publishedDate(),
                last.origin()));
        inputs.add(new SeriesInput(GDP, total.facts(), figures));

        Map<SeriesId, SeriesProjection> all = coherent(inputs);

        double parts =
                PARTS.stream().mapToDouble(part -> get(all, part).point()).sum();
        assertThat(get(all, GDP).point() - parts).isCloseTo(3, within(1e-6));
        assertThat(get(all, GDP).ytd()).isEqualTo(get(byId(alone(inputs)), GDP).ytd());
    }

    /** Hậu Giang as published: contributions and growth of 2023, growth of 2024 for the total and two sectors. */
    @Test
    void growthOfSectorsMakesTheGrowthOfAProvinceWithoutLevels() {
        PriceBasis volume = PriceBasis.CONSTANT_2010;
        List<SeriesInput> inputs = List.of(
                rates("grdp_growth", "_T", "grdp", "2022 P 13.94", "2023 P 12.27", "2024 P 8.76", "2025-S1 C 10.95"),
                rates("value_added_growth", "S1", "value_added", "2022 P 3.82", "2023 P 3.12", "2024 P 3.38"),
                rates("value_added_growth", "S2", "value_added", "2022 P 36.55", "2023 P 28.32", "2024 P 16.57"),
                rates("value_added_growth", "S3", "value_added", "2021 P 0.89", "2022 P 8.84", "2023 P 8.84"),
                rates(
                        "net_product_taxes_growth",
                        "D21X31",
                        "net_product_taxes",
                        "2021 P 3.38",
                        "2022 P 7.33",
                        "2023 P 0.49"),
                contribution("S1", 0.79),
                contribution("S2", 8.22),
                contribution("S3", 3.22));

        VolumeWeights weights = bases(inputs).volumes().orElseThrow();
        Map<SeriesId, SeriesProjection> all = coherent(inputs);

        SeriesId industry = AccountIdentities.activity("VN-HG", "S2", volume);
        // 2022: 8.22 / 0.2832 = 29.03 %; then × 1.2832 × 1.1657 / (1.1227 × 1.0876) = 35.6 %
        assertThat(weights.byPart().get(industry)).isCloseTo(35.56, within(0.05));
        SeriesProjection total =
                get(all, AccountIdentities.about(AccountIdentities.grossProduct("VN-HG", volume), "_growth"));
        double contributions = AccountIdentities.partsOfGrossProduct("VN-HG", volume).stream()
                .mapToDouble(part ->
                        get(all, AccountIdentities.about(part, "_contribution")).point())
                .sum();
        assertThat(contributions).isCloseTo(total.point(), within(1e-9));
        assertThat(all).doesNotContainKey(industry);
    }

    private static SeriesInput rates(String code, String activity, String base, String... figures) {
        SeriesInput total =
                SeriesFigures.series("VN-HG", SeriesFigures.growth(code, base), PriceBasis.CONSTANT_2010, figures);
        return new SeriesInput(
                new SeriesId("VN-HG", code, activity, PriceBasis.CONSTANT_2010), total.facts(), total.values());
    }

    private static SeriesInput contribution(String activity, double points) {
        Indicator facts = SeriesFigures.indicator(
                "value_added_contribution", "pct_points", IndicatorKind.CONTRIBUTION, null, -100, 100, "value_added");
        SeriesInput total = SeriesFigures.series("VN-HG", facts, PriceBasis.CONSTANT_2010, "2023 P " + points);
        return new SeriesInput(
                new SeriesId("VN-HG", facts.code(), activity, PriceBasis.CONSTANT_2010), facts, total.values());
    }

    @Test
    void theGrossProductFollowsFromTheFigurePerHeadThatIsKnownLater() {
        SeriesId head = AccountIdentities.current("VN-HG", "grdp_per_capita");
        SeriesId product = AccountIdentities.grossProduct("VN-HG", PriceBasis.CURRENT);
        List<SeriesInput> inputs = List.of(
                SeriesFigures.series(
                        "VN-HG",
                        SeriesFigures.indicator(
                                "grdp_per_capita",
                                "million_vnd_per_person",
                                IndicatorKind.LEVEL_PER_CAPITA,
                                null,
                                0,
                                Double.POSITIVE_INFINITY,
                                ""),
                        PriceBasis.CURRENT,
                        "2021 P 54",
                        "2022 P 65.89",
                        "2023 P 80.33",
                        "2024 P 90.04"),
                SeriesFigures.series(
                        "VN-HG",
                        SeriesFigures.indicator(
                                "grdp",
                                "billion_vnd",
                                IndicatorKind.FLOW,
                                Aggregation.SUM,
                                0,
                                Double.POSITIVE_INFINITY,
                                ""),
                        PriceBasis.CURRENT,
                        "2021 P 39726",
                        "2022 P 48062",
                        "2023 P 58505"),
                SeriesFigures.series(
                        "VN-HG",
                        SeriesFigures.facts(
                                "population", IndicatorKind.STOCK, Aggregation.MEAN, 0, Double.POSITIVE_INFINITY),
                        PriceBasis.NONE,
                        "2021 P 729",
                        "2022 P 729.4",
                        "2023 P 728.3"));

        Map<SeriesId, SeriesProjection> all = coherent(inputs);

        double people = get(all, AccountIdentities.population("VN-HG")).point();
        assertThat(get(all, product).point()).isCloseTo(get(all, head).point() * people, within(1e-6));
        assertThat(get(all, product).method().code()).isEqualTo("per_head");
        assertThat(get(all, head).method().code()).isEqualTo("annual_drift");
    }

    @Test
    void whatFollowsFromKnownFiguresAloneIsKnownAndAsFirmAsThey() {
        List<String> derived = List.of("value_added_share", "trade_balance");
        Map<SeriesId, SeriesProjection> known = coherent(nation(1, 4, 4, 1));
        Map<SeriesId, SeriesProjection> open = coherent(nation(1, 3, 3, 1));

        assertThat(known.values())
                .filteredOn(series -> derived.contains(series.id().indicatorCode()))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(series -> {
                    assertThat(series.distribution()).isEqualTo(new KnownValue(series.point()));
                    assertThat(series.status()).isEqualTo(ObservationStatus.PROVISIONAL);
                });
        assertThat(open.values())
                .filteredOn(series -> derived.contains(series.id().indicatorCode()))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(series -> {
                    assertThat(series.distribution()).isNotInstanceOf(KnownValue.class);
                    assertThat(series.status()).isEqualTo(ObservationStatus.FORECAST);
                });
    }
}
