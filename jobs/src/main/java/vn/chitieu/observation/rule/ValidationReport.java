package vn.chitieu.observation.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Finding.Severity;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

/**
 * The outcome of every rule, over the figures known on a day. The verdicts depend on the figures only, whatever the
 * order of rows, files or partitions.
 *
 * @param outcomes one per rule, in the order of the rules
 */
public record ValidationReport(LocalDate asOf, List<Outcome> outcomes) {

    private static final int MOST_SHOWN = 20;

    /**
     * The outcome of one rule.
     *
     * @param evaluated how often it could be computed; 0 is not evaluated, which is not passed
     * @param failures area by area, all of them
     */
    public record Outcome(ValidationRule rule, long evaluated, List<CheckResult> failures) {

        public Outcome {
            failures = List.copyOf(failures);
        }
    }

    public ValidationReport {
        outcomes = List.copyOf(outcomes);
    }

    /** Returns what the rules say of the figures known on a day. */
    public static ValidationReport of(
            List<ValidationRule> rules, Collection<Observation> observations, LocalDate asOf, Codelists codelists) {
        Figures figures = Figures.of(observations);
        List<Results> ofRules =
                rules.stream().map(rule -> new Results(rule, codelists)).toList();
        ReportingUnits units = new ReportingUnits(codelists);
        for (String area : figures.areas()) {
            KnownFigures known = new KnownFigures(figures.of(area), asOf, codelists);
            ofRules.forEach(results -> results.rule().check().apply(known, results.rule(), results));
            units.add(known);
        }
        ofRules.stream()
                .filter(results -> results.rule().check() == NamedCheck.UNITS_MISSING)
                .forEach(results -> units.check(results.rule(), results));
        return new ValidationReport(
                asOf,
                ofRules.stream()
                        .map(results -> new Outcome(results.rule(), results.evaluated(), results.failures()))
                        .toList());
    }

    /** Returns what the rules say of everything that was read: the figures known on a day, and the quarantined rows. */
    public static ValidationReport of(
            List<ValidationRule> rules, IngestResult ingest, LocalDate asOf, Codelists codelists) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Outcome outcome : of(rules, ingest.observations(), asOf, codelists).outcomes()) {
            outcomes.add(outcome.rule().check() == NamedCheck.ROW ? ofRows(outcome.rule(), ingest) : outcome);
        }
        return new ValidationReport(asOf, outcomes);
    }

    private static Outcome ofRows(ValidationRule rule, IngestResult ingest) {
        List<CheckResult> failures = new ArrayList<>();
        for (QuarantinedRow row : ingest.quarantined()) {
            if (row.ruleCode().equals(rule.code())) {
                String place = row.place().deliveryId() + "/" + row.place().file() + ":"
                        + row.place().line();
                failures.add(new CheckResult(
                        rule.code(), rule.severity(), place, "", "", "", place, 0, row.message(), row.advice()));
            }
        }
        return new Outcome(rule, ingest.deliveredRows(), failures);
    }

    /**
     * Returns the findings about figures, in the order of series, year and rule: of each rule, series and year the
     * largest failure. Quarantined rows stand in the quarantine instead.
     */
    public List<Finding> findings() {
        Map<String, CheckResult> worst = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome.rule().check() != NamedCheck.ROW) {
                for (CheckResult failure : outcome.failures()) {
                    worst.merge(
                            failure.series() + "\n" + failure.ruleCode(),
                            failure,
                            (a, b) -> Double.compare(b.size(), a.size()) > 0 ? b : a);
                }
            }
        }
        return worst.values().stream()
                .map(failure -> new Finding(
                        Finding.Kind.VALIDATION,
                        failure.severity(),
                        failure.ruleCode(),
                        failure.areaCode(),
                        failure.indicatorCode(),
                        failure.period(),
                        failure.series(),
                        failure.message()))
                .toList();
    }

    /** Returns how many failures have a severity. */
    public long count(Severity severity) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.failures().stream())
                .filter(failure -> failure.severity() == severity)
                .count();
    }

    /** Returns the report for a person: each rule with its counts, and the first failures with advice. */
    public String text(Language language) {
        Texts texts = Words.of("observation").in(language);
        StringBuilder text = new StringBuilder();
        for (Outcome outcome : outcomes) {
            List<CheckResult> failures = outcome.failures();
            boolean isEvaluated = outcome.evaluated() > 0;
            text.append(failures.isEmpty() ? (isEvaluated ? "✓ " : "? ") : "✗ ")
                    .append(outcome.rule().code())
                    .append(": ")
                    .append(texts.text(
                            isEvaluated ? "report.counts" : "report.not_evaluated",
                            outcome.evaluated(),
                            failures.size()))
                    .append(" (")
                    .append(outcome.rule().title(language))
                    .append(")\n");
            for (CheckResult failure : failures.subList(0, Math.min(MOST_SHOWN, failures.size()))) {
                text.append("    [")
                        .append(texts.text("report." + failure.severity().code()))
                        .append("] ")
                        .append(failure.place())
                        .append(": ")
                        .append(failure.message().in(language));
                if (outcome.rule().check() != NamedCheck.ROW) { // the message of a row ends with its advice
                    text.append(' ').append(failure.advice().in(language));
                }
                text.append('\n');
            }
            if (failures.size() > MOST_SHOWN) {
                text.append("    ")
                        .append(texts.text("report.more", failures.size() - MOST_SHOWN))
                        .append('\n');
            }
        }
        return text.toString();
    }
}
