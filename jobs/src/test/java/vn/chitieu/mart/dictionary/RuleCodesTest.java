package vn.chitieu.mart.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.mart.dictionary.Codes.Code;
import vn.chitieu.observation.Finding.Severity;
import vn.chitieu.observation.plausibility.Comparison;
import vn.chitieu.observation.rule.NamedCheck;
import vn.chitieu.observation.rule.ValidationRule;
import vn.chitieu.observation.rule.ValidationRules;
import vn.chitieu.text.LocalizedText;

/** Every rule that a finding or a quarantined row can name has a name, a meaning and a severity in both languages. */
class RuleCodesTest {

    private static final Path MAIN = Path.of(System.getProperty("chitieu.home"), "jobs/src/main");

    private static Map<String, Code> rules(Codes codes) {
        return codes.all().stream()
                .filter(code -> code.codelistCode().equals("rule"))
                .collect(Collectors.toMap(Code::code, Function.identity()));
    }

    @Test
    void everyRuleOfTheShippedFileIsDescribedWithItsSeverity() {
        Map<String, Code> codes = rules(Codes.shipped());

        assertThat(ValidationRules.shipped()).isNotEmpty().allSatisfy(rule -> assertThat(codes.get(rule.code()))
                .isNotNull()
                .extracting(Code::severity)
                .isEqualTo(Optional.of(rule.severity().code())));
        assertThat(codes.values()).allSatisfy(code -> {
            assertThat(code.severity()).hasValueSatisfying(severity -> assertThat(severity)
                    .isIn(Stream.of(Severity.values()).map(Severity::code).toList()));
            assertThat(List.of(
                            code.name().vi(),
                            code.name().en(),
                            code.meaning().vi(),
                            code.meaning().en()))
                    .doesNotContain("");
        });
    }

    /** A sentence about a row or a cell that was refused has the code of its rule as key. */
    @ParameterizedTest
    @CsvSource({"observation,row", "source,cell", "source,row"})
    void everyRuleThatRefusesARowOrACellIsDescribed(String stage, String stem) throws IOException {
        Properties words = new Properties();
        try (Reader in =
                Files.newBufferedReader(MAIN.resolve("resources/vn/chitieu/" + stage + "/words_en.properties"))) {
            words.load(in);
        }
        Pattern key = Pattern.compile(stem + "\\.([a-z0-9_]+)(\\..*)?\\.expected");
        Set<String> used = new TreeSet<>();
        words.stringPropertyNames()
                .forEach(name -> key.matcher(name).results().forEach(found -> used.add(found.group(1))));

        assertThat(rules(Codes.shipped()).keySet()).containsAll(used);
    }

    @Test
    void everyRuleOfAccountsAuditsFormsAndDeliveriesIsDescribed() throws IOException {
        Set<String> used = new TreeSet<>();
        Stream.of(Comparison.values()).map(Comparison::code).forEach(used::add);
        constants("account/reading/Findings.java", "static final String [A-Z_]+ = \"([a-z0-9_]+)\"", used);
        constants("account/balance/FigureScreen.java", "\"([a-z0-9]+(?:_[a-z0-9]+)+)\"", used);
        try (Stream<Path> audits = Files.list(MAIN.resolve("java/vn/chitieu/attainment/audit"))) {
            for (Path file : audits.toList()) {
                constants(file.toString(), "RULE = \"([a-z_]+)\"", used);
            }
        }
        for (String file : List.of("IngestResult", "Ingest")) {
            constants("observation/ingest/" + file + ".java", "Severity\\.[A-Z]+,\\s*\"([a-z_]+)\"", used);
        }
        constants("programme/ExpertJudgements.java", "Severity\\.[A-Z]+,\\s*\"([a-z_]+)\"", used);

        assertThat(used).hasSizeGreaterThan(35);
        assertThat(rules(Codes.shipped()).keySet()).containsAll(used);
    }

    private static void constants(String file, String pattern, Set<String> used) throws IOException {
        String source = Files.readString(MAIN.resolve("java/vn/chitieu").resolve(file));
        Pattern.compile(pattern).matcher(source).results().forEach(found -> used.add(found.group(1)));
    }

    @Test
    void aRuleOfTheOfficeHasItsOwnWordsAndASeverityThatItChanged() {
        LocalizedText text = new LocalizedText("Thiếu số của {period}.", "No figure of {period}.");
        LocalizedText advice = new LocalizedText("Gửi bổ sung.", "Send it.");
        ValidationRule own =
                new ValidationRule("own_rule", NamedCheck.SUM, Severity.ERROR, Map.of(), List.of(), text, advice);
        ValidationRule changed =
                new ValidationRule("outlier", NamedCheck.OUTLIER, Severity.WARNING, Map.of(), List.of(), text, advice);

        Map<String, Code> codes = rules(Codes.shipped().with(List.of(own, changed)));

        assertThat(Objects.requireNonNull(codes.get("own_rule")).severity()).contains("error");
        assertThat(Objects.requireNonNull(codes.get("own_rule")).meaning().en()).endsWith(". Send it.");
        assertThat(Objects.requireNonNull(codes.get("outlier")).severity()).contains("warning");
        assertThat(Objects.requireNonNull(codes.get("outlier")).name().en()).isEqualTo("unusual growth");
    }
}
