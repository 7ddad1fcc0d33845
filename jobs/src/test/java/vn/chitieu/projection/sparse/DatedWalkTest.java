package vn.chitieu.projection.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Indicator.Quotient;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.backtest.UsualYear;
import vn.chitieu.projection.series.SeriesHistory;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.series.SeriesInput.DatedValue;
import vn.chitieu.text.LocalizedText;

class DatedWalkTest {

    private static SeriesInput series(
            String code, IndicatorKind kind, Aggregation aggregation, double maximum, Object... periodsAndValues) {
        List<DatedValue> values = new ArrayList<>();
        for (int i = 0; i < periodsAndValues.length; i += 2) {
            Period period = Period.parse((String) periodsAndValues[i]);
            values.add(new DatedValue(
                    period,
                    Accumulation.PERIOD,
                    ((Number) periodsAndValues[i + 1]).doubleValue(),
                    ObservationStatus.FINAL,
                    ReportingYear.CALENDAR.end(period),
                    Origin.PUBLISHED));
        }
        Indicator facts =
                new Indicator(code, LocalizedText.same(code), "pct", kind, aggregation, 0, maximum, false, "");
        return new SeriesInput(new SeriesId("XA", code, "_T", PriceBasis.NONE), facts, values);
    }

    private static Optional<SeriesProjection> project(SeriesInput input) {
        return DatedWalk.project(SeriesHistory.of(input, 2025), Optional.empty(), ReportingYear.CALENDAR);
    }

    /** 100, 110 and 130 after 12 and 24 months more: a drift of 15 a year; 7.5 in the half-year after June is on. */
    @Test
    void aStockGoesOnFromItsLastDay() {
        SeriesInput stock = series(
                "stock",
                IndicatorKind.STOCK,
                Aggregation.LAST,
                Double.POSITIVE_INFINITY,
                "2023-06",
                Math.exp(1.00),
                "2024-06",
                Math.exp(1.10),
                "2025-06",
                Math.exp(1.30));
        SeriesProjection year = project(stock).orElseThrow();
        // Drift 0.30 / 48 half-months = 0.00625; 12 half-months are left: 1.30 + 0.075.
        assertThat(year.point()).isCloseTo(Math.exp(1.375), within(1e-9));
        assertThat(year.ytd()).isEqualTo(Math.exp(1.30));
        // Errors -0.05 and +0.05 over 24 half-months each: variance 2 × 0.0025 / 24 / 1 a half-month; ahead 12 + 144 /
        // 48.
        assertThat(year.forecast().errorScale()).isCloseTo(Math.sqrt(2 * 0.0025 / 24 * (12 + 3)), within(1e-12));
        assertThat(year.method().code()).isEqualTo("dated_walk");
        assertThat(year.method().used().text().en())
                .isEqualTo("drift of 3 figures, each from its own day; goes on from that of June 2025");
        assertThat(year.method().used().text().vi()).endsWith("tiếp từ tháng 6/2025");
    }

    /** The first half of a year that begins in July and is named by its end: July to December 2024. */
    @Test
    void theLastFigureIsNamedInTheWordsOfTheLanguageAndTheYearOfTheArea() {
        Period half = Period.parse("2025-S1");

        assertThat(MethodNote.datedWalk(4, half, ReportingYear.CALENDAR).text())
                .isEqualTo(new LocalizedText(
                        "xu hướng của 4 số liệu, mỗi số theo ngày của nó; tiếp từ 6 tháng đầu năm 2025",
                        "drift of 4 figures, each from its own day; goes on from that of the first half of 2025"));
        assertThat(MethodNote.datedWalk(4, half, ReportingYear.namedByItsEnd(7))
                        .text()
                        .en())
                .endsWith("goes on from that of half 1 of year 2025 (July 2024–December 2024)");
    }

