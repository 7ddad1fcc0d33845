package vn.chitieu.mart;

import static vn.chitieu.catalog.table.ColumnType.BOOLEAN;
import static vn.chitieu.catalog.table.ColumnType.DATE;
import static vn.chitieu.catalog.table.ColumnType.DOUBLE;
import static vn.chitieu.catalog.table.ColumnType.INTEGER;
import static vn.chitieu.catalog.table.ColumnType.TEXT;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.EstimateReview;
import vn.chitieu.attainment.EstimateReview.Kind;
import vn.chitieu.attainment.PaceStep;
import vn.chitieu.attainment.TargetAttainment;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.MethodNote;

/** The verdicts and what the rest of the year must bring, as tables. */
public final class AttainmentTables {

    /** The verdict on a version of a target, and what others expect of its year. */
    record Judged(TargetAttainment attainment, List<EstimateReview> reviews) {

        private @Nullable Double estimate(Kind kind) {
            return reviews.stream()
                    .filter(review -> review.kind() == kind
                            && review.programmeId().equals(attainment.programmeId())
                            && review.targetId().equals(attainment.targetId()))
                    .map(EstimateReview::estimate)
                    .findFirst()
                    .orElse(null);
        }
    }

    static final Columns<Judged> TARGET_ATTAINMENT = Columns.<Judged>of(
                    "target_attainment", "programme_id", "target_id", "target_version")
            .required("programme_id", TEXT, row -> row.attainment().programmeId())
            .required("target_id", TEXT, row -> row.attainment().targetId())
            .required("target_version", INTEGER, row -> row.attainment().targetVersion())
            .required("is_headline", BOOLEAN, row -> row.attainment().isHeadline())
            .optional("group_no", INTEGER, row -> row.attainment().groupNo())
            .required("area_code", TEXT, row -> row.attainment().areaCode())
            .required("year", INTEGER, row -> row.attainment().year())
            .required("indicator_code", TEXT, row -> row.attainment().indicatorCode())
            .required("activity_code", TEXT, row -> row.attainment().activityCode())
            .required("measure_code", TEXT, row -> row.attainment().measure().code())
            .required("unit_code", TEXT, row -> row.attainment().unitCode())
            .required("comparator_code", TEXT, row -> row.attainment()
                    .comparator()
                    .code())
            .required("comparator_basis", TEXT, row -> row.attainment()
                    .comparatorBasis()
                    .code())
            .optional("tolerance", DOUBLE, row -> row.attainment().tolerance())
            .required("issuer", TEXT, row -> row.attainment().issuer())
            .required("issued_on", DATE, row -> row.attainment().issuedOn())
            .required("relation_code", TEXT, row -> row.attainment().relation().code())
            .optional("target_value", DOUBLE, row -> row.attainment().targetValue())
            .optional("previous_year_value", DOUBLE, row -> row.attainment().previousYearValue())
            .optional("actual_to_date", DOUBLE, row -> row.attainment().actualToDate())
            .optional("actual_period", TEXT, row -> text(row.attainment().actualPeriod()))
            .optional("to_date_change_pct", DOUBLE, row -> row.attainment().toDateChangePct())
            .optional("to_date_attainment_pct", DOUBLE, row -> row.attainment().toDateAttainmentPct())
            .optional("point", DOUBLE, row -> row.attainment().point())
            .optional("p2_5", DOUBLE, row -> row.attainment().p2_5())
            .optional("p10", DOUBLE, row -> row.attainment().p10())
            .optional("p50", DOUBLE, row -> row.attainment().p50())
            .optional("p90", DOUBLE, row -> row.attainment().p90())
            .optional("p97_5", DOUBLE, row -> row.attainment().p97_5())
            .optional(
                    "projected_attainment_pct", DOUBLE, row -> row.attainment().projectedAttainmentPct())
            .optional("p_attain", DOUBLE, row -> row.attainment().pAttain())
            .optional("unit_estimate", DOUBLE, row -> row.estimate(Kind.UNIT))
            .optional("official_estimate", DOUBLE, row -> row.estimate(Kind.OFFICIAL))
            .required("verdict_code", TEXT, row -> row.attainment().verdict().code())
            .optional("reason_code", TEXT, row -> row.attainment().reasonCode())
            .optionalText("reason", row -> row.attainment().reason())
            .optional(
                    "plan_share_rule_attains", BOOLEAN, row -> row.attainment().planShareRuleAttains())
            .optional(
                    "growth_to_date_rule_point", DOUBLE, row -> row.attainment().growthToDateRulePoint())
            .optional("required_rest", DOUBLE, row -> row.attainment().requiredRest())
            .optional("required_growth_pct", DOUBLE, row -> row.attainment().requiredGrowthPct())
            .optional("required_growth_percentile", DOUBLE, row -> row.attainment()
                    .requiredGrowthPercentile())
            .optional("method_used", TEXT, row -> code(row.attainment().methodUsed()))
            .optionalText(
                    "method", row -> ProjectionTables.words(row.attainment().methodUsed()))
            .optional("fallback_reason", TEXT, row -> code(row.attainment().fallbackReason()))
            .optionalText(
                    "fallback_reason",
                    row -> ProjectionTables.words(row.attainment().fallbackReason()))
            .optional("history_years", INTEGER, row -> row.attainment().historyYears())
            .optional("flag", TEXT, row -> row.attainment().flag())
            .optional("closed_on", DATE, row -> row.attainment().closedOn())
            .required("evaluated_on", DATE, row -> row.attainment().evaluatedOn())
            .ofFigure(
                    row -> row.attainment().origin(),
                    row -> row.attainment().obsStatus(),
                    row -> row.attainment().vintageDate(),
                    row -> row.attainment().methodCode());

