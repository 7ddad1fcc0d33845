package vn.chitieu.observation.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.chitieu.observation.Finding.Severity;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.text.Language;
import vn.chitieu.text.LocalizedText;

/** The outcome of one rule: how often it could be computed, and each failure in its words. */
final class Results {

    private final ValidationRule rule;
    private final Codelists codelists;
    private final List<CheckResult> failures = new ArrayList<>();
    private int evaluated;

    Results(ValidationRule rule, Codelists codelists) {
        this.rule = rule;
        this.codelists = codelists;
    }

    ValidationRule rule() {
        return rule;
    }

    /** Counts one computation that holds. */
    void pass() {
        evaluated++;
    }

    /** Counts one computation that fails, at the rule's own severity. */
    void fail(Observation figure, double size, Map<String, ?> words) {
        fail(figure, rule.severity(), size, words);
    }

    /**
     * Counts one computation that fails.
     *
     * @param words what stands in the blanks of the text, as {@link RuleSentence} prints it in each language
     */
    void fail(Observation figure, Severity severity, double size, Map<String, ?> words) {
        evaluated++;
        ObservationKey key = figure.key();
        String series = String.join(
                ".",
                key.areaCode(),
                key.indicatorCode(),
                key.activityCode(),
                key.period().frequency().name(),
                key.accumulation().code(),
                key.priceBasis().code(),
                Integer.toString(key.period().year()));
        failures.add(new CheckResult(
                rule.code(),
                severity,
                key.toString(),
                key.areaCode(),
                key.indicatorCode(),
                key.period().toString(),
                series,
                size,
                new LocalizedText(
                        new RuleSentence(codelists, Language.VI)
                                .sentence(figure, rule.text().vi(), words),
                        new RuleSentence(codelists, Language.EN)
                                .sentence(figure, rule.text().en(), words)),
                rule.advice()));
    }

    int evaluated() {
        return evaluated;
    }

    List<CheckResult> failures() {
        return List.copyOf(failures);
    }
}
