package vn.chitieu.cli.process;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.logging.log4j.LogManager;

/** The longest that something may take; closing it in time takes it back. */
public final class RuntimeLimit implements AutoCloseable {

    /** As long as telling may take: it writes to a disk that may be what everything waits for. */
    private static final Duration MOST_OF_TELLING = Duration.ofSeconds(10);

    private final AtomicBoolean isDecided = new AtomicBoolean();
    private final ScheduledExecutorService watch = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "max-runtime");
        thread.setDaemon(true);
        return thread;
    });

    private RuntimeLimit() {}

    /** Returns a limit that nothing exceeds. */
    public static RuntimeLimit none() {
        return new RuntimeLimit();
    }

    /**
     * Begins to watch.
     *
     * @param tell that it took too long
     * @param end the process, after that was told or could not be told in some seconds
     */
    public static RuntimeLimit of(Duration limit, Runnable tell, Runnable end) {
        RuntimeLimit watched = none();
        ScheduledFuture<?> unused =
                watched.watch.schedule(() -> watched.exceeded(tell, end), limit.toMillis(), TimeUnit.MILLISECONDS);
        return watched;
    }

    private void exceeded(Runnable tell, Runnable end) {
        if (!isDecided.compareAndSet(false, true)) {
            return;
        }
        ScheduledFuture<?> unused = watch.schedule(end, MOST_OF_TELLING.toMillis(), TimeUnit.MILLISECONDS);
        try {
            tell.run();
        } catch (RuntimeException | Error e) {
            LogManager.getLogger(RuntimeLimit.class).error("not all that should be told was", e);
        } finally {
            end.run();
            watch.shutdownNow();
        }
    }

    /** Ends the watch; where the limit is exceeded already, the end comes first. */
    @Override
    public void close() {
        if (isDecided.compareAndSet(false, true)) {
            watch.shutdownNow();
            return;
        }
        try {
            if (!watch.awaitTermination(2 * MOST_OF_TELLING.toMillis(), TimeUnit.MILLISECONDS)) {
                LogManager.getLogger(RuntimeLimit.class).error("still running after its end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
