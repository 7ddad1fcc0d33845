package vn.chitieu.notebook.markup;

import vn.chitieu.notebook.text.PlainText;

/** Text inside a Plotly figure, which takes some HTML for markup. */
public final class PlotlyText {

    private PlotlyText() {}

    /** Returns a text that Plotly shows letter by letter. */
    public static String escape(String text) {
        return PlainText.oneLine(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
