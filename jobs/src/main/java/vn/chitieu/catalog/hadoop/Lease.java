package vn.chitieu.catalog.hadoop;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The right to change what lies beside a file, which one process has at a time and loses when it is not heard of. */
public interface Lease extends Closeable {

    /** How long at least lies between two questions for a lease. */
    Duration PAUSE = Duration.ofMillis(500);

    /** Asks for a lease, again and again. */
    interface Claim {

        /** Returns the lease; empty if another process has it, or may have it. */
        Optional<Lease> take() throws IOException;

        /** Returns whether it is not known yet if the other process lives, so that asking again may help. */
        boolean isUndecided();
    }

    /** Another process has the lease that this one had. */
    final class LostException extends IOException {

        private static final long serialVersionUID = 1L;

        LostException(String message) {
            super(message);
        }
    }

    /** Begins to ask for the lease of a file, which is made where there is none. */
    static Claim claim(Path path) {
        HadoopPath file = HadoopPath.of(path);
        return file.hadoop().isRenaming() ? new HdfsLease.Asked(file) : new ObjectLease.Watch(file);
    }

    /** Writes who has it, as the last line of the file; who reads it sees the line when this returns. */
    void say(String owner) throws IOException;

    /**
     * Asks whether the lease is still held.
     *
     * @throws LostException if another took it over where that is told apart from other failures
     * @throws IOException if it is not held, or nobody answers
     */
    void requireHeld() throws IOException;

    /** Returns whether it was not given back yet. */
    boolean isOpen();
}
