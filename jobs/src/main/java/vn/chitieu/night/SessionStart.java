package vn.chitieu.night;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.spark.sql.SparkSession;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.table.ClusterSession;

/** A Spark session that starts on another core while the figures are being read. */
final class SessionStart implements AutoCloseable {

    private final CompletableFuture<SparkSession> opening;

    private SessionStart(CompletableFuture<SparkSession> opening) {
        this.opening = opening;
    }

    /**
     * Begins to start a session and returns at once.
     *
     * @param scratch where a session on this machine keeps what it cannot hold in memory
     */
    static SessionStart begin(Path scratch) {
        CompletableFuture<SparkSession> opening = new CompletableFuture<>();
        Thread starter = new Thread(
                () -> {
                    try {
                        opening.complete(ClusterSession.open(scratch));
                    } catch (RuntimeException | Error e) {
                        opening.completeExceptionally(e);
                    }
                },
                "session-start");
        starter.setDaemon(true);
        starter.start();
        return new SessionStart(opening);
    }

    /**
     * Returns the session, waiting for it if need be.
     *
     * @throws DataException if a setting of it cannot be used
     * @throws CompletionException with the cause, if it could not be started
     */
    SparkSession session() {
        SparkSession session;
        try {
            session = opening.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof DataException unusable) {
                throw unusable;
            }
            throw e;
        }
        SparkSession.setActiveSession(session); // known per thread, and it was opened on another
        return session;
    }

    /** Stops the session; one that could not be started is left to whoever asked for it. */
    @Override
    public void close() throws IOException {
        if (!opening.handle((session, failure) -> failure != null).join()) {
            opening.join().close();
        }
    }
}
