package vn.chitieu.observation.rule;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.chitieu.observation.Finding.Severity;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;

/** What one rule came to: how often it could be computed, and each failure in its words. */
final class Results {

    private final ValidationRule rule;
    private final List<CheckResult> failures = new ArrayList<>();
    private int evaluated;

    Results(ValidationRule rule) {
        this.rule = rule;
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
     * @param words what stands in the blanks of the text; numbers are printed in the marks of each language
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
                filled(rule.textVi(), words, ',', '.'),
                filled(rule.textEn(), words, '.', ','),
                rule.adviceVi(),
                rule.adviceEn()));
    }

    int evaluated() {
        return evaluated;
    }

    List<CheckResult> failures() {
        return List.copyOf(failures);
    }

    private static String filled(String text, Map<String, ?> words, char decimal, char group) {
        String filled = text;
        for (Map.Entry<String, ?> word : words.entrySet()) {
            Object value = word.getValue();
            String printed = value instanceof BigDecimal number ? number(number, decimal, group) : value.toString();
            filled = filled.replace("{" + word.getKey() + "}", printed);
        }
        return filled;
    }

    private static String number(BigDecimal value, char decimal, char group) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(decimal);
        symbols.setGroupingSeparator(group);
        symbols.setMinusSign('-');
        return new DecimalFormat("#,##0.####", symbols).format(value);
    }
}
