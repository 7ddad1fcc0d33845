package vn.chitieu.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes all that people read of a run: pages, notebooks and reports, side by side as far as there are cores. */
public final class Dissemination {

    @FunctionalInterface
    private interface Part {
        List<Path> write() throws IOException;
    }

    private Dissemination() {}

    /**
     * Writes the files of every programme; each table is read once.
     *
     * @param templates folder of the templates of reports
     * @return the pages and notebooks, then the reports
     * @throws vn.chitieu.catalog.DataException as {@link NotebookExport#write} and {@link QuarterlyReport#write}
     */
    public static List<Path> write(MartReader marts, Path templates, Path exportDir) throws IOException {
        MartReader reader = new RememberedMarts(marts);
        Part pages = () -> NotebookExport.write(reader, exportDir);
        Part reports = () -> QuarterlyReport.write(reader, templates, exportDir);
        try {
            return Stream.of(pages, reports)
                    .parallel()
                    .map(Dissemination::written)
                    .flatMap(Collection::stream)
                    .toList();
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static List<Path> written(Part part) {
        try {
            return part.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
