package vn.chitieu.notebook.terminal;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.terminal.ConsoleTable.Column;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;
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
        StringBuilder out = new StringBuilder();
        paragraph(out, heading, "", width);
        paragraph(out, summary(rows, texts), "", width);
        ConsoleTable table = new ConsoleTable(List.of(
                Column.number(texts.text("audit.no"), 3, 0),
                Column.flexible(texts.text("audit.check")),
                Column.text(texts.text("audit.targets"), 18, 1),
                Column.number(texts.text("audit.stated"), 12, 0),
                Column.number(texts.text("audit.implied"), 12, 0),
                Column.text(texts.text("audit.outcome"), 16, 0)));
        for (MartRow row : rows) {
            table.row(
                    Integer.toString(row.integer("check_no").orElse(0)),
                    row.label("title", language),
                    row.text("target_ids"),
                    number(row, "stated_value", numbers),
                    number(row, "implied_value", numbers),
                    SYMBOLS.get(row.text("outcome_code")) + " "
                            + texts.text("audit.outcome." + row.text("outcome_code")));
        }
        out.append(table.text(width));
        for (MartRow row : rows) {
            out.append('\n');
            String number = Integer.toString(row.integer("check_no").orElse(0));
            List<String> meaning =
                    PlainText.wrap(number + ". " + row.label("meaning", language), width - INDENT.length());
            for (int i = 0; i < meaning.size(); i++) {
                out.append(i == 0 ? SYMBOLS.get(row.text("outcome_code")) + " " : INDENT)
                        .append(meaning.get(i))
                        .append('\n');
            }
            if (!row.label("arithmetic", language).isEmpty()) {
                paragraph(out, row.label("arithmetic", language), INDENT, width);
            }
        }
        return out.toString();
    }

    private static String summary(List<MartRow> rows, Texts texts) {
        Map<String, Long> counts = rows.stream()
                .collect(Collectors.groupingBy(row -> row.text("outcome_code"), TreeMap::new, Collectors.counting()));
        return texts.text(
                "audit.summary",
                counts.getOrDefault(OUTCOMES.get(0), 0L),
                counts.getOrDefault(OUTCOMES.get(1), 0L),
                counts.getOrDefault(OUTCOMES.get(2), 0L),
                counts.getOrDefault(OUTCOMES.get(3), 0L),
                counts.getOrDefault(OUTCOMES.get(4), 0L));
    }

    private static String number(MartRow row, String column, NumberFormats numbers) {
        OptionalDouble value = row.number(column);
        if (value.isEmpty()) {
            return TargetTexts.NONE;
        }
        int decimals = Math.abs(value.getAsDouble()) >= 1000 ? 0 : 2;
        String text = numbers.number(value.getAsDouble(), decimals);
        return row.text("unit_code").equals("pct") ? text + "%" : text;
    }

    private static void paragraph(StringBuilder out, String text, String indent, int width) {
        PlainText.wrap(text, width - indent.length())
                .forEach(line -> out.append(indent).append(line).append('\n'));
    }
}
