package vn.chitieu.source.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.workbook.Cell;
import vn.chitieu.source.workbook.SeenText;
import vn.chitieu.source.workbook.Sheet;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.NearMiss;
import vn.chitieu.text.Words;

/** The texts of a sheet, and refusals that name a cell of it. */
record SheetText(String where, Sheet sheet) {

    private static final Words WORDS = Words.of("source");

    /** Returns the refusal of what stands in a cell. */
    DataException refusal(String key, int row, int column, Object... words) {
        List<Object> all = new ArrayList<>(List.of(where + ", " + name(row, column), quoted(row, column)));
        all.addAll(List.of(words));
        return new DataException(WORDS.text("layout." + key, all.toArray()));
    }

    /** Returns the refusal of a sheet that lacks a text, with the place of the one that is most like it. */
    DataException missing(String key, Template expected, int from, int to) {
        Map<String, Cell> cells = new TreeMap<>();
        for (int row : sheet.rows()) {
            if (row >= from && row <= to) {
                sheet.row(row).values().stream()
                        .filter(cell -> cell.kind() == Cell.Kind.TEXT)
                        .forEach(cell -> cells.putIfAbsent(SeenText.normal(cell.shown()), cell));
            }
        }
        if (cells.isEmpty()) {
            return new DataException(WORDS.text("layout.nothing", where + ", " + sheet.name(), expected.text()));
        }
        String nearest = NearMiss.of(expected.text(), cells.keySet()).get(0);
        Cell cell = cells.getOrDefault(nearest, cells.values().iterator().next());
        return refusal(key, cell.row(), cell.column(), expected.text());
    }

    String name(int row, int column) {
        return sheet.name() + "!" + Cell.name(row, column);
    }

    LocalizedText quoted(int row, int column) {
        return sheet.seen(row, column).map(SeenText::quoted).orElse(LocalizedText.same("''"));
    }

    /** Returns what a template matches in a cell, with or without the mark of a footnote. */
    static Optional<Map<String, String>> match(Template template, Cell cell) {
        return template.match(cell.read())
                .or(() -> template.match(SeenText.withoutMark(cell)))
                .or(() -> template.match(cell.shown()));
    }

    /** Returns whether nothing can be seen in some columns of a row. */
    boolean isBlank(int row, int firstColumn, int lastColumn) {
        return sheet.row(row).values().stream()
                .noneMatch(cell -> cell.column() >= firstColumn && cell.column() <= lastColumn && !cell.isBlank());
    }
}
