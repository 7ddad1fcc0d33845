package vn.chitieu.notebook.exhibit;

import java.util.List;
import java.util.Optional;
import vn.chitieu.notebook.chart.Chart;
import vn.chitieu.notebook.rows.MartQuery;

/**
 * One thing shown: what it says in a sentence, the chart, the same figures as tables, and where they come from.
 *
 * @param id name within its chapter: small letters, digits and hyphens
 * @param sentence what the chart shows, with the number
 * @param isInteractive whether a page that runs a script states each number of the chart where the pointer is
 * @param query the rows of the published tables that the exhibit rests on
 */
public record Exhibit(
        String id,
        String heading,
        String sentence,
        Optional<Chart> chart,
        boolean isInteractive,
        List<FigureTable> tables,
        List<String> notes,
        Optional<MartQuery> query) {

    public Exhibit {
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /** Returns an exhibit of words only. */
    static Exhibit words(String id, String heading, String sentence) {
        return new Exhibit(id, heading, sentence, Optional.empty(), false, List.of(), List.of(), Optional.empty());
    }

    Exhibit drawn(Chart shown) {
        return new Exhibit(id, heading, sentence, Optional.of(shown), isInteractive, tables, notes, query);
    }

    Exhibit interactive() {
        return new Exhibit(id, heading, sentence, chart, true, tables, notes, query);
    }

    Exhibit tabled(FigureTable... shown) {
        return new Exhibit(id, heading, sentence, chart, isInteractive, List.of(shown), notes, query);
    }

    Exhibit noted(List<String> shown) {
        return new Exhibit(id, heading, sentence, chart, isInteractive, tables, shown, query);
    }

    Exhibit from(MartQuery rows) {
        return new Exhibit(id, heading, sentence, chart, isInteractive, tables, notes, Optional.of(rows));
    }
}
