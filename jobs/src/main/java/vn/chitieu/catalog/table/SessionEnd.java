package vn.chitieu.catalog.table;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.util.ShutdownHookManager;

/** When Spark has stopped and deleted its temporary files at the end of the process. */
public final class SessionEnd {

    /** Spark's hooks and those of Hadoop's file systems have 10 and more; the least comes last. */
    private static final int LAST = 0;

    private static final Duration SHORT = Duration.ofSeconds(1);

    private static final AtomicBoolean IS_WATCHED = new AtomicBoolean();
    private static final CountDownLatch CLEANED = new CountDownLatch(1);

    private SessionEnd() {}

    /** Watches from now on; done again, it changes nothing. */
    static void watch() {
        if (IS_WATCHED.compareAndSet(false, true)) {
            // with its own time, for otherwise a configuration of Hadoop is read
            ShutdownHookManager.get()
                    .addShutdownHook(CLEANED::countDown, LAST, SHORT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Returns when all is cleaned up, at once if no session was opened; called while the process ends.
     *
     * @return whether it was in time
     */
    public static boolean await(Duration longest) throws InterruptedException {
        return !IS_WATCHED.get() || CLEANED.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
}
