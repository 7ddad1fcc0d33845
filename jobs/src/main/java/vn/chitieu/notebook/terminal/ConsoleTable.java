package vn.chitieu.notebook.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.text.Texts;

/** A table for a terminal: columns aligned by what the eye sees, fitted to the width of the terminal. */
final class ConsoleTable<T> {

    private static final String GAP = "  ";
    private static final int SMALLEST_FLEXIBLE = 18;
    private static final int MOST_LINES = 3;

    private final UnaryOperator<String> header;
    private final List<Column<T>> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /** Begins a table without columns, whose headers are keys of these texts. */
    ConsoleTable(Texts texts) {
        this(texts::text);
    }

    /**
     * Begins a table without columns.
     *
     * @param header what the header of a column is by its key
     */
    ConsoleTable(UnaryOperator<String> header) {
        this.header = header;
    }

    /**
     * One column.
     *
     * @param widest columns of the terminal it may take; 0 for the one column that takes what is left
     * @param rank columns of the highest rank are left out first where the terminal is narrow, and any above 0 that
     *     holds no number; 0 stays
     * @param cell what a row shows in it; a line feed starts a new line
     */
    private record Column<T>(String header, boolean isNumber, int widest, int rank, Function<T, String> cell) {}

    ConsoleTable<T> text(String key, int widest, int rank, Function<T, String> cell) {
        columns.add(new Column<>(header.apply(key), false, widest, rank, cell));
        return this;
    }

    ConsoleTable<T> number(String key, int widest, int rank, Function<T, String> cell) {
        columns.add(new Column<>(header.apply(key), true, widest, rank, cell));
        return this;
    }

    /** Adds the column that takes the width that is left. */
    ConsoleTable<T> flexible(String key, Function<T, String> cell) {
        return text(key, 0, 0, cell);
    }

    /** Cells, or one heading over all columns. */
    private record Row(List<String> cells, boolean isHeading) {}

    void row(T of) {
        cells(columns.stream().map(column -> column.cell().apply(of)).toList());
    }

