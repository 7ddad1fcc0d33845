package vn.chitieu.mart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.ChangeExplanation.Change;
import vn.chitieu.attainment.TargetAttainment;
import vn.chitieu.attainment.TrackedQuantities;
import vn.chitieu.attainment.TrackedQuantities.Quantity;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.projection.SeriesProjection;

/** Why numbers moved since the run before, as a table. */
final class ChangeTables {

    private ChangeTables() {}

    /**
     * Returns {@link MartTables#CHANGE_EXPLANATION}.
     *
     * @param projections of the present run, which tell the subjects
     * @param attainments of the present run, which tell the subjects
     */
    static Table changeExplanation(
            List<Change> changes,
            @Nullable PreviousRun previous,
            List<ProjectionTables.Dated> projections,
            List<TargetAttainment> attainments,
            RunStamp stamp) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        if (previous == null) {
            return new Table(MartTables.CHANGE_EXPLANATION, rows);
        }
        Map<Quantity, SeriesProjection> series = new TreeMap<>();
        projections.forEach(dated -> series.put(
                TrackedQuantities.point(
                        dated.projection().id().toString(), dated.projection().year()),
                dated.projection()));
        Map<Quantity, TargetAttainment> targets = new TreeMap<>();
        attainments.stream()
                .filter(TargetAttainment::isHeadline)
                .forEach(attainment -> targets.put(
                        TrackedQuantities.probability(attainment.programmeId(), attainment.targetId()), attainment));
        for (Change change : changes) {
            RowBuilder row = RowBuilder.of(MartTables.CHANGE_EXPLANATION, stamp)
                    .set("subject_id", change.quantity().subjectId())
                    .set("quantity_code", change.quantity().quantityCode())
                    .set("cause_code", change.cause().code())
                    .set("position", change.cause().position())
                    .set("value_before", change.before())
                    .set("value_after", change.after())
                    .set("effect", change.effect())
                    .set("previous_run_id", previous.runId())
                    .set("previous_as_of_date", previous.asOf());
            SeriesProjection projection = series.get(change.quantity());
            TargetAttainment target = targets.get(change.quantity());
            if (projection != null) {
                rows.add(row.set("area_code", projection.id().areaCode())
                        .set("indicator_code", projection.id().indicatorCode())
                        .set("activity_code", projection.id().activityCode())
                        .set("price_basis", projection.id().priceBasis().code())
                        .set("year", projection.year())
                        .set("unit_code", projection.unitCode())
                        .build());
            } else if (target != null) {
                rows.add(row.set("area_code", target.areaCode())
                        .set("indicator_code", target.indicatorCode())
                        .set("activity_code", target.activityCode())
                        .set("year", target.year())
                        .set("programme_id", target.programmeId())
                        .set("target_id", target.targetId())
                        .set("unit_code", "probability")
                        .build());
            }
        }
        return new Table(MartTables.CHANGE_EXPLANATION, rows);
    }
}
