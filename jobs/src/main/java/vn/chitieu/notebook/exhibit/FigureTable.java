package vn.chitieu.notebook.exhibit;

import static vn.chitieu.notebook.markup.Markup.attribute;
import static vn.chitieu.notebook.markup.Markup.styled;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.notebook.markup.Markup;

/**
 * The figures of a chart as a table, ready to read: numbers are already written in the language of the reader.
 *
 * @param columns the first heads the rows
 */
public record FigureTable(String caption, List<Column> columns, List<List<String>> rows) {

    public FigureTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "Expecting " + columns.size() + " cells in a row of '" + caption + "' but was " + row);
            }
        }
    }

    /** A column and whether its cells are numbers, set to the right. */
    record Column(String header, boolean isNumber) {

        static Column text(String header) {
            return new Column(header, false);
        }

        static Column number(String header) {
            return new Column(header, true);
        }
    }

    /** Returns a table of a column of names and columns of numbers. */
    static FigureTable ofNumbers(String caption, String head, List<String> headers, List<List<String>> rows) {
        List<Column> columns = new ArrayList<>(List.of(Column.text(head)));
        headers.forEach(header -> columns.add(Column.number(header)));
        return new FigureTable(caption, columns, rows);
    }

    /** Returns the table as plain text: its caption, then a line each for the headers and the rows. */
    public String text() {
        return Stream.concat(
                        Stream.of(caption),
                        Stream.concat(
                                        Stream.of(columns.stream()
                                                .map(Column::header)
                                                .toList()),
                                        rows.stream())
                                .map(cells -> String.join(" | ", cells)))
                .collect(Collectors.joining("\n"));
    }

    /** Writes the table. */
    public void write(Markup page) {
        page.open("table", styled("twin")).line();
        page.leaf("caption", caption).line();
        page.open("thead").open("tr");
        columns.forEach(column -> page.leaf(
                "th", column.header(), attribute("scope", "col"), styled(column.isNumber() ? "number" : "text")));
        page.close().close().open("tbody").line();
        for (List<String> row : rows) {
            page.open("tr").leaf("th", row.get(0), attribute("scope", "row"));
            for (int i = 1; i < row.size(); i++) {
                page.leaf("td", row.get(i), styled(columns.get(i).isNumber() ? "n" : "t"));
            }
            page.closeLine();
        }
        page.close().closeLine();
    }
}
