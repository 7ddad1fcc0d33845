package vn.chitieu.notebook.terminal;

import java.util.List;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

/** A scenario as a person at a terminal reads it: sentences, then periods, sectors and what follows. */
public final class ScenarioListing {

    private final Texts texts;
    private final Language language;
    private final NumberFormats numbers;
    private final int width;
    private final List<MartRow> rows;

    private ScenarioListing(Table scenario, Language language, int width) {
        this.texts = Words.of("notebook").in(language);
        this.language = language;
        this.numbers = NumberFormats.of(language);
        this.width = width;
        this.rows = MartRows.of(scenario).stream().toList();
    }

    /**
     * Returns the scenario. The text ends with a line feed.
     *
     * @param sentences what it means, in the language of the reader
     * @param scenario rows of {@code scenario}
     * @param width columns of the terminal
     */
    public static String text(String heading, List<String> sentences, Table scenario, Language language, int width) {
        ScenarioListing listing = new ScenarioListing(scenario, language, width);
        return Paragraph.of(heading, width)
                + Paragraph.of(String.join(" ", sentences), width)
                + listing.periods()
                + listing.sectors()
                + listing.outcomes();
    }

    private List<MartRow> of(String... kinds) {
        List<String> wanted = List.of(kinds);
        return rows.stream()
                .filter(row -> wanted.contains(row.text("row_kind")))
                .toList();
    }

    private String periods() {
        ConsoleTable<MartRow> table = new ConsoleTable<MartRow>(texts)
                .flexible("scenario.period", row -> row.label("label", language))
                .number("scenario.weight", 12, 2, row -> number(row, "weight_pct", 1))
                .number("scenario.last_year", 14, 1, row -> amount(row, "last_year_value"))
                .number(
                        "scenario.value",
                        14,
                        0,
                        row -> row.text("unit_code").equals("pct") ? NumberFormats.NONE : amount(row, "value"))
                .number("scenario.growth", 12, 0, row -> number(row, "growth_pct", 2))
                .number("scenario.cumulated", 12, 0, row -> number(row, "cumulated_growth_pct", 2))
                .text("scenario.basis", 12, 0, this::basis)
                .text("scenario.reached", 34, 3, row -> row.label("reached", language));
        return listed(table, of("rest", "period"));
    }

    private String basis(MartRow row) {
        return texts.text("scenario.basis." + row.text("basis_code"));
    }

    private String listed(ConsoleTable<MartRow> table, List<MartRow> listed, String... sums) {
        if (listed.isEmpty()) {
            return "";
        }
        listed.forEach(table::row);
        if (sums.length > 0) {
            table.cells(List.of(sums));
        }
        return "\n" + table.text(width);
    }

    private String sectors() {
        ConsoleTable<MartRow> table = new ConsoleTable<MartRow>(texts)
                .flexible("scenario.sector", row -> row.label("label", language))
                .number("scenario.weight", 12, 0, row -> number(row, "weight_pct", 1))
                .number("scenario.growth_last", 12, 1, row -> number(row, "last_year_value", 2))
                .number("scenario.growth", 12, 0, row -> number(row, "growth_pct", 2))
                .number("scenario.points", 12, 0, row -> number(row, "contribution_points", 2))
                .number("scenario.share", 14, 1, row -> number(row, "contribution_share_pct", 1))
                .number("scenario.share_va", 16, 2, row -> number(row, "contribution_share_of_value_added_pct", 1))
                .text("scenario.basis", 14, 0, this::basis)
                .text("scenario.reached", 34, 3, row -> row.label("reached", language));
        List<MartRow> sectors = of("sector");
        String points = sum(sectors, "contribution_points", 2);
        return listed(
                table,
                sectors,
                texts.text("scenario.total"),
                sum(sectors, "weight_pct", 1),
                "",
                points,
                points,
                sum(sectors, "contribution_share_pct", 1),
                "",
                "",
                "");
    }

    private String sum(List<MartRow> summed, String column, int decimals) {
        double sum = 0;
        for (MartRow row : summed) {
            sum += row.number(column).orElse(0);
        }
        return numbers.number(sum, decimals);
    }

    private String outcomes() {
        ConsoleTable<MartRow> table = new ConsoleTable<MartRow>(texts)
                .flexible("scenario.outcome", row -> row.label("label", language))
                .number("scenario.last_year", 14, 0, row -> amount(row, "last_year_value"))
                .number("scenario.this_year", 14, 0, row -> amount(row, "value"))
                .number("scenario.growth", 12, 0, row -> number(row, "growth_pct", 2))
                .text("column.unit", 24, 0, row -> texts.text("scenario.unit." + row.text("unit_code")));
        return listed(table, of("outcome"));
    }

    private String number(MartRow row, String column, int decimals) {
        return numbers.number(row.number(column), decimals);
    }

    private String amount(MartRow row, String column) {
        return number(row, column, Math.abs(row.number(column).orElse(0)) >= 1000 ? 0 : 2);
    }
}
