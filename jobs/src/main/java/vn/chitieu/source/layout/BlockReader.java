package vn.chitieu.source.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.source.Place;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.layout.LayoutColumn.Role;
import vn.chitieu.source.table.SourceRow;
import vn.chitieu.source.workbook.Cell;
import vn.chitieu.source.workbook.CellDoubtException;
import vn.chitieu.source.workbook.CellNumbers;
import vn.chitieu.source.workbook.SeenText;
import vn.chitieu.source.workbook.Sheet;

/** Reads one table of a sheet. */
final class BlockReader {

    /** How many spaces are as wide as one indent of a style. */
    private static final int SPACES_OF_AN_INDENT = 3;

    private final SheetText text;
    private final Sheet sheet;
    private final WorkbookLayout layout;
    private final LayoutBlock block;
    private final String deliveryId;
    private final String file;
    private final List<Placed> columns = new ArrayList<>();
    private final Map<String, String> blanks = new LinkedHashMap<>();
    private final Deque<Integer> indents = new ArrayDeque<>();
    private final StringBuilder units = new StringBuilder();

    BlockReader(SheetText text, WorkbookLayout layout, LayoutBlock block, String deliveryId, String file) {
        this.text = text;
        this.sheet = text.sheet();
        this.layout = layout;
        this.block = block;
        this.deliveryId = deliveryId;
        this.file = file;
    }

    /** A column of the sheet and what its header says. */
    private record Placed(int column, LayoutColumn layout, String title, Map<String, String> blanks) {}

    /**
     * Reads the table and returns the first row below it.
     *
     * @param from the first row that may belong to it
     * @param isBelowAnother whether another table stands above
     */
    int read(int from, boolean isBelowAnother, List<SourceRow> rows, List<QuarantinedRow> quarantined) {
        Cell corner = corner(from);
        columns(corner);
        int below = corner.row() + block.headerRows();
        int top = headings(from, below - 1);
        if (isBelowAnother) {
            LayoutBlock above = layout.blocks().get(layout.blocks().indexOf(block) - 1);
            new BlockEnd(text, above).requireNotes(from, Math.min(top, corner.row()));
        }
        int expected = 0;
        int next = below;
        for (int row : sheet.rows()) {
            if (row < below || expected == block.rows().size() || text.isBlank(row, first(), last())) {
                continue;
            }
            read(row, block.rows().get(expected), rows, quarantined);
            expected++;
            next = row + 1;
        }
        if (expected < block.rows().size()) {
            throw text.refusal(
                    "row_missing",
                    next,
                    label(),
                    block.rows().get(expected).label().text());
        }
        return next;
    }

    private int first() {
        return columns.get(0).column();
    }

    private int last() {
        return columns.get(columns.size() - 1).column();
    }

    private int label() {
        return columns.stream()
                .filter(placed -> placed.layout().role() == Role.LABEL)
                .findFirst()
                .orElseThrow()
                .column();
    }

    /** Returns the cell in which the header begins. */
    private Cell corner(int from) {
        Template first = block.columns().get(0).header().get(0);
        for (int row : sheet.rows()) {
            if (row >= from) {
                for (Cell cell : sheet.row(row).values()) {
                    if (SheetText.match(first, cell).isPresent()) {
                        return cell;
                    }
                }
            }
        }
        throw text.missing("header", first, from, Integer.MAX_VALUE);
    }

    private void columns(Cell corner) {
        int at = corner.column();
        for (LayoutColumn column : block.columns()) {
            Optional<Map<String, String>> match = column.match(titles(corner.row(), at));
            if (match.isEmpty()) {
                String found = String.join(" / ", titles(corner.row(), at));
                throw text.refusal("column", corner.row(), at, column.title(), QuarantinedRow.printable(found));
            }
            while (match.isPresent()) {
                if (sheet.isHiddenColumn(at) && !column.mayBeHidden()) {
                    throw text.refusal("hidden_column", corner.row(), at, column.title());
                }
                columns.add(new Placed(at, column, String.join(" / ", titles(corner.row(), at)), match.get()));
                at++;
                match = column.repeats() ? column.match(titles(corner.row(), at)) : Optional.empty();
            }
        }
        if (!titles(corner.row(), at).isEmpty()) {
            String found = String.join(" / ", titles(corner.row(), at));
            throw text.refusal("added_column", corner.row(), at, QuarantinedRow.printable(found));
        }
    }

    /** Returns what stands above a column from the top down, each text once however far it is merged. */
    private List<String> titles(int row, int column) {
        List<String> titles = new ArrayList<>();
        for (int level = 0; level < block.headerRows(); level++) {
            String title =
                    sheet.seen(row + level, column).map(SeenText::withoutMark).orElse("");
            if (!title.isEmpty()
                    && (titles.isEmpty() || !titles.get(titles.size() - 1).equals(title))) {
                titles.add(title);
            }
        }
        return titles;
    }

