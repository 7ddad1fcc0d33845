package vn.chitieu.mart;

import static vn.chitieu.mart.Columns.BOOLEAN;
import static vn.chitieu.mart.Columns.DATE;
import static vn.chitieu.mart.Columns.DOUBLE;
import static vn.chitieu.mart.Columns.INTEGER;
import static vn.chitieu.mart.Columns.TEXT;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.EstimateReview;
import vn.chitieu.attainment.EstimateReview.Kind;
import vn.chitieu.attainment.PaceStep;
import vn.chitieu.attainment.TargetAttainment;
import vn.chitieu.attainment.TargetForecast;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.projection.Quantiles;

/** The verdicts and what the rest of the year must bring, as tables. */
public final class AttainmentTables {

    /** The verdict on a version of a target, and what others expect of its year. */
    record Judged(TargetAttainment attainment, List<EstimateReview> reviews) {

        private @Nullable Double estimate(Kind kind) {
            return reviews.stream()
                    .filter(review -> review.kind() == kind
                            && review.programmeId().equals(attainment.programmeId())
                            && review.targetId().equals(attainment.targetId()))
                    .map(review -> review.stated().value())
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The law of a target's year. */
    static final Columns<TargetForecast> LAW = Columns.<TargetForecast>part()
            .optional("p2_5", DOUBLE, forecast -> forecast.quantile(Quantiles::p2_5))
            .optional("p10", DOUBLE, forecast -> forecast.quantile(Quantiles::p10))
            .optional("p50", DOUBLE, forecast -> forecast.quantile(Quantiles::p50))
            .optional("p90", DOUBLE, forecast -> forecast.quantile(Quantiles::p90))
            .optional("p97_5", DOUBLE, forecast -> forecast.quantile(Quantiles::p97_5));

    static final Columns<Judged> TARGET_ATTAINMENT = Columns.<Judged>of(
                    "target_attainment", "programme_id", "target_id", "target_version")
            .required("programme_id", TEXT, row -> row.attainment().programmeId())
            .required("target_id", TEXT, row -> row.attainment().targetId())
            .required(
                    "target_version", INTEGER, row -> row.attainment().version().number())
            .required("is_headline", BOOLEAN, row -> row.attainment().isHeadline())
            .optional("group_no", INTEGER, row -> row.attainment().target().groupNo())
            .required("area_code", TEXT, row -> row.attainment().programme().areaCode())
            .required("year", INTEGER, row -> row.attainment().programme().year())
            .required("indicator_code", TEXT, row -> row.attainment().target().indicatorCode())
            .required("activity_code", TEXT, row -> row.attainment().target().activityCode())
            .required(
                    "measure_code",
                    TEXT,
                    row -> row.attainment().target().measure().code())
            .required("unit_code", TEXT, row -> row.attainment().target().unitCode())
            .required(
                    "comparator_code",
                    TEXT,
                    row -> row.attainment().target().comparator().code())
            .required(
                    "comparator_basis",
                    TEXT,
                    row -> row.attainment().target().goal().basis().code())
            .optional("tolerance", DOUBLE, row -> row.attainment().target().tolerance())
            .requiredText("issuer", row -> row.attainment().version().issuer())
            .required("issued_on", DATE, row -> row.attainment().version().issuedOn())
            .required(
                    "relation_code",
                    TEXT,
                    row -> row.attainment().version().relation().code())
            .optional("target_value", DOUBLE, row -> row.attainment().targetValue())
            .optional(
                    "target_value_to", DOUBLE, row -> row.attainment().version().rangeTo())
            .optional("previous_year_value", DOUBLE, row -> row.attainment()
                    .known()
                    .previousYear())
            .optional("actual_to_date", DOUBLE, row -> row.attainment().known().toDate())
            .optional(
                    "actual_period", TEXT, row -> text(row.attainment().known().period()))
            .optional("to_date_change_pct", DOUBLE, row -> row.attainment()
                    .known()
                    .changePct())
            .optional("to_date_attainment_pct", DOUBLE, row -> row.attainment().toDateAttainmentPct())
            .optional("point", DOUBLE, row -> row.attainment().forecast().point())
            .with(LAW, row -> row.attainment().forecast())
            .optional(
                    "projected_attainment_pct", DOUBLE, row -> row.attainment().projectedAttainmentPct())
            .optional("p_attain", DOUBLE, row -> row.attainment().judgement().pAttain())
            .optional("unit_estimate", DOUBLE, row -> row.estimate(Kind.UNIT))
            .optional("official_estimate", DOUBLE, row -> row.estimate(Kind.OFFICIAL))
            .required(
                    "verdict_code",
                    TEXT,
                    row -> row.attainment().judgement().verdict().code())
            .optional("reason_code", TEXT, row -> row.attainment().judgement().reasonCode())
            .optionalText("reason", row -> row.attainment().judgement().reasonText())
            .optional("plan_share_rule_attains", BOOLEAN, row -> row.attainment()
                    .forecast()
                    .planShareRuleAttains())
            .optional("growth_to_date_rule_point", DOUBLE, row -> row.attainment()
                    .forecast()
                    .growthToDateRulePoint())
            .optional("required_rest", DOUBLE, row -> row.attainment().pace().rest())
            .optional("required_growth_pct", DOUBLE, row -> row.attainment()
                    .pace()
                    .growthPct())
            .optional("required_rest_to", DOUBLE, row -> row.attainment().pace().restTo())
            .optional("required_growth_to_pct", DOUBLE, row -> row.attainment()
                    .pace()
                    .growthToPct())
            .optional("required_growth_percentile", DOUBLE, row -> row.attainment()
                    .pace()
                    .percentile())
            .optional(
                    "method_used", TEXT, row -> code(row.attainment().forecast().methodUsed()))
            .optionalText(
                    "method",
                    row -> ProjectionTables.words(row.attainment().forecast().methodUsed()))
            .optional(
                    "fallback_reason",
                    TEXT,
                    row -> code(row.attainment().forecast().fallbackReason()))
            .optionalText(
                    "fallback_reason",
                    row -> ProjectionTables.words(row.attainment().forecast().fallbackReason()))
            .optional(
                    "history_years", INTEGER, row -> row.attainment().forecast().historyYears())
            .optional("flag", TEXT, row -> row.attainment().forecast().flag())
            .optional("closed_on", DATE, row -> row.attainment().closedOn())
            .required("evaluated_on", DATE, row -> row.attainment().evaluatedOn())
            .ofFigure(
                    row -> row.attainment().provenance().origin(),
                    row -> row.attainment().provenance().status(),
                    row -> row.attainment().provenance().vintageDate(),
                    row -> row.attainment().provenance().methodCode());

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
            .ofFigure(
                    step -> step.provenance().origin(),
                    step -> step.provenance().status(),
                    step -> step.provenance().vintageDate(),
                    step -> step.provenance().methodCode());

    static final Columns<EstimateReview> ESTIMATE_REVIEW = Columns.<EstimateReview>of(
                    "estimate_review", "programme_id", "target_id", "estimate_code")
            .required("programme_id", TEXT, EstimateReview::programmeId)
            .required("target_id", TEXT, EstimateReview::targetId)
            .required("estimate_code", TEXT, review -> review.kind().code())
            .required("unit_code", TEXT, review -> review.stated().unitCode())
            .required("estimate", DOUBLE, review -> review.stated().value())
            .required("estimated_on", DATE, review -> review.stated().statedOn())
            .required(
                    "estimate_period", TEXT, review -> review.stated().period().toString())
            .required("sender", TEXT, review -> review.stated().sender())
            .optional("point", DOUBLE, EstimateReview::point)
            .optional("p_at_least", DOUBLE, EstimateReview::pAtLeast)
            .optional("implied_rest", DOUBLE, review -> review.implied().rest())
            .optional("implied_growth_pct", DOUBLE, review -> review.implied().growthPct())
            .optional("implied_growth_percentile", DOUBLE, review -> review.implied()
                    .percentile())
            .optional("past_bias", DOUBLE, review -> review.pastBias().mean())
            .required("past_bias_years", INTEGER, review -> review.pastBias().years())
            .optional("past_bias_basis", TEXT, review -> code(review.pastBias().basis()))
            .optional("causes", TEXT, review -> review.stated().causes())
            .optional("solutions", TEXT, review -> review.stated().solutions())
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
