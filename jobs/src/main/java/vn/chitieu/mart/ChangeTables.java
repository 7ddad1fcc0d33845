package vn.chitieu.mart;

import static vn.chitieu.mart.Columns.DATE;
import static vn.chitieu.mart.Columns.DECIMAL;
import static vn.chitieu.mart.Columns.INTEGER;
import static vn.chitieu.mart.Columns.TEXT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** What a number is about. */
    record Subject(
            String areaCode,
            String indicatorCode,
            String activityCode,
            String priceBasis,
            int year,
            String programmeId,
            String targetId,
            String unitCode) {

        private static Subject of(SeriesProjection series) {
            return new Subject(
                    series.id().areaCode(),
                    series.id().indicatorCode(),
                    series.id().activityCode(),
                    series.id().priceBasis().code(),
                    series.year(),
                    "",
                    "",
                    series.unitCode());
        }

        private static Subject of(TargetAttainment target, String unitCode) {
            return new Subject(
                    target.programme().areaCode(),
                    target.target().indicatorCode(),
                    target.target().activityCode(),
                    "",
                    target.programme().year(),
                    target.programmeId(),
                    target.targetId(),
                    unitCode);
        }
    }

    /** One cause of the change of one number since a run. */
    record Movement(Change change, Subject subject, PreviousRun previous) {

        /**
         * Returns what the cause adds, of the numbers as printed beside it: the effects of one number add up to its
         * change to the last digit.
         */
        private double effect() {
            return Columns.decimal(change.after())
                    .subtract(Columns.decimal(change.before()))
                    .doubleValue();
        }
    }

    private static final Columns<Subject> SUBJECT = Columns.<Subject>part()
            .required("area_code", TEXT, Subject::areaCode)
            .required("indicator_code", TEXT, Subject::indicatorCode)
            .required("activity_code", TEXT, Subject::activityCode)
            .optional("price_basis", TEXT, Subject::priceBasis)
            .required("year", INTEGER, Subject::year)
            .optional("programme_id", TEXT, Subject::programmeId)
            .optional("target_id", TEXT, Subject::targetId)
            .required("unit_code", TEXT, Subject::unitCode);

    static final Columns<Movement> CHANGE_EXPLANATION = Columns.<Movement>of(
                    "change_explanation", "subject_id", "quantity_code", "position")
            .required("subject_id", TEXT, row -> row.change().quantity().subjectId())
            .required("quantity_code", TEXT, row -> row.change().quantity().quantityCode())
            .required("cause_code", TEXT, row -> row.change().cause().code())
            .required("position", INTEGER, row -> row.change().position())
            .optional("cause_indicator_code", TEXT, row -> row.change().origin().indicatorCode())
            .optional("cause_delivery_id", TEXT, row -> row.change().origin().deliveryId())
            .with(SUBJECT, Movement::subject)
            .required("value_before", DECIMAL, row -> row.change().before())
            .required("value_after", DECIMAL, row -> row.change().after())
            .required("effect", DECIMAL, Movement::effect)
            .required("previous_run_id", TEXT, row -> row.previous().runId())
            .required("previous_as_of_date", DATE, row -> row.previous().asOf())
            .ofRun();

    private static final String PROBABILITY = "probability";

    private ChangeTables() {}

    /** Returns what series are that some changes are of. */
    static Map<Quantity, Subject> ofSeries(Collection<ProjectionTables.Dated> projections, Set<Quantity> changed) {
        Map<Quantity, Subject> subjects = new TreeMap<>();
        for (ProjectionTables.Dated dated : projections) {
            SeriesProjection series = dated.projection();
            Quantity point = TrackedQuantities.point(series.id().toString(), series.year());
            if (changed.contains(point)) {
                subjects.put(point, Subject.of(series));
            }
        }
        return subjects;
    }

    /**
     * Returns {@link MartTables#CHANGE_EXPLANATION}.
     *
     * @param series that some of the changes are of, as {@link #ofSeries} returns them
     * @param attainments of the present run, which name the subjects
     */
    static Table changeExplanation(
            List<Change> changes,
            @Nullable PreviousRun previous,
            Map<Quantity, Subject> series,
            List<TargetAttainment> attainments,
            RunStamp stamp) {
        Map<Quantity, Subject> subjects = new TreeMap<>(series);
        attainments.stream().filter(TargetAttainment::isHeadline).forEach(target -> {
            subjects.put(
                    TrackedQuantities.probability(target.programmeId(), target.targetId()),
                    Subject.of(target, PROBABILITY));
            subjects.put(
                    TrackedQuantities.projected(target.programmeId(), target.targetId()),
                    Subject.of(target, target.target().unitCode()));
        });
        List<Movement> rows = new ArrayList<>();
        for (Change change : previous == null ? List.<Change>of() : changes) {
            Subject subject = subjects.get(change.quantity());
            if (subject != null && previous != null) {
                Movement movement = new Movement(change, subject, previous);
                if (movement.effect() != 0) {
                    rows.add(movement);
                }
            }
        }
        return CHANGE_EXPLANATION.table(rows, stamp);
    }
}