    /** Finds every heading between two rows and returns the row of the first. */
    private int headings(int from, int to) {
        int top = to;
        for (Template heading : block.headings()) {
            Optional<Cell> found = Optional.empty();
            for (int row : sheet.rows()) {
                if (row >= from && row <= to && found.isEmpty()) {
                    found = sheet.row(row).values().stream()
                            .filter(cell -> SheetText.match(heading, cell).isPresent())
                            .findFirst();
                }
            }
            if (found.isEmpty()) {
                throw text.missing("heading", heading, from, to);
            }
            SheetText.match(heading, found.get()).ifPresent(blanks::putAll);
            units.append(' ').append(found.get().shown());
            top = Math.min(top, found.get().row());
        }
        return top;
    }

    private void read(int row, LayoutRow expected, List<SourceRow> rows, List<QuarantinedRow> quarantined) {
        Optional<Cell> cell = sheet.seen(row, label());
        if (cell.filter(found -> SheetText.match(expected.label(), found).isPresent())
                .isEmpty()) {
            throw text.refusal("row", row, label(), expected.label().text());
        }
        if (sheet.isHiddenRow(row)) {
            throw text.refusal("hidden_row", row, label());
        }
        if (block.isIndented() && level(cell.get()) != expected.level()) {
            throw text.refusal("indent", row, label(), expected.level(), indents.size() - 1);
        }
        for (Placed placed : columns) {
            if (placed.layout().role() == Role.UNIT && expected.unit().isPresent()) {
                String unit = expected.unit().get();
                if (sheet.seen(row, placed.column())
                        .filter(seen -> SeenText.isSame(seen, unit))
                        .isEmpty()) {
                    throw text.refusal("unit", row, placed.column(), unit);
                }
            }
            if (placed.layout().role() == Role.FIGURES && !expected.isIgnored()) {
                read(row, placed, expected, rows, quarantined);
            }
        }
    }

    /** Returns how deep a row is nested, seen from the rows above it. */
    private int level(Cell cell) {
        String shown = cell.shown();
        int width = SPACES_OF_AN_INDENT * cell.indent()
                + shown.length()
                - shown.stripLeading().length();
        while (!indents.isEmpty() && width < indents.peek()) {
            indents.pop();
        }
        if (indents.isEmpty() || width > indents.peek()) {
            indents.push(width);
        }
        return indents.size() - 1;
    }

    private void read(
            int row, Placed placed, LayoutRow expected, List<SourceRow> rows, List<QuarantinedRow> quarantined) {
        Optional<Cell> found = sheet.cell(row, placed.column());
        boolean isMerged = sheet.mergedAt(row, placed.column()).isPresent();
        if (found.isEmpty() && !isMerged) {
            return;
        }
        if (expected.figures().isEmpty()) {
            throw text.refusal(
                    "no_figures", row, placed.column(), expected.label().text());
        }
        String cell = text.name(row, placed.column());
        String rowText = expected.label().text() + " / " + placed.title() + ": "
                + found.map(Cell::shown).orElse("");
        try {
            if (isMerged) {
                throw CellDoubtException.merged();
            }
            rows.add(new SourceRow(
                    file, row, "", cell, figures(placed, expected, value(found.orElseThrow(), expected)), rowText));
        } catch (CellDoubtException e) {
            quarantined.add(new QuarantinedRow(
                    new Place(deliveryId, file, row, cell),
                    e.ruleCode(),
                    e.expected(),
                    found.map(SeenText::found).orElse("''"),
                    e.advice(),
                    rowText));
        }
    }

    /** Returns the text of a value: a number with the decimal mark of the layout, or what was typed. */
    private String value(Cell cell, LayoutRow expected) throws CellDoubtException {
        if (cell.kind() == Cell.Kind.NUMBER) {
            String words = units + " " + expected.unit().orElse("");
            return CellNumbers.number(cell, words)
                    .toPlainString()
                    .replace('.', layout.marks().decimal());
        }
        CellNumbers.refuseWhatIsSeenOtherwise(cell);
        return cell.text().strip();
    }

    /** Fills the columns of figures; a blank may name a part of the header or another column. */
    private Map<String, String> figures(Placed placed, LayoutRow expected, String value) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (Map<String, String> level : List.of(
                layout.figures(),
                block.figures(),
                expected.figures(),
                placed.layout().figures())) {
            Map<String, String> before = Template.over(Template.over(figures, blanks), placed.blanks());
            level.forEach((column, template) -> figures.put(column, Template.filled(template, before)));
        }
        Map<String, String> of = Template.over(blanks, placed.blanks());
        figures.replaceAll((column, template) -> Template.filled(template, of));
        figures.put("value", value);
        return figures;
    }
}
