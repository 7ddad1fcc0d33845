package vn.chitieu.night;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.run.ProductClasses;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.PublishedTable;
import vn.chitieu.catalog.run.RunIdentity;
import vn.chitieu.catalog.run.RunInput;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.StagedRun;
import vn.chitieu.mart.Mart;
import vn.chitieu.mart.description.TableDescriptions;
import vn.chitieu.night.NightRequest.Choice;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.programme.Programme;

/** Makes runs of one state of the deliveries, code lists and programmes, one for each as-of day. */
final class RunMaker {

    private static final Logger LOG = LogManager.getLogger(RunMaker.class);

    private final NightRequest request;
    private final List<Programme> programmes;
    private final Delivered delivered;
    private final Stages stages;
    private final String settingsSha256;

    RunMaker(NightRequest request, List<Programme> programmes, Delivered delivered, Stages stages) {
        this.request = request;
        this.programmes = List.copyOf(programmes);
        this.delivered = delivered;
        this.stages = stages;
        this.settingsSha256 = Sha256.of("programmes " + OfficeProgrammes.names(programmes)
                + (request.has(Choice.LEGACY_SHARE) ? " legacy_share" : "") + "\ncode lists "
                + Sha256.ofFolder(request.datasets().resolve("codelist")));
    }

    List<Programme> programmes() {
        return programmes;
    }

    IngestResult ingest() {
        return delivered.ingest();
    }

    /** Returns the identity of the run of a day that follows no other. */
    RunIdentity alone(LocalDate asOf) {
        return new RunIdentity(asOf, delivered.inputSha256(), settingsSha256, ProductClasses.sha256());
    }

    /** Returns the programmes as they are told of on a day. */
    List<JudgedProgramme> judged(LocalDate asOf) {
        return programmes.stream()
                .map(programme -> JudgedProgramme.of(programme, asOf))
                .toList();
    }

    /** Computes every table of a run. */
    Mart mart(Predecessor predecessor) {
        ThreadContext.put("run_id", predecessor.identity().runId().text());
        return stages.run(predecessor);
    }

    /** Keeps what the next night need not make again. */
    void keep() throws IOException {
        stages.keep();
    }

    /** Writes the tables of a run, and the files from which other tools learn what they hold. */
    void write(StagedRun staged, RunIdentity identity, Mart mart) {
        List<PublishedTable> written = mart.write(staged);
        staged.write(
                TableDescriptions.DATA_PACKAGE,
                TableDescriptions.dataPackage(identity.runId(), identity.asOf(), written));
        staged.write(TableDescriptions.VIEWS, TableDescriptions.views(written));
    }

    /**
     * Compares a run that was computed again with the published one, whose damaged files are replaced.
     *
     * @return whether any was damaged
     * @throws vn.chitieu.catalog.run.NotReproducibleException if it differs from what was published
     */
    boolean mend(StagedRun staged, PublishedRun published) {
        List<String> mended = staged.compareWith(published);
        LOG.info("mended {}", mended);
        return !mended.isEmpty();
    }

    /** Gives a run its place, and makes it the one that readers see. */
    PublishedRun publish(StagedRun staged, LocalDate asOf, Instant startedAt) {
        return staged.publish(inputs(), counts(asOf), startedAt, RunClock.now());
    }

    /** Gives a run its place, unseen as yet. */
    PublishedRun place(StagedRun staged, LocalDate asOf, Instant startedAt) {
        return staged.place(inputs(), counts(asOf), startedAt, RunClock.now());
    }

    /** Tells the results of a published run and writes its pages, as {@link NightPages#export}. */
    void export(RunLock lock, PublishedRun run, NightListener listener) {
        new NightPages(request).export(lock, run, judged(run.manifest().asOfDate()), listener);
    }

    private List<RunInput> inputs() {
        return ingest().files().stream()
                .map(file -> new RunInput(file.deliveryId(), file.file(), file.sha256(), file.delivered()))
                .toList();
    }

    private SortedMap<String, Long> counts(LocalDate asOf) {
        IngestResult ingest = ingest();
        TreeMap<String, Long> counts = new TreeMap<>();
        counts.put("delivered_rows", ingest.deliveredRows());
        counts.put("accepted_rows", (long) ingest.observations().size());
        counts.put("quarantined_rows", (long) ingest.quarantined().size());
        counts.put("plan_rows", (long) ingest.planFigures().size());
        counts.put("later_rows", ingest.laterRows(asOf));
        counts.put("refused_deliveries", (long) ingest.refused().size());
        return counts;
    }
}
