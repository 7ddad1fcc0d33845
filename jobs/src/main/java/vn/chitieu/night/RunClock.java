package vn.chitieu.night;

import java.time.Instant;

/** The one place where the clock is read: for manifests and logs, never for a number. */
public final class RunClock {

    private RunClock() {}

    public static Instant now() {
        return Instant.now();
    }

    /** Returns a reading in nanoseconds that only differences of mean anything. */
    public static long ticks() {
        return System.nanoTime();
    }
}
