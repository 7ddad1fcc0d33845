package vn.chitieu.attainment;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Provenance;
import vn.chitieu.programme.Measure;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.Target;
import vn.chitieu.programme.TargetVersion;

/**
 * Where one version of one target stands and will end the year. A number that cannot be given is null, never NaN.
 *
 * <p>Values are in the target's unit and measure: of a growth target the growth, of a change the change.
 *
 * @param isHeadline whether the version stands for the target in the programme's count
 * @param evaluatedOn the day whose knowledge counts
 * @param closedOn last day of a dissolved territory; null while it exists
 * @param targetValue of {@link Measure#HIGHER_THAN_LAST_YEAR}, last year's value; null if there is none
 * @param pace what the rest of the year must bring
 */
public record TargetAttainment(
        Programme programme,
        Target target,
        TargetVersion version,
        boolean isHeadline,
        LocalDate evaluatedOn,
        @Nullable LocalDate closedOn,
        @Nullable Double targetValue,
        TargetToDate known,
        TargetForecast forecast,
        Judgement judgement,
        RequiredPace pace,
        Provenance provenance)
        implements Serializable {

    public String programmeId() {
        return programme.programmeId();
    }

    public String targetId() {
        return target.id();
    }

    /** Returns the known part in percent of the target ("% of plan"); null for growth and changes. */
    public @Nullable Double toDateAttainmentPct() {
        return percentOfTarget(known.toDate());
    }

    /** Returns the projected year in percent of the target; null for growth and changes. */
    public @Nullable Double projectedAttainmentPct() {
        return percentOfTarget(forecast.point());
    }

    private @Nullable Double percentOfTarget(@Nullable Double value) {
        boolean isChange = target.measure().isGrowth() || target.measure() == Measure.CHANGE_FROM_LAST_YEAR;
        return isChange || value == null || targetValue == null || !(targetValue > 0)
                ? null
                : 100 * value / targetValue;
    }

    /** Returns the same with another verdict. */
    TargetAttainment with(Judgement other) {
        return new TargetAttainment(
                programme,
                target,
                version,
                isHeadline,
                evaluatedOn,
                closedOn,
                targetValue,
                known,
                forecast,
                other,
                pace,
                provenance);
    }
}
