package vn.chitieu.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.run.WorkFolder;
import vn.chitieu.catalog.table.ClusterSession;

/** A Spark session that starts, on another core, no sooner than it is known that something is to be computed. */
final class SessionStart implements AutoCloseable {

    private final WorkFolder work;

    private final Function<Path, SparkSession> session;

    private @Nullable CompletableFuture<SparkSession> opening;

    /** @param work in which a session on this machine keeps what it cannot hold in memory */
    SessionStart(WorkFolder work) {
        this(work, ClusterSession::open);
    }

    /** @param session opened of the folder that it may fill */
    SessionStart(WorkFolder work, Function<Path, SparkSession> session) {
        this.work = work;
        this.session = session;
    }

    /** What is done in a session. */
    interface Work<T> {

        /** Returns what came of it. */
        T in(SparkSession spark) throws IOException;
    }

    /** Does work that needs no warehouse in a session with a folder of its own, and closes both behind it. */
    static <T> T during(Work<T> work) throws IOException {
        try (WorkFolder folder = WorkFolder.temporary();
                SessionStart start = new SessionStart(folder)) {
            return work.in(start.session());
        }
    }

    /** Begins to start the session, unless that was done, and returns at once. */
    synchronized void begin() {
        if (opening == null) {
            opening = begin(scratch());
        }
    }

    private Path scratch() {
        try {
            return work.folder("spark");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CompletableFuture<SparkSession> begin(Path scratch) {
        CompletableFuture<SparkSession> opening = new CompletableFuture<>();
        Thread starter = new Thread(
                () -> {
                    try {
                        opening.complete(session.apply(scratch));
                    } catch (Throwable e) { // Scala throws checked exceptions that no signature names
                        opening.completeExceptionally(e);
                    }
                },
                "session-start");
        starter.setDaemon(true);
        starter.start();
        return opening;
    }

    /**
     * Returns the session, waiting for it if need be.
     *
     * @throws DataException if a setting of it cannot be used
     * @throws CompletionException with the cause, if it could not be started
     */
    synchronized SparkSession session() {
        if (opening == null) {
            opening = begin(scratch());
        }
        SparkSession opened;
        try {
            opened = opening.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof DataException unusable) {
                throw unusable;
            }
            throw e;
        }
        SparkSession.setActiveSession(opened); // known per thread, and it was opened on another
        return opened;
    }

    /** Stops the session, if there is one; one that could not be started is left to whoever asked for it. */
    @Override
    public synchronized void close() throws IOException {
        if (opening != null
                && !opening.handle((opened, failure) -> failure != null).join()) {
            opening.join().close();
        }
    }
}
