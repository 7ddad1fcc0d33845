package vn.chitieu.notebook.terminal;

import java.util.List;
import vn.chitieu.notebook.text.PlainText;

/** A text for a terminal, broken into lines that are each ended. */
final class Paragraph {

    private Paragraph() {}

    /** Returns a text as lines of at most {@code width} columns. */
    static String of(String text, int width) {
        return of("", "", text, width);
    }

    /**
     * Returns a text as lines behind an indent.
     *
     * @param first what the first line begins with; no longer than {@code next}
     * @param next what the other lines begin with
     * @param width columns of the terminal
     */
    static String of(String first, String next, String text, int width) {
        StringBuilder out = new StringBuilder();
        List<String> lines = PlainText.wrap(PlainText.oneLine(text), width - next.length());
        for (int i = 0; i < lines.size(); i++) {
            out.append(i == 0 ? first : next).append(lines.get(i)).append('\n');
        }
        return out.toString();
    }
}
