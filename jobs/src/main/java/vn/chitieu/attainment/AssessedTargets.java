package vn.chitieu.attainment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.chitieu.observation.UnitAssessment;
import vn.chitieu.programme.TargetComparator;
import vn.chitieu.text.LocalizedText;

/**
 * Gives targets without number the status that the department in charge states in its form: achieved or missed when it
 * judged the whole year, likely or unlikely before, without a probability, for nobody computed one.
 */
public final class AssessedTargets {

    private AssessedTargets() {}

    /** Returns the verdicts, those of assessed targets by the last assessment stated by the day of evaluation. */
    public static List<TargetAttainment> judged(
            List<TargetAttainment> attainments, Collection<UnitAssessment> assessments) {
        return attainments.stream()
                .map(attainment -> attainment.target().comparator() != TargetComparator.ASSESSED
                        ? attainment
                        : last(attainment, assessments)
                                .map(assessment -> judged(attainment, assessment))
                                .orElse(attainment))
                .toList();
    }

    private static Optional<UnitAssessment> last(TargetAttainment attainment, Collection<UnitAssessment> assessments) {
        LocalDate day = attainment.evaluatedOn();
        return assessments.stream()
                .filter(a -> a.programmeId().equals(attainment.programmeId())
                        && a.targetId().equals(attainment.targetId())
                        && a.period().year() == attainment.programme().year()
                        && !a.published().isAfter(day))
                .max(Comparator.comparing(UnitAssessment::published)
                        .thenComparing(UnitAssessment::period)
                        .thenComparing(UnitAssessment::deliveryId));
    }

    private static TargetAttainment judged(TargetAttainment attainment, UnitAssessment assessment) {
        boolean isOfTheYear = assessment.period().lastMonth() == 12;
        Verdict verdict = assessment.isMet()
                ? isOfTheYear ? Verdict.ACHIEVED : Verdict.LIKELY
                : isOfTheYear ? Verdict.MISSED : Verdict.UNLIKELY;
        Reason reason = Reason.of(
                assessment.isMet() ? "assessed_met" : "assessed_not_met",
                LocalizedText.same(assessment.sender()),
                LocalizedText.same(assessment.period().toString()));
        return attainment.with(new Judgement(verdict, null, reason));
    }
}
