package vn.chitieu.notebook.programme;

import java.util.OptionalDouble;
import vn.chitieu.notebook.rows.MartRow;

/** Sentences on where a target's year will end and how sure that is. */
public final class OutcomeTexts {

    private OutcomeTexts() {}

    /** Returns what a target that is not projected asks for, and what is known of it. */
    public static String goal(ProgrammeView view, MartRow row) {
        StringBuilder sentence = new StringBuilder(
                row.number("target_value").isPresent()
                        ? view.text("target.goal", view.texts().goal(row))
                        : view.text("target.qualitative"));
        TargetAmounts amounts = new TargetAmounts(view.texts(), row);
        row.number("actual_to_date")
                .ifPresent(actual -> sentence.append(
                        view.text("target.actual", view.texts().actualPeriod(row), amounts.measured(actual))));
        return sentence.append("; ")
                .append(VerdictWord.of(row).word(view.texts().texts()))
                .append('.')
                .toString();
    }

    /** Returns where the plan stands against the interval of the outcome. */
    public static String interval(ProgrammeView view, MartRow row) {
        if (TargetTexts.isComplete(row)) {
            return known(view, row);
        }
        OptionalDouble low = row.number("p10");
        OptionalDouble high = row.number("p90");
        OptionalDouble goal = row.number("target_value");
        int decimals = TargetTexts.decimals(row);
        if (low.isEmpty() || high.isEmpty()) {
            return view.text("outcome.point", view.number(row.number("point"), decimals));
        }
        String range = view.texts().range(low.getAsDouble(), high.getAsDouble(), decimals);
        if (goal.isEmpty()) {
            return view.text("outcome.range", range);
        }
        String place = goal.getAsDouble() > high.getAsDouble()
                ? "above"
                : goal.getAsDouble() < low.getAsDouble() ? "below" : "inside";
        return view.text("outcome." + place, range, view.texts().goalCell(row));
    }

    /** Returns what a year that is over brought, and what was asked for. */
    private static String known(ProgrammeView view, MartRow row) {
        String outcome = new TargetAmounts(view.texts(), row)
                .measured(row.number("actual_to_date").orElseThrow());
        return row.number("target_value").isPresent()
                ? view.text("outcome.known.plan", outcome, view.texts().goal(row))
                : view.text("outcome.known", outcome);
    }

    /** Returns what the probability of a target means. */
    public static String certainty(ProgrammeView view, MartRow row) {
        VerdictWord verdict = VerdictWord.of(row);
        String word = verdict.word(view.texts().texts());
        OptionalDouble probability = row.number("p_attain");
        if (verdict.isMet() || verdict == VerdictWord.MISSED) {
            return view.text("certainty.settled", word);
        }
        if (probability.isEmpty()) {
            return view.text("certainty.unknown");
        }
        return view.text(
                "certainty.probability",
                view.texts().numbers().probability(probability.getAsDouble()),
                word,
                Math.round(100 * probability.getAsDouble()));
    }
}
