package vn.chitieu.notebook.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.chitieu.notebook.programme.ProgrammeView;

/** The columns of a table of figures, each with what it shows of a record. */
final class FigureColumns<T> {

    private final ProgrammeView view;
    private final List<FigureTable.Column> columns = new ArrayList<>();
    private final List<Function<T, String>> cells = new ArrayList<>();

    /** Begins a table without columns, whose headers are keys of the texts of this view. */
    FigureColumns(ProgrammeView view) {
        this.view = view;
    }

    FigureColumns<T> text(String key, Function<T, String> cell) {
        columns.add(FigureTable.Column.text(view.text(key)));
        cells.add(cell);
        return this;
    }

    FigureColumns<T> number(String key, Function<T, String> cell) {
        columns.add(FigureTable.Column.number(view.text(key)));
        cells.add(cell);
        return this;
    }

    /** Adds a column whose header is a text of its own, such as a day. */
    FigureColumns<T> headed(String header, Function<T, String> cell) {
        columns.add(FigureTable.Column.text(header));
        cells.add(cell);
        return this;
    }

    FigureTable table(String caption, List<T> records) {
        return new FigureTable(
                caption,
                columns,
                records.stream()
                        .map(record ->
                                cells.stream().map(cell -> cell.apply(record)).toList())
                        .toList());
    }
}
