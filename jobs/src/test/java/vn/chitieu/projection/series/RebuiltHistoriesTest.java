package vn.chitieu.projection.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static vn.chitieu.projection.series.SeriesFigures.EXPORTS;
import static vn.chitieu.projection.series.SeriesFigures.distribution;
import static vn.chitieu.projection.series.SeriesFigures.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.AreaPart;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.codelist.HistoryBreak;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.projection.PathPeriod;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.AffineDistribution;
import vn.chitieu.projection.distribution.CountDistribution;
import vn.chitieu.projection.distribution.KnownValue;
import vn.chitieu.projection.distribution.LinkFunction;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.distribution.SampleDistribution;
import vn.chitieu.projection.distribution.StudentDistribution;
import vn.chitieu.projection.series.SeriesInput.DatedValue;
import vn.chitieu.text.LocalizedText;

/** An area merged on 2025-07-01 out of two: what it was before, and how much less that says of what it will be. */
class RebuiltHistoriesTest {

    private static final LocalDate BREAK = LocalDate.of(2025, 7, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final String WHOLE = "VN-CT-2025";
    private static final List<AreaPart> PARTS = List.of(
            new AreaPart(WHOLE, "VN-HG", BREAK, ReportingYear.CALENDAR),
            new AreaPart(WHOLE, "VN-ST", BREAK, ReportingYear.CALENDAR));
    private static final Map<String, Indicator> FACTS = Map.of("exports", EXPORTS);
    private static final Offset<Double> EXACT = within(1e-9);
    private static final double[] PROBABILITIES = {0.025, 0.1, 0.3, 0.7, 0.9, 0.975};

    private static Observation exports(String area, String period, double value) {
        Period of = Period.parse(period);
        return new Observation(
                new ObservationKey(area, "exports", "_T", of, Accumulation.PERIOD, PriceBasis.CURRENT),
                BigDecimal.valueOf(value),
                EXPORTS.unitCode(),
                ObservationStatus.PROVISIONAL,
                ReportingYear.CALENDAR.end(of).plusDays(6),
                PublishedKind.RELEASE,
                ReportingYear.CALENDAR.end(of).plusDays(6),
                "planted",
                1,
                "planted",
                "planted.csv",
                2);
    }

    /** Quarters from 2022 until the merger, 10 and 30 a quarter; then the whole's own 41, 42, …. */
    private static List<Observation> planted(int ownQuarters) {
        List<Observation> figures = new ArrayList<>();
        for (Period quarter = Period.parse("2022-Q1");
                ReportingYear.CALENDAR.start(quarter).isBefore(BREAK);
                quarter = quarter.next()) {
            figures.add(exports("VN-HG", quarter.toString(), 10 + quarter.index()));
            figures.add(exports("VN-ST", quarter.toString(), 30 + quarter.year() - 2022));
        }
        Period quarter = Period.parse("2025-Q3");
        for (int i = 1; i <= ownQuarters; i++) {
            figures.add(exports(WHOLE, quarter.toString(), 45 + i));
            quarter = quarter.next();
        }
        return figures;
    }

    private static List<SeriesInput> inputs(List<Observation> figures, LocalDate day, HistoryBreak... breaks) {
        RebuiltHistories rebuilt =
                RebuiltHistories.of(Figures.of(figures), List.of(day), PARTS, FACTS, List.of(breaks));
        List<Observation> own = figures.stream()
                .filter(figure -> figure.key().areaCode().equals(WHOLE) && figure.isVisible(day))
                .toList();
        return rebuilt.with(WHOLE, day, SeriesInputs.assemble(own, List.of(), FACTS, List.of(breaks)));
    }

    private static List<String> reported(SeriesInput input) {
        return input.values().stream()
                .map(value -> value.period() + " " + value.value() + " "
                        + value.origin().code())
                .toList();
    }

    @Test
    void sumsOfThePartsStandBeforeTheFirstDayAndOwnFiguresFromThenOn() {
        List<Observation> figures = List.of(
                exports("VN-HG", "2025-Q1", 10),
                exports("VN-ST", "2025-Q1", 30),
                exports("VN-HG", "2025-Q2", 11), // Sóc Trăng has none
                exports("VN-HG", "2025-Q3", 12), // after the merger
                exports("VN-ST", "2025-Q3", 33),
                exports(WHOLE, "2025-Q3", 46));

        List<SeriesInput> inputs = inputs(figures, DAY);

        assertThat(inputs).hasSize(1);
        assertThat(reported(inputs.get(0)))
                .containsExactly("2025-Q1 40.0 " + Origin.DERIVED.code(), "2025-Q3 46.0 " + Origin.PUBLISHED.code());
        assertThat(reported(inputs.get(0).own().orElseThrow()))
                .containsExactly("2025-Q3 46.0 " + Origin.PUBLISHED.code());
    }

    @Test
    void whatTheSourcesPrintedForTheMergedTerritoryStands() {
        List<Observation> figures = List.of(
                exports("VN-HG", "2024-Q1", 10),
                exports("VN-ST", "2024-Q1", 30),
                exports("VN-HG", "2025-Q1", 10),
                exports("VN-ST", "2025-Q1", 30),
                exports(WHOLE, "2025-Q1", 41));

        assertThat(reported(inputs(figures, DAY).get(0)))
                .containsExactly("2024-Q1 40.0 " + Origin.DERIVED.code(), "2025-Q1 41.0 " + Origin.PUBLISHED.code());
    }

    @Test
    void nothingIsRebuiltBeforeTheMergerNorFromBeforeABreakOfAPart() {
        List<Observation> figures = planted(1);
        HistoryBreak ofPart = new HistoryBreak("exports", "VN-ST", Period.parse("2025"), LocalizedText.EMPTY);

        assertThat(inputs(figures, LocalDate.of(2025, 6, 30))).isEmpty();
        assertThat(inputs(figures, DAY, ofPart).get(0).values())
                .extracting(value -> value.period().toString())
                .containsExactly("2025-Q1", "2025-Q2", "2025-Q3");
    }

    @Test
    void areasThatAreNotMergedKeepTheirSeriesAsTheyAre() {
        List<SeriesInput> own = List.of(series(EXPORTS, "2024 P 1", "2025-Q1 P 2"));
        RebuiltHistories rebuilt = RebuiltHistories.of(Figures.of(planted(1)), List.of(DAY), PARTS, FACTS, List.of());

        assertThat(rebuilt.with("VN-HG", DAY, own)).isSameAs(own);
    }

    private static SeriesProjection projection(SeriesInput input, int year) {
        return SeriesFigures.projection(input, year);
    }

    /** The same figures, all taken for the area's own. */
    private static SeriesInput withoutBreak(SeriesInput input) {
        return new SeriesInput(input.id(), input.facts(), input.values());
    }

    @Test
    void untilFourQuartersTheLogarithmsSpreadByTheRootOfOneAndAHalf() {
        SeriesInput input = inputs(planted(1), DAY).get(0);
        SeriesProjection plain = projection(withoutBreak(input), 2025);
        SeriesProjection rebuilt = projection(input, 2025);

        assertThat(rebuilt.method().code()).isEqualTo("combination");
        assertThat(rebuilt.method().flag()).isEqualTo("rebuilt_history");
        assertThat(plain.method().flag()).isEmpty();
        assertThat(rebuilt.point()).isEqualTo(plain.point());
        assertThat(rebuilt.ytd()).isEqualTo(44 + 45 + 46.0);
        double median = distribution(plain).quantile(0.5);
        assertThat(distribution(rebuilt).quantile(0.5)).isCloseTo(median, EXACT);
        for (double p : PROBABILITIES) {
            double quantile = distribution(rebuilt).quantile(p);
            assertThat(Math.log(quantile / median))
                    .isCloseTo(Math.sqrt(1.5) * Math.log(distribution(plain).quantile(p) / median), EXACT);
            assertThat(distribution(rebuilt).probabilityAtLeast(quantile)).isCloseTo(1 - p, within(1e-6));
        }
        PathPeriod last = rebuilt.path().get(3);
        assertThat(Objects.requireNonNull(last.fan()).p10())
                .isCloseTo(distribution(rebuilt).quantile(0.1), within(1e-6));
        assertThat(Objects.requireNonNull(last.fan()).p97_5())
                .isCloseTo(distribution(rebuilt).quantile(0.975), within(1e-6));
    }

    @Test
    void withFourQuartersOfItsOwnTheAreaIsProjectedAsAnyOther() {
        SeriesInput three = inputs(planted(3), DAY).get(0);
        SeriesInput four = inputs(planted(4), DAY).get(0);

        assertThat(projection(three, 2026).method().flag()).isEqualTo("rebuilt_history");
        assertThat(projection(four, 2026)).isEqualTo(projection(withoutBreak(four), 2026));
        assertThat(projection(four, 2026).method().flag()).isEmpty();
        // the first of the four alone lies in 2025
        assertThat(four.isMostlyRebuilt(2025)).isTrue();
    }

    @Test
    void monthsSinceTheBreakAreCountedOnceHoweverTheyArePrinted() {
        RebuiltPast past = new RebuiltPast(
                BREAK, ReportingYear.CALENDAR, series(EXPORTS, "2024 P 1").values());

        assertThat(past.ownMonths(figures("2025-09 C 1", "2025-Q3 P 1", "2025-08 P 1"), 2026))
                .isEqualTo(3);
        assertThat(past.ownMonths(figures("2025 P 1"), 2026)).isEqualTo(6);
        assertThat(past.ownMonths(figures("2025 P 1", "2026-S1 C 1"), 2026)).isEqualTo(12);
        assertThat(past.ownMonths(figures("2025 P 1", "2026-S1 C 1"), 2025)).isEqualTo(6);
        assertThat(past.ownMonths(figures("2025-06 C 1", "2024 P 1"), 2026)).isZero();
    }

    private static List<DatedValue> figures(String... figures) {
        return series(EXPORTS, figures).values();
    }

    @Test
    void rebuiltFiguresAfterTheBreakAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RebuiltPast(BREAK, ReportingYear.CALENDAR, figures("2025 P 1")))
                .withMessageStartingWith("Expecting figures that end before 2025-07-01 but were");
    }

    @Test
    void annualFiguresHaveBothFlags() {
        List<DatedValue> years = figures("2021 P 100", "2022 P 110", "2023 P 119", "2024 P 135");
        SeriesInput input = new SeriesInput(
                series(EXPORTS, "2024 P 1").id(),
                EXPORTS,
                years,
                new RebuiltPast(BREAK, ReportingYear.CALENDAR, years));
        SeriesProjection rebuilt = projection(input, 2025);
        SeriesProjection plain = projection(withoutBreak(input), 2025);

        assertThat(rebuilt.method().flag()).isEqualTo("no_data_this_year rebuilt_history");
        double median = distribution(plain).quantile(0.5);
        for (double p : PROBABILITIES) {
            assertThat(Math.log(distribution(rebuilt).quantile(p) / median))
                    .isCloseTo(Math.sqrt(1.5) * Math.log(distribution(plain).quantile(p) / median), EXACT);
        }
    }

    @Test
    void everyLawKeepsItsMedianAndItsBounds() {
        PredictiveDistribution additive =
                new StudentDistribution(100, 8, 5, LinkFunction.IDENTITY, 95, Double.POSITIVE_INFINITY);
        PredictiveDistribution sample = SampleDistribution.of(new double[] {6, 10, 16});
        PredictiveDistribution count = new CountDistribution(
                new StudentDistribution(10, 1, 5, LinkFunction.IDENTITY, 0, Double.POSITIVE_INFINITY), 0);

        assertThat(additive.widened(2).quantile(0.9) - 100).isCloseTo(2 * (additive.quantile(0.9) - 100), EXACT);
        assertThat(additive.widened(2).quantile(0.025)).isEqualTo(95);
        assertThat(new AffineDistribution(additive, 7, 3).widened(2).quantile(0.9) - 307)
                .isCloseTo(6 * (additive.quantile(0.9) - 100), EXACT);
        assertThat(sample.widened(2)).satisfies(distribution -> {
            assertThat(distribution.quantile(0.01)).isEqualTo(2);
            assertThat(distribution.quantile(0.5)).isEqualTo(10);
            assertThat(distribution.quantile(0.99)).isEqualTo(22);
        });
        assertThat(count.widened(2).quantile(0.5)).isEqualTo(100);
        assertThat(new KnownValue(5).widened(2)).isEqualTo(new KnownValue(5));
    }
}
