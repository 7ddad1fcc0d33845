package vn.chitieu.observation.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import vn.chitieu.observation.Finding.Severity;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.source.Place;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.text.Words;

/**
 * Figures that break a rule about series with severity error: each stands in the quarantine under its key, with advice,
 * but stays in use, because such a rule shows that two figures contradict each other and not which of them is wrong.
 */
public final class KeptFigures {

    private static final Words WORDS = Words.of("observation");

    private KeptFigures() {}

    /**
     * Returns each figure once for each rule that it breaks, by its largest failure, in the order of keys and rules.
     *
     * @param figures that the report was made of
     */
    public static List<QuarantinedRow> of(ValidationReport report, Figures figures) {
        List<CheckResult> errors = report.outcomes().stream()
                .flatMap(outcome -> outcome.failures().stream())
                .filter(failure -> failure.severity() == Severity.ERROR)
                .toList();
        Map<String, Observation> byKey = new HashMap<>();
        errors.stream().map(CheckResult::areaCode).distinct().forEach(area -> Vintages.latestByKey(
                        figures.of(area), report.asOf())
                .values()
                .forEach(figure -> byKey.put(figure.key().toString(), figure)));
        Map<String, CheckResult> largest = new TreeMap<>();
        for (CheckResult failure : errors) {
            if (byKey.containsKey(failure.place())) {
                largest.merge(
                        failure.place() + "\n" + failure.ruleCode(),
                        failure,
                        (a, b) -> Double.compare(b.size(), a.size()) > 0 ? b : a);
            }
        }
        return largest.values().stream()
                .map(failure -> row(failure, Objects.requireNonNull(byKey.get(failure.place()))))
                .toList();
    }

    private static QuarantinedRow row(CheckResult failure, Observation figure) {
        return new QuarantinedRow(
                // the line is no part of the figure: the same rows in another order are the same run
                new Place(figure.deliveryId(), figure.sourceFile(), 0, failure.place()),
                failure.ruleCode(),
                WORDS.text("rule.kept", failure.ruleCode(), failure.message()),
                figure.value().toPlainString(),
                WORDS.text("rule.kept.advice", failure.advice()),
                failure.place() + " = " + figure.value().toPlainString());
    }
}
