package vn.chitieu.attainment.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.attainment.Programmes;
import vn.chitieu.attainment.RequiredPace;
import vn.chitieu.attainment.audit.AreaFigures;
import vn.chitieu.attainment.audit.ShippedArea;
import vn.chitieu.attainment.scenario.Scenario.Basis;
import vn.chitieu.attainment.scenario.Scenario.Kind;
import vn.chitieu.attainment.scenario.Scenario.Row;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.programme.Measure;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.TargetComparator;
import vn.chitieu.text.LocalizedText;

/** The growth scenarios that the national statistics office printed, and Hậu Giang's from the shipped figures. */
class ScenariosTest {

    private static final LocalDate JULY = LocalDate.of(2025, 7, 9);
    private static final LocalDate CLOSING = LocalDate.of(2025, 6, 30);
    private static final Programme NATION = ShippedArea.programme("viet-nam-2025");
    private static final Programme HAU_GIANG = ShippedArea.programme("hau-giang-2025");
    private static final AreaFigures NATION_FIGURES = ShippedArea.figures("VN", JULY);
    private static final AreaFigures PROVINCE_FIGURES = ShippedArea.figures("VN-HG", CLOSING);

    private static final Map<String, Indicator> INDICATORS =
            Codelists.read(Programmes.DATASETS).indicators();

    private static ScenarioRequest request(@Nullable String free, @Nullable Double target, Map<String, Double> given) {
        return new ScenarioRequest(free, new TreeMap<>(given), target, null, null);
    }

    private static Scenario nation(ScenarioRequest request) {
        return Scenarios.of(NATION, "1", JULY, NATION_FIGURES, NATION_FIGURES, INDICATORS, request);
    }

    private static Scenario province(String target, ScenarioRequest request) {
        return Scenarios.of(HAU_GIANG, target, CLOSING, PROVINCE_FIGURES, NATION_FIGURES, INDICATORS, request);
    }

    private static Row row(Scenario scenario, String code) {
        return scenario.rows().stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Expecting a row " + code + " of " + scenario.rows()));
    }

    private static double growth(Scenario scenario, String code) {
        return Objects.requireNonNull(row(scenario, code).growthPct());
    }

    private static double value(Scenario scenario, String code) {
        return Objects.requireNonNull(row(scenario, code).value());
    }

    @ParameterizedTest
    @CsvSource({"6.0, 6.12", "6.5, 6.75"})
    void theScenariosOf2024AskTheRestOfTheYearForWhatTheOfficePrinted(double target, double rest) {
        // General Statistics Office, first quarter of 2024: 5.66 percent so far; its weight is that of the shipped
        // levels
        LocalDate day = LocalDate.of(2024, 4, 30);
        AreaFigures figures = ShippedArea.figures("VN", day);
        Programme programme = ShippedArea.programme(
                "viet-nam-2025",
                "year: 2025",
                "year: 2024",
                "adopted_on: '2024-11-12'",
                "adopted_on: '2023-11-12'",
                "issued_on: '2024-11-12'",
                "issued_on: '2023-11-12'",
                "issued_on: '2025-02-05'",
                "issued_on: '2024-02-05'",
                "issued_on: '2025-02-19'",
                "issued_on: '2024-02-19'",
                "issued_on: '2025-08-12'",
                "issued_on: '2024-08-12'");

        Scenario scenario =
                Scenarios.of(programme, "1", day, figures, figures, INDICATORS, request(null, target, Map.of()));

        assertThat(growth(scenario, "rest")).isCloseTo(rest, within(0.05));
        assertThat(RequiredPace.growthOfRest(target, 5.66, 0.245)).isCloseTo(rest, within(0.025));
    }

    @ParameterizedTest
    @CsvSource({"8.3, 8.5, 8.0", "8.9, 9.1, 8.3", "9.2, 9.5, 8.5"})
    void theScenariosOf2025LeadToWhatTheOfficePrinted(double thirdQuarter, double fourthQuarter, double year) {
        Scenario scenario = nation(request(null, null, Map.of("2025-Q3", thirdQuarter, "2025-Q4", fourthQuarter)));

        assertThat(value(scenario, "growth")).isCloseTo(year, within(0.05));
        assertThat(row(scenario, "2025-Q3").basis()).isEqualTo(Basis.GIVEN);
    }

    @Test
    void oneQuarterIsSolvedForWithTheOtherGivenAndTheYearComesOut() {
        Scenario scenario = nation(request("2025-Q4", null, Map.of("2025-Q3", 8.3)));

        assertThat(growth(scenario, "2025-Q4")).isCloseTo(8.5, within(0.05));
        assertThat(row(scenario, "2025-Q4").cumulatedGrowthPct()).isCloseTo(8.0, within(1e-9));
    }

