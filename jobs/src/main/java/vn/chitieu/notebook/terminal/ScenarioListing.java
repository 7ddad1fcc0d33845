package vn.chitieu.notebook.terminal;

import java.util.List;
import java.util.OptionalDouble;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.terminal.ConsoleTable.Column;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.observation.Period;
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
        StringBuilder out = new StringBuilder();
        PlainText.wrap(heading, width).forEach(line -> out.append(line).append('\n'));
        PlainText.wrap(String.join(" ", sentences), width)
                .forEach(line -> out.append(line).append('\n'));
        out.append(listing.periods());
        out.append(listing.sectors());
        out.append(listing.outcomes());
        return out.toString();
    }

    private List<MartRow> of(String... kinds) {
        List<String> wanted = List.of(kinds);
        return rows.stream()
                .filter(row -> wanted.contains(row.text("row_kind")))
                .toList();
    }

    private String periods() {
        List<MartRow> periods = of("rest", "period");
        if (periods.isEmpty()) {
            return "";
        }
        ConsoleTable table = new ConsoleTable(List.of(
                Column.flexible(texts.text("scenario.period")),
                Column.number(texts.text("scenario.weight"), 12, 2),
                Column.number(texts.text("scenario.last_year"), 14, 1),
                Column.number(texts.text("scenario.value"), 14, 0),
                Column.number(texts.text("scenario.growth"), 12, 0),
                Column.number(texts.text("scenario.cumulated"), 12, 0),
                Column.text(texts.text("scenario.basis"), 12, 0),
                Column.text(texts.text("scenario.reached"), 34, 3)));
        for (MartRow row : periods) {
            boolean isRate = row.text("unit_code").equals("pct");
            table.row(
                    row.text("row_kind").equals("period") ? period(row) : row.label("label", language),
                    number(row, "weight_pct", 1),
                    amount(row, "last_year_value"),
                    isRate ? TargetTexts.NONE : amount(row, "value"),
                    number(row, "growth_pct", 2),
                    number(row, "cumulated_growth_pct", 2),
                    texts.text("scenario.basis." + row.text("basis_code")),
                    row.label("reached", language));
        }
        return "\n" + table.text(width);
    }

    private String period(MartRow row) {
        Period period = Period.parse(row.text("code"));
        return switch (period.frequency()) {
            case M -> texts.text("scenario.month", period.index(), period.year());
            case Q -> texts.text("scenario.quarter." + period.index(), period.year());
            case S, A -> period.toString();
        };
    }

    private String sectors() {
        List<MartRow> sectors = of("sector");
        if (sectors.isEmpty()) {
            return "";
        }
        ConsoleTable table = new ConsoleTable(List.of(
                Column.flexible(texts.text("scenario.sector")),
                Column.number(texts.text("scenario.weight"), 12, 0),
                Column.number(texts.text("scenario.growth_last"), 12, 1),
                Column.number(texts.text("scenario.growth"), 12, 0),
                Column.number(texts.text("scenario.points"), 12, 0),
                Column.number(texts.text("scenario.share"), 14, 1),
                Column.number(texts.text("scenario.share_va"), 16, 2),
                Column.text(texts.text("scenario.basis"), 14, 0),
                Column.text(texts.text("scenario.reached"), 34, 3)));
        double[] sums = new double[3];
        for (MartRow row : sectors) {
            table.row(
                    row.label("label", language),
                    number(row, "weight_pct", 1),
                    number(row, "last_year_value", 2),
                    number(row, "growth_pct", 2),
                    number(row, "contribution_points", 2),
                    number(row, "contribution_share_pct", 1),
                    number(row, "contribution_share_of_value_added_pct", 1),
                    texts.text("scenario.basis." + row.text("basis_code")),
                    row.label("reached", language));
            sums[0] += row.number("weight_pct").orElse(0);
            sums[1] += row.number("contribution_points").orElse(0);
            sums[2] += row.number("contribution_share_pct").orElse(0);
        }
        table.row(
                texts.text("scenario.total"),
                numbers.number(sums[0], 1),
                "",
                numbers.number(sums[1], 2),
                numbers.number(sums[1], 2),
                numbers.number(sums[2], 1),
                "",
                "",
                "");
        return "\n" + table.text(width);
    }

    private String outcomes() {
        List<MartRow> outcomes = of("outcome");
        if (outcomes.isEmpty()) {
            return "";
        }
        ConsoleTable table = new ConsoleTable(List.of(
                Column.flexible(texts.text("scenario.outcome")),
                Column.number(texts.text("scenario.last_year"), 14, 0),
                Column.number(texts.text("scenario.this_year"), 14, 0),
                Column.number(texts.text("scenario.growth"), 12, 0),
                Column.text(texts.text("column.unit"), 24, 0)));
        for (MartRow row : outcomes) {
            table.row(
                    row.label("label", language),
                    amount(row, "last_year_value"),
                    amount(row, "value"),
                    number(row, "growth_pct", 2),
                    texts.text("scenario.unit." + row.text("unit_code")));
        }
        return "\n" + table.text(width);
    }

    private String number(MartRow row, String column, int decimals) {
        OptionalDouble value = row.number(column);
        return value.isEmpty() ? TargetTexts.NONE : numbers.number(value.getAsDouble(), decimals);
    }

    private String amount(MartRow row, String column) {
        OptionalDouble value = row.number(column);
        return value.isEmpty()
                ? TargetTexts.NONE
                : numbers.number(value.getAsDouble(), Math.abs(value.getAsDouble()) >= 1000 ? 0 : 2);
    }
}
