package vn.chitieu.source;

import java.io.Serializable;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * Where something stands in what was delivered.
 *
 * @param line from 1; 0 or below in a file without lines
 * @param cell sheet and cell of a workbook, such as {@code Số liệu!D12}; empty in a file of lines
 * @param entry which of the rows on a line, where many may stand on one: series and period of a row of XML
 */
public record Place(String deliveryId, String file, int line, String cell, String entry) implements Serializable {

    private static final Words WORDS = Words.of("source");

    /** Creates a place of a workbook or a line that holds one row. */
    public Place(String deliveryId, String file, int line, String cell) {
        this(deliveryId, file, line, cell, "");
    }

    /** Returns a line of a file of lines. */
    public static Place line(String deliveryId, String file, int line) {
        return new Place(deliveryId, file, line, "");
    }

    /** Returns whether line or cell name it; in a file without lines only the text of a row does. */
    public boolean isExact() {
        return line > 0 || isCell();
    }

    /** Returns what a person calls it by within its file: the cell, the series and period, or the line. */
    public String name() {
        return isCell() ? cell.replaceFirst(".*!", "") : entry.isEmpty() ? String.valueOf(line) : entry;
    }

    /** Returns the place in words. */
    public LocalizedText text() {
        return isCell()
                ? LocalizedText.same(file + ", " + cell)
                : onLine(LocalizedText.same("source/" + deliveryId + "/" + file));
    }

    /** Returns the place in words, for a message about another place of the same delivery. */
    public LocalizedText inDelivery() {
        return onLine(LocalizedText.same(file));
    }

    private LocalizedText onLine(LocalizedText whole) {
        LocalizedText place = line > 0 ? WORDS.text("place.line", whole, line) : whole;
        return entry.isEmpty() ? place : place.plus(", " + entry);
    }

    private boolean isCell() {
        return !cell.isEmpty();
    }
}