    @Test
    void everyPeriodGrowsAsTheRestMustAndTheRestIsRankedAmongEarlierYears() {
        Scenario scenario = nation(request(null, null, Map.of()));

        Row rest = row(scenario, "rest");
        assertThat(scenario.rows().stream().filter(row -> row.kind() == Kind.PERIOD))
                .extracting(Row::code)
                .containsExactly("2025-Q3", "2025-Q4");
        // levels of 2024: half-year 2,927,635.516 of 6,269,209.956; growth so far 7.52
        double share = 2_927_635.516 / 6_269_209.956;
        assertThat(growth(scenario, "rest")).isCloseTo((8.0 - share * 7.52) / (1 - share), within(1e-9));
        assertThat(growth(scenario, "2025-Q3")).isCloseTo(growth(scenario, "rest"), within(1e-9));
        assertThat(growth(scenario, "2025-Q4")).isCloseTo(growth(scenario, "rest"), within(1e-9));
        assertThat(row(scenario, "2025-Q4").cumulatedGrowthPct()).isCloseTo(8.0, within(1e-9));
        assertThat(rest.past().reached().en())
                .isEqualTo("reached in 1 of 14 years (2022)"); // after the lockdowns of 2021
        assertThat(rest.past().percentile()).isCloseTo(100 * 13.0 / 14, within(1e-9));
    }

    @Test
    void oneSectorIsSolvedForWithTheOthersGivenAndEverythingFollows() {
        Scenario scenario = province("5a", request("S2", 10.14, Map.of("S1", 3.5)));

        double points = scenario.rows().stream()
                .filter(row -> row.kind() == Kind.SECTOR)
                .mapToDouble(row -> Objects.requireNonNull(row.contribution().points()))
                .sum();
        assertThat(points).isCloseTo(10.14, within(1e-9));
        assertThat(growth(scenario, "S2")).isCloseTo(18.26, within(0.02));
        assertThat(row(scenario, "S1").basis()).isEqualTo(Basis.GIVEN);
        assertThat(row(scenario, "S3").basis()).isEqualTo(Basis.PROGRAMME);
        // 90.04 · 1.1014 · (106.44 / 90.04 / 1.088): prices as the programme's figure per head implies
        assertThat(value(scenario, "per_capita")).isCloseTo(106.44 * 1.1014 / 1.088, within(1e-9));
        assertThat(value(scenario, "share_s1")).isCloseTo(21.4 * 1.035 / 1.1014, within(1e-9));
    }

    @Test
    void pricesAndPopulationTypedByTheUserReachTheFigurePerHead() {
        ScenarioRequest request = new ScenarioRequest(null, new TreeMap<>(), 9.0, 5.0, 1.0);

        assertThat(value(province("5a", request), "per_capita")).isCloseTo(90.04 * 1.09 * 1.05 / 1.01, within(1e-9));
    }

    /** 101,343.754 thousand persons in 2024 after 100,309.209: 1.03 percent more. */
    @Test
    void withoutAGuessThePopulationChangesAsInTheLastYearKnown() {
        double grown = 100 * 101_343.754 / 100_309.209 - 100;

        Scenario scenario = nation(request(null, null, Map.of()));
        Scenario given = nation(new ScenarioRequest(null, new TreeMap<>(), null, null, grown));

        assertThat(scenario.sentences().get(scenario.sentences().size() - 1).en())
                .endsWith("population +1.0% as in 2024.");
        assertThat(value(scenario, "per_capita")).isCloseTo(value(given, "per_capita"), within(1e-9));
    }

    @Test
    void withoutQuartersOfItsOwnAProvinceIsSpreadAsTheNationWasInItsLastThreeYears() {
        // levels of the nation, half-year over year: 2022, 2023 and 2024
        double share =
                (2_642_163.927 / 5_571_869.247 + 2_745_453.316 / 5_854_085.763 + 2_927_635.516 / 6_269_209.956) / 3;

        Scenario scenario = province("5a", request(null, null, Map.of()));

        assertThat(row(scenario, "rest").weightPct()).isCloseTo(100 - 100 * share, within(1e-9));
        assertThat(growth(scenario, "rest")).isCloseTo((8.8 - share * 10.95) / (1 - share), within(1e-9));
        assertThat(scenario.sentences()).anySatisfy(text -> assertThat(text.en())
                .contains("taken from the nation", "mean of 2022, 2023, 2024"));
    }

