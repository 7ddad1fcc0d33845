package vn.chitieu.notebook.jupyter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.chitieu.notebook.chart.Chart;
import vn.chitieu.notebook.chart.SvgDocument;
import vn.chitieu.notebook.exhibit.Chapter;
import vn.chitieu.notebook.exhibit.Exhibit;
import vn.chitieu.notebook.exhibit.FigureTable;
import vn.chitieu.notebook.exhibit.ProgrammeChapters;
import vn.chitieu.notebook.markup.Markup;

/** The exhibits of a programme by the names that the cells of its notebooks call them by, as Jupyter displays them. */
final class ShownExhibits {

    private final Map<String, Exhibit> exhibits = new LinkedHashMap<>();

    /** Names the exhibits of a programme. */
    ShownExhibits(ProgrammeChapters chapters) {
        add(chapters.overview());
        add(chapters.grdp());
        add(chapters.revenueTrade());
        for (int i = 0; i < chapters.targets().size(); i++) {
            add(target(i), chapters.targets().get(i).exhibits());
        }
        add(chapters.accuracy());
        add(chapters.revisions());
    }

    private void add(Chapter chapter) {
        add(chapter.id(), chapter.exhibits());
    }

    private void add(String place, List<Exhibit> shown) {
        shown.forEach(exhibit -> exhibits.put(name(place, exhibit), exhibit));
    }

    /** Returns the place of a target among the chapters. */
    static String target(int index) {
        return "t-" + index;
    }

    /** Returns the name of an exhibit of a chapter or a target. */
    static String name(String place, Exhibit exhibit) {
        return place + "-" + exhibit.id();
    }

    /**
     * Returns what an exhibit displays: its chart, then its tables, each by the type of its content.
     *
     * @throws IllegalArgumentException if there is no exhibit of this name
     */
    List<Map<String, String>> displays(String name) {
        Exhibit exhibit = exhibits.get(name);
        if (exhibit == null) {
            throw new IllegalArgumentException(
                    "Expecting one of " + String.join(", ", exhibits.keySet()) + " but was '" + name + "'");
        }
        return displays(exhibit);
    }

    /** Returns what an exhibit displays: its chart, then its tables, each by the type of its content. */
    static List<Map<String, String>> displays(Exhibit exhibit) {
        List<Map<String, String>> displays = new ArrayList<>();
        exhibit.chart().ifPresent(chart -> displays.add(chart(chart, exhibit.sentence())));
        for (FigureTable table : exhibit.tables()) {
            Markup page = new Markup();
            table.write(page);
            displays.add(Map.of("text/html", page.toString(), "text/plain", table.text()));
        }
        return displays;
    }

    /**
     * Returns what a chart displays, by the type of its content. The drawing goes as HTML: as an image of SVG,
     * nbconvert leaves a blank of it in its pages.
     *
     * @param sentence what it shows
     */
    static Map<String, String> chart(Chart chart, String sentence) {
        return Map.of("text/html", SvgDocument.of(chart, sentence), "text/plain", sentence);
    }
}
