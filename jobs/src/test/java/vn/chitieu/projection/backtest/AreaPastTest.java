package vn.chitieu.projection.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.chitieu.projection.series.SeriesFigures.EXPORTS;
import static vn.chitieu.projection.series.SeriesFigures.GDP;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.account.area.AreaFigures;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.codelist.ReportingYears;
import vn.chitieu.projection.backtest.AreaPast.Point;
import vn.chitieu.projection.backtest.PastProjection.VintageKind;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.series.SeriesFigures;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.sparse.GrowthReference;

class AreaPastTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 3, 1);

    /** A hundred a month in 2016, ten percent more each year: 1,200, 1,320, 1,452, 1,597.2 … */
    private static double flatMonths(Period period) {
        return 100 * Math.pow(1.1, period.year() - 2016);
    }

    private static double seasonal(Period period) {
        double season = 1 + 0.3 * Math.sin(2 * Math.PI * period.index() / 12);
        return 100 * Math.pow(1.07, period.year() - 2016 + period.index() / 12.0) * season
                + (period.year() * 31 + period.index() * 17) % 13;
    }

    @Test
    void rulesTargetAndScaleFollowFromTheFiguresOfTheDay() {
        PastProjection past = row(rows(released(AreaPastTest::flatMonths), 2019), "2019-06");

        assertThat(past.known().day()).isEqualTo("2019-07-06");
        assertThat(past.known().kind()).isEqualTo(VintageKind.REAL_TIME);
        assertThat(past.outturn()).isCloseTo(1597.2, within(1e-9));
        assertThat(past.outturnKnownOn()).isEqualTo("2020-01-06");
        assertThat(past.growthRulePoint()).isCloseTo(1597.2, within(1e-9));
        assertThat(past.planRulePoint()).isCloseTo(1597.2, within(1e-9));
        assertThat(past.target()).isCloseTo(1452 * 1.1, within(1e-9));
        assertThat(past.typicalChange()).isCloseTo((120 + 132) / 2.0, within(1e-9));
        assertThat(past.projection().point()).isCloseTo(1597.2, within(5.0));
    }

    /** 2016 has no year before it; of 2017 on, every month; at the end of a year once three years can drift on. */
    @Test
    void everyMonthBeforeTheLastOfEachCompleteYearIsACutoffByTheMethodThatItsFiguresAllow() {
        List<PastProjection> rows = rows(released(AreaPastTest::seasonal), 2016).stream()
                .filter(past -> past.projection().id().indicatorCode().equals(EXPORTS.code()))
                .toList();

        assertThat(rows)
                .extracting(
                        past -> past.cutoff() + " " + past.projection().method().code())
                .hasSize(6 * 11 + 4)
                .startsWith("2017-01 one_year_history")
                .contains("2018-01 combination", "2018 annual_drift", "2021 annual_drift")
                .doesNotContain("2017 annual_drift")
                .endsWith("2022-11 combination");
    }

    @ParameterizedTest(name = "cut-off {0}")
    @ValueSource(strings = {"2019-01", "2020-06", "2021-11"})
    void nothingPublishedLaterAndNoLaterPeriodChangesAProjection(String cutoff) {
        List<Observation> figures = released(AreaPastTest::seasonal);
        int year = Period.parse(cutoff).year();
        PastProjection clean = row(rows(figures, year), cutoff);
        List<Observation> poisoned = new ArrayList<>();
        for (Observation figure : figures) {
            boolean isLater =
                    figure.key().period().endInMonths() > clean.cutoff().endInMonths();
            poisoned.add(isLater ? vintage(figure.key().period(), 1e9, figure.publishedDate(), "release") : figure);
            if (!isLater) {
                LocalDate revisedOn = clean.known().day().plusDays(1);
                poisoned.add(vintage(figure.key().period(), 5e8, revisedOn, "revision"));
            }
        }

        PastProjection seen = row(rows(poisoned, year), cutoff);

        assertThat(seen.outturn()).isGreaterThan(1e9);
        assertThat(seen.projection()).isEqualTo(clean.projection());
        assertThat(seen.growthRulePoint()).isEqualTo(clean.growthRulePoint());
        assertThat(seen.planRulePoint()).isEqualTo(clean.planRulePoint());
        assertThat(seen.target()).isEqualTo(clean.target());
    }

    @Test
    void figuresThatOnlyALaterArchiveTellsMakeItPseudo() {
        List<Observation> archive = new ArrayList<>();
        for (Observation figure : released(AreaPastTest::seasonal)) {
            archive.add(observation(
                    figure.key().period(),
                    figure.value(),
                    figure.publishedDate(),
                    LocalDate.of(2023, 1, 15),
                    "archive"));
        }

        assertThat(rows(archive, 2020))
                .isNotEmpty()
                .extracting(past -> past.known().kind())
                .containsOnly(VintageKind.PSEUDO);
    }

    /** The figure of March 2020 was 200 at first and 300 a year later: 2020 saw the first, 2021 the second. */
    @Test
    void eachDayHasItsOwnVintage() {
        List<Observation> figures = new ArrayList<>(released(AreaPastTest::flatMonths));
        Period march = Period.parse("2020-03");
        figures.removeIf(figure -> figure.key().period().equals(march));
        figures.add(vintage(march, 200, LocalDate.of(2020, 4, 6), "release"));
        figures.add(vintage(march, 300, LocalDate.of(2021, 4, 6), "revision"));

        Double inFirst = row(rows(figures, 2020), "2020-03").planRulePoint();
        Double before = row(rows(figures, 2021), "2021-06").projection().previousYearValue();

        assertThat(inFirst).isCloseTo((146.41 + 146.41 + 200) * 4, within(1e-9));
        assertThat(before).isCloseTo(146.41 * 11 + 300, within(1e-9));
    }

    @Test
    void aSeriesOfAnAccountIsItsPresentVintageWithoutLaterPeriods() {
        List<String> figures = new ArrayList<>();
        List<Observation> dating = new ArrayList<>();
        for (int year = 2015; year <= 2019; year++) {
            for (int quarter = 1; quarter <= 4; quarter++) {
                Period period = new Period(year, Frequency.Q, quarter);
                figures.add(period + " P " + (100 + 10 * year % 7 + quarter));
                dating.add(vintage(period, 1, ReportingYear.CALENDAR.end(period).plusDays(30), "archive"));
            }
        }
        SeriesInput whole = SeriesFigures.series(EXPORTS, figures.toArray(String[]::new));
        figures.set(18, "2019-Q3 P 1e9");
        figures.set(19, "2019-Q4 P 1e9");
        SeriesInput poisoned = SeriesFigures.series(EXPORTS, figures.toArray(String[]::new));

        List<PastProjection> rows = ofAccount(whole, dating);
        List<PastProjection> seen = ofAccount(poisoned, dating);

        assertThat(rows)
                .extracting(past -> past.cutoff().toString())
                .startsWith("2016-Q1", "2016-Q2", "2016-Q3", "2017-Q1")
                .endsWith("2019-Q1", "2019-Q2", "2019-Q3");
        assertThat(rows).extracting(past -> past.known().kind()).containsOnly(VintageKind.PSEUDO);
        assertThat(row(rows, "2019-Q2").known().day()).isEqualTo("2019-07-30");
        assertThat(row(seen, "2019-Q2").projection())
                .isEqualTo(row(rows, "2019-Q2").projection());
    }

    @Test
    void anAreaGivesTheSameRowsWhateverTheOrderOfFigures() {
        List<Observation> figures = new ArrayList<>(released(AreaPastTest::seasonal));
        List<PastProjection> rows = rows(figures, 2020);
        java.util.Collections.reverse(figures);

        assertThat(rows(figures, 2020).equals(rows)).isTrue();
        assertThat(rows).hasSize(3 * 12); // the end of the year before and eleven months
    }

    @Test
    void theYearProjectedIsNeverLearntFrom() {
        List<PooledRow> rows = area(released(AreaPastTest::seasonal)).pooledRows(2022, PooledTables.shipped());

        assertThat(rows).hasSize(4 * 11);
        assertThat(rows).extracting(row -> row.backtest().year()).containsOnly(2018, 2019, 2020, 2021);
        assertThat(rows).extracting(PooledRow::seriesId).containsOnly("VN-HG.exports._T.current");
    }

    /** Ten percent more in every quarter: what is said of the level and of its growth is one thing. */
    @Test
    void theGrowthOfALevelIsReplayedFromTheSameProjection() {
        List<String> quarters = new ArrayList<>();
        for (int year = 2012; year <= 2019; year++) {
            for (int quarter = 1; quarter <= 4; quarter++) {
                quarters.add(year + "-Q" + quarter + " P " + 100 * Math.pow(1.1, year - 2012));
            }
        }
        SeriesInput product =
                SeriesFigures.series("VN", GDP, PriceBasis.CONSTANT_2010, quarters.toArray(String[]::new));
        List<PastProjection> rows = projections(area(product, List.of()), 2019).stream()
                .filter(past -> past.cutoff().equals(Period.parse("2019-Q2")))
                .toList();
        PastProjection level = rows.get(0);
        PastProjection growth = rows.get(1);

        assertThat(level.projection().method().code()).isEqualTo("growth_to_date");
        assertThat(growth.projection().id().indicatorCode()).isEqualTo("gdp_growth");
        assertThat(growth.outturn()).isCloseTo(10, within(1e-9));
        assertThat(growth.projection().point())
                .isCloseTo(100 * level.projection().point() / (400 * Math.pow(1.1, 6)) - 100, within(1e-9));
        assertThat(growth.growthRulePoint()).isCloseTo(10, within(1e-9));
        assertThat(growth.planRulePoint()).isNull();
        assertThat(growth.target()).isCloseTo(10, within(1e-9));
    }

    private static List<PastProjection> ofAccount(SeriesInput series, List<Observation> dating) {
        return projections(area(series, dating), 2010).stream()
                .filter(past -> past.projection().id().equals(series.id()))
                .filter(past -> past.cutoff().frequency() == Frequency.Q)
                .toList();
    }

    private static PastProjection row(List<PastProjection> rows, String cutoff) {
        return rows.stream()
                .filter(past -> past.cutoff().toString().equals(cutoff))
                .findFirst()
                .orElseThrow();
    }

    private static List<PastProjection> rows(Collection<Observation> figures, int from) {
        return projections(area(figures), from);
    }

    /** Returns them in the order of time, by series; the area is all that tells anything of growth. */
    private static List<PastProjection> projections(AreaPast area, int from) {
        Map<Point, GrowthReference> growth = area.growth(from, area.lastYear(), BacktestJob.EVERY_MONTH);
        return area.projections(from, area.lastYear(), BacktestJob.EVERY_MONTH, PooledTables.shipped(), growth).stream()
                .sorted(BacktestJob.ORDER)
                .toList();
    }

    private static AreaPast area(SeriesInput series, List<Observation> dating) {
        return new AreaPast(
                List.of(new SeriesPast(series, dating, true, List.of(), ReportingYear.CALENDAR)),
                ReportingYear.CALENDAR);
    }

    private static AreaPast area(Collection<Observation> figures) {
        return BacktestLook.of(Map.of(EXPORTS.code(), EXPORTS), List.of(), ReportingYears.calendar(), TODAY)
                .of(AreaFigures.of("VN-HG", figures));
    }

    /** Returns the months of 2016 to 2022, each released six days after its end. */
    private static List<Observation> released(ToDoubleFunction<Period> value) {
        List<Observation> figures = new ArrayList<>();
        for (int year = 2016; year <= 2022; year++) {
            for (int month = 1; month <= 12; month++) {
                Period period = new Period(year, Frequency.M, month);
                figures.add(vintage(
                        period,
                        value.applyAsDouble(period),
                        ReportingYear.CALENDAR.end(period).plusDays(6),
                        "release"));
            }
        }
        return figures;
    }

    private static Observation vintage(Period period, double value, LocalDate day, String source) {
        return observation(period, BigDecimal.valueOf(value), day, day, source);
    }

    private static Observation observation(
            Period period, BigDecimal value, LocalDate publishedOn, LocalDate sourceDate, String source) {
        return new Observation(
                new ObservationKey("VN-HG", EXPORTS.code(), "_T", period, Accumulation.PERIOD, PriceBasis.CURRENT),
                value,
                EXPORTS.unitCode(),
                ObservationStatus.PROVISIONAL,
                publishedOn,
                PublishedKind.RELEASE,
                sourceDate,
                "https://example.org/" + source,
                1,
                "test/2023-03-01",
                "figures.csv",
                2);
    }
}