    @Test
    void sharesOfGrowthAreToldInBothConventions() {
        Scenario scenario = province("5a", request(null, null, Map.of("S1", 3.38)));

        List<Row> sectors = scenario.rows().stream()
                .filter(row -> row.kind() == Kind.SECTOR)
                .toList();
        assertThat(sectors.stream()
                        .mapToDouble(
                                r -> Objects.requireNonNull(r.contribution().growthSharePct()))
                        .sum())
                .isCloseTo(100, within(1e-9));
        assertThat(sectors.stream()
                        .filter(r -> r.contribution().valueAddedSharePct() != null)
                        .mapToDouble(
                                r -> Objects.requireNonNull(r.contribution().valueAddedSharePct()))
                        .sum())
                .isCloseTo(100, within(1e-9));
    }

    @Test
    void aFlowWithoutFiguresOfTheYearIsComparedWithLastYear() {
        Scenario scenario = province("9a", request(null, null, Map.of()));

        assertThat(value(scenario, "rest")).isEqualTo(8300);
        assertThat(growth(scenario, "rest")).isCloseTo(100 * 8300 / 7520.0 - 100, within(1e-9));
        assertThat(row(scenario, "rest").past().reached().en()).isEqualTo("reached in 2 of 3 years (2022, 2024)");
    }

    /** Last year's quarters 10, 20, 30, 40, a mean of 25 and a sum of 100; this year's first two 12 and 22. */
    @ParameterizedTest(name = "{0} {1} of a {2}")
    @CsvSource({
        // a mean of 30 makes 120 of four quarters: 86 are left of two, 43 each, where last year had 35
        "GROWTH_YEAR, 20, MEAN, 43, 35, 17.0",
        "CHANGE_FROM_LAST_YEAR, 5, MEAN, 43, 35, 17.0",
        "RATIO_YEAR, 30, MEAN, 43, 35, 17.0",
        // a sum of 120
        "GROWTH_YEAR, 20, SUM, 86, 70, 34.0",
        "CHANGE_FROM_LAST_YEAR, 20, SUM, 86, 70, 34.0"
    })
    void aMeanIsToldWhatItsRestMustAverage(
            Measure measure, double target, Aggregation aggregation, double rest, double lastYear, String toDate) {
        Indicator facts = new Indicator(
                "figure",
                LocalizedText.same("figure"),
                "thousand_persons",
                IndicatorKind.STOCK,
                aggregation,
                0,
                Double.POSITIVE_INFINITY,
                false,
                "");
        AreaFigures figures = quarters("2024 10 20 30 40", "2025 12 22");
        Scenario scenario = Scenarios.of(
                Programmes.of(Programmes.target(
                        "1",
                        measure,
                        "figure",
                        "_T",
                        measure == Measure.GROWTH_YEAR ? "pct" : "thousand_persons",
                        TargetComparator.AT_LEAST,
                        target,
                        null)),
                "1",
                JULY,
                figures,
                figures,
                Map.of("figure", facts),
                request(null, null, Map.of()));
        double third = value(scenario, "2025-Q3");
        double fourth = value(scenario, "2025-Q4");

        assertThat(value(scenario, "rest")).isCloseTo(rest, within(1e-9));
        assertThat(row(scenario, "rest").lastYear()).isCloseTo(lastYear, within(1e-9));
        assertThat(growth(scenario, "rest")).isCloseTo(100 * 86 / 70.0 - 100, within(1e-9));
        assertThat(row(scenario, "rest").cumulatedGrowthPct()).isCloseTo(20, within(1e-9));
        assertThat(12 + 22 + third + fourth).isCloseTo(120, within(1e-9));
        assertThat(row(scenario, "2025-Q3").lastYear()).isCloseTo(30, within(1e-9));
        assertThat(row(scenario, "2025-Q4").cumulatedGrowthPct()).isCloseTo(20, within(1e-9));
        assertThat(scenario.sentences().get(0).en()).contains(toDate + " thousand persons");
    }

