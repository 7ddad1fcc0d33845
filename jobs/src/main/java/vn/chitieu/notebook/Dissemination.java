package vn.chitieu.notebook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.StagedFolder;
import vn.chitieu.method.parallel.ParallelTasks;
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
     * What was made, and of what, is kept beside them.
     *
     * @param runSha256 of all the run's tables
     * @param templates folder of the templates of reports
     * @param scripts where the library of the pages' charts is wanted
     * @return the pages and notebooks, then the reports
     * @throws vn.chitieu.catalog.DataException as {@link NotebookExport#write} and {@link QuarterlyReport#write}
     */
    public static List<Path> write(
            String runSha256, MartReader marts, Path templates, Path exportDir, PageScripts scripts)
            throws IOException {
        PageStamp stamp = PageStamp.of(exportDir, runSha256, templates, scripts);
        MartReader reader = RememberedMarts.of(marts);
        try (StagedFolder stage = StagedFolder.at(DurableFiles.unfinished(exportDir.resolve("pages")))) {
            List<Callable<List<Path>>> tasks = List.of(
                    () -> NotebookExport.write(reader, stage.path(), scripts),
                    () -> QuarterlyReport.write(reader, templates, stage.path()));
            List<Path> staged =
                    ParallelTasks.of(tasks).stream().flatMap(List::stream).toList();
            stamp.remove();
            List<Path> files = stage.takePlaces(staged, exportDir);
            stamp.put(files);
            return files;
        }
    }

    /**
     * Does the same, but leaves the files that lie there if they were made of the same run and templates by the same
     * program and none was touched since.
     */
    public static void renew(String runSha256, MartReader marts, Path templates, Path exportDir) throws IOException {
        if (!PageStamp.of(exportDir, runSha256, templates, PageScripts.BESIDE).isCurrent()) {
            write(runSha256, marts, templates, exportDir, PageScripts.BESIDE);
        }
    }

    /**
     * Reads the files of a folder again and returns the names of those that are gone or hold other bytes than when they
     * were made; empty if they were not all made, or not by {@link #write}.
     */
    public static Optional<List<String>> damaged(Path exportDir) throws IOException {
        return PageStamp.damaged(exportDir);
    }
}
