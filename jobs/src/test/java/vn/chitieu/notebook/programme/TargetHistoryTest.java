package vn.chitieu.notebook.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.SampleMarts;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.text.Language;

/** Earlier years of a target: those of its own indicator, not of another whose growth is told with the same measure. */
class TargetHistoryTest {

    private static final String HALF = "2025-S1";

    private final SampleMarts marts = new SampleMarts();

    @Test
    void onlyGrossProductAndItsPartsAreReadFromTheAccounts() {
        account("2024", 7.09);
        figure("labour_productivity_growth", "2024", "P", "constant_2010", "pct", 5.88);
        target("labour_productivity_growth", "growth_volume", "pct", HALF);
        assertThat(years()).containsExactly(Map.entry(2024, 5.88));

        marts.add(MartTables.TARGET_ATTAINMENT, attainment("2", "gdp", "growth_volume", "pct", HALF));
        dimension("2");
        assertThat(TargetHistory.of(targetOf("2"), view()).orElseThrow().years())
                .containsExactly(Map.entry(2024, 7.09));
    }

    /** 2023 is 4 × 25 = 100 by its quarters, 2024 printed as 110: the year of a flow needs no annual figure. */
    @Test
    void theQuartersOfAYearMakeIt() {
        indicator("revenue", "sum", "");
        for (int quarter = 1; quarter <= 4; quarter++) {
            figure("revenue", "2023-Q" + quarter, "P", "current", "billion_vnd", 25);
        }
        for (int quarter = 1; quarter <= 3; quarter++) {
            figure("revenue", "2022-Q" + quarter, "P", "current", "billion_vnd", 20);
        }
        figure("revenue", "2024", "P", "current", "billion_vnd", 110);
        target("revenue", "flow_year", "billion_vnd", HALF);

        assertThat(years()).as("a year with a quarter missing is none").isEqualTo(Map.of(2023, 100.0, 2024, 110.0));
    }

    /** Means 100 and 105 of the index: 5 %; before that what its growth was printed as. */
    @Test
    void growthFollowsFromTheLevelsElseFromTheRatePublished() {
        indicator("cpi", "mean", "");
        indicator("cpi_mean_growth", "none", "cpi");
        for (int month = 1; month <= 12; month++) {
            figure("cpi", String.format(Locale.ROOT, "2023-%02d", month), "P", "none", "index", 94 + month % 2 * 12);
            figure("cpi", String.format(Locale.ROOT, "2024-%02d", month), "P", "none", "index", 105);
        }
        figure("cpi_mean_growth", "2024", "P", "none", "pct", 5.1);
        figure("cpi_mean_growth", "2022", "P", "none", "pct", 3.1);
        target("cpi", "growth_year", "pct", "2025-06");

        assertThat(years()).containsOnlyKeys(2022, 2024);
        assertThat(years().get(2024)).isCloseTo(5, within(1e-9));
        assertThat(years().get(2022)).isEqualTo(3.1);
    }

    /** 3 percent less 4 percent: the poverty rate fell by one point. */
    @Test
    void aChangeInPointsIsTheDifferenceOfTwoYears() {
        figure("poverty", "2023", "P", "none", "pct", 4);
        figure("poverty", "2024", "P", "none", "pct", 3);
        target("poverty", "change_from_last_year", "pct_points", HALF);

        assertThat(years()).containsExactly(Map.entry(2024, -1.0));
    }

    /** A rate of which the half-year of 2024 is not published is not held against another indicator's. */
    @Test
    void theYearSoFarIsComparedInItsOwnIndicatorToo() {
        for (int year = 2022; year <= 2025; year++) {
            account(year + "-S1", 6.64);
            account(String.valueOf(year), 7.09);
        }
        figure("labour_productivity_growth", HALF, "C", "constant_2010", "pct", 6.36);
        target("labour_productivity_growth", "growth_volume", "pct", HALF);

        assertThat(YearSoFar.of(targetOf("1"), view())).isEmpty();
    }

    @Test
    void whatWasPublishedAfterTheDayOfTheVerdictsIsNotUsed() {
        Map<String, Object> known = observation("doctors", "2024", "P", "none", "per_10k", 9.8);
        known.put("is_latest", false);
        marts.add(MartTables.OBSERVATION, known);
        Map<String, Object> later = observation("doctors", "2024", "P", "none", "per_10k", 9.9);
        later.put("published_date", SampleMarts.CLOSED_ON.plusDays(1));
        marts.add(MartTables.OBSERVATION, later);
        target("doctors", "stock_year_end", "per_10k", HALF);

        assertThat(years()).containsExactly(Map.entry(2024, 9.8));
    }

