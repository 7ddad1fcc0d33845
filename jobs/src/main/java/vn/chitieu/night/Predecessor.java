package vn.chitieu.night;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.rows.SortedRuns;
import vn.chitieu.catalog.run.DamagedRunException;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunId;
import vn.chitieu.catalog.run.RunIdentity;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.mart.ForecastEvaluationTables;
import vn.chitieu.mart.MartTables;
import vn.chitieu.mart.PreviousRun;
import vn.chitieu.mart.RunHistory;
import vn.chitieu.observation.Finding;
import vn.chitieu.text.Words;
import vn.chitieu.track.RunRecord;

/**
 * The run that a night explains its changes from, which is among its inputs and so in its name.
 *
 * <p>From the run of the latest day that readers saw, the chain of predecessors is followed back to the first that
 * looks no further than the night itself. Of runs that look further the manifest alone is read: what became of their
 * tables does not matter. If that is the same night, it keeps its name and its predecessor: nothing is new. Neither the
 * clock nor any other run that lies in the warehouse decides.
 *
 * @param identity of the night, with its predecessor
 */
record Predecessor(Warehouse warehouse, RunIdentity identity) {

    private static final Words WORDS = Words.of("night");

    /**
     * Returns the predecessor of a night.
     *
     * @param alone the night without a predecessor
     * @throws DamagedRunException if the run that it would be explained from is damaged, and is another night
     */
    static Predecessor of(Warehouse warehouse, RunIdentity alone) {
        Optional<RunId> next = warehouse.latest();
        while (next.isPresent() && warehouse.has(next.get())) {
            Optional<RunIdentity> again = damagedNight(warehouse, next.get(), alone);
            if (again.isPresent()) {
                return new Predecessor(warehouse, again.get());
            }
            if (isKnownTo(next.get(), alone)) {
                RunIdentity run = warehouse.require(next.get()).orElseThrow().identity();
                return new Predecessor(warehouse, run.isSameNight(alone) ? run : alone.after(next));
            }
            next = warehouse.listed(next.get()).flatMap(later -> later.identity()
                    .predecessor());
        }
        return amongAll(warehouse, alone);
    }

    /** Returns the night as one that follows a run, or none, whatever readers see. */
    static Predecessor following(Warehouse warehouse, RunIdentity alone, Optional<PublishedRun> run) {
        return new Predecessor(warehouse, alone.after(run.map(PublishedRun::runId)));
    }

    /**
     * Where the chain cannot be followed, because its rest was pruned, no pointer is there or a later run lost its
     * manifest, all runs are looked at.
     */
    private static Predecessor amongAll(Warehouse warehouse, RunIdentity alone) {
        List<RunIdentity> earlier = warehouse.runs().stream()
                .map(PublishedRun::identity)
                .filter(run -> isKnownTo(run.runId(), alone))
                .toList();
        Optional<RunIdentity> same =
                earlier.stream().filter(run -> run.isSameNight(alone)).findFirst();
        return new Predecessor(
                warehouse,
                same.orElseGet(() -> alone.after(earlier.stream().findFirst().map(RunIdentity::runId))));
    }

    /** Returns the night, if it is the one that a damaged run holds: it need not be read to be computed again. */
    private static Optional<RunIdentity> damagedNight(Warehouse warehouse, RunId run, RunIdentity alone) {
        if (warehouse.isWhole(run)) {
            return Optional.empty();
        }
        Optional<PublishedRun> listed = warehouse.listed(run);
        if (listed.isPresent()) {
            return listed.map(PublishedRun::identity).filter(identity -> identity.isSameNight(alone));
        }
        return Stream.concat(
                        Stream.of(alone),
                        warehouse.runs().stream().map(candidate -> alone.after(Optional.of(candidate.runId()))))
                .filter(identity -> identity.runId().equals(run))
                .findFirst();
    }

    private static boolean isKnownTo(RunId run, RunIdentity night) {
        return !run.asOf().isAfter(night.asOf());
    }

    /**
     * Returns the predecessor's numbers, of series those of some areas, and its figures; empty for a first run, and,
     * which the log says, if another version of the program wrote what cannot be compared.
     *
     * @throws DamagedRunException if it is damaged
     * @throws DataException if it was removed since the night was first computed
     */
    Optional<PreviousRun> read(Set<String> areas) {
        if (identity.predecessor().isEmpty()) {
            return Optional.empty();
        }
        RunId runId = identity.predecessor().get();
        PublishedRun run = warehouse
                .require(runId)
                .orElseThrow(() -> new DataException(WORDS.text("predecessor_gone", identity.runId(), runId)));
        run.verify();
        try {
            return Optional.of(PreviousRun.of(run, areas));
        } catch (DamagedRunException e) {
            throw e;
        } catch (DataException e) {
            LogManager.getLogger(Predecessor.class).warn("no change is explained: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Returns what was stated until the predecessor, whichever version of the program wrote it: a record outlives the
     * tables around it. Empty without a predecessor, or if that kept none.
     *
     * @param held in which it is held, to be read area by area
     * @throws DamagedRunException if it is damaged
     */
    Optional<RunRecord.Stated> record(SortedRuns held) {
        String table = MartTables.TRACK_RECORD.name();
        return identity.predecessor()
                .flatMap(warehouse::require)
                .filter(run -> run.table(table).isPresent())
                .map(run -> ForecastEvaluationTables.stated(run, held));
    }

    /**
     * What a run takes over from the runs before it.
     *
     * @param lost a finding where there was a history that cannot be carried on, so that it begins anew
     */
    record Carried(RunHistory history, Optional<Finding> lost) {}

    /**
     * Returns what the runs until the predecessor said of targets and series. A history begins anew without a
     * predecessor and, as a finding says, behind one whose version of the program kept none that can be carried on.
     *
     * @param held in which what was said of series is held, for as long as it is taken over
     * @throws DamagedRunException if it is damaged
     */
    Carried history(SortedRuns held) {
        Optional<PublishedRun> run = identity.predecessor().flatMap(warehouse::require);
        if (run.isEmpty()) {
            return new Carried(RunHistory.none(), Optional.empty());
        }
        try {
            return new Carried(RunHistory.of(run.get(), held), Optional.empty());
        } catch (DamagedRunException e) {
            throw e;
        } catch (DataException e) {
            RunId before = run.get().runId();
            return new Carried(
                    RunHistory.none(),
                    Optional.of(new Finding(
                            Finding.Kind.VALIDATION,
                            Finding.Severity.WARNING,
                            "history_begins_anew",
                            "",
                            "",
                            "",
                            before.text(),
                            WORDS.text("history_begins_anew", before.asOf(), e.text()))));
        }
    }
}
