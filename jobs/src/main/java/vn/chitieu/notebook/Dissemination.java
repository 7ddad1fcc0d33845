package vn.chitieu.notebook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.notebook.page.PageScripts;
import vn.chitieu.notebook.report.QuarterlyReport;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.RememberedMarts;

/** Writes all that people read of a run: pages, notebooks and reports, side by side as far as there are cores. */
public final class Dissemination {

    private Dissemination() {}

    /**
     * Writes the files of every programme; each table is read once. All are written out of sight before the first takes
     * its place by a rename, so that a disk that is full or a text that cannot be made leaves those of the run before.
     *
     * @param templates folder of the templates of reports
     * @return the pages and notebooks, then the reports
     * @throws vn.chitieu.catalog.DataException as {@link NotebookExport#write} and {@link QuarterlyReport#write}
     */
    public static List<Path> write(MartReader marts, Path templates, Path exportDir) throws IOException {
        return write(marts, templates, exportDir, PageScripts.BESIDE);
    }

    /** Does the same with the library of the pages' charts where it is wanted. */
    public static List<Path> write(MartReader marts, Path templates, Path exportDir, PageScripts scripts)
            throws IOException {
        MartReader reader = RememberedMarts.of(marts);
        Path stage = DurableFiles.unfinished(exportDir.resolve("pages"));
        DurableFiles.deleteTree(stage);
        try {
            List<Callable<List<Path>>> tasks = List.of(
                    () -> NotebookExport.write(reader, stage, scripts),
                    () -> QuarterlyReport.write(reader, templates, stage));
            List<Path> staged =
                    ParallelTasks.of(tasks).stream().flatMap(List::stream).toList();
            return DurableFiles.takePlaces(staged, stage, exportDir);
        } finally {
            DurableFiles.deleteTree(stage);
        }
    }

    /**
     * Does the same with the tables of a run, but leaves the files that lie there if they were made of the same run and
     * templates by the same program and none was touched since.
     *
     * @param runSha256 of all the run's tables
     */
    public static void renew(String runSha256, MartReader marts, Path templates, Path exportDir) throws IOException {
        PageStamp stamp = PageStamp.of(exportDir, runSha256, templates);
        if (!stamp.isCurrent()) {
            stamp.remove();
            stamp.put(write(marts, templates, exportDir));
        }
    }
}
