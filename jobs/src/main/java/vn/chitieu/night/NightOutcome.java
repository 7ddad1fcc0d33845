package vn.chitieu.night;

import java.util.Optional;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunIdentity;

/**
 * What came of a night.
 *
 * @param identity of the run; empty where there was nothing to compute
 * @param run the current one afterwards; empty where nothing is published
 * @param isSomeRefusedAnew whether something was quarantined, refused or found wrong under a target that was not before
 */
public record NightOutcome(
        Kind kind, Optional<RunIdentity> identity, Optional<PublishedRun> run, boolean isSomeRefusedAnew) {

    /** How a night ended. */
    public enum Kind {
        /** No delivery can be used, or nothing was known on the day; the published run stays. */
        NOTHING_USABLE,
        /** Computed and shown, not published. */
        DRY_RUN,
        /** The same night was published before; its run is the current one. */
        NOTHING_NEW,
        /** Computed again with the same bytes as published before. */
        REPRODUCED,
        /** The same with a published run that was damaged: its files are again as its manifest lists them. */
        MENDED,
        PUBLISHED
    }

    static NightOutcome nothingUsable() {
        return new NightOutcome(Kind.NOTHING_USABLE, Optional.empty(), Optional.empty(), false);
    }

    static NightOutcome dryRun(RunIdentity identity) {
        return new NightOutcome(Kind.DRY_RUN, Optional.of(identity), Optional.empty(), false);
    }

    static NightOutcome of(Kind kind, RunIdentity identity, PublishedRun run, boolean isSomeRefusedAnew) {
        return new NightOutcome(kind, Optional.of(identity), Optional.of(run), isSomeRefusedAnew);
    }
}
