package vn.chitieu.source.workbook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * The sheets of a workbook in their order.
 *
 * @param remarks what a reader of any of its cells should know
 */
public record Workbook(List<Sheet> sheets, Set<Remark> remarks) {

    private static final Words WORDS = Words.of("source");

    public Workbook {
        sheets = List.copyOf(sheets);
        remarks = Set.copyOf(remarks);
    }

    /** What is true of a whole workbook. */
    public enum Remark {
        /** It refers to other workbooks; the cells whose formulas lead there are marked. */
        EXTERNAL_LINKS,
        /** It has queries of data elsewhere; of what they left outside of tables nothing tells. */
        QUERIES,
        /** Styles of cells are missing, so that how numbers are shown and what is struck out cannot be told. */
        NO_STYLES
    }

    /** Returns the remarks as sentences. */
    public List<LocalizedText> notes() {
        return remarks.stream()
                .sorted()
                .map(remark -> WORDS.text("workbook.note." + remark.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Returns the sheet with a name. */
    public Optional<Sheet> sheet(String name) {
        return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
    }
}
