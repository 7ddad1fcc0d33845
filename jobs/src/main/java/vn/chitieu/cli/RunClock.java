package vn.chitieu.cli;

import java.time.Instant;

/** The one place where the clock is read: for manifests and logs, never for a number. */
final class RunClock {

    private RunClock() {}

    static Instant now() {
        return Instant.now();
    }

    /** Returns a reading in nanoseconds that only differences of mean anything. */
    static long ticks() {
        return System.nanoTime();
    }
}
