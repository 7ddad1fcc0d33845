package vn.chitieu.notebook.jupyter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.chitieu.notebook.exhibit.Chapter;
import vn.chitieu.notebook.exhibit.Exhibit;
import vn.chitieu.notebook.exhibit.ProgrammeChapters;
import vn.chitieu.notebook.exhibit.TargetPage;
import vn.chitieu.notebook.markup.JavaText;
import vn.chitieu.notebook.markup.MarkdownText;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.VerdictWord;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;

/** The notebooks of a programme in one language: the chapters of its page, with the code that reads the figures. */
public final class NotebookPages {

    private final ProgrammeView view;

    private NotebookPages(ProgrammeView view) {
        this.view = view;
    }

    /** Returns the notebooks by the name of their file. */
    public static Map<String, String> of(ProgrammeChapters chapters) {
        NotebookPages pages = new NotebookPages(chapters.view());
        Map<String, String> files = new LinkedHashMap<>();
        files.put("1-overview.ipynb", pages.chapter(chapters.overview()));
        files.put("2-grdp.ipynb", pages.chapter(chapters.grdp()));
        files.put("3-revenue-trade.ipynb", pages.chapter(chapters.revenueTrade()));
        files.put("4-targets.ipynb", pages.targets(chapters.targets()));
        files.put("5-accuracy.ipynb", pages.chapter(chapters.accuracy()));
        files.put("6-revisions.ipynb", pages.chapter(chapters.revisions()));
        return files;
    }

    private String chapter(Chapter chapter) {
        NotebookFile notebook = begin(chapter.heading(), chapter.lead());
        chapter.exhibits().forEach(exhibit -> exhibit(notebook, chapter.id(), "## ", exhibit));
        return notebook.toString();
    }

    private String targets(List<TargetPage> pages) {
        NotebookFile notebook = begin(view.text("chapter.targets"), List.of());
        for (int i = 0; i < pages.size(); i++) {
            TargetPage page = pages.get(i);
            VerdictWord verdict = page.target().verdict();
            StringBuilder text = new StringBuilder("## ")
                    .append(MarkdownText.escape(
                            page.heading() + " – " + verdict.label(view.texts().texts())));
            page.paragraphs().forEach(paragraph -> text.append("\n\n").append(MarkdownText.escape(paragraph)));
            notebook.markdown(ShownExhibits.target(i), text.toString());
            for (Exhibit exhibit : page.exhibits()) {
                exhibit(notebook, ShownExhibits.target(i), "### ", exhibit);
            }
        }
        return notebook.toString();
    }

    private NotebookFile begin(String heading, List<String> lead) {
        ProgrammeAttainment programme = view.programme();
        NumberFormats numbers = view.texts().numbers();
        StringBuilder head = new StringBuilder("# ").append(MarkdownText.escape(heading));
        head.append("\n\n")
                .append(MarkdownText.escape(
                        PlainText.shortened(programme.name(view.texts().language()))));
        head.append("  \n").append(MarkdownText.escape(view.dates()));
        programme.closedOn().ifPresent(day -> head.append("\n\n**")
                .append(MarkdownText.escape(view.text("page.closed", numbers.date(day))))
                .append("**"));
        lead.forEach(text -> head.append("\n\n").append(MarkdownText.escape(text)));
        head.append("\n\n").append(MarkdownText.escape(view.text("notebook.how")));
        head.append("\n\n")
                .append(MarkdownText.escape(view.text("page.footer.input")))
                .append(" `")
                .append(programme.inputSha256())
                .append('`');
        return new NotebookFile().markdown("head", head.toString()).code("open", """
                        import tech.tablesaw.api.*;
                        import vn.chitieu.notebook.jupyter.OpenNotebook;

                        OpenNotebook notebook = OpenNotebook.of(%s, "%s");\
                        """.formatted(
                        JavaText.literal(programme.programmeId()),
                        view.texts().language().code()));
    }

    private void exhibit(NotebookFile notebook, String place, String level, Exhibit exhibit) {
        StringBuilder text = new StringBuilder(level).append(MarkdownText.escape(exhibit.heading()));
        text.append("\n\n").append(MarkdownText.escape(exhibit.sentence()));
        exhibit.notes().forEach(note -> text.append("\n\n").append(MarkdownText.escape(note)));
        notebook.markdown(ShownExhibits.name(place, exhibit), text.toString());
        if (exhibit.query().isEmpty()) {
            return;
        }
        MartQuery query = exhibit.query().get();
        MartRows rows = query.rows(view.marts());
        if (rows.isEmpty()) {
            return;
        }
        String name = ShownExhibits.name(place, exhibit);
        boolean isShown = exhibit.chart().isPresent() || !exhibit.tables().isEmpty();
        notebook.code(
                name + "-code",
                query.code("notebook")
                        + (isShown ? "\nnotebook.show(" + JavaText.literal(name) + ");" : "")
                        + "\nnotebook.printed(" + query.name() + ")",
                new NotebookFile.Output(
                        ShownExhibits.displays(exhibit),
                        Map.of(
                                "text/plain",
                                PrintedTable.printed(rows, view.texts().numbers()))));
    }
}