    /** Adds a row that is no record, such as the sum of the others. */
    void cells(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("Expecting " + columns.size() + " cells but was " + cells);
        }
        rows.add(new Row(cells, false));
    }

    void heading(String text) {
        rows.add(new Row(List.of(text), true));
    }

    /**
     * Returns the table, each line ended.
     *
     * @param width columns of the terminal
     */
    String text(int width) {
        List<Integer> shown = shown(width);
        int[] widths = widths(shown, width);
        int total = Arrays.stream(widths).sum() + GAP.length() * (shown.size() - 1);
        StringBuilder out = new StringBuilder();
        append(out, shown, widths, columns.stream().map(Column::header).toList());
        out.append("─".repeat(total)).append('\n');
        for (Row row : rows) {
            if (row.isHeading()) {
                out.append(PlainText.cut(PlainText.oneLine(row.cells().get(0)), total))
                        .append('\n');
            } else {
                append(out, shown, widths, row.cells());
            }
        }
        return out.append("─".repeat(total)).append('\n').toString();
    }

    private List<Integer> shown(int width) {
        List<Integer> shown =
                new ArrayList<>(IntStream.range(0, columns.size()).boxed().toList());
        shown.removeIf(i -> columns.get(i).rank() > 0 && isVoid(i));
        while (needed(shown) > width) {
            int highest =
                    shown.stream().mapToInt(i -> columns.get(i).rank()).max().orElse(0);
            if (highest == 0) {
                break;
            }
            shown.removeIf(i -> columns.get(i).rank() == highest);
        }
        return shown;
    }

    private boolean isVoid(int column) {
        return rows.stream()
                .filter(row -> !row.isHeading())
                .map(row -> row.cells().get(column))
                .allMatch(cell -> cell.isEmpty() || cell.equals(NumberFormats.NONE));
    }

    private int needed(List<Integer> shown) {
        return shown.stream()
                        .mapToInt(i -> columns.get(i).widest() == 0 ? SMALLEST_FLEXIBLE : natural(i))
                        .sum()
                + GAP.length() * (shown.size() - 1);
    }

    private int[] widths(List<Integer> shown, int width) {
        int[] widths = new int[shown.size()];
        int rest = width - GAP.length() * (shown.size() - 1);
        int flexible = -1;
        for (int k = 0; k < shown.size(); k++) {
            if (columns.get(shown.get(k)).widest() == 0) {
                flexible = k;
            } else {
                widths[k] = natural(shown.get(k));
                rest -= widths[k];
            }
        }
        if (flexible >= 0) {
            widths[flexible] = Math.min(Math.max(rest, SMALLEST_FLEXIBLE), natural(shown.get(flexible)));
        }
        narrow(shown, widths, width);
        return widths;
    }

    /** Takes what is too wide from the widest texts, as far as their words allow. */
    private void narrow(List<Integer> shown, int[] widths, int width) {
        int[] least = shown.stream().mapToInt(this::longestWord).toArray();
        int excess = Arrays.stream(widths).sum() + GAP.length() * (shown.size() - 1) - width;
        for (; excess > 0; excess--) {
            int widest = -1;
            for (int k = 0; k < widths.length; k++) {
                boolean isOpen = !columns.get(shown.get(k)).isNumber() && widths[k] > least[k];
                if (isOpen && (widest < 0 || widths[k] > widths[widest])) {
                    widest = k;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }

    private int longestWord(int column) {
        String header = columns.get(column).header();
        return Math.max(
                headerWidth(header),
                rows.stream()
                        .filter(row -> !row.isHeading())
                        .flatMap(row -> Arrays.stream(row.cells().get(column).split("\\s", -1)))
                        .mapToInt(PlainText::width)
                        .max()
                        .orElse(0));
    }

    private int natural(int column) {
        int widest = columns.get(column).widest();
        String name = columns.get(column).header();
        int header = widest == 0 ? PlainText.width(name) : headerWidth(name);
        int natural = header;
        for (Row row : rows) {
            if (!row.isHeading()) {
                for (String line : row.cells().get(column).split("\n", -1)) {
                    natural = Math.max(natural, PlainText.width(PlainText.oneLine(line)));
                }
            }
        }
        return widest == 0 ? natural : Math.min(natural, Math.max(widest, header));
    }

    private static int headerWidth(String header) {
        int width = Arrays.stream(header.split(" ", -1))
                .mapToInt(PlainText::width)
                .max()
                .orElse(0);
        while (PlainText.wrap(header, width).size() > MOST_LINES) {
            width++;
        }
        return width;
    }

    private void append(StringBuilder out, List<Integer> shown, int[] widths, List<String> cells) {
        List<List<String>> lines = new ArrayList<>();
        for (int k = 0; k < shown.size(); k++) {
            lines.add(lines(cells.get(shown.get(k)), widths[k]));
        }
        int height = lines.stream().mapToInt(List::size).max().orElse(1);
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int k = 0; k < shown.size(); k++) {
                String cell = line < lines.get(k).size() ? lines.get(k).get(line) : "";
                String padding = " ".repeat(Math.max(0, widths[k] - PlainText.width(cell)));
                text.append(k == 0 ? "" : GAP)
                        .append(columns.get(shown.get(k)).isNumber() ? padding + cell : cell + padding);
            }
            out.append(text.toString().stripTrailing()).append('\n');
        }
    }

    private static List<String> lines(String cell, int width) {
        List<String> lines = new ArrayList<>();
        for (String part : cell.split("\n", -1)) {
            lines.addAll(PlainText.wrap(PlainText.oneLine(part), width));
        }
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST_LINES));
        first.set(MOST_LINES - 1, PlainText.cut(first.get(MOST_LINES - 1) + " " + lines.get(MOST_LINES), width));
        return first;
    }
}
