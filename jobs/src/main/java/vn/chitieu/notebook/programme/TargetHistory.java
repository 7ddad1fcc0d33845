package vn.chitieu.notebook.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
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

    /**
     * Returns the history of a target: of gross product and its parts what the accounts have, of any other indicator
     * what its own figures tell; empty where no earlier year is known in its terms.
     */
    public static Optional<TargetHistory> of(Target target, ProgrammeView view) {
        return ofAccounts(target, view).or(() -> OwnYears.of(OwnYears.Terms.of(target.headline()), view));
    }

    /**
     * Returns the years of a total of the programme's area up to the year of the programme, as its figures tell them.
     */
    public static Optional<TargetHistory> ofTotal(ProgrammeView view, String indicatorCode, String unitCode) {
        ProgrammeAttainment programme = view.programme();
        return OwnYears.of(
                new OwnYears.Terms(
                        programme.areaCode(), "_T", indicatorCode, "flow_year", unitCode, programme.year() + 1),
                view);
    }

    private static Optional<TargetHistory> ofAccounts(Target target, ProgrammeView view) {
        MartRow row = target.headline();
        return AccountIndicators.isOfAccounts(row)
                ? accounts(target, view).flatMap(query -> of(query, row, view))
                : Optional.empty();
    }

    private static Optional<MartQuery> accounts(Target target, ProgrammeView view) {
        return switch (target.headline().text("measure_code")) {
            case "growth_volume" -> Optional.of(sectors(target, view, "growth_pct", "(constant_2010|none)"));
            case "share_of_grdp", "share_of_gdp" -> Optional.of(sectors(target, view, "share_pct", "(current|none)"));
            case "per_capita" ->
                Optional.of(MartQuery.of("history", MartTables.GRDP_PER_CAPITA.name())
                        .where("area_code", target.headline().text("area_code"))
                        .like("period", view.years())
                        .orderBy("period")
                        .columns("period", "value", "unit_code", "value_origin", "vintage_date"));
            default -> Optional.empty();
        };
    }

    private static Optional<TargetHistory> of(MartQuery query, MartRow row, ProgrammeView view) {
        LocalDate knownBy = view.programme().knownBy();
        TreeMap<Integer, Double> years = new TreeMap<>();
        for (MartRow found : query.rows(view.marts())) {
            int year = ReportingPeriod.placeOf(found.text("period")).year();
            boolean isKnown =
                    found.date("vintage_date").map(day -> !day.isAfter(knownBy)).orElse(true);
            OptionalDouble value = value(found, row, view);
            if (isKnown && value.isPresent() && year < row.integer("year").orElseThrow()) {
                years.put(year, value.getAsDouble());
            }
        }
        return of(years, query);
    }

    static Optional<TargetHistory> of(NavigableMap<Integer, Double> years, MartQuery query) {
        return years.isEmpty() ? Optional.empty() : Optional.of(new TargetHistory(new TreeMap<>(years), query));
    }

    public double latest() {
        return Objects.requireNonNull(years.lastEntry(), "a history has a year").getValue();
    }

    /** Returns the latest years, as many as a chart and a table hold. */
    public NavigableMap<Integer, Double> shown() {
        List<Integer> all = List.copyOf(years.keySet());
        return years.tailMap(all.get(Math.max(0, all.size() - MOST_YEARS)), true);
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
        OptionalDouble value = found.number("value");
        OptionalDouble factor = view.programme().units().factor(found.text("unit_code"), target.text("unit_code"));
        return value.isEmpty() || factor.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(factor.getAsDouble() * value.getAsDouble());
    }
}
