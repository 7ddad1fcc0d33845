package vn.chitieu.notebook.terminal;

import static vn.chitieu.notebook.programme.AccuracyFigures.BINS;
import static vn.chitieu.notebook.programme.AccuracyFigures.GROWTH_RULE;
import static vn.chitieu.notebook.programme.AccuracyFigures.OWN;
import static vn.chitieu.notebook.programme.AccuracyFigures.PLAN_RULE;
import static vn.chitieu.notebook.programme.AccuracyFigures.absolute;
import static vn.chitieu.notebook.programme.AccuracyFigures.inBin;
import static vn.chitieu.notebook.programme.AccuracyFigures.mean;
import static vn.chitieu.notebook.programme.AccuracyFigures.month;
import static vn.chitieu.notebook.programme.AccuracyFigures.share;
import static vn.chitieu.notebook.programme.AccuracyFigures.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.AccuracyFigures;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.terminal.ConsoleTable.Column;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

/** How well the past would have been projected, beside the two rules in daily use, for a person at a terminal. */
public final class AccuracyTable {

    private final Texts texts;
    private final NumberFormats numbers;
    private final MartReader reader;

    private AccuracyTable(MartReader reader, Language language) {
        this.texts = Words.of("notebook").in(language);
        this.numbers = NumberFormats.of(language);
        this.reader = reader;
    }

    /**
     * Returns accuracy of all series by month, the reliability of probabilities, and accuracy of each series by month,
     * every text ended by a line feed; one sentence where no backtest is published.
     *
     * @param width columns of the terminal
     */
    public static String text(MartReader reader, Language language, int width) {
        return new AccuracyTable(reader, language).text(width);
    }

    private String text(int width) {
        List<MartRow> rows =
                MartRows.of(reader, MartTables.FORECAST_EVALUATION).stream().toList();
        StringBuilder out = new StringBuilder();
        if (rows.isEmpty()) {
            return paragraph(texts.text("accuracy.none"), width);
        }
        List<MartRow> own = AccuracyFigures.of(rows, OWN);
        out.append(paragraph(
                texts.text(
                        "accuracy.heading",
                        numbers.number(own.size(), 0),
                        own.stream().map(row -> row.text("variable")).distinct().count(),
                        own.stream().mapToInt(AccuracyTable::year).min().orElseThrow(),
                        own.stream().mapToInt(AccuracyTable::year).max().orElseThrow(),
                        numbers.date(own.get(0).date("evaluated_on").orElseThrow()),
                        own.stream()
                                .filter(row -> row.text("vintage_kind").equals("real_time"))
                                .count()),
                width));
        out.append('\n').append(paragraph(texts.text("accuracy.all"), width));
        out.append(
                byMonth(Map.of("", rows), "scaled_error", 2, "accuracy.scaled").text(width));
        out.append('\n').append(paragraph(texts.text("accuracy.reliability"), width));
        out.append(reliability(own).text(width));
        out.append('\n').append(paragraph(texts.text("accuracy.each"), width));
        out.append(byMonth(bySeries(rows), "error_pct", 1, "accuracy.percent").text(width));
        out.append(paragraph(texts.text("accuracy.legend"), width));
        return out.toString();
    }

    private ConsoleTable byMonth(Map<String, List<MartRow>> groups, String error, int decimals, String unit) {
        ConsoleTable table = new ConsoleTable(List.of(
                Column.text(texts.text("accuracy.known"), 14, 0),
                Column.number(texts.text("accuracy.count"), 6, 0),
                Column.number(texts.text(unit), 12, 0),
                Column.number(texts.text("accuracy.growth_rule"), 12, 0),
                Column.number(texts.text("accuracy.plan_rule"), 12, 0),
                Column.number(texts.text("accuracy.covered_80"), 8, 0),
                Column.number(texts.text("accuracy.covered_95"), 8, 0),
                Column.number(texts.text("accuracy.brier"), 7, 0),
                Column.number(texts.text("accuracy.wrong"), 9, 1),
                Column.number(texts.text("accuracy.wrong_growth"), 9, 1),
                Column.number(texts.text("accuracy.wrong_plan"), 9, 1)));
        groups.forEach((name, rows) -> {
            if (!name.isEmpty()) {
                table.heading(name);
            }
            SortedMap<Integer, List<MartRow>> months = new TreeMap<>();
            rows.forEach(row ->
                    months.computeIfAbsent(month(row), m -> new ArrayList<>()).add(row));
            months.forEach((month, ofMonth) -> table.row(cells(numbers.month(month), ofMonth, error, decimals)));
            if (months.size() > 1) {
                table.row(cells(texts.text("accuracy.together"), rows, error, decimals));
            }
        });
        return table;
    }

