package vn.chitieu.source;

import java.io.Serializable;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * Where something stands in what was delivered.
 *
 * @param line from 1; 0 or below in a file without lines
 * @param cell sheet and cell of a workbook, such as {@code Số liệu!D12}; empty in a file of lines
 */
public record Place(String deliveryId, String file, int line, String cell) implements Serializable {

    private static final Words WORDS = Words.of("source");

    /** Returns a line of a file of lines. */
    public static Place line(String deliveryId, String file, int line) {
        return new Place(deliveryId, file, line, "");
    }

    /** Returns whether line or cell name it; in a file without lines only the text of a row does. */
    public boolean isExact() {
        return line > 0 || isCell();
    }

    /** Returns the place in words. */
    public LocalizedText text() {
        if (isCell()) {
            return LocalizedText.same(file + ", " + cell);
        }
        LocalizedText whole = LocalizedText.same("source/" + deliveryId + "/" + file);
        return line > 0 ? WORDS.text("place.line", whole, line) : whole;
    }

    private boolean isCell() {
        return !cell.isEmpty();
    }
}
