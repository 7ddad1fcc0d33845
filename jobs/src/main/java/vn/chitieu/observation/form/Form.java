package vn.chitieu.observation.form;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.text.LocalizedText;

/**
 * A form of the catalogue: who fills it in, how often, and what stands where.
 *
 * @param code by which the form is known in file names and in the workbook itself
 * @param programmeId the programme whose targets it serves
 * @param dueDay day of the month after the period by which it is due
 * @param completenessPct how many of the figures asked for must be stated for the form to be used, in percent
 * @param missingMarks texts that say that there is no figure
 * @param head where the figures and the particulars of a delivery stand
 */
public record Form(
        String code,
        LocalizedText name,
        LocalizedText department,
        String programmeId,
        String areaCode,
        Frequency frequency,
        int dueDay,
        int completenessPct,
        Set<String> missingMarks,
        Head head,
        List<FormColumn> columns,
        List<FormRow> rows) {

    public Form {
        missingMarks = Set.copyOf(missingMarks);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        Set<String> keys = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (FormColumn column : columns) {
            if (!ids.add(column.id())) {
                throw new IllegalArgumentException(
                        "Expecting each column of form " + code + " once but found '" + column.id() + "' again");
            }
        }
        for (FormRow row : rows) {
            if (!keys.add(row.key())) {
                throw new IllegalArgumentException(
                        "Expecting each row of form " + code + " once but found key '" + row.key() + "' again");
            }
            if (!ids.containsAll(row.closed())) {
                throw new IllegalArgumentException("Expecting columns of form " + code + " in closed of row '"
                        + row.key() + "', " + ids + ", but was " + row.closed());
            }
        }
        for (FormRow row : rows) {
            if (!keys.containsAll(row.parts()) || row.parts().contains(row.key())) {
                throw new IllegalArgumentException("Expecting other rows of form " + code + " as parts of row '"
                        + row.key() + "' but was " + row.parts());
            }
        }
    }

    /**
     * The sheet with the figures, and the texts in its head beside which the particulars of a delivery stand.
     *
     * @param sheet its name
     * @param unitLine what must stand beside the text {@code unit}
     * @param day beside which the day of the report stands, which may be left empty; older forms do not have it
     */
    public record Head(
            String sheet,
            String form,
            String sender,
            String period,
            String status,
            String unit,
            String unitLine,
            String day) {}

    /** Returns the row with a key. */
    public Optional<FormRow> row(String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    /** Returns the first column of a role. */
    public Optional<FormColumn> column(FormColumn.Role role) {
        return columns.stream().filter(column -> column.role() == role).findFirst();
    }

    /** Returns how many rows the header has. */
    public int headerRows() {
        return columns.stream().mapToInt(column -> column.header().size()).max().orElse(1);
    }

    /** Returns the day by which the form of a period of a year is due. */
    public LocalDate due(Period period, ReportingYear year) {
        YearMonth month = YearMonth.from(year.end(period)).plusMonths(1);
        return month.atDay(Math.min(dueDay, month.lengthOfMonth()));
    }

    /** Returns the periods of a year for which the form is filled in, in order. */
    public List<Period> periods(int year) {
        List<Period> periods = new ArrayList<>();
        for (int index = 1; index <= frequency.periodsPerYear(); index++) {
            periods.add(new Period(year, frequency, index));
        }
        return periods;
    }
}
