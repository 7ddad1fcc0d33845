package vn.chitieu.night;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunIdentity;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.StagedRun;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.run.WorkFolder;
import vn.chitieu.mart.Mart;
import vn.chitieu.night.NightListener.Step;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.text.Words;

/**
 * Past as-of days one after the other, each as the night of that day would have published it: the oldest first, each
 * following the one before, so that the last holds the record of all.
 *
 * <p>Deliveries are read once and one session serves all. Every run takes its place as it is made, but readers go on
 * with the run before until the last one stands; then the pointer moves, once, and never back to an earlier day. A
 * backfill that died is called again: it finds the runs that stand and goes on behind them. The first run follows none,
 * so that the same deliveries give the same runs whatever the warehouse holds.
 */
public final class Backfill {

    private static final Logger LOG = LogManager.getLogger(Backfill.class);

    private static final Words WORDS = Words.of("night");

    private final NightRequest request;
    private final NightListener listener;

    /** A backfill of a request, whose as-of day and choices do not count. */
    public Backfill(NightRequest request, NightListener listener) {
        this.request = request;
        this.listener = listener;
    }

    /**
     * What came of a backfill.
     *
     * @param last of the runs; empty where no delivery is usable
     * @param isCurrent whether readers see it now; not where they saw one of a later day, which stays
     */
    public record Outcome(int computed, int found, Optional<PublishedRun> last, boolean isCurrent) {}

    /**
     * Returns the last days of the months or quarters from a day on, and the last day whatever it is.
     *
     * @param months of a step, 1 to 12
     */
    public static List<LocalDate> days(LocalDate from, LocalDate to, int months) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate month = from.withDayOfMonth(1); !month.isAfter(to); month = month.plusMonths(1)) {
            LocalDate end = month.withDayOfMonth(month.lengthOfMonth());
            if (end.getMonthValue() % months == 0 && end.isBefore(to)) {
                days.add(end);
            }
        }
        days.add(to);
        return days;
    }

    /**
     * Runs the days.
     *
     * @param days ascending, at least one
     * @throws DataException if a file that the office edits cannot be used, or nothing was known on the first day
     * @throws vn.chitieu.catalog.run.LockHeldException if another run holds the warehouse
     */
    public Outcome run(List<LocalDate> days) throws IOException {
        Warehouse warehouse = request.warehouse();
        try (RunLock lock = warehouse.lock("backfill", request.longestWait())) {
            LOG.info("backfill {} … {}: {}", days.get(0), days.get(days.size() - 1), warehouse.cleanUp(lock));
            try (WorkFolder work = warehouse.work(lock)) {
                return InputSnapshot.of(
                        request, work, listener, (copied, inputs, spark) -> run(days, copied, spark, lock));
            }
        }
    }

    private Outcome run(List<LocalDate> days, NightRequest copied, SessionStart spark, RunLock lock)
            throws IOException {
        NightInputs inputs = NightInputs.read(copied);
        IngestResult ingest = inputs.ingest();
        if (!ingest.isUsable()) {
            listener.nothingUsable(ingest);
            return new Outcome(0, 0, Optional.empty(), false);
        }
        ingest.firstPublished().filter(days.get(0)::isBefore).ifPresent(first -> {
            throw new DataException(WORDS.text("backfill_too_early", days.get(0), first));
        });
        AsOf.of(ingest, Optional.of(days.get(days.size() - 1)));
        Stages stages = inputs.stages(listener, spark);
        stages.expect(days);
        lock.requireHeld(request.warehouse().root());
        inputs.delivered().keep();
        return run(days, inputs.maker(stages), lock);
    }

    private Outcome run(List<LocalDate> days, RunMaker maker, RunLock lock) throws IOException {
        Warehouse warehouse = request.warehouse();
        int computed = 0;
        Optional<PublishedRun> last = Optional.empty();
        for (LocalDate day : days) {
            Instant startedAt = RunClock.now();
            Predecessor predecessor = Predecessor.following(warehouse, maker.alone(day), last);
            Optional<PublishedRun> found = warehouse
                    .find(predecessor.identity().runId())
                    .filter(run -> run.damagedFiles().isEmpty());
            if (found.isEmpty()) {
                last = Optional.of(compute(lock, predecessor, maker, startedAt));
                computed++;
            } else {
                last = found;
            }
            listener.placed(last.get().runId(), day, found.isPresent());
        }
        PublishedRun run = last.orElseThrow();
        LocalDate lastDay = run.manifest().asOfDate();
        boolean isForward = warehouse
                .lastGood()
                .filter(current -> current.manifest().asOfDate().isAfter(lastDay))
                .isEmpty();
        if (isForward) {
            warehouse.makeCurrent(lock, run);
            listener.ingested(maker.ingest(), maker.programmes(), lastDay);
            maker.export(lock, run, listener);
        }
        return new Outcome(computed, days.size() - computed, Optional.of(run), isForward);
    }

    private PublishedRun compute(RunLock lock, Predecessor predecessor, RunMaker maker, Instant startedAt) {
        RunIdentity identity = predecessor.identity();
        Optional<PublishedRun> damaged = request.warehouse().listed(identity.runId());
        try (Mart mart = maker.mart(predecessor);
                StagedRun staged = request.warehouse().stage(lock, identity)) {
            listener.begin(Step.PUBLISH);
            maker.write(staged, identity, mart);
            if (damaged.isPresent()) {
                maker.mend(staged, damaged.get());
                return damaged.get();
            }
            return maker.place(staged, identity.asOf(), startedAt);
        }
    }
}
