package vn.chitieu.attainment;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.programme.Basis;
import vn.chitieu.programme.Measure;
import vn.chitieu.programme.TargetComparator;
import vn.chitieu.programme.VersionRelation;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.text.LocalizedText;

/**
 * Where one version of one target stands and will end the year. A number that cannot be given is null, never NaN.
 *
 * <p>Values are in {@code unitCode} and in the target's measure: of a growth target the growth, of a change the change.
 *
 * @param isHeadline whether the version stands for the target in the programme's count
 * @param groupNo the numbered group; null outside the groups
 * @param targetValue of {@link Measure#HIGHER_THAN_LAST_YEAR}, last year's value; null if there is none
 * @param actualToDate the known figure of the year, up to the end of {@code actualPeriod}
 * @param toDateChangePct against the same period of the year before; null for growth, changes and rates
 * @param toDateAttainmentPct {@code actualToDate} in percent of the target ("% of plan"); null for growth and changes
 * @param p2_5 the value not exceeded with a probability of 2.5 %, as the other four
 * @param projectedAttainmentPct {@code point} in percent of the target; null for growth and changes
 * @param pAttain probability that the target is met; of a planning figure, to end inside its tolerance
 * @param reasonCode why there is no verdict, or what limits it; null if nothing does
 * @param planShareRuleAttains what the rule "share of plan against share of the year" says; null where it says nothing
 * @param growthToDateRulePoint the year by the rule "growth so far times last year"; null where it says nothing
 * @param requiredRest what must be added to the known part; for a ceiling, the headroom; null for growth targets
 * @param requiredGrowthPct the rest against last year's rest, in percent
 * @param requiredGrowthPercentile how many percent of earlier years grew less over their rest
 * @param flag {@code no_data_this_year}, {@code short_history}, {@code rebuilt_history}, two of them with a space
 *     between, or null
 * @param closedOn last day of a dissolved territory; null while it exists
 * @param evaluatedOn the day whose knowledge counts
 * @param methodCode of the projection; {@code none} without one
 */
public record TargetAttainment(
        String programmeId,
        String targetId,
        int targetVersion,
        boolean isHeadline,
        @Nullable Integer groupNo,
        String areaCode,
        int year,
        String indicatorCode,
        String activityCode,
        Measure measure,
        String unitCode,
        TargetComparator comparator,
        Basis comparatorBasis,
        @Nullable Double tolerance,
        String issuer,
        LocalDate issuedOn,
        VersionRelation relation,
        @Nullable Double targetValue,
        @Nullable Double previousYearValue,
        @Nullable Double actualToDate,
        @Nullable Period actualPeriod,
        @Nullable Double toDateChangePct,
        @Nullable Double toDateAttainmentPct,
        @Nullable Double point,
        @Nullable Double p2_5,
        @Nullable Double p10,
        @Nullable Double p50,
        @Nullable Double p90,
        @Nullable Double p97_5,
        @Nullable Double projectedAttainmentPct,
        @Nullable Double pAttain,
        Verdict verdict,
        @Nullable String reasonCode,
        @Nullable String reasonVi,
        @Nullable String reasonEn,
        @Nullable Boolean planShareRuleAttains,
        @Nullable Double growthToDateRulePoint,
        @Nullable Double requiredRest,
        @Nullable Double requiredGrowthPct,
        @Nullable Double requiredGrowthPercentile,
        @Nullable MethodNote methodUsed,
        @Nullable MethodNote fallbackReason,
        @Nullable Integer historyYears,
        @Nullable String flag,
        @Nullable LocalDate closedOn,
        LocalDate evaluatedOn,
        Origin origin,
        ObservationStatus obsStatus,
        @Nullable LocalDate vintageDate,
        String methodCode)
        implements Serializable {

    public TargetAttainment {
        if (verdict == Verdict.NOT_EVALUABLE && (reasonCode == null || reasonVi == null || reasonEn == null)) {
            throw new IllegalArgumentException(
                    "Expecting a reason in both languages of %s %s without verdict".formatted(programmeId, targetId));
        }
    }

    /** Returns why there is no verdict, or what limits it; null if nothing does. */
    public @Nullable LocalizedText reason() {
        return reasonVi == null || reasonEn == null ? null : new LocalizedText(reasonVi, reasonEn);
    }

    /** Returns whether the outcome that made the target achieved is better than the target, not only equal. */
    public boolean isExceeded() {
        if (verdict != Verdict.ACHIEVED || targetValue == null || actualToDate == null) {
            return false;
        }
        return comparator.isExceededBy(actualToDate, targetValue);
    }

    /** Returns the same with the verdict of the department in charge, which has no probability. */
    TargetAttainment assessed(Verdict assessedVerdict, Reason reason) {
        return new TargetAttainment(
                programmeId,
                targetId,
                targetVersion,
                isHeadline,
                groupNo,
                areaCode,
                year,
                indicatorCode,
                activityCode,
                measure,
                unitCode,
                comparator,
                comparatorBasis,
                tolerance,
                issuer,
                issuedOn,
                relation,
                targetValue,
                previousYearValue,
                actualToDate,
                actualPeriod,
                toDateChangePct,
                toDateAttainmentPct,
                point,
                p2_5,
                p10,
                p50,
                p90,
                p97_5,
                projectedAttainmentPct,
                null,
                assessedVerdict,
                reason.code(),
                reason.text().vi(),
                reason.text().en(),
                planShareRuleAttains,
                growthToDateRulePoint,
                requiredRest,
                requiredGrowthPct,
                requiredGrowthPercentile,
                methodUsed,
                fallbackReason,
                historyYears,
                flag,
                closedOn,
                evaluatedOn,
                origin,
                obsStatus,
                vintageDate,
                methodCode);
    }
}