    private String[] cells(String label, List<MartRow> rows, String error, int decimals) {
        List<MartRow> own = AccuracyFigures.of(rows, OWN);
        List<MartRow> growth = AccuracyFigures.of(rows, GROWTH_RULE);
        List<MartRow> plan = AccuracyFigures.of(rows, PLAN_RULE);
        Function<List<MartRow>, String> size = some -> cell(mean(some, row -> absolute(row, error)), decimals, "");
        Function<List<MartRow>, String> wrong = some -> cell(
                mean(
                        some,
                        row -> row.number("brier").isEmpty()
                                ? OptionalDouble.empty()
                                : truth(row.isTrue("is_judged_attained") != row.isTrue("is_attained"))),
                0,
                "%");
        return new String[] {
            label,
            numbers.number(own.size(), 0),
            size.apply(own),
            size.apply(growth),
            size.apply(plan),
            cell(share(own, "is_covered_80"), 0, "%"),
            cell(share(own, "is_covered_95"), 0, "%"),
            cell(mean(own, row -> row.number("brier")), 3, ""),
            wrong.apply(own),
            wrong.apply(growth),
            wrong.apply(plan)
        };
    }

    private ConsoleTable reliability(List<MartRow> own) {
        List<MartRow> judged =
                own.stream().filter(row -> row.number("p_attain").isPresent()).toList();
        ConsoleTable table = new ConsoleTable(List.of(
                Column.text(texts.text("accuracy.known"), 14, 0),
                Column.text(texts.text("accuracy.said"), 14, 0),
                Column.number(texts.text("accuracy.count"), 6, 0),
                Column.number(texts.text("accuracy.said_mean"), 12, 0),
                Column.number(texts.text("accuracy.came"), 12, 0)));
        SortedMap<Integer, List<MartRow>> quarters = new TreeMap<>();
        judged.forEach(row -> quarters.computeIfAbsent((month(row) - 1) / 3, q -> new ArrayList<>())
                .add(row));
        quarters.forEach((quarter, rows) -> reliability(
                table, texts.text("accuracy.months", 3 * quarter + 1, Math.min(11, 3 * quarter + 3)), rows));
        reliability(table, texts.text("accuracy.together"), judged);
        return table;
    }

    private void reliability(ConsoleTable table, String label, List<MartRow> rows) {
        for (int bin = 0; bin + 1 < BINS.size(); bin++) {
            double from = BINS.get(bin);
            double to = BINS.get(bin + 1);
            List<MartRow> inside = inBin(rows, bin);
            if (!inside.isEmpty()) {
                table.row(
                        label,
                        numbers.percent(100 * from, 0) + "–" + numbers.percent(100 * to, 0),
                        numbers.number(inside.size(), 0),
                        cell(mean(inside, row -> scaled(row.number("p_attain"))), 0, "%"),
                        cell(share(inside, "is_attained"), 0, "%"));
            }
        }
    }

    private SortedMap<String, List<MartRow>> bySeries(List<MartRow> rows) {
        Map<String, String> indicators = labels(MartTables.DIM_INDICATOR.name(), "indicator");
        Map<String, String> activities = labels(MartTables.DIM_ACTIVITY.name(), "activity");
        SortedMap<String, List<MartRow>> series = new TreeMap<>();
        for (MartRow row : rows) {
            String activity = row.text("activity_code");
            String indicator = indicators.getOrDefault(row.text("indicator_code"), row.text("indicator_code"));
            String ofActivity = activity.equals("_T") ? "" : activities.getOrDefault(activity, activity);
            String name = Stream.of(
                            row.text("area_code"),
                            indicator,
                            ofActivity.equals(indicator) ? "" : ofActivity,
                            texts.find("accuracy.price." + row.text("price_basis"))
                                    .orElse(""))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" · "));
            series.computeIfAbsent(name, n -> new ArrayList<>()).add(row);
        }
        return series;
    }

    private Map<String, String> labels(String table, String stem) {
        return MartRows.of(reader.table(table)).stream()
                .collect(Collectors.toMap(
                        row -> row.text(stem + "_code"), row -> row.label(stem + "_name", texts.language())));
    }

    private static int year(MartRow row) {
        return row.integer("year").orElseThrow();
    }

    private static OptionalDouble scaled(OptionalDouble part) {
        return part.isEmpty() ? part : OptionalDouble.of(100 * part.getAsDouble());
    }

    private String cell(OptionalDouble value, int decimals, String ending) {
        return value.isEmpty() ? TargetTexts.NONE : numbers.number(value.getAsDouble(), decimals) + ending;
    }

    private static String paragraph(String text, int width) {
        return String.join("\n", PlainText.wrap(PlainText.oneLine(text), width)) + "\n";
    }
}
