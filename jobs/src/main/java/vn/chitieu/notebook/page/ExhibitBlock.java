package vn.chitieu.notebook.page;

import static vn.chitieu.notebook.markup.Markup.attribute;
import static vn.chitieu.notebook.markup.Markup.styled;

import java.util.List;
import vn.chitieu.notebook.chart.Chart;
import vn.chitieu.notebook.chart.PlotlyRenderer;
import vn.chitieu.notebook.chart.SvgRenderer;
import vn.chitieu.notebook.exhibit.Exhibit;
import vn.chitieu.notebook.exhibit.FigureTable;
import vn.chitieu.notebook.markup.Markup;

/** Exhibits as parts of a page: heading, sentence, drawing, and the figures a click away. */
final class ExhibitBlock {

    private final PageBlock block;
    private final Markup page;
    private final String place;
    private final String heading;

    private ExhibitBlock(PageBlock block, String place, String heading) {
        this.block = block;
        this.page = block.page();
        this.place = place;
        this.heading = heading;
    }

    /**
     * Writes exhibits side by side where there is room.
     *
     * @param place identity that the identities of the exhibits begin with
     * @param heading element of their headings, {@code h3} or {@code h4}
     */
    static void writeAll(PageBlock block, String place, String heading, List<Exhibit> exhibits) {
        block.page().open("div", styled("exhibits")).line();
        exhibits.forEach(exhibit -> new ExhibitBlock(block, place, heading).write(exhibit));
        block.page().closeLine();
    }

    private void write(Exhibit exhibit) {
        String id = block.id(place + "-" + exhibit.id());
        String sentenceId = id + "-s";
        boolean isWide = exhibit.chart().isEmpty() && !exhibit.tables().isEmpty();
        page.open("section", styled(isWide ? "exhibit wide" : "exhibit"), attribute("aria-labelledby", id))
                .line();
        page.leaf(heading, exhibit.heading(), attribute("id", id)).line();
        page.leaf("p", exhibit.sentence(), attribute("id", sentenceId), styled("sentence"))
                .line();
        exhibit.chart().ifPresent(chart -> chart(exhibit, chart, id, sentenceId));
        if (exhibit.chart().isEmpty()) {
            tables(exhibit, id);
        } else if (!exhibit.tables().isEmpty()) {
            page.open("details").leaf("summary", block.text("twin.summary"));
            tables(exhibit, id);
            page.closeLine();
        }
        exhibit.notes().forEach(note -> page.leaf("p", note, styled("method")).line());
        page.closeLine();
    }

    private void chart(Exhibit exhibit, Chart chart, String id, String sentenceId) {
        page.open("div", styled("graph"));
        SvgRenderer.draw(chart, page, attribute("aria-labelledby", sentenceId));
        PlotlyRenderer.figure(chart).filter(any -> exhibit.isInteractive()).ifPresent(figure -> {
            String data = id + "-f";
            page.open("script", attribute("type", "application/json"), attribute("id", data))
                    .json(figure)
                    .close();
            page.open(
                            "div",
                            styled("plot"),
                            attribute("data-figure", data),
                            attribute("aria-hidden", "true"),
                            attribute("hidden", "hidden"))
                    .close();
        });
        page.closeLine();
    }

    private void tables(Exhibit exhibit, String id) {
        for (FigureTable table : exhibit.tables()) {
            block.openScroll(id);
            table.write(page);
            page.closeLine();
        }
    }
}
