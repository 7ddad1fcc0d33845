package vn.chitieu.notebook.programme;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.observation.ReportingPeriod;

/**
 * How the series of a target itself was projected in past years when they were known as far as this year is: by the
 * method that the night would have chosen then.
 *
 * @param month up to which the years recorded were known: the last that is not after the last month known of this year,
 *     0 for nothing
 * @param own the projections, in order of the years
 * @param growthRule the same by growth to date
 * @param planRule the same by the share of the year that has passed
 */
public record TargetRecord(
        String variable, int month, List<MartRow> own, List<MartRow> growthRule, List<MartRow> planRule) {

    private static final int MONTHS = 12;

    /**
     * Returns the record, without rows if no past year could be tested so; empty if the target is not projected or its
     * year known.
     */
    public static Optional<TargetRecord> of(ProgrammeView view, Target target) {
        boolean isOpen = target.isProjected() && month(target.headline()) < MONTHS;
        return isOpen ? Optional.of(of(view, target.headline())) : Optional.empty();
    }

    private static TargetRecord of(ProgrammeView view, MartRow row) {
        String measure = row.text("measure_code");
        String code = row.text("indicator_code");
        Stream<String> about = measure.startsWith("growth")
                ? Stream.concat(Stream.of(code, code + "_growth"), view.programme().units().withGrowth(code).stream())
                        .distinct()
                : Stream.of(code, code + (measure.equals("share_of_grdp") ? "_share" : "_per_capita"));
        boolean isVolume = measure.equals("growth_volume");
        MartRows record = MartRows.of(view.marts(), MartTables.FORECAST_EVALUATION);
        List<MartRow> candidates = about.flatMap(series -> record
                        .where(Map.of(
                                "area_code", row.text("area_code"),
                                "activity_code", row.text("activity_code"),
                                "indicator_code", series))
                        .stream())
                .filter(past -> past.text("programme_id").isEmpty())
                .filter(past -> past.text("unit_code").equals(row.text("unit_code")))
                .filter(past -> past.text("price_basis").startsWith("constant") == isVolume)
                .toList();
        String variable = candidates.stream()
                .map(past -> past.text("variable"))
                .min(Comparator.naturalOrder())
                .orElse("");
        int known = month(row);
        int month = candidates.stream()
                .filter(past -> past.text("variable").equals(variable))
                .mapToInt(AccuracyFigures::month)
                .filter(recorded -> recorded <= known)
                .max()
                .orElse(known);
        List<MartRow> rows = candidates.stream()
                .filter(past -> past.text("variable").equals(variable) && AccuracyFigures.month(past) == month)
                .sorted(Comparator.comparing(past -> past.integer("year").orElseThrow()))
                .toList();
        return new TargetRecord(
                variable,
                month,
                AccuracyFigures.of(rows, AccuracyFigures.OWN),
                AccuracyFigures.of(rows, AccuracyFigures.GROWTH_RULE),
                AccuracyFigures.of(rows, AccuracyFigures.PLAN_RULE));
    }

    private static int month(MartRow row) {
        String last = row.text("actual_period");
        return last.isEmpty() || row.text("method_code").equals("annual_drift")
                ? 0
                : ReportingPeriod.placeOf(last).lastMonth();
    }

    /** Returns the mean absolute error of some rows, in percent of the outturn, of rates in percentage points. */
    public static OptionalDouble error(List<MartRow> rows) {
        return AccuracyFigures.mean(rows, row -> AccuracyFigures.absolute(AccuracyFigures.error(row)));
    }

    /** Returns the mean absolute error of some rows in their unit. */
    public static OptionalDouble errorInUnit(List<MartRow> rows) {
        return AccuracyFigures.mean(rows, row -> AccuracyFigures.absolute(row.number("forecast_error")));
    }

    /** Returns by how much outturns were higher than projected on average, in the unit of the series. */
    public OptionalDouble biasInUnit() {
        return AccuracyFigures.mean(own, row -> row.number("forecast_error"));
    }

    /** Returns by how much outturns were higher than projected on average, in the unit of {@link #error}. */
    public OptionalDouble bias() {
        return AccuracyFigures.mean(own, AccuracyFigures::error);
    }

    /** Returns in how many years the outturn was inside the 80% interval. */
    public long covered() {
        return own.stream().filter(row -> row.isTrue("is_covered_80")).count();
    }
}
