package vn.chitieu.mart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.EstimateReview;
import vn.chitieu.attainment.PaceStep;
import vn.chitieu.attainment.TargetAttainment;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.observation.Period;

/** The verdicts and what the rest of the year must bring, as tables. */
public final class AttainmentTables {

    private AttainmentTables() {}

    /** Returns {@link MartTables#TARGET_ATTAINMENT}, with the estimates that others told. */
    public static Table targetAttainment(
            List<TargetAttainment> attainments, List<EstimateReview> reviews, RunStamp stamp) {
        Map<List<Object>, Double> estimates = new HashMap<>();
        reviews.forEach(review ->
                estimates.put(List.of(review.programmeId(), review.targetId(), review.kind()), review.estimate()));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (TargetAttainment a : attainments) {
            Period actual = a.actualPeriod();
            rows.add(RowBuilder.of(MartTables.TARGET_ATTAINMENT, stamp)
                    .set("programme_id", a.programmeId())
                    .set("target_id", a.targetId())
                    .set("target_version", a.targetVersion())
                    .set("is_headline", a.isHeadline())
                    .set("group_no", a.groupNo())
                    .set("area_code", a.areaCode())
                    .set("year", a.year())
                    .set("indicator_code", a.indicatorCode())
                    .set("activity_code", a.activityCode())
                    .set("measure_code", a.measure().code())
                    .set("unit_code", a.unitCode())
                    .set("comparator_code", a.comparator().code())
                    .set("comparator_basis", a.comparatorBasis().code())
                    .set("tolerance", a.tolerance())
                    .set("issuer", a.issuer())
                    .set("issued_on", a.issuedOn())
                    .set("relation_code", a.relation().code())
                    .set("target_value", a.targetValue())
                    .set("previous_year_value", a.previousYearValue())
                    .set("actual_to_date", a.actualToDate())
                    .set("actual_period", actual == null ? null : actual.toString())
                    .set("to_date_change_pct", a.toDateChangePct())
                    .set("to_date_attainment_pct", a.toDateAttainmentPct())
                    .set("point", a.point())
                    .set("p2_5", a.p2_5())
                    .set("p10", a.p10())
                    .set("p50", a.p50())
                    .set("p90", a.p90())
                    .set("p97_5", a.p97_5())
                    .set("projected_attainment_pct", a.projectedAttainmentPct())
                    .set("p_attain", a.pAttain())
                    .set(
                            "unit_estimate",
                            estimates.get(List.of(a.programmeId(), a.targetId(), EstimateReview.Kind.UNIT)))
                    .set(
                            "official_estimate",
                            estimates.get(List.of(a.programmeId(), a.targetId(), EstimateReview.Kind.OFFICIAL)))
                    .set("verdict_code", a.verdict().code())
                    .set("reason_code", a.reasonCode())
                    .set("reason_vi", a.reasonVi())
                    .set("reason_en", a.reasonEn())
                    .set("plan_share_rule_attains", a.planShareRuleAttains())
                    .set("growth_to_date_rule_point", a.growthToDateRulePoint())
                    .set("required_rest", a.requiredRest())
                    .set("required_growth_pct", a.requiredGrowthPct())
                    .set("required_growth_percentile", a.requiredGrowthPercentile())
                    .setNote("method_used", "method", a.methodUsed())
                    .setNote("fallback_reason", "fallback_reason", a.fallbackReason())
                    .set("history_years", a.historyYears())
                    .set("flag", a.flag())
                    .set("closed_on", a.closedOn())
                    .set("evaluated_on", a.evaluatedOn())
                    .set("origin", a.origin().code())
                    .set("obs_status", a.obsStatus().code())
                    .set("vintage_date", a.vintageDate())
                    .set("method_code", a.methodCode())
                    .build());
        }
        return new Table(MartTables.TARGET_ATTAINMENT, rows);
    }

    /** Returns {@link MartTables#REQUIRED_PACE}. */
    public static Table requiredPace(List<PaceStep> steps, RunStamp stamp) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (PaceStep step : steps) {
            rows.add(RowBuilder.of(MartTables.REQUIRED_PACE, stamp)
                    .set("programme_id", step.programmeId())
                    .set("target_id", step.targetId())
                    .set("target_version", step.targetVersion())
                    .set("period", step.period().toString())
                    .set("unit_code", step.unitCode())
                    .set("required_value", step.requiredValue())
                    .set("required_cumulated", step.requiredCumulated())
                    .set("naive_value", step.naiveValue())
                    .set("projected_value", step.projectedValue())
                    .set("last_year_value", step.lastYearValue())
                    .set("origin", step.origin().code())
                    .set("obs_status", step.obsStatus().code())
                    .set("vintage_date", step.vintageDate())
                    .set("method_code", step.methodCode())
                    .build());
        }
        return new Table(MartTables.REQUIRED_PACE, rows);
    }

    /** Returns {@link MartTables#ESTIMATE_REVIEW}. */
    public static Table estimateReview(List<EstimateReview> reviews, RunStamp stamp) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (EstimateReview review : reviews) {
            EstimateReview.Kind basis = review.pastBiasBasis();
            rows.add(RowBuilder.of(MartTables.ESTIMATE_REVIEW, stamp)
                    .set("programme_id", review.programmeId())
                    .set("target_id", review.targetId())
                    .set("estimate_code", review.kind().code())
                    .set("unit_code", review.unitCode())
                    .set("estimate", review.estimate())
                    .set("estimated_on", review.estimatedOn())
                    .set("estimate_period", review.estimatePeriod().toString())
                    .set("sender", review.sender())
                    .set("point", review.point())
                    .set("p_at_least", review.pAtLeast())
                    .set("implied_rest", review.impliedRest())
                    .set("implied_growth_pct", review.impliedGrowthPct())
                    .set("implied_growth_percentile", review.impliedGrowthPercentile())
                    .set("past_bias", review.pastBias())
                    .set("past_bias_years", review.pastBiasYears())
                    .set("past_bias_basis", basis == null ? null : basis.code())
                    .set("causes", review.causes().isEmpty() ? null : review.causes())
                    .set("solutions", review.solutions().isEmpty() ? null : review.solutions())
                    .build());
        }
        return new Table(MartTables.ESTIMATE_REVIEW, rows);
    }
}
