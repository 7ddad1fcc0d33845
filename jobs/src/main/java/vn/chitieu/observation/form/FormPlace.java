package vn.chitieu.observation.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.workbook.Cell;
import vn.chitieu.source.workbook.SeenText;
import vn.chitieu.source.workbook.Sheet;
import vn.chitieu.source.workbook.Workbook;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.NearMiss;
import vn.chitieu.text.Words;

/**
 * Where the parts of a form stand in a workbook that was delivered: found by the texts of the head and the header,
 * never by counting, and refused where a text is not the one of the catalogue.
 *
 * @param firstRow the row below the header
 * @param firstColumn the column of the keys
 */
record FormPlace(String file, Form form, Sheet sheet, int firstRow, int firstColumn) {

    private static final Words WORDS = Words.of("observation");

    private static final int MOST_HEAD_ROWS = 60;

    /**
     * Finds a form in a workbook.
     *
     * @throws DataException if the sheet or a header is missing, moved or another one
     */
    static FormPlace find(String file, Form form, Workbook workbook) {
        Sheet sheet = workbook.sheet(form.head().sheet()).orElseThrow(() -> {
            List<String> names = workbook.sheets().stream().map(Sheet::name).toList();
            String nearest = names.isEmpty()
                    ? ""
                    : NearMiss.of(form.head().sheet(), names).get(0);
            return new DataException(WORDS.text(
                    "form.sheet", file, form.head().sheet(), form.code(), String.join(", ", names), nearest));
        });
        if (sheet.isHidden()) {
            throw new DataException(
                    WORDS.text("form.hidden_sheet", file, form.head().sheet()));
        }
        return header(file, form, sheet);
    }

    /** Returns whether the header of a form begins on a sheet. */
    static boolean isOn(Sheet sheet, Form form) {
        String first = form.columns().get(0).header().get(0);
        return sheet.rows().stream()
                .filter(row -> row <= MOST_HEAD_ROWS)
                .anyMatch(row -> sheet.row(row).values().stream().anyMatch(cell -> SeenText.isSame(cell, first)));
    }

    /** Returns whether an anchor stands in the head. */
    boolean has(String anchor) {
        return anchor(anchor).isPresent();
    }

    /** Returns the text beside an anchor of the head; empty if nothing stands there. */
    Optional<Cell> beside(String anchor) {
        Cell found = anchor(anchor)
                .orElseThrow(() -> new DataException(
                        WORDS.text("form.head", file, anchor, form.head().sheet(), AGAIN)));
        return sheet.row(found.row()).values().stream()
                .filter(cell -> cell.column() > found.column() && !cell.isBlank())
                .findFirst();
    }

    private Optional<Cell> anchor(String anchor) {
        for (int row : sheet.rows()) {
            if (row >= firstRow) {
                break;
            }
            for (Cell cell : sheet.row(row).values()) {
                if (SeenText.isSame(SeenText.withoutMark(cell).replaceFirst("\\s*:$", ""), anchor)) {
                    return Optional.of(cell);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the place of a cell, such as {@code Số liệu!D12}. */
    String cell(int row, int column) {
        return sheet.name() + "!" + Cell.name(row, column);
    }

    /** What to do about a form that lost a part of its layout. */
    static final LocalizedText AGAIN = WORDS.text("form.again");

    private static FormPlace header(String file, Form form, Sheet sheet) {
        String first = form.columns().get(0).header().get(0);
        for (int row : sheet.rows()) {
            if (row > MOST_HEAD_ROWS) {
                break;
            }
            for (Cell cell : sheet.row(row).values()) {
                if (SeenText.isSame(cell, first)) {
                    FormPlace place = new FormPlace(file, form, sheet, row + form.headerRows(), cell.column());
                    place.check(row);
                    return place;
                }
            }
        }
        throw new DataException(WORDS.text("form.header", file, first, sheet.name(), AGAIN));
    }

    private void check(int headerRow) {
        for (int i = 0; i < form.columns().size(); i++) {
            FormColumn column = form.columns().get(i);
            String found = title(headerRow, firstColumn + i);
            if (!SeenText.isSame(found, column.title())) {
                String place = file + ", " + cell(headerRow, firstColumn + i);
                LocalizedText refusal = found.isEmpty()
                        ? WORDS.text("form.column_without_header", place, column.title())
                        : WORDS.text("form.column", place, column.title(), found);
                throw new DataException(refusal.plus(" ").plus(WORDS.text("form.moved")));
            }
        }
        String beyond = title(headerRow, firstColumn + form.columns().size());
        if (!beyond.isEmpty()) {
            throw new DataException(WORDS.text(
                    "form.added_column",
                    file,
                    cell(headerRow, firstColumn + form.columns().size()),
                    form.columns().get(form.columns().size() - 1).title(),
                    beyond));
        }
    }

    /** Returns a heading without the mark of a footnote, unless the catalogue writes it so. */
    private String heading(Cell cell, int column) {
        int index = column - firstColumn;
        return index < form.columns().size()
                ? form.columns().get(index).header().stream()
                        .filter(text -> SeenText.isSame(cell, text))
                        .map(SeenText::normal)
                        .findFirst()
                        .orElseGet(() -> SeenText.withoutMark(cell))
                : SeenText.withoutMark(cell);
    }

    /** Returns what stands above a column, a text that is merged over rows or columns wherever it is seen. */
    private String title(int headerRow, int column) {
        List<String> texts = new ArrayList<>();
        for (int level = 0; level < form.headerRows(); level++) {
            String text = sheet.seen(headerRow + level, column)
                    .map(cell -> heading(cell, column))
                    .orElse("");
            if (!text.isEmpty()
                    && (texts.isEmpty() || !texts.get(texts.size() - 1).equals(text))) {
                texts.add(text);
            }
        }
        return String.join(" / ", texts);
    }
}