    static final Columns<PaceStep> REQUIRED_PACE = Columns.<PaceStep>of(
                    "required_pace", "programme_id", "target_id", "target_version", "period")
            .required("programme_id", TEXT, PaceStep::programmeId)
            .required("target_id", TEXT, PaceStep::targetId)
            .required("target_version", INTEGER, PaceStep::targetVersion)
            .required("period", TEXT, step -> step.period().toString())
            .required("unit_code", TEXT, PaceStep::unitCode)
            .required("required_value", DOUBLE, PaceStep::requiredValue)
            .required("required_cumulated", DOUBLE, PaceStep::requiredCumulated)
            .optional("naive_value", DOUBLE, PaceStep::naiveValue)
            .optional("projected_value", DOUBLE, PaceStep::projectedValue)
            .optional("last_year_value", DOUBLE, PaceStep::lastYearValue)
            .ofFigure(PaceStep::origin, PaceStep::obsStatus, PaceStep::vintageDate, PaceStep::methodCode);

    static final Columns<EstimateReview> ESTIMATE_REVIEW = Columns.<EstimateReview>of(
                    "estimate_review", "programme_id", "target_id", "estimate_code")
            .required("programme_id", TEXT, EstimateReview::programmeId)
            .required("target_id", TEXT, EstimateReview::targetId)
            .required("estimate_code", TEXT, review -> review.kind().code())
            .required("unit_code", TEXT, EstimateReview::unitCode)
            .required("estimate", DOUBLE, EstimateReview::estimate)
            .required("estimated_on", DATE, EstimateReview::estimatedOn)
            .required("estimate_period", TEXT, review -> review.estimatePeriod().toString())
            .required("sender", TEXT, EstimateReview::sender)
            .optional("point", DOUBLE, EstimateReview::point)
            .optional("p_at_least", DOUBLE, EstimateReview::pAtLeast)
            .optional("implied_rest", DOUBLE, EstimateReview::impliedRest)
            .optional("implied_growth_pct", DOUBLE, EstimateReview::impliedGrowthPct)
            .optional("implied_growth_percentile", DOUBLE, EstimateReview::impliedGrowthPercentile)
            .optional("past_bias", DOUBLE, EstimateReview::pastBias)
            .required("past_bias_years", INTEGER, EstimateReview::pastBiasYears)
            .optional("past_bias_basis", TEXT, review -> code(review.pastBiasBasis()))
            .optional("causes", TEXT, EstimateReview::causes)
            .optional("solutions", TEXT, EstimateReview::solutions)
            .ofRun();

    private AttainmentTables() {}

    /** Returns {@link MartTables#TARGET_ATTAINMENT}, with the estimates that others stated. */
    public static Table targetAttainment(
            List<TargetAttainment> attainments, List<EstimateReview> reviews, RunStamp stamp) {
        return TARGET_ATTAINMENT.table(
                attainments.stream()
                        .map(attainment -> new Judged(attainment, reviews))
                        .toList(),
                stamp);
    }

    /** Returns {@link MartTables#REQUIRED_PACE}. */
    public static Table requiredPace(List<PaceStep> steps, RunStamp stamp) {
        return REQUIRED_PACE.table(steps, stamp);
    }

    /** Returns {@link MartTables#ESTIMATE_REVIEW}. */
    public static Table estimateReview(List<EstimateReview> reviews, RunStamp stamp) {
        return ESTIMATE_REVIEW.table(reviews, stamp);
    }

    private static @Nullable String code(@Nullable MethodNote note) {
        return note == null ? null : note.code();
    }

    private static @Nullable String code(@Nullable Kind kind) {
        return kind == null ? null : kind.code();
    }

    private static @Nullable String text(@Nullable Period period) {
        return period == null ? null : period.toString();
    }
}
