package vn.chitieu.notebook.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.TargetAmounts;
import vn.chitieu.notebook.programme.VerdictWord;
import vn.chitieu.notebook.programme.YearSoFar;
import vn.chitieu.notebook.report.WordTemplate.Item;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.text.PlainText;

/**
 * What the report says of one target: its level beside that of the year before, the cause that its unit gave, where the
 * year will end and how probable the plan is, and what the rest of the year must bring.
 */
final class TargetParagraph {

    private final ProgrammeView view;
    private final Target target;
    private final MartRow row;
    private final TargetAmounts amounts;
    private final int year;

    private TargetParagraph(ProgrammeView view, Target target) {
        this.view = view;
        this.target = target;
        this.row = target.headline();
        this.amounts = new TargetAmounts(view.texts(), row);
        this.year = row.integer("year").orElse(view.programme().year());
    }

    /**
     * Returns the paragraph; nothing of a target without a figure of the year and without a projection.
     *
     * @param reviews the estimates of the target
     */
    static Optional<Item> of(ProgrammeView view, Target target, List<MartRow> reviews) {
        if (!target.isProjected() && target.headline().number("actual_to_date").isEmpty()) {
            return Optional.empty();
        }
        TargetParagraph paragraph = new TargetParagraph(view, target);
        List<String> sentences = new ArrayList<>();
        paragraph.level().ifPresent(sentences::add);
        paragraph.causes(reviews).forEach(sentences::add);
        paragraph.outlook().ifPresent(sentences::add);
        view.texts().requiredPaceOnly(target.headline()).ifPresent(sentences::add);
        return Optional.of(paragraph(target.name(view.texts().language()), sentences));
    }

    /** Returns in one sentence how far a target has come and where it will end. */
    static String highlight(ProgrammeView view, Target target) {
        TargetParagraph paragraph = new TargetParagraph(view, target);
        return paragraph.isComplete()
                ? view.text(
                        "report.highlight",
                        target.name(view.texts().language()),
                        paragraph.amounts.measured(
                                target.headline().number("actual_to_date").orElseThrow()),
                        paragraph.amounts.goal(),
                        target.verdict().word(view.texts().texts()))
                : view.texts().sentence(target);
    }

    /** Returns a paragraph with a name in front. */
    static Item paragraph(String name, List<String> sentences) {
        return new Item("", Map.of("name", name, "text", String.join(" ", sentences)));
    }

    /** Returns what is known of the year so far, beside the year before. */
    private Optional<String> level() {
        OptionalDouble actual = row.number("actual_to_date");
        OptionalDouble previous = row.number("previous_year_value");
        if (actual.isEmpty()) {
            return Optional.of(
                    previous.isPresent()
                            ? view.text(
                                    "report.level.previous" + kind(),
                                    year - 1,
                                    amounts.measured(previous.getAsDouble()),
                                    year)
                            : view.text("report.level.none", year));
        }
        String period = row.text("actual_period");
        StringBuilder sentence = new StringBuilder(view.text(
                "report.level" + kind(),
                PeriodWords.first(view, period, view.texts().actualPeriod(row)),
                amounts.measured(actual.getAsDouble())));
        if (isAmount()) {
            row.number("to_date_attainment_pct")
                    .ifPresent(percent -> sentence.append(view.text("report.level.of_plan", view.percent(percent, 1))));
            row.number("to_date_change_pct")
                    .ifPresent(change -> sentence.append(PeriodWords.change(view, change, isComplete())));
        } else {
            sentence.append(besideLastYear(previous));
        }
        return Optional.of(sentence.append('.').toString());
    }

    private String besideLastYear(OptionalDouble previous) {
        OptionalDouble toDate =
                YearSoFar.of(target, view)
                        .flatMap(rates -> Optional.ofNullable(rates.years().get(year - 1)))
                        .stream()
                        .mapToDouble(YearSoFar.Pair::toDate)
                        .findFirst();
        if (toDate.isPresent() && previous.isPresent()) {
            return view.text(
                    "report.level.beside.both",
                    year - 1,
                    amounts.measured(toDate.getAsDouble()),
                    amounts.measured(previous.getAsDouble()));
        }
        return previous.isPresent()
                ? view.text("report.level.beside", year - 1, amounts.measured(previous.getAsDouble()))
                : "";
    }

    private List<String> causes(List<MartRow> reviews) {
        List<String> sentences = new ArrayList<>();
        for (MartRow review : reviews) {
            String causes = withoutStop(review.text("causes"));
            if (!causes.isEmpty()) {
                sentences.add(view.text(
                        "report.cause", PlainText.oneLine(review.text("sender")), PlainText.lowerFirst(causes)));
            }
        }
        return sentences;
    }

    private static String withoutStop(String text) {
        return PlainText.oneLine(text).strip().replaceFirst("[.;\\s]+$", "");
    }

    /** Returns where the year will end, and whether the plan will be reached. */
    private Optional<String> outlook() {
        OptionalDouble point = row.number("point");
        OptionalDouble goal = row.number("target_value");
        VerdictWord verdict = target.verdict();
        if (point.isEmpty() || isComplete()) {
            return goal.isPresent() && verdict != VerdictWord.NOT_EVALUABLE
                    ? Optional.of(view.text(
                            "report.settled",
                            amounts.goal(),
                            verdict.word(view.texts().texts())))
                    : Optional.empty();
        }
        StringBuilder sentence = new StringBuilder(view.text("report.outlook", amounts.measured(point.getAsDouble())));
        OptionalDouble low = row.number("p10");
        OptionalDouble high = row.number("p90");
        if (low.isPresent() && high.isPresent()) {
            sentence.append(
                    view.text("sentence.interval", amounts.bare(low.getAsDouble()), amounts.bare(high.getAsDouble())));
        }
        OptionalDouble ofPlan = row.number("projected_attainment_pct");
        if (goal.isPresent() && ofPlan.isPresent() && isAmount()) {
            sentence.append(view.text("report.outlook.of_plan", view.percent(ofPlan.getAsDouble(), 1), amounts.goal()));
        } else if (goal.isPresent()) {
            sentence.append(view.text("report.outlook.plan", amounts.goal()));
        }
        String word = verdict.word(view.texts().texts());
        if (verdict.isMet() || verdict == VerdictWord.MISSED) {
            sentence.append(view.text("report.outlook.verdict", word));
        } else {
            row.number("p_attain")
                    .ifPresent(p -> sentence.append(view.text(
                            "report.outlook.probability", view.texts().numbers().probability(p), word)));
        }
        return Optional.of(sentence.append('.').toString());
    }

    /** Returns which verb the sentence on a level takes. */
    private String kind() {
        return isAmount() ? "" : amounts.isChange() ? ".change" : ".rate";
    }

    private boolean isAmount() {
        return row.text("measure_code").equals("flow_year");
    }

    private boolean isComplete() {
        return target.isComplete();
    }
}