    /** Q1 28.8 and Q2 29.1: 28.95 is the half-year of a mean, but of a stock the figure is that of its quarter. */
    @Test
    void aMeanToDateIsNamedByTheMonthsItCovers() {
        indicator("certified", "mean", "");
        indicator("communes", "last", "");
        target("certified", "stock_year_end", "pct", "2025-Q2");
        marts.add(MartTables.TARGET_ATTAINMENT, attainment("2", "communes", "stock_year_end", "pct", "2025-Q2"));
        dimension("2");

        assertThat(view().texts().actualPeriod(targetOf("1").headline())).isEqualTo("Jan–Jun 2025");
        assertThat(view().texts().actualPeriod(targetOf("2").headline())).isEqualTo("Q2 2025");
    }

    /** The series that is projected is the growth of the index under a code of its own. */
    @Test
    void theRecordOfAGrowthIsThatOfTheIndicatorWhichIsTheGrowth() {
        indicator("cpi", "mean", "");
        indicator("cpi_mean_growth", "none", "cpi");
        target("cpi", "growth_year", "pct", "2025-06");
        Map<String, Object> past = new HashMap<>(Map.of(
                "area_code", "VN-MAU",
                "indicator_code", "cpi_mean_growth",
                "activity_code", "_T",
                "price_basis", "none",
                "unit_code", "pct",
                "variable", "VN-MAU.cpi_mean_growth",
                "source", AccuracyFigures.OWN,
                "cutoff_period", "2023-06",
                "year", 2023));
        past.put("value", 3.0);
        past.put("value_outturn", 3.25);
        marts.add(MartTables.FORECAST_EVALUATION, past);

        assertThat(TargetRecord.of(view(), targetOf("1")).orElseThrow().own()).hasSize(1);
    }

    private Map<Integer, Double> years() {
        return TargetHistory.of(targetOf("1"), view()).orElseThrow().years();
    }

    private ProgrammeView view() {
        MartReader reader = marts.reader();
        ProgrammeAttainment programme = ProgrammeAttainment.of(reader, SampleMarts.PROGRAMME);
        return new ProgrammeView(reader, programme, new TargetTexts(Language.EN, programme.units()));
    }

    private Target targetOf(String id) {
        return view().programme().targets().stream()
                .filter(target -> target.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void target(String indicator, String measure, String unit, String period) {
        dimension("1");
        marts.add(MartTables.TARGET_ATTAINMENT, attainment("1", indicator, measure, unit, period));
    }

    private void dimension(String id) {
        marts.add(
                MartTables.DIM_TARGET,
                Map.of("programme_id", SampleMarts.PROGRAMME, "target_id", id, "area_code", "VN-MAU", "year", 2025));
    }

    private static Map<String, Object> attainment(
            String id, String indicator, String measure, String unit, String period) {
        return Map.ofEntries(
                Map.entry("programme_id", SampleMarts.PROGRAMME),
                Map.entry("target_id", id),
                Map.entry("is_headline", true),
                Map.entry("area_code", "VN-MAU"),
                Map.entry("activity_code", "_T"),
                Map.entry("year", 2025),
                Map.entry("indicator_code", indicator),
                Map.entry("measure_code", measure),
                Map.entry("unit_code", unit),
                Map.entry("verdict_code", "likely"),
                Map.entry("point", 1.0),
                Map.entry("actual_to_date", 1.0),
                Map.entry("actual_period", period),
                Map.entry("evaluated_on", SampleMarts.CLOSED_ON));
    }

    private void indicator(String code, String aggregation, String growthOf) {
        Map<String, Object> row = new HashMap<>(Map.of("indicator_code", code, "aggregation", aggregation));
        if (!growthOf.isEmpty()) {
            row.put("growth_of_code", growthOf);
        }
        marts.add(MartTables.DIM_INDICATOR, row);
    }

    private void account(String period, double growth) {
        marts.add(
                MartTables.GRDP_BY_SECTOR,
                Map.of(
                        "area_code",
                        "VN-MAU",
                        "activity_code",
                        "_T",
                        "period",
                        period,
                        "accumulation",
                        period.length() == 4 ? "P" : "C",
                        "price_basis",
                        "constant_2010",
                        "growth_pct",
                        growth,
                        "vintage_date",
                        LocalDate.of(2025, 1, 6)));
    }

    private void figure(String indicator, String period, String accumulation, String basis, String unit, double value) {
        marts.add(MartTables.OBSERVATION, observation(indicator, period, accumulation, basis, unit, value));
    }

    private static Map<String, Object> observation(
            String indicator, String period, String accumulation, String basis, String unit, double value) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("area_code", "VN-MAU"),
                Map.entry("activity_code", "_T"),
                Map.entry("indicator_code", indicator),
                Map.entry("period", period),
                Map.entry(
                        "frequency",
                        period.length() == 4 ? "A" : period.contains("Q") ? "Q" : period.contains("S") ? "S" : "M"),
                Map.entry("accumulation", accumulation),
                Map.entry("price_basis", basis),
                Map.entry("unit_code", unit),
                Map.entry("obs_value", value),
                Map.entry("published_date", LocalDate.of(2025, 1, 30)),
                Map.entry("is_latest", true)));
    }
}
