package vn.chitieu.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.UnfinishedPublicationException;
import vn.chitieu.notebook.Dissemination;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.ProgrammeMarts;
import vn.chitieu.notebook.rows.RememberedMarts;

/**
 * What people read of the runs that a request leads to.
 *
 * @param copied the request, its data sets being the copies
 */
record NightPages(NightRequest copied) {

    /**
     * Tells the results of a published run and writes its pages, where those that lie there are not of the same run.
     *
     * @throws UnfinishedPublicationException if they cannot all be written
     */
    void export(RunLock lock, PublishedRun run, List<JudgedProgramme> programmes, NightListener listener) {
        try {
            listener.begin(NightListener.Step.EXPORT);
            lock.requireHeld(copied.warehouse().root());
            try (ProgrammeMarts read = ProgrammeMarts.of(run)) {
                MartReader marts = RememberedMarts.of(read);
                listener.judged(marts, programmes, run.manifest().asOfDate());
                Dissemination.renew(
                        run.manifestSha256(), marts, copied.datasets().resolve("template"), copied.pages());
            }
        } catch (IOException | UncheckedIOException | OutOfMemoryError e) {
            throw new UnfinishedPublicationException(run.runId(), e);
        }
    }
}
