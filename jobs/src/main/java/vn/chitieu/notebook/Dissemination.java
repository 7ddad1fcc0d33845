package vn.chitieu.notebook;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import vn.chitieu.notebook.report.QuarterlyReport;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.RememberedMarts;

/** Writes all that people read of a run: pages, notebooks and reports, side by side as far as there are cores. */
public final class Dissemination {

    private Dissemination() {}

    /**
     * Writes the files of every programme; each table is read once.
     *
     * @param templates folder of the templates of reports
     * @return the pages and notebooks, then the reports
     * @throws vn.chitieu.catalog.DataException as {@link NotebookExport#write} and {@link QuarterlyReport#write}
     */
    public static List<Path> write(MartReader marts, Path templates, Path exportDir) {
        MartReader reader = new RememberedMarts(marts);
        List<Callable<List<Path>>> tasks = List.of(
                () -> NotebookExport.write(reader, exportDir),
                () -> QuarterlyReport.write(reader, templates, exportDir));
        return ParallelTasks.of(tasks).stream().flatMap(List::stream).toList();
    }
}
