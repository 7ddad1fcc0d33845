package vn.chitieu.notebook.programme;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vn.chitieu.notebook.rows.MartRow;

/** What a target means for the series that is projected: the level at which the year must end. */
final class TargetLevel {

    private TargetLevel() {}

    /**
     * Returns the projected series that a target can be drawn against: its indicator at constant prices for growth in
     * volume, else at current prices or without a price basis.
     *
     * @param target a row of {@code target_attainment}
     * @param projections of the same area, as the table holds them
     */
    static Optional<MartRow> series(MartRow target, List<MartRow> projections) {
        List<String> bases = target.text("measure_code").equals("growth_volume")
                ? List.of("constant_", "none")
                : List.of("current", "none");
        return bases.stream()
                .flatMap(basis -> projections.stream()
                        .filter(row -> row.text("indicator_code").equals(target.text("indicator_code"))
                                && row.text("activity_code").equals(target.text("activity_code"))
                                && row.text("price_basis").startsWith(basis)
                                && row.integer("year").equals(target.integer("year"))))
                .findFirst();
    }

    /**
     * Returns the level of the series, in its unit, that a number of a target stands for. Empty where the target is not
     * about the level of the series: shares, amounts per head.
     *
     * @param target a row of {@code target_attainment}
     * @param column of that row: its value, its projection
     * @param series a row of {@code projection}
     */
    static OptionalDouble of(MartRow target, String column, MartRow series, ProgrammeAttainment.Units units) {
        OptionalDouble value = target.number(column);
        if (value.isEmpty()) {
            return value;
        }
        double goal = value.getAsDouble();
        OptionalDouble lastYear = series.number("previous_year_value");
        return switch (target.text("measure_code")) {
            case "flow_year", "stock_year_end", "ratio_year", "higher_than_last_year" ->
                scaled(units.factor(target.text("unit_code"), series.text("unit_code")), goal);
            case "growth_volume", "growth_year" ->
                isRate(series)
                        ? scaled(units.factor(target.text("unit_code"), series.text("unit_code")), goal)
                        : scaled(lastYear, 1 + goal / 100);
            case "change_from_last_year" ->
                lastYear.isEmpty() ? lastYear : OptionalDouble.of(lastYear.getAsDouble() + goal);
            default -> OptionalDouble.empty();
        };
    }

    private static boolean isRate(MartRow series) {
        return series.text("unit_code").equals("pct");
    }

    private static OptionalDouble scaled(OptionalDouble factor, double value) {
        return factor.isEmpty() ? factor : OptionalDouble.of(factor.getAsDouble() * value);
    }
}
