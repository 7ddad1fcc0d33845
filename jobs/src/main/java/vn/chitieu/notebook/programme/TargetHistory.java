package vn.chitieu.notebook.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.observation.ReportingPeriod;

/**
 * The outcomes of the years before, in the terms of a target.
 *
 * @param years the outcome of each year known, oldest first
 * @param query the rows they were read from
 */
public record TargetHistory(TreeMap<Integer, Double> years, MartQuery query) {

    private static final int MOST_YEARS = 12;

    /** Returns the history of a target; empty where no earlier year is published in its terms. */
    public static Optional<TargetHistory> of(Target target, ProgrammeView view) {
        MartRow row = target.headline();
        MartQuery query =
                switch (row.text("measure_code")) {
                    case "growth_volume" -> sectors(target, view, "growth_pct", "(constant_2010|none)");
                    case "share_of_grdp", "share_of_gdp" -> sectors(target, view, "share_pct", "(current|none)");
                    case "per_capita" ->
                        MartQuery.of("history", MartTables.GRDP_PER_CAPITA.name())
                                .where("area_code", row.text("area_code"))
                                .like("period", view.years())
                                .orderBy("period")
                                .columns("period", "value", "unit_code", "value_origin", "vintage_date");
                    default ->
                        MartQuery.of("history", MartTables.OBSERVATION.name())
                                .where("area_code", row.text("area_code"))
                                .where("indicator_code", row.text("indicator_code"))
                                .where("activity_code", row.text("activity_code"))
                                .where("frequency", "A")
                                .like("price_basis", "(current|none)")
                                .orderBy("period", "published_date")
                                .columns(
                                        "period",
                                        "obs_value",
                                        "unit_code",
                                        "status_code",
                                        "published_date",
                                        "is_latest");
                };
        LocalDate knownBy = view.programme().knownBy();
        TreeMap<Integer, Double> years = new TreeMap<>();
        for (MartRow found : query.rows(view.marts())) {
            int year = ReportingPeriod.placeOf(found.text("period")).year();
            boolean isKnown = found.date(found.hasColumn("vintage_date") ? "vintage_date" : "published_date")
                    .map(day -> !day.isAfter(knownBy))
                    .orElse(true);
            OptionalDouble value = value(found, row, view);
            if (isKnown && value.isPresent() && year < row.integer("year").orElseThrow()) {
                years.put(year, value.getAsDouble());
            }
        }
        while (years.size() > MOST_YEARS) {
            years.pollFirstEntry();
        }
        return years.isEmpty() ? Optional.empty() : Optional.of(new TargetHistory(years, query));
    }

    public double latest() {
        return Objects.requireNonNull(years.lastEntry(), "a history has a year").getValue();
    }

    private static MartQuery sectors(Target target, ProgrammeView view, String column, String basis) {
        return MartQuery.of("history", MartTables.GRDP_BY_SECTOR.name())
                .where("area_code", view.programme().areaCode())
                .where("activity_code", target.headline().text("activity_code"))
                .like("price_basis", basis)
                .like("period", view.years())
                .orderBy("period")
                .columns("period", "price_basis", column, "origin", "vintage_date");
    }

    private static OptionalDouble value(MartRow found, MartRow target, ProgrammeView view) {
        for (String column : List.of("growth_pct", "share_pct")) {
            if (found.hasColumn(column)) {
                return found.number(column);
            }
        }
        if (found.hasColumn("is_latest") && !found.isTrue("is_latest")) {
            return OptionalDouble.empty();
        }
        OptionalDouble value = found.number(found.hasColumn("value") ? "value" : "obs_value");
        if (value.isEmpty()) {
            return value;
        }
        OptionalDouble factor = view.programme().units().factor(found.text("unit_code"), target.text("unit_code"));
        return factor.isEmpty() ? factor : OptionalDouble.of(factor.getAsDouble() * value.getAsDouble());
    }
}
