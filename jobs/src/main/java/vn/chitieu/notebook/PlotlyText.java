package vn.chitieu.notebook;

/** Text inside a Plotly figure, which takes some HTML for markup. */
final class PlotlyText {

    private PlotlyText() {}

    /** Returns a text that Plotly shows letter by letter. */
    static String escape(String text) {
        return PlainText.oneLine(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
