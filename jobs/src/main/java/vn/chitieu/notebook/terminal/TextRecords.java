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

    /**
     * Returns a table of a width in characters.
     *
     * @param leftOutFirst names of the columns that a narrow table is without, the first of them first
     */
    public String table(int width, String... leftOutFirst) {
        List<String> ranked = List.of(leftOutFirst);
        ConsoleTable<List<String>> table = new ConsoleTable<>(heading -> heading);
        for (int i = 0; i < headings.size(); i++) {
            int place = i;
            int widest = i == headings.size() - 1 ? 0 : WIDEST;
            int rank = ranked.contains(names.get(i)) ? ranked.size() - ranked.indexOf(names.get(i)) : 0;
            table.text(headings.get(i), widest, rank, row -> row.get(place));
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
