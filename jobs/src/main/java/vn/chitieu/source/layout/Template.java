package vn.chitieu.source.layout;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitieu.source.workbook.SeenText;

/**
 * A text with blanks, as a layout writes it: {@code Quý {quarter} năm {year}}.
 *
 * <p>The blanks are {@code year}, {@code month}, {@code quarter} (1 to 4 or I to IV), {@code half} (1, 2, I or II) and
 * {@code any}; all else is compared as a reader compares it.
 */
record Template(String text, Pattern pattern) {

    private static final Map<String, String> BLANKS = Map.of(
            "year", "(?:19|20|21)\\d\\d",
            "month", "0?[1-9]|1[0-2]",
            "quarter", "[1-4]|IV|I{1,3}",
            "half", "[12]|II?",
            "any", ".*?");

    private static final Map<String, String> ROMAN = Map.of("I", "1", "II", "2", "III", "3", "IV", "4");
    private static final Pattern BLANK = Pattern.compile("\\{([a-z_]+)}");

    /**
     * Returns the template of a text.
     *
     * @throws IllegalArgumentException if a blank has no meaning or stands twice
     */
    static Template of(String text) {
        String normal = SeenText.normal(text);
        StringBuilder pattern = new StringBuilder();
        Matcher blank = BLANK.matcher(normal);
        int from = 0;
        while (blank.find()) {
            String name = blank.group(1);
            String values = BLANKS.get(name);
            boolean isTwice = pattern.indexOf("(?<" + name + ">") >= 0;
            if (values == null || isTwice) {
                throw new IllegalArgumentException("Expecting blanks of "
                        + BLANKS.keySet().stream().sorted().toList() + ", each once, but was '{" + name + "}' in '"
                        + text
                        + "'");
            }
            pattern.append(Pattern.quote(normal.substring(from, blank.start())));
            pattern.append(name.equals("any") ? values : "(?<" + name + ">" + values + ")");
            from = blank.end();
        }
        pattern.append(Pattern.quote(normal.substring(from)));
        return new Template(text, Pattern.compile(pattern.toString()));
    }

    /** Returns what stands in the blanks of a text; months have two digits, Roman numbers become others. */
    Optional<Map<String, String>> match(String found) {
        Matcher matcher = pattern.matcher(SeenText.normal(found));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> blanks = new HashMap<>();
        for (String name : BLANKS.keySet()) {
            if (pattern.pattern().contains("(?<" + name + ">")) {
                String value = matcher.group(name);
                blanks.put(
                        name,
                        value.length() == 1 && name.equals("month") ? "0" + value : ROMAN.getOrDefault(value, value));
            }
        }
        return Optional.of(blanks);
    }

    /** Returns a text whose blanks are filled; one that is not known stays as it is. */
    static String filled(String text, Map<String, String> blanks) {
        return BLANK.matcher(text)
                .replaceAll(blank -> Matcher.quoteReplacement(
                        blanks.getOrDefault(blank.group(1).toLowerCase(Locale.ROOT), blank.group())));
    }

    /** Returns maps laid over each other: what the later one says counts. */
    static Map<String, String> over(Map<String, String> under, Map<String, String> over) {
        Map<String, String> both = new LinkedHashMap<>(under);
        both.putAll(over);
        return Collections.unmodifiableMap(both);
    }
}
