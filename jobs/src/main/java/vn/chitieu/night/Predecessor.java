package vn.chitieu.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunIdentity;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.mart.ForecastEvaluationTables;
import vn.chitieu.mart.MartTables;
import vn.chitieu.mart.PreviousRun;
import vn.chitieu.track.TrackRecord;

/**
 * The run that a night explains its changes from, which is among its inputs and so in its name.
 *
 * <p>It is the latest run that looks no further than the night itself. But where the night was published already, with
 * whichever run before it, it keeps its name and its predecessor: the same night again is nothing new.
 *
 * @param identity of the night, with its predecessor
 * @param run the predecessor; empty for a first run
 */
record Predecessor(RunIdentity identity, Optional<PublishedRun> run) {

    static Predecessor of(Warehouse warehouse, RunIdentity alone) {
        LocalDate asOf = alone.asOf();
        List<Predecessor> candidates = new ArrayList<>();
        for (PublishedRun run : warehouse.runs()) {
            if (!run.manifest().asOfDate().isAfter(asOf) && !run.runId().equals(alone.runId())) {
                candidates.add(following(alone, Optional.of(run)));
            }
        }
        candidates.add(following(alone, Optional.empty()));
        return candidates.stream()
                .filter(candidate ->
                        warehouse.find(candidate.identity().runId()).isPresent())
                .findFirst()
                .orElse(candidates.get(0));
    }

    /** Returns the night that follows a run, or none. */
    static Predecessor following(RunIdentity alone, Optional<PublishedRun> run) {
        RunIdentity identity = run.map(before -> new RunIdentity(
                        alone.asOf(),
                        Sha256.of(alone.inputSha256() + "\nafter " + before.runId()),
                        alone.settingsSha256(),
                        alone.classesSha256()))
                .orElse(alone);
        return new Predecessor(identity, run);
    }

    /** Returns the predecessor's numbers and figures; empty, which the log says, if another version wrote them. */
    Optional<PreviousRun> read() {
        try {
            return run.map(published -> PreviousRun.of(published::read));
        } catch (DataException e) {
            LogManager.getLogger(Predecessor.class).warn("no change is explained: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Returns what was stated until the predecessor, whichever version of the program wrote it: a record outlives the
     * tables around it. Empty without a predecessor, or if that kept none.
     */
    Optional<TrackRecord> record() {
        String table = MartTables.TRACK_RECORD.name();
        return run.filter(published -> published.table(table).isPresent())
                .map(published -> ForecastEvaluationTables.read(published.read(table)));
    }
}
