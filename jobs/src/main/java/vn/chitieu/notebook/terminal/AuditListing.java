package vn.chitieu.notebook.terminal;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

/** The audit of a programme as a person at a terminal reads it. */
public final class AuditListing {

    private static final List<String> OUTCOMES =
            List.of("disagrees", "to_explain", "agrees", "reached_before", "not_checkable");
    private static final String INDENT = "     ";
    private static final Map<String, String> SYMBOLS =
            Map.of("disagrees", "✗", "to_explain", "!", "agrees", "✓", "reached_before", "≈", "not_checkable", "–");

    private AuditListing() {}

    /**
     * Returns the checks as a table, then each with its arithmetic. The text ends with a line feed.
     *
     * @param heading what was audited
     * @param checks rows of {@code programme_audit}
     * @param width columns of the terminal
     */
    public static String text(String heading, Table checks, Language language, int width) {
        Texts texts = Words.of("notebook").in(language);
        NumberFormats numbers = NumberFormats.of(language);
        List<MartRow> rows = MartRows.of(checks).stream().toList();
        ConsoleTable<MartRow> table = new ConsoleTable<MartRow>(texts)
                .number("audit.no", 3, 0, AuditListing::checkNumber)
                .flexible("audit.check", row -> row.label("title", language))
                .text("audit.targets", 18, 1, row -> row.text("target_ids"))
                .number("audit.stated", 12, 0, row -> number(row, "stated_value", numbers))
                .number("audit.implied", 12, 0, row -> number(row, "implied_value", numbers))
                .text(
                        "audit.outcome",
                        16,
                        0,
                        row -> symbol(row) + texts.text("audit.outcome." + row.text("outcome_code")));
        rows.forEach(table::row);
        StringBuilder out = new StringBuilder(Paragraph.of(heading, width))
                .append(Paragraph.of(summary(rows, texts), width))
                .append(table.text(width));
        for (MartRow row : rows) {
            String meaning = checkNumber(row) + ". " + row.label("meaning", language);
            out.append('\n').append(Paragraph.of(symbol(row), INDENT, meaning, width));
            String arithmetic = row.label("arithmetic", language);
            if (!arithmetic.isEmpty()) {
                out.append(Paragraph.of(INDENT, INDENT, arithmetic, width));
            }
        }
        return out.toString();
    }

    private static String checkNumber(MartRow row) {
        return Integer.toString(row.integer("check_no").orElse(0));
    }

    private static String symbol(MartRow row) {
        return SYMBOLS.get(row.text("outcome_code")) + " ";
    }

    private static String summary(List<MartRow> rows, Texts texts) {
        Map<String, Long> counts = rows.stream()
                .collect(Collectors.groupingBy(row -> row.text("outcome_code"), TreeMap::new, Collectors.counting()));
        return texts.text(
                "audit.summary",
                OUTCOMES.stream().map(code -> counts.getOrDefault(code, 0L)).toArray());
    }

    private static String number(MartRow row, String column, NumberFormats numbers) {
        OptionalDouble value = row.number(column);
        String text = numbers.number(value, Math.abs(value.orElse(0)) >= 1000 ? 0 : 2);
        return value.isPresent() && row.text("unit_code").equals("pct") ? text + "%" : text;
    }
}
