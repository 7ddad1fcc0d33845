package vn.chitieu.notebook.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.VerdictWord;
import vn.chitieu.notebook.text.PlainText;

/** The chance of each target that is not settled, for the report and its annex. */
final class ReportCharts {

    /** Letters of a name beside bars: in a document in two lines, in the annex in one. */
    private static final int LETTERS = 48;

    private static final int LETTERS_IN_A_LINE = 34;

    /** As pages print a probability, never closer to certainty than a hundredth. */
    static final String PROBABILITY = "[>0.99]\">99%\";[<0.01]\"<1%\";0%";

    private ReportCharts() {}

    /** Returns the chances in whole percent, as the sentences print them. */
    static BarChart printed(ProgrammeView view) {
        return chances(view, p -> Math.max(1, Math.min(99, Math.round(100 * p))), "0", 100, LETTERS);
    }

    /** Returns the chances as the tables hold them, from 0 to 1. */
    static BarChart exact(ProgrammeView view) {
        return chances(view, p -> p, PROBABILITY, 1, LETTERS_IN_A_LINE);
    }

    private static BarChart chances(
            ProgrammeView view, ToDoubleFunction<Double> shown, String format, double whole, int letters) {
        List<Target> open = view.programme().targets().stream()
                .filter(target -> target.headline().number("p_attain").isPresent()
                        && !target.verdict().isMet()
                        && target.verdict() != VerdictWord.MISSED
                        && target.verdict() != VerdictWord.NOT_EVALUABLE)
                .toList();
        return new BarChart(
                view.text("report.chart.probability"),
                open.stream()
                        .map(target -> PlainText.cut(target.heading(view.texts().language()), letters))
                        .toList(),
                open.stream()
                        .map(target -> shown.applyAsDouble(
                                target.headline().number("p_attain").orElseThrow()))
                        .toList(),
                format,
                OptionalDouble.of(whole));
    }
}
