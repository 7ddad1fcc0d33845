package vn.chitieu.night.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import vn.chitieu.catalog.run.PublishedRun;

/**
 * How one call of a night went.
 *
 * @param invocation tells this call from every other, also from one of the same run
 * @param exitCode as the process ends with
 * @param status {@code published}, {@code nothing_new}, {@code reproduced}, {@code nothing_usable} or {@code failed}
 * @param stageSeconds by the name of the stage, in alphabetical order; a stage that was run several times once
 * @param current the run that readers see afterwards
 * @param failure what was thrown, by its kind and first line
 * @param lastSuccess when a night last ended well, this one or an earlier one
 */
record NightCall(
        UUID invocation,
        Instant startedAt,
        Instant finishedAt,
        int exitCode,
        String status,
        SortedMap<String, Double> stageSeconds,
        Optional<PublishedRun> current,
        Optional<String> failure,
        Optional<Instant> lastSuccess) {

    /** Returns how long the call took. */
    double seconds() {
        return Duration.between(startedAt, finishedAt).toMillis() / 1000.0;
    }

    /** Returns whether readers see what the night was asked for. */
    boolean isSuccess() {
        return !status.equals("failed") && !status.equals("nothing_usable");
    }

    /** Returns the same with its own end as the last success. */
    NightCall succeeded() {
        return new NightCall(
                invocation,
                startedAt,
                finishedAt,
                exitCode,
                status,
                stageSeconds,
                current,
                failure,
                Optional.of(finishedAt));
    }
}
