package vn.chitieu.attainment.audit;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Finding;
import vn.chitieu.programme.Programme;
import vn.chitieu.text.LocalizedText;

/**
 * One identity that the targets of a programme were held against, with its arithmetic.
 *
 * @param targetIds the targets looked at, in the order of the programme
 * @param indicatorCode what the check is about, a code of {@code CL_INDICATOR}
 * @param stated what the programme says, in {@code unitCode}; null where it states no single number
 * @param implied what the identity makes of the other figures, in {@code unitCode}; null where it was not computed
 * @param arithmetic the formula with its numbers, each with the period and day of its source
 * @param meaning one sentence for whoever set the targets; of a check that could not be made, what is missing
 */
public record AuditCheck(
        String ruleCode,
        Outcome outcome,
        List<String> targetIds,
        String indicatorCode,
        LocalizedText title,
        @Nullable Double stated,
        @Nullable Double implied,
        String unitCode,
        LocalizedText arithmetic,
        LocalizedText meaning) {

    public AuditCheck {
        targetIds = List.copyOf(targetIds);
    }

    /** The outcome of a check. */
    public enum Outcome {
        /** Within rounding. */
        AGREES,
        /** Within what the territory has shown before; whether it agrees with other targets is not said. */
        REACHED_BEFORE,
        /** Beyond rounding: not all of the targets can be met exactly. */
        DISAGREES,
        /** Possible, but it rests on something that whoever set the targets should be able to explain. */
        TO_EXPLAIN,
        /** A figure is missing. */
        NOT_CHECKABLE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static AuditCheck notCheckable(
            String ruleCode, List<String> targetIds, String indicatorCode, LocalizedText title, LocalizedText missing) {
        return new AuditCheck(
                ruleCode,
                Outcome.NOT_CHECKABLE,
                targetIds,
                indicatorCode,
                title,
                null,
                null,
                "",
                LocalizedText.EMPTY,
                missing);
    }

    /** Returns whether a reader of the findings should see it. */
    public boolean isFinding() {
        return outcome == Outcome.DISAGREES || outcome == Outcome.TO_EXPLAIN;
    }

    /** Returns the check as a finding about a programme. */
    public Finding finding(Programme programme) {
        return new Finding(
                Finding.Kind.AUDIT,
                outcome == Outcome.DISAGREES ? Finding.Severity.WARNING : Finding.Severity.INFORMATION,
                ruleCode,
                programme.areaCode(),
                indicatorCode,
                Integer.toString(programme.year()),
                programme.programmeId() + " " + String.join("+", targetIds),
                meaning.plus(" ").plus(arithmetic));
    }
}