    /** The last half of a year that begins in July 2024 and is named 2025 is January to June 2025. */
    @Test
    void periodsAreNamedByTheCalendarMonthsOfTheAreasYear() {
        Scenario scenario = Scenarios.of(
                Programmes.of(Programmes.target(
                        "1",
                        Measure.FLOW_YEAR,
                        "figure",
                        "_T",
                        "thousand_persons",
                        TargetComparator.AT_LEAST,
                        120.0,
                        null)),
                "1",
                JULY,
                quarters(ReportingYear.namedByItsEnd(7), "2024 10 20 30 40", "2025 12 22"),
                quarters("2024 10 20 30 40"),
                INDICATORS,
                request(null, null, Map.of()));

        assertThat(row(scenario, "2025-Q3").label())
                .isEqualTo(new LocalizedText(
                        "quý 3 của năm 2025 (tháng 1/2025–tháng 3/2025)", "Q3 of year 2025 (January 2025–March 2025)"));
        assertThat(row(nation(request(null, null, Map.of())), "2025-Q3").label())
                .isEqualTo(new LocalizedText("quý III/2025", "Q3 2025"));
    }

    private static AreaFigures quarters(String... years) {
        return quarters(ReportingYear.CALENDAR, years);
    }

    private static AreaFigures quarters(ReportingYear calendar, String... years) {
        List<Observation> observations = new ArrayList<>();
        for (String year : years) {
            String[] values = year.split(" ", -1);
            for (int q = 1; q < values.length; q++) {
                Period period = new Period(Integer.parseInt(values[0]), Frequency.Q, q);
                observations.add(new Observation(
                        new ObservationKey("VN-XX", "figure", "_T", period, Accumulation.PERIOD, PriceBasis.NONE),
                        new BigDecimal(values[q]),
                        "thousand_persons",
                        ObservationStatus.FINAL,
                        ReportingYear.CALENDAR.end(period),
                        PublishedKind.RELEASE,
                        ReportingYear.CALENDAR.end(period),
                        "",
                        1,
                        "d",
                        "f.csv",
                        q));
            }
        }
        return new AreaFigures(JULY, List.of(), observations, List.of(), Map.of(), calendar);
    }

    /** Labour productivity grows, and is neither the gross product nor one of its parts; A1 and A2 have no number. */
    @Test
    void scenariosAreOfferedOfTargetsWithANumber() {
        assertThatThrownBy(() -> Scenarios.of(
                        NATION, "5", JULY, NATION_FIGURES, NATION_FIGURES, INDICATORS, request(null, null, Map.of())))
                .hasMessage("target 5 is neither growth of the gross product or one of its parts nor a total or mean of"
                        + " the year; scenarios can be made of 1, 4");
    }

    @Test
    void nothingGrowsOnADeficit() {
        Programme deficit = Programmes.of(Programmes.target(
                "1", Measure.FLOW_YEAR, "figure", "_T", "thousand_persons", TargetComparator.AT_LEAST, -120.0, null));
        AreaFigures figures = quarters("2024 -10 -20 -30 -40", "2025 -12 -22");

        assertThatThrownBy(() ->
                        Scenarios.of(deficit, "1", JULY, figures, figures, Map.of(), request(null, null, Map.of())))
                .hasMessage(
                        "the total of 2024 is -100 thousand persons: growth on a total that is not above 0 cannot be told");
    }

    @Test
    void whatDoesNotGoTogetherIsRefusedByName() {
        assertThatThrownBy(() -> nation(request("2025-Q4", null, Map.of())))
                .hasMessage("to solve for 2025-Q4 alone give the growth of every other remaining period by --given:"
                        + " 2025-Q3");
        assertThatThrownBy(() -> nation(request("S2", null, Map.of("S1", 3.0))))
                .hasMessage("growth of S3, D21X31 is missing: give it by --given, for example --given S1=3.5");
        assertThatThrownBy(() -> nation(request("S4", null, Map.of())))
                .hasMessage("there is no sector or remaining period 'S4'; sectors are S1, S2, S3, D21X31, remaining"
                        + " periods 2025-Q3, 2025-Q4");
        assertThatThrownBy(() -> province("5a", request("S2", null, Map.of("S2", 9.0))))
                .hasMessage("S2 cannot be both solved for and given");
        assertThatThrownBy(() -> province("5c", request("S2", null, Map.of())))
                .hasMessage("target S2 is of one sector: it can be solved by period, not by sector");
        assertThatThrownBy(() -> province("12", request(null, null, Map.of())))
                .hasMessageStartingWith(
                        "target 12 is neither growth of the gross product or one of its parts nor a total or"
                                + " mean of the year");
        assertThatThrownBy(() -> province("99", request(null, null, Map.of())))
                .hasMessageStartingWith("the programme has no target 99; the targets are 1a, 1b");
        assertThatThrownBy(() -> province("10b", request(null, null, Map.of())))
                .hasMessage("the total of 2024 is not known, so growth cannot be told");
    }
}
