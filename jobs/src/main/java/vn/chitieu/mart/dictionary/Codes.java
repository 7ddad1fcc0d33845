package vn.chitieu.mart.dictionary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vn.chitieu.observation.CodeName;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.rule.ValidationRule;
import vn.chitieu.text.Language;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** The code lists of the published tables that are the program's own, and the columns that hold their codes. */
public final class Codes {

    private static final Words WORDS = Words.of("mart");
    static final String CURRENCY = "currency";
    private static final String METHOD = "method";
    private static final String RULE = "rule";
    private static final String PRICE_BASIS = "price_basis";
    private static final String MIXED_VINTAGES = "_mixed_vintages";
    private static final String ANY_TABLE = "*";

    /**
     * A code of a list.
     *
     * @param position its place in the list, from 1
     * @param meaning when it is used
     * @param severity how grave a finding of a rule is, unless the finding says otherwise; empty for other codes
     */
    public record Code(
            String codelistCode,
            String code,
            int position,
            LocalizedText name,
            LocalizedText meaning,
            Optional<String> severity) {

        Code(String codelistCode, String code, int position, LocalizedText name, LocalizedText meaning) {
            this(codelistCode, code, position, name, meaning, Optional.empty());
        }

        private Code at(int place) {
            return new Code(codelistCode, code, place, name, meaning, severity);
        }
    }

    /** Read once: tables are made area by area, and each asks. */
    private static final class Shipped {

        private static final Codes CODES = read();
    }

    private final List<Code> codes;
    private final Map<String, String> lists;

    private Codes(List<Code> codes, Map<String, String> lists) {
        this.codes = new ArrayList<>(codes);
        this.lists = new LinkedHashMap<>(lists);
    }

    private static Codes read() {
        Codes shipped = new Codes(List.of(), Map.of());
        shipped.readAll();
        return shipped;
    }

    private void readAll() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        Resource.rows("code.csv").forEach(row -> {
            String list = row.getField("codelist_code");
            add(
                    sizes,
                    new Code(list, row.getField("code"), 0, Resource.text(row, "name"), Resource.text(row, "meaning")));
        });
        List<Code> methods = codes.stream()
                .filter(code -> code.codelistCode().equals(METHOD))
                .toList();
        for (Code of : methods) {
            add(
                    sizes,
                    new Code(
                            METHOD,
                            of.code() + MIXED_VINTAGES,
                            0,
                            WORDS.text("code.mixed_vintages", of.name()),
                            WORDS.text("code.mixed_vintages.meaning", of.meaning())));
        }
        Resource.rows("rule.csv")
                .forEach(row -> add(
                        sizes,
                        new Code(
                                RULE,
                                row.getField("code"),
                                0,
                                Resource.text(row, "name"),
                                Resource.text(row, "meaning"),
                                Optional.of(row.getField("severity_code")))));
        Resource.rows("codelist_column.csv")
                .forEach(row -> lists.put(
                        key(row.getField("table_name"), row.getField("column_name")), row.getField("codelist_code")));
    }

    /** Returns the code lists of the program's resources, with the price bases and currencies that data name beside. */
    public static Codes with(Codelists codelists) {
        Codes codes = shipped();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        codes.codes.forEach(code -> sizes.merge(code.codelistCode(), 1, Integer::sum));
        for (CodeName basis : codelists.priceBases().values()) {
            codes.addUnlessKnown(sizes, new Code(PRICE_BASIS, basis.code(), 0, basis.name(), basis.name()));
        }
        for (String currency : new TreeSet<>(codelists.currencies())) {
            String code = currency.toUpperCase(Locale.ROOT);
            LocalizedText name = new LocalizedText(code, code);
            codes.addUnlessKnown(sizes, new Code(CURRENCY, code, 0, name, name));
        }
        return codes;
    }

    /** Returns these code lists with the rules of the office: their severities, and those that it has added. */
    public Codes with(Collection<ValidationRule> rules) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        codes.forEach(code -> sizes.merge(code.codelistCode(), 1, Integer::sum));
        for (ValidationRule rule : rules) {
            Optional<String> severity = Optional.of(rule.severity().code());
            codes.replaceAll(
                    code -> code.codelistCode().equals(RULE) && code.code().equals(rule.code())
                            ? new Code(RULE, code.code(), code.position(), code.name(), code.meaning(), severity)
                            : code);
            LocalizedText title = new LocalizedText(rule.title(Language.VI), rule.title(Language.EN));
            LocalizedText meaning = WORDS.text("code.rule.meaning", title, rule.advice());
            addUnlessKnown(sizes, new Code(RULE, rule.code(), 0, title, meaning, severity));
        }
        return this;
    }

    /** Returns the code lists of the program's resources. */
    public static Codes shipped() {
        return new Codes(Shipped.CODES.codes, Shipped.CODES.lists);
    }

    /** Returns all codes, list by list, each list in its own order. */
    public List<Code> all() {
        return List.copyOf(codes);
    }

    /** Returns the names of the lists, in the order of the resource. */
    public List<String> lists() {
        return codes.stream().map(Code::codelistCode).distinct().toList();
    }

    /** Returns the list whose codes a column holds; empty if it holds none or those of a dimension of its own. */
    public Optional<String> listOf(String table, String column) {
        return Optional.ofNullable(lists.getOrDefault(key(table, column), lists.get(key(ANY_TABLE, column))));
    }

    private void addUnlessKnown(Map<String, Integer> sizes, Code code) {
        boolean isKnown = codes.stream()
                .anyMatch(known -> known.codelistCode().equals(code.codelistCode())
                        && known.code().equals(code.code()));
        if (!isKnown) {
            add(sizes, code);
        }
    }

    private void add(Map<String, Integer> sizes, Code code) {
        int position = sizes.merge(code.codelistCode(), 1, Integer::sum);
        codes.add(code.at(position));
    }

    private static String key(String table, String column) {
        return table + "." + column;
    }
}
