package vn.chitieu.notebook.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.text.PlainText;

/** A table for a terminal: columns aligned by what the eye sees, fitted to the width of the terminal. */
final class ConsoleTable {

    private static final String GAP = "  ";
    private static final int SMALLEST_FLEXIBLE = 18;
    private static final int MOST_LINES = 3;

    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();

    ConsoleTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * One column.
     *
     * @param widest columns of the terminal it may take; 0 for the one column that takes what is left
     * @param rank columns of the highest rank are left out first where the terminal is narrow, and any above 0 that
     *     holds no number; 0 stays
     */
    record Column(String header, boolean isNumber, int widest, int rank) {

        public static Column text(String header, int widest, int rank) {
            return new Column(header, false, widest, rank);
        }

        public static Column number(String header, int widest, int rank) {
            return new Column(header, true, widest, rank);
        }

        static Column flexible(String header) {
            return new Column(header, false, 0, 0);
        }
    }

    /** Cells, or one heading over all columns. */
    private record Row(List<String> cells, boolean isHeading) {}

    /** Adds a row; a line feed in a cell starts a new line there. */
    void row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "Expecting " + columns.size() + " cells but was " + Arrays.toString(cells));
        }
        rows.add(new Row(List.of(cells), false));
    }

    void heading(String text) {
        rows.add(new Row(List.of(text), true));
    }

    /**
     * Returns the table, each line ended.
     *
     * @param width columns of the terminal
     */
    public String text(int width) {
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
                .allMatch(cell -> cell.isEmpty() || cell.equals(TargetTexts.NONE));
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
        return widths;
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
