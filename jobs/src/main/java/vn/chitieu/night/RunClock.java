package vn.chitieu.night;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The one place where the clock is read: for manifests and logs, never for a number. */
public final class RunClock {

    private RunClock() {}

    public static Instant now() {
        return Instant.now();
    }

    /** Returns the day of today, UTC. */
    public static LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    /** Returns a reading in nanoseconds that only differences of mean anything. */
    public static long ticks() {
        return System.nanoTime();
    }
}
