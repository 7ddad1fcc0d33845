package vn.chitieu.notebook.exhibit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import vn.chitieu.notebook.chart.ChartDrawing;
import vn.chitieu.notebook.rows.MartQuery;

/**
 * One thing shown: what it says in a sentence, the drawing, the same figures as tables, and where they come from.
 *
 * @param id name within its chapter: small letters, digits and hyphens
 * @param sentence what the drawing shows, with the number
 * @param figure the drawing as a Plotly figure for pages that run a script
 * @param query the rows of the published tables that the exhibit rests on
 */
public record Exhibit(
        String id,
        String heading,
        String sentence,
        Optional<ChartDrawing> drawing,
        Optional<ObjectNode> figure,
        List<FigureTable> tables,
        List<String> notes,
        Optional<MartQuery> query) {

    public Exhibit {
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /** Returns an exhibit of words only. */
    static Exhibit words(String id, String heading, String sentence) {
        return new Exhibit(
                id, heading, sentence, Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty());
    }

    Exhibit drawn(ChartDrawing shown) {
        return new Exhibit(id, heading, sentence, Optional.of(shown), figure, tables, notes, query);
    }

    Exhibit interactive(Optional<ObjectNode> shown) {
        return new Exhibit(id, heading, sentence, drawing, shown, tables, notes, query);
    }

    Exhibit tabled(FigureTable... shown) {
        return new Exhibit(id, heading, sentence, drawing, figure, List.of(shown), notes, query);
    }

    Exhibit noted(List<String> said) {
        return new Exhibit(id, heading, sentence, drawing, figure, tables, said, query);
    }

    Exhibit from(MartQuery rows) {
        return new Exhibit(id, heading, sentence, drawing, figure, tables, notes, Optional.of(rows));
    }
}
