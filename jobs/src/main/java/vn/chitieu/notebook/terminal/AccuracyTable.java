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

import java.util.IntSummaryStatistics;
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
import vn.chitieu.notebook.programme.SeriesNames;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.NumberFormats;
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
        List<MartRow> rows = AccuracyFigures.ofSeries(MartRows.of(reader, MartTables.FORECAST_EVALUATION));
        if (rows.isEmpty()) {
            return Paragraph.of(texts.text("accuracy.none"), width);
        }
        List<MartRow> own = AccuracyFigures.of(rows, OWN);
        IntSummaryStatistics years =
                own.stream().mapToInt(row -> row.integer("year").orElseThrow()).summaryStatistics();
        String heading = texts.text(
                "accuracy.heading",
                count(own.size()),
                count(own.stream().map(row -> row.text("variable")).distinct().count()),
                years.getMin(),
                years.getMax(),
                numbers.date(own.get(0).date("evaluated_on").orElseThrow()),
                count(own.stream()
                        .filter(row -> row.text("vintage_kind").equals("real_time"))
                        .count()));
        return Paragraph.of(heading, width)
                + "\n"
                + Paragraph.of(texts.text("accuracy.all"), width)
                + byMonth(Map.of("", rows), row -> row.number("scaled_error"), 2, "accuracy.scaled")
                        .text(width)
                + "\n"
                + Paragraph.of(texts.text("accuracy.reliability"), width)
                + reliability(own).text(width)
                + "\n"
                + Paragraph.of(texts.text("accuracy.each"), width)
                + byMonth(bySeries(rows), AccuracyFigures::error, 2, "accuracy.percent")
                        .text(width)
                + Paragraph.of(texts.text("accuracy.legend"), width);
    }

    /** Projections that are counted together, by who made them. */
    private record Group(String label, List<MartRow> own, List<MartRow> growth, List<MartRow> plan) {

        static Group of(String label, List<MartRow> rows) {
            return new Group(
                    label,
                    AccuracyFigures.of(rows, OWN),
                    AccuracyFigures.of(rows, GROWTH_RULE),
                    AccuracyFigures.of(rows, PLAN_RULE));
        }
    }

    private ConsoleTable<Group> byMonth(
            Map<String, List<MartRow>> groups, Function<MartRow, OptionalDouble> error, int decimals, String unit) {
        Function<List<MartRow>, String> size =
                some -> numbers.number(mean(some, row -> absolute(error.apply(row))), decimals);
        boolean isSigned = !unit.equals("accuracy.scaled");
        ConsoleTable<Group> table = new ConsoleTable<Group>(texts)
                .text("accuracy.known", 14, 0, Group::label)
                .number(
                        "accuracy.count",
                        6,
                        0,
                        group -> numbers.number(group.own().size(), 0))
                .number(unit, 12, 0, group -> size.apply(group.own()))
                .number("accuracy.growth_rule", 12, 0, group -> size.apply(group.growth()))
                .number("accuracy.plan_rule", 12, 0, group -> size.apply(group.plan()))
                .number(
                        "accuracy.bias",
                        9,
                        1,
                        group -> isSigned ? numbers.number(mean(group.own(), error), decimals) : NumberFormats.NONE)
                .number("accuracy.covered_80", 8, 0, group -> percent(share(group.own(), "is_covered_80")))
                .number("accuracy.covered_95", 8, 0, group -> percent(share(group.own(), "is_covered_95")))
                .number(
                        "accuracy.brier",
                        7,
                        0,
                        group -> numbers.number(mean(group.own(), row -> row.number("brier")), 3))
                .number("accuracy.wrong", 9, 1, group -> wrong(group.own()))
                .number("accuracy.wrong_growth", 9, 1, group -> wrong(group.growth()))
                .number("accuracy.wrong_plan", 9, 1, group -> wrong(group.plan()));
        groups.forEach((name, rows) -> {
            if (!name.isEmpty()) {
                table.heading(name);
            }
            SortedMap<Integer, List<MartRow>> months = rows.stream()
                    .collect(Collectors.groupingBy(AccuracyFigures::month, TreeMap::new, Collectors.toList()));
            months.forEach((month, ofMonth) -> table.row(Group.of(label(month, ofMonth), ofMonth)));
            if (months.size() > 1) {
                table.row(Group.of(
                        texts.text("accuracy.together"),
                        rows.stream().filter(row -> month(row) > 0).toList()));
            }
        });
        return table;
    }

    private String label(int month, List<MartRow> rows) {
        if (month == 0) {
            return texts.text("accuracy.nothing_known");
        }
        boolean isOneMonth =
                rows.stream().map(AccuracyFigures::calendarMonth).distinct().count() == 1;
        return isOneMonth
                ? numbers.month(AccuracyFigures.calendarMonth(rows.get(0)))
                : texts.text("accuracy.months_known", month);
    }

    private String wrong(List<MartRow> rows) {
        return percent(mean(
                rows,
                row -> row.number("brier").isEmpty()
                        ? OptionalDouble.empty()
                        : truth(row.isTrue("is_judged_attained") != row.isTrue("is_attained"))));
    }

    /** Projections of some months whose probability was in the same part of the scale. */
    private record Bin(String label, int number, List<MartRow> rows) {}

    private ConsoleTable<Bin> reliability(List<MartRow> own) {
        ConsoleTable<Bin> table = new ConsoleTable<Bin>(texts)
                .text("accuracy.known", 14, 0, Bin::label)
                .text(
                        "accuracy.stated",
                        14,
                        0,
                        bin -> numbers.percent(100 * BINS.get(bin.number()), 0) + "–"
                                + numbers.percent(100 * BINS.get(bin.number() + 1), 0))
                .number("accuracy.count", 6, 0, bin -> numbers.number(bin.rows().size(), 0))
                .number("accuracy.stated_mean", 12, 0, bin -> percent(mean(bin.rows(), AccuracyTable::probability)))
                .number("accuracy.outcome", 12, 0, bin -> percent(share(bin.rows(), "is_attained")));
        List<MartRow> judged =
                own.stream().filter(row -> row.number("p_attain").isPresent()).toList();
        SortedMap<Integer, List<MartRow>> quarters = judged.stream()
                .collect(Collectors.groupingBy(row -> (month(row) + 2) / 3, TreeMap::new, Collectors.toList()));
        quarters.forEach((quarter, rows) -> reliability(
                table,
                quarter == 0
                        ? texts.text("accuracy.nothing_known")
                        : texts.text("accuracy.months", 3 * quarter - 2, Math.min(11, 3 * quarter)),
                rows));
        reliability(table, texts.text("accuracy.together"), judged);
        return table;
    }

    private static void reliability(ConsoleTable<Bin> table, String label, List<MartRow> rows) {
        for (int bin = 0; bin + 1 < BINS.size(); bin++) {
            List<MartRow> inside = inBin(rows, bin);
            if (!inside.isEmpty()) {
                table.row(new Bin(label, bin, inside));
            }
        }
    }

    private SortedMap<String, List<MartRow>> bySeries(List<MartRow> rows) {
        SeriesNames names = new SeriesNames(reader, texts);
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Stream.concat(Stream.of(row.text("area_code")), names.parts(row))
                                .filter(part -> !part.isEmpty())
                                .distinct()
                                .collect(Collectors.joining(SeriesNames.BETWEEN)),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private static OptionalDouble probability(MartRow row) {
        OptionalDouble part = row.number("p_attain");
        return part.isEmpty() ? part : OptionalDouble.of(100 * part.getAsDouble());
    }

    private String count(long count) {
        return numbers.number((double) count, 0);
    }

    private String percent(OptionalDouble value) {
        return numbers.percent(value, 0);
    }
}
