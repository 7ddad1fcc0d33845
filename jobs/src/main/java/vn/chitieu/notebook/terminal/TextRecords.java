package vn.chitieu.notebook.terminal;

import java.util.List;

/**
 * A list of records, all text, for a terminal or for other programs.
 *
 * @param names of the columns in CSV and JSON
 * @param headings of the columns on a terminal; the last takes the width that is left
 */
public record TextRecords(List<String> names, List<String> headings, List<List<String>> rows) {

    private static final int WIDEST = 40;

    public TextRecords {
        names = List.copyOf(names);
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
        if (names.size() != headings.size()) {
            throw new IllegalArgumentException("Expecting a heading of each of " + names + " but was " + headings);
        }
    }

    /** Returns a table of a width in characters. */
    public String table(int width) {
        ConsoleTable<List<String>> table = new ConsoleTable<>(heading -> heading);
        for (int i = 0; i < headings.size(); i++) {
            int place = i;
            int widest = i == headings.size() - 1 ? 0 : WIDEST;
            table.text(headings.get(i), widest, 0, row -> row.get(place));
        }
        rows.forEach(table::row);
        return table.text(width);
    }

    /** Returns CSV (RFC 4180); a text that a spreadsheet would take for a formula gets an apostrophe in front. */
    public String csv() {
        return RecordText.csv(names, cells());
    }

    /** Returns a JSON array of objects, empty cells null. */
    public String json() {
        return RecordText.json(names, cells());
    }

    private List<List<Object>> cells() {
        return rows.stream().map(List::<Object>copyOf).toList();
    }
}
