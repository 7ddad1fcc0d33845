package vn.chitieu.mart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingPeriod;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.codelist.ReportingYears;
import vn.chitieu.programme.Programme;

/**
 * Periods as published tables call them: those of an area whose year is not the calendar year with their first day, so
 * that nobody takes the first month of a year for January. All stages before know places in a year only.
 */
final class PeriodCodes {

    /** The columns that hold periods. */
    private static final Set<String> COLUMNS =
            Set.of("period", "actual_period", "estimate_period", "last_period", "cutoff_period");

    private static final String AREA = "area_code";
    private static final String PROGRAMME = "programme_id";

    private final ReportingYears years;
    private final Map<String, String> areas = new TreeMap<>();

    PeriodCodes(ReportingYears years, Collection<Programme> programmes) {
        this.years = years;
        programmes.forEach(programme -> areas.put(programme.programmeId(), programme.areaCode()));
    }

    /**
     * Returns a table with its periods so called; the same table where every year is that of the calendar, or where
     * rows are of no area.
     */
    Table of(Table table) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < table.spec().columns().size(); i++) {
            if (COLUMNS.contains(table.spec().columns().get(i).name())) {
                columns.add(i);
            }
        }
        if (columns.isEmpty() || years.areCalendar() || !(has(table, AREA) || has(table, PROGRAMME))) {
            return table;
        }
        Cells cells = new Cells(table.spec());
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (@Nullable Object[] row : table.rows()) {
            ReportingYear year = years.of(area(table, cells, row));
            rows.add(year.isCalendar() ? row : withDays(table, cells, withCodes(row, columns, year), year));
        }
        return new Table(table.spec(), rows);
    }

    /** Sets the days of a figure, and the last day of the year that a statement of the record is about. */
    private static @Nullable Object[] withDays(Table table, Cells cells, @Nullable Object[] row, ReportingYear year) {
        if (has(table, "first_day")) {
            Span span = new Span(
                    ReportingPeriod.placeOf(cells.text(row, "period")),
                    Accumulation.ofCode(cells.text(row, "accumulation")));
            row[table.spec().indexOf("first_day")] = span.firstDay(year);
            row[table.spec().indexOf("last_day")] = span.lastDay(year);
        }
        if (has(table, "date")) {
            int ofStatement = (Integer) cells.required(row, "year");
            row[table.spec().indexOf("date")] = year.end(Period.ofYear(ofStatement));
        }
        return row;
    }

    private String area(Table table, Cells cells, @Nullable Object[] row) {
        return has(table, AREA) ? cells.text(row, AREA) : areas.getOrDefault(cells.text(row, PROGRAMME), "");
    }

    private static boolean has(Table table, String column) {
        return table.spec().columns().stream().anyMatch(one -> one.name().equals(column));
    }

    private static @Nullable Object[] withCodes(@Nullable Object[] row, List<Integer> columns, ReportingYear year) {
        @Nullable Object[] coded = row.clone();
        for (int column : columns) {
            String text = coded[column] == null ? "" : coded[column].toString();
            if (Period.hasForm(text)) {
                coded[column] = new ReportingPeriod(Period.parse(text), year).toString();
            }
        }
        return coded;
    }
}
