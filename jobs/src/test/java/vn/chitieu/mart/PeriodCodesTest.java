package vn.chitieu.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.chitieu.attainment.Programmes;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.codelist.ReportingYears;
import vn.chitieu.programme.Programme;

class PeriodCodesTest {

    private static final ReportingYears YEARS = new ReportingYears(Map.of("XJ", ReportingYear.namedByItsEnd(7)));

    @Test
    void periodsOfAnAreaWhoseYearIsNotThatOfTheCalendarBearTheirFirstDay() {
        Table coded = codes(YEARS)
                .of(table(
                        MartTables.OBSERVATION,
                        List.of(
                                Map.of("area_code", "XJ", "period", "2025-01", "accumulation", "P"),
                                Map.of("area_code", "XJ-A", "period", "2025-Q3", "accumulation", "C"),
                                Map.of("area_code", "VN", "period", "2025-01", "accumulation", "P"))));

        assertThat(cells(coded, "period")).containsExactly("2025-M01/2024-07-01", "2025-Q3/2025-01-01", "2025-01");
        assertThat(cells(coded, "first_day").stream().limit(2).map(String::valueOf))
                .as("July 2024, and the year to date from July 2024")
                .containsExactly("2024-07-01", "2024-07-01");
        assertThat(cells(coded, "last_day").stream().limit(2).map(String::valueOf))
                .containsExactly("2024-07-31", "2025-03-31");
    }

    @Test
    void aTableOfTargetsHasTheYearsOfTheAreasOfItsProgrammes() {
        Programme programme = Programmes.of();
        ReportingYears years = new ReportingYears(Map.of("VN", ReportingYear.namedByItsBeginning(4)));

        Table coded = new PeriodCodes(years, List.of(programme))
                .of(table(
                        MartTables.REQUIRED_PACE,
                        List.of(Map.of("programme_id", programme.programmeId(), "period", "2025-12"))));

        assertThat(cells(coded, "period")).containsExactly("2025-M12/2026-03-01");
    }

    @Test
    void whatIsNoPeriodStaysAndSoDoesEveryTableWhereYearsAreThoseOfTheCalendar() {
        Table table =
                table(MartTables.FINDING, List.of(Map.of("area_code", "XJ", "period", ""), Map.of("area_code", "XJ")));

        assertThat(cells(codes(YEARS).of(table), "period")).containsExactly("", null);
        assertThat(codes(ReportingYears.calendar()).of(table)).isSameAs(table);
    }

    /** A nation with another year must not end the night of a table that knows no area. */
    @Test
    void everyPublishedTableIsTaken() {
        for (TableSpec spec : MartTables.all()) {
            Table empty = new Table(spec, List.of());
            assertThat(codes(YEARS).of(empty).spec()).isEqualTo(spec);
        }
        Table expected = table(
                MartTables.EXPECTED_DELIVERY,
                List.of(Map.of("delivery_name", "bulletin", "period", "2025-M01/2024-07-01")));

        assertThat(codes(YEARS).of(expected)).isSameAs(expected);
    }

    @Test
    void thePeriodsOfATableHaveTheDaysOfTheirYear() {
        Table periods = DimensionTables.period(new TreeSet<>(DimensionTables.periods(table(
                MartTables.OBSERVATION,
                List.of(Map.of("period", "2025-M01/2024-07-01"), Map.of("period", "2025-01"))))));

        assertThat(cells(periods, "period_start").stream().map(String::valueOf))
                .containsExactlyInAnyOrder("2024-07-01", "2025-01-01");
        assertThat(cells(periods, "period_end").stream().map(String::valueOf))
                .containsExactlyInAnyOrder("2024-07-31", "2025-01-31");
    }

    private static PeriodCodes codes(ReportingYears years) {
        return new PeriodCodes(years, List.of());
    }

    private static Table table(TableSpec spec, List<Map<String, String>> rows) {
        return new Table(
                spec,
                rows.stream()
                        .map(cells -> spec.columns().stream()
                                .map(column -> (Object) cells.get(column.name()))
                                .toArray())
                        .toList());
    }

    private static List<@Nullable Object> cells(Table table, String column) {
        return Arrays.asList(table.rows().stream()
                .map(row -> row[table.spec().indexOf(column)])
                .toArray());
    }
}
