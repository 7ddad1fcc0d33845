package vn.chitieu.observation.rule;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chitieu.observation.Finding.Severity;
import vn.chitieu.text.Language;
import vn.chitieu.text.LocalizedText;

/**
 * One rule of a file of rules: a named check with its severity, tolerances and words.
 *
 * @param code names the rule in findings and reports, for example {@code cumulated_sum}
 * @param check what is computed
 * @param severity how much a failure matters, unless its size or a net series says otherwise
 * @param tolerance by name, as the check documents them
 * @param relations what belongs together, for checks of sums, parts and completeness
 * @param text what a failure says, with blanks such as {@code {value}}
 * @param advice what to do about it
 */
public record ValidationRule(
        String code,
        NamedCheck check,
        Severity severity,
        Map<String, Double> tolerance,
        List<Relation> relations,
        LocalizedText text,
        LocalizedText advice) {

    public ValidationRule {
        tolerance = Collections.unmodifiableMap(new TreeMap<>(tolerance));
        relations = List.copyOf(relations);
    }

    /**
     * Returns a tolerance.
     *
     * @throws IllegalArgumentException if the rule has none of that name
     */
    public double tolerance(String name) {
        Double value = tolerance.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Expecting a tolerance " + name + " of rule " + code + " but was none");
        }
        return value;
    }

    /** Returns what the rule looks for, in a few words: what should hold, of rows what should not occur. */
    public String title(Language language) {
        return check.title().map(title -> title.in(language)).orElseGet(() -> {
            String sentence = text.in(language);
            return RuleSentence.lowerFirst(sentence).replaceAll("\\.$", "");
        });
    }

    /** Returns the check with its tolerances, as one line. */
    public String expression() {
        return check.code() + (tolerance.isEmpty() ? "" : tolerance.toString());
    }
}