    /** The year of a mean is half known: only its other half is uncertain. */
    @Test
    void aMeanTakesWhatIsKnownOfTheYear() {
        SeriesInput rate = series(
                "rate",
                IndicatorKind.RATIO,
                Aggregation.MEAN,
                Double.POSITIVE_INFINITY,
                "2022",
                20,
                "2023",
                20,
                "2024",
                20,
                "2025-Q1",
                24,
                "2025-Q2",
                26);
        SeriesProjection year = project(rate).orElseThrow();
        assertThat(year.ytd()).as("what half a year brings of the mean").isEqualTo(12.5);
        assertThat(UsualYear.planRule(year, 6)).isEqualTo(25);
        assertThat(year.path()).hasSize(4);
        double rest = year.path().get(3).value();
        assertThat(rest).isGreaterThan(26);
        assertThat(year.point()).isCloseTo((25 + rest) / 2, within(1e-9));
        SeriesInput without = series(
                "rate",
                IndicatorKind.RATIO,
                Aggregation.MEAN,
                Double.POSITIVE_INFINITY,
                "2022",
                20,
                "2023",
                20,
                "2024",
                20,
                "2025-Q1",
                24);
        double wide =
                Objects.requireNonNull(project(without).orElseThrow().forecast().errorScale());
        assertThat(Objects.requireNonNull(year.forecast().errorScale())).isLessThan(wide);
    }

    /**
     * The number of units falls from 1000 to 800 while 600 meet the standard all the time: the share rises from 60 to
     * 75 without one more. The pace is half of the printed one, and the other half makes the interval wider.
     */
    @Test
    void aFallingNumberOfUnitsIsNoProgressInFull() {
        SeriesInput share = series(
                "share", IndicatorKind.RATIO, Aggregation.LAST, 100, "2023-06", 60, "2024-06", 66, "2025-06", 75);
        CountedUnits units = new CountedUnits(
                new Quotient(false, 100, "meeting", PriceBasis.NONE, List.of("all")),
                series("meeting", IndicatorKind.STOCK, Aggregation.LAST, 1e9, "2023-06", 600, "2025-06", 600),
                series("all", IndicatorKind.STOCK, Aggregation.LAST, 1e9, "2023-06", 1000, "2025-06", 800));
        SeriesHistory history = SeriesHistory.of(share, 2025);
        SeriesProjection printed = DatedWalk.project(history, Optional.empty(), ReportingYear.CALENDAR)
                .orElseThrow();
        SeriesProjection ofUnits = DatedWalk.project(history, Optional.of(units), ReportingYear.CALENDAR)
                .orElseThrow();
        double full = logOdds(printed.point()) - logOdds(75);
        double half = logOdds(ofUnits.point()) - logOdds(75);
        assertThat(full).isCloseTo((logOdds(75) - logOdds(60)) / 4, within(1e-9));
        assertThat(half).isCloseTo(full / 2, within(1e-9));
        assertThat(Objects.requireNonNull(ofUnits.forecast().errorScale()))
                .isGreaterThan(Objects.requireNonNull(printed.forecast().errorScale()));
    }

    private static double logOdds(double pct) {
        return Math.log(pct / (100 - pct));
    }

    @Test
    void flowsIndicesOldFiguresAndWholeYearsAreLeftToOthers() {
        Object[] figures = {"2023-06", 10, "2024-06", 11, "2025-06", 13};
        assertThat(project(series("flow", IndicatorKind.FLOW, Aggregation.SUM, 1e9, figures)))
                .isEmpty();
        assertThat(project(series("index", IndicatorKind.INDEX, Aggregation.MEAN, 1e9, figures)))
                .isEmpty();
        assertThat(project(series(
                        "stock", IndicatorKind.STOCK, Aggregation.LAST, 1e9, "2021-06", 1, "2022-06", 2, "2023-06", 3)))
                .isEmpty();
        assertThat(project(series(
                        "stock",
                        IndicatorKind.STOCK,
                        Aggregation.LAST,
                        1e9,
                        "2022",
                        1,
                        "2023",
                        2,
                        "2024-06",
                        3,
                        "2024",
                        4)))
                .isEmpty();
    }
}
