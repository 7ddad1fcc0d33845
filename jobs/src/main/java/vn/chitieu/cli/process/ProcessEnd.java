package vn.chitieu.cli.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.apache.logging.log4j.LogManager;
import vn.chitieu.catalog.run.WorkFolder;
import vn.chitieu.catalog.table.SessionEnd;

/**
 * The end of the process: whatever ends it, its exit code is one of the contract. A signal, or a library that ends the
 * process by itself as Spark does when it finds no room, would give a code of its own.
 */
public final class ProcessEnd {

    /** Halting before Spark has deleted its temporary files would leave them. */
    private static final Duration MOST_OF_CLEANING = Duration.ofSeconds(20);

    private final AtomicBoolean isDecided = new AtomicBoolean();
    private final AtomicBoolean isEndedFromOutside = new AtomicBoolean();

    private ProcessEnd() {}

    /** Returns the end of something that is no process of its own, such as one call of a library. */
    public static ProcessEnd ofCall() {
        return new ProcessEnd();
    }

    /**
     * Watches over this process from now on.
     *
     * @param codeFromOutside of a process that something else than its command ends
     * @param tell says so to the user
     */
    public static ProcessEnd ofProcess(int codeFromOutside, Runnable tell) {
        ProcessEnd end = new ProcessEnd();
        Thread hook = new Thread(
                () -> {
                    if (end.isDecided.compareAndSet(false, true)) {
                        end.isEndedFromOutside.set(true);
                        tell.run();
                        cleanUp();
                        Runtime.getRuntime().halt(codeFromOutside);
                    }
                },
                "process-end");
        Runtime.getRuntime().addShutdownHook(hook);
        return end;
    }

    /** Returns whether the process is being ended by something else than its command, which then has no say. */
    public boolean isFromOutside() {
        return isEndedFromOutside.get();
    }

    /** Ends the process with the code of its command. */
    public void exit(int code) {
        isDecided.set(true);
        System.exit(code);
    }

    /**
     * Ends the process at once because one of its threads cannot go on: another may wait for that thread for ever.
     *
     * @param code taken where even telling fails for want of memory
     * @param tell says so to the user and returns the code
     */
    public void halt(int code, IntSupplier tell) {
        int told = code;
        try {
            if (isDecided.compareAndSet(false, true)) {
                told = tell.getAsInt();
            }
        } finally {
            Runtime.getRuntime().halt(told);
        }
    }

    /** Spark forgets the folders of a session that was still being opened. */
    private static void cleanUp() {
        try {
            if (!SessionEnd.await(MOST_OF_CLEANING)) {
                LogManager.getLogger(ProcessEnd.class).warn("temporary files of Spark may be left");
            }
            WorkFolder.deleteOpen();
        } catch (IOException e) {
            LogManager.getLogger(ProcessEnd.class).warn("temporary files are left", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
