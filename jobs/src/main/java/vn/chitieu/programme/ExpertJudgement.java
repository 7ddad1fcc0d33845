package vn.chitieu.programme;

import java.time.LocalDate;

/**
 * What a person expects of the year of a target. It stands beside the projection and never in its place.
 *
 * @param value in the target's measure and unit
 * @param role of the person, never a name
 * @param statedOn known from this day on
 * @param expiresOn last day on which it is shown
 * @param place file and line
 */
public record ExpertJudgement(
        String programmeId,
        String targetId,
        double value,
        String role,
        String reason,
        LocalDate statedOn,
        LocalDate expiresOn,
        String place) {

    /** Returns whether it stands on a day. */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(statedOn) && !day.isAfter(expiresOn);
    }

    boolean overlaps(ExpertJudgement other) {
        return programmeId.equals(other.programmeId)
                && targetId.equals(other.targetId)
                && role.equals(other.role)
                && !statedOn.isAfter(other.expiresOn)
                && !other.statedOn.isAfter(expiresOn);
    }
}
