package vn.chitieu.observation.rule;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import vn.chitieu.observation.Finding.Severity;
import vn.chitieu.observation.Observation;
import vn.chitieu.source.QuarantinedRow;

/**
 * Figures that break a rule about series with severity error: each stands in the quarantine under its key, with advice,
 * but stays in use, because such a rule tells that two figures contradict each other and not which of them is wrong.
 */
public final class KeptFigures {

    private KeptFigures() {}

    /**
     * Returns each figure once for each rule that it breaks, by its largest failure, in the order of keys and rules.
     *
     * @param inUse the figures that the report was made of
     */
    public static List<QuarantinedRow> of(ValidationReport report, Collection<Observation> inUse) {
        Map<String, Observation> byKey = new HashMap<>();
        inUse.forEach(observation -> byKey.put(observation.key().toString(), observation));
        Map<String, CheckResult> largest = new TreeMap<>();
        for (ValidationReport.Outcome outcome : report.outcomes()) {
            for (CheckResult failure : outcome.failures()) {
                if (failure.severity() == Severity.ERROR && byKey.containsKey(failure.place())) {
                    largest.merge(
                            failure.place() + "\n" + failure.ruleCode(),
                            failure,
                            (a, b) -> Double.compare(b.size(), a.size()) > 0 ? b : a);
                }
            }
        }
        return largest.values().stream()
                .map(failure -> row(failure, Objects.requireNonNull(byKey.get(failure.place()))))
                .toList();
    }

    private static QuarantinedRow row(CheckResult failure, Observation figure) {
        return new QuarantinedRow(
                figure.deliveryId(),
                figure.sourceFile(),
                0, // the line is no part of the figure: the same rows in another order are the same run
                failure.place(),
                failure.ruleCode(),
                "số liệu không vi phạm quy tắc " + failure.ruleCode() + ". " + failure.messageVi(),
                "a figure that keeps rule " + failure.ruleCode() + ". " + failure.messageEn(),
                figure.value().toPlainString(),
                failure.adviceVi() + " Số liệu vẫn được dùng.",
                failure.adviceEn() + " The figure is used all the same.",
                failure.place() + " = " + figure.value().toPlainString());
    }
}
