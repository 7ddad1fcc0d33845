package vn.chitieu.night;

import java.time.LocalDate;
import java.util.List;
import vn.chitieu.catalog.run.DamagedRun;
import vn.chitieu.catalog.run.RunId;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.programme.Programme;

/** Who is told how a night goes on. A night without anybody watching needs none of it. */
public interface NightListener {

    /** A part of a night that takes a while. */
    enum Step {
        INGEST,
        SPARK,
        ACCOUNT,
        PROJECTION,
        ATTAINMENT,
        CHANGES,
        RECORD,
        PUBLISH,
        EXPORT
    }

    /** Tells that a step begins. */
    default void begin(Step step) {}

    /** Tells what became of the deliveries, and for which programmes; the results of the night follow. */
    default void ingested(IngestResult ingest, List<Programme> programmes, LocalDate asOf) {}

    /** Tells that no delivery is usable and why. */
    default void nothingUsable(IngestResult ingest) {}

    /** Tells that nothing was known yet on the as-of date, and since when something is. */
    default void nothingKnown(LocalDate asOf, LocalDate firstPublished) {}

    /** Tells that a run of a backfill stands in its place, computed now or found there. */
    default void placed(RunId run, LocalDate asOf, boolean isFound) {}

    /** Hands on the tables of the night, as soon as they can be read. */
    default void judged(MartReader marts, List<JudgedProgramme> programmes, LocalDate asOf) {}

    /**
     * Tells that an older run is damaged and was gone on without.
     *
     * @param isInHistory whether the history of the published run holds what it said
     */
    default void passedOver(DamagedRun run, boolean isInHistory) {}

    /** Hands on the tables of a night that publishes nothing, with what would move and why. */
    default void changed(MartReader marts) {}
}
