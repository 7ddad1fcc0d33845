package vn.chitieu.notebook.programme;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingPeriod;

/** What rows of past projections say together: errors, shares, reliability. */
public final class AccuracyFigures {

    public static final String OWN = "chitieu";
    public static final String GROWTH_RULE = "growth_to_date_rule";
    public static final String PLAN_RULE = "plan_share_rule";
    public static final List<Double> BINS = List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);

    private AccuracyFigures() {}

    /** Returns the rows whose probability is in a bin, its lower end with it; the last bin holds 1 too. */
    public static List<MartRow> inBin(List<MartRow> rows, int bin) {
        double from = BINS.get(bin);
        double to = BINS.get(bin + 1);
        return rows.stream()
                .filter(row -> row.number("p_attain").isPresent())
                .filter(row -> {
                    double p = row.number("p_attain").getAsDouble();
                    return p >= from && (p < to || to == 1);
                })
                .toList();
    }

    /** Returns the rows that are of a series, not of a target in its own measure. */
    public static List<MartRow> ofSeries(MartRows rows) {
        return rows.stream().filter(row -> row.text("programme_id").isEmpty()).toList();
    }

    /** Returns the rows that are of a target in its own measure. */
    public static List<MartRow> ofTargets(MartRows rows) {
        return rows.stream().filter(row -> !row.text("programme_id").isEmpty()).toList();
    }

    public static List<MartRow> of(List<MartRow> rows, String source) {
        return rows.stream().filter(row -> row.text("source").equals(source)).toList();
    }

    /** Returns the last month known when the row was projected; 0 if nothing of the year was. */
    public static int month(MartRow row) {
        Period cutoff = ReportingPeriod.placeOf(row.text("cutoff_period"));
        return cutoff.year() < row.integer("year").orElseThrow() ? 0 : cutoff.lastMonth();
    }

    /** Returns the calendar month that the last period known ends in. */
    public static int calendarMonth(MartRow row) {
        return ReportingPeriod.parse(row.text("cutoff_period")).lastMonth();
    }

    /** Returns the error of a row in percent of the outturn or, of a rate, in percentage points. */
    public static OptionalDouble error(MartRow row) {
        return row.text("unit_code").startsWith("pct") ? row.number("forecast_error") : row.number("error_pct");
    }

    public static OptionalDouble absolute(OptionalDouble value) {
        return value.isEmpty() ? value : OptionalDouble.of(Math.abs(value.getAsDouble()));
    }

    public static OptionalDouble truth(boolean isTrue) {
        return OptionalDouble.of(isTrue ? 100 : 0);
    }

    /** Returns the mean of the probabilities given, in percent. */
    public static OptionalDouble meanProbability(List<MartRow> rows) {
        OptionalDouble mean = mean(rows, row -> row.number("p_attain"));
        return mean.isEmpty() ? mean : OptionalDouble.of(100 * mean.getAsDouble());
    }

    public static OptionalDouble share(List<MartRow> rows, String column) {
        return mean(rows, row -> row.cell(column).isEmpty() ? OptionalDouble.empty() : truth(row.isTrue(column)));
    }

    public static OptionalDouble mean(List<MartRow> rows, Function<MartRow, OptionalDouble> number) {
        return rows.stream()
                .map(number)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average();
    }
}
