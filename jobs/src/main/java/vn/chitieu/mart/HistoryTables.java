package vn.chitieu.mart;

import static vn.chitieu.mart.Columns.BOOLEAN;
import static vn.chitieu.mart.Columns.DATE;
import static vn.chitieu.mart.Columns.DOUBLE;
import static vn.chitieu.mart.Columns.INTEGER;
import static vn.chitieu.mart.Columns.TEXT;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.TargetAttainment;
import vn.chitieu.catalog.run.ProductClasses;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.observation.Period;

/** What each run of the chain said of targets and series: how a chance and a projection developed. */
final class HistoryTables {

    /**
     * A run of the chain.
     *
     * @param no its place in the chain, from 1
     * @param productVersion of the program that made it
     */
    record Told(int no, RunStamp stamp, String productVersion) {}

    /** What a run said of a target. */
    record OfTarget(Told told, TargetAttainment attainment) {

        private @Nullable String actualPeriod() {
            Period period = attainment.known().period();
            return period == null ? null : period.toString();
        }
    }

    /** What a run said of a series. */
    record OfSeries(Told told, ProjectionTables.Dated dated) {}

    private static final Columns<Told> RUN = Columns.<Told>part()
            .required("as_of_date", DATE, told -> told.stamp().asOf())
            .required("run_no", INTEGER, Told::no)
            .required("run_id", TEXT, told -> told.stamp().runId())
            .required("is_last_of_day", BOOLEAN, told -> true)
            .required("product_version", TEXT, Told::productVersion);

    static final Columns<OfTarget> TARGET_HISTORY = Columns.<OfTarget>of(
                    "target_history", "programme_id", "target_id", "as_of_date", "run_no")
            .required("programme_id", TEXT, row -> row.attainment().programmeId())
            .required("target_id", TEXT, row -> row.attainment().targetId())
            .with(RUN, OfTarget::told)
            .required(
                    "target_version", INTEGER, row -> row.attainment().version().number())
            .required("area_code", TEXT, row -> row.attainment().programme().areaCode())
            .required("year", INTEGER, row -> row.attainment().programme().year())
            .required("unit_code", TEXT, row -> row.attainment().target().unitCode())
            .optional("target_value", DOUBLE, row -> row.attainment().targetValue())
            .optional(
                    "target_value_to", DOUBLE, row -> row.attainment().version().rangeTo())
            .optional("actual_period", TEXT, OfTarget::actualPeriod)
            .optional("actual_to_date", DOUBLE, row -> row.attainment().known().toDate())
            .optional("point", DOUBLE, row -> row.attainment().forecast().point())
            .with(AttainmentTables.LAW, row -> row.attainment().forecast())
            .optional("p_attain", DOUBLE, row -> row.attainment().judgement().pAttain())
            .required(
                    "verdict_code",
                    TEXT,
                    row -> row.attainment().judgement().verdict().code())
            .optional("reason_code", TEXT, row -> row.attainment().judgement().reasonCode())
            .required("evaluated_on", DATE, row -> row.attainment().evaluatedOn())
            .required("method_code", TEXT, row -> row.attainment().provenance().methodCode());

    static final Columns<OfSeries> PROJECTION_HISTORY = Columns.<OfSeries>of(
                    "projection_history",
                    "area_code",
                    "indicator_code",
                    "activity_code",
                    "price_basis",
                    "year",
                    "as_of_date",
                    "run_no")
            .with(ProjectionTables.SERIES, row -> row.dated().projection().id())
            .required("year", INTEGER, row -> row.dated().projection().year())
            .with(RUN, OfSeries::told)
            .required("unit_code", TEXT, row -> row.dated().projection().unitCode())
            .optional("last_period", TEXT, row -> row.dated().lastPeriod())
            .required("point", DOUBLE, row -> row.dated().projection().point())
            .with(ProjectionTables.LAW, OfSeries::dated)
            .required("evaluated_on", DATE, row -> row.dated().evaluatedOn())
            .required(
                    "method_code",
                    TEXT,
                    row -> row.dated().projection().method().code());

    private HistoryTables() {}

    /**
     * Returns {@link MartTables#TARGET_HISTORY} with what a run says.
     *
     * @param before of the runs before it
     * @param attainments of which the headlines count
     */
    static Table targets(RunHistory before, Collection<TargetAttainment> attainments, RunStamp stamp) {
        Told told = told(before, stamp);
        List<OfTarget> own = attainments.stream()
                .filter(TargetAttainment::isHeadline)
                .map(attainment -> new OfTarget(told, attainment))
                .toList();
        return before.targets(TARGET_HISTORY.table(own), stamp.asOf());
    }

    /** Returns the rows of an area in {@link MartTables#PROJECTION_HISTORY} with what a run says. */
    static Table projections(
            RunHistory before, String areaCode, Collection<ProjectionTables.Dated> projections, RunStamp stamp) {
        Told told = told(before, stamp);
        List<OfSeries> own =
                projections.stream().map(dated -> new OfSeries(told, dated)).toList();
        return before.projections(areaCode, PROJECTION_HISTORY.table(own), stamp.asOf());
    }

    /** Returns the codes of the indicators of some rows of {@link MartTables#PROJECTION_HISTORY}. */
    static Set<String> indicators(Table projections) {
        Cells cells = new Cells(projections.spec());
        return projections.rows().stream()
                .map(row -> cells.text(row, "indicator_code"))
                .collect(Collectors.toSet());
    }

    private static Told told(RunHistory before, RunStamp stamp) {
        return new Told(before.nextRunNo(), stamp, ProductClasses.version());
    }
}
