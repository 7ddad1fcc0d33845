package vn.chitieu.notebook.terminal;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import vn.chitieu.notebook.programme.GrowthCell;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.OriginMark;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingPeriod;

/** Figures of an area by period for a terminal, the latest first, each line once. */
final class FigureListing {

    private static final int MOST_ROWS = 40;

    private final TargetTexts texts;
    private final String itemColumn;
    private final List<Measure> measures;

    /**
     * A listing of figures.
     *
     * @param itemColumn the column of codes in which lines of the same period differ; its texts begin with its name
     */
    FigureListing(TargetTexts texts, String itemColumn, List<Measure> measures) {
        this.texts = texts;
        this.itemColumn = itemColumn;
        this.measures = List.copyOf(measures);
    }

    /**
     * A column of numbers.
     *
     * @param header key of its text
     * @param originColumn the source of each number; empty if the table has none
     * @param decimals empty where they follow from the size of the numbers
     * @param rank as of a column of {@link ConsoleTable}
     */
    record Measure(String header, String column, String originColumn, OptionalInt decimals, int rank) {

        static Measure amount(String header, String column, int rank) {
            return new Measure(header, column, column + "_origin", OptionalInt.empty(), rank);
        }

        static Measure percent(String header, String column, String originColumn, int rank) {
            return new Measure(header, column, originColumn, OptionalInt.of(1), rank);
        }

        static Measure growth(int rank) {
            return percent("show.growth", "growth_pct", "growth_origin", rank);
        }
    }

    /**
     * Returns the listing with its notes; a sentence if there is no row.
     *
     * @param width columns of the terminal
     */
    String text(MartRows rows, int width) {
        List<MartRow> latest = rows.stream()
                .sorted(Comparator.comparing(
                                (MartRow row) -> ReportingPeriod.placeOf(row.text("period")), Period::compareTo)
                        .reversed()
                        .thenComparing(row -> row.text(itemColumn))
                        .thenComparing(row -> row.text("accumulation")))
                .toList();
        Set<List<String>> lines = new LinkedHashSet<>();
        latest.forEach(row -> lines.add(line(row, latest)));
        if (lines.isEmpty()) {
            return texts.texts().text("show.empty") + "\n";
        }
        ConsoleTable<List<String>> table = new ConsoleTable<List<String>>(texts.texts())
                .text("show.period", 32, 0, line -> line.get(0))
                .flexible("show." + itemColumn, line -> line.get(1));
        for (int i = 0; i < measures.size(); i++) {
            int place = 2 + i;
            table.number(measures.get(i).header(), 14, measures.get(i).rank(), line -> line.get(place));
        }
        lines.stream().limit(MOST_ROWS).forEach(table::row);
        String older = lines.size() > MOST_ROWS ? texts.texts().text("show.more", lines.size() - MOST_ROWS) + "\n" : "";
        return table.text(width) + older;
    }

    private List<String> line(MartRow row, List<MartRow> all) {
        String code = row.text(itemColumn);
        Stream<String> numbers = measures.stream().map(m -> number(row, m, all));
        return Stream.concat(
                        Stream.of(
                                period(row),
                                texts.texts().find(itemColumn + "." + code).orElse(code)),
                        numbers)
                .toList();
    }

    private String period(MartRow row) {
        Period period = ReportingPeriod.placeOf(row.text("period"));
        if (!row.text("accumulation").equals("C") || period.frequency() == Frequency.A) {
            return texts.period(row.text("period"));
        }
        return period.lastMonth() == 1
                ? texts.texts().text("show.cumulated.1", period.year())
                : texts.texts().text("show.cumulated", texts.throughPeriod(row.text("period")));
    }

    private String number(MartRow row, Measure measure, List<MartRow> all) {
        if (row.number(measure.column()).isEmpty()) {
            return NumberFormats.NONE;
        }
        if (measure.column().equals("growth_pct")) {
            return GrowthCell.of(row, measure.decimals().orElse(1), texts.numbers());
        }
        double largest = all.stream()
                .mapToDouble(r -> Math.abs(r.number(measure.column()).orElse(0)))
                .max()
                .orElse(0);
        int decimals = measure.decimals().orElse(NumberFormats.decimals(largest, "billion_vnd"));
        String origin = measure.originColumn().isEmpty() ? "" : row.text(measure.originColumn());
        return texts.numbers().number(row.number(measure.column()).getAsDouble(), decimals) + OriginMark.of(origin);
    }
}
