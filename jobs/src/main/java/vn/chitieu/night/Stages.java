package vn.chitieu.night;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitieu.attainment.ChangeExplanation.Change;
import vn.chitieu.attainment.EstimateReviews;
import vn.chitieu.attainment.audit.ProgrammeAudit;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.rows.SealedFile;
import vn.chitieu.catalog.rows.SortedRuns;
import vn.chitieu.catalog.run.ProductClasses;
import vn.chitieu.catalog.run.RunIdentity;
import vn.chitieu.mart.Mart;
import vn.chitieu.mart.PreviousRun;
import vn.chitieu.night.NightListener.Step;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.expected.ExpectedDeliveries;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.observation.form.Form;
import vn.chitieu.observation.ingest.ExpectedDelivery;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.observation.rule.ValidationReport;
import vn.chitieu.observation.rule.ValidationRule;
import vn.chitieu.observation.rule.ValidationRules;
import vn.chitieu.programme.ExpertJudgement;
import vn.chitieu.programme.ExpertJudgements;
import vn.chitieu.programme.Programme;
import vn.chitieu.projection.area.CarriedAreas;
import vn.chitieu.track.RunRecord;

/** The stages of runs of one state of the deliveries, from observations to tables. */
final class Stages {

    /** More days at once share the start of a pass among them, but their accounts fill the memory. */
    private static final int MOST_DAYS = 6;

    private final Path datasets;
    private final Path known;
    private final NightListener listener;
    private final Codelists codelists;
    private final List<Programme> programmes;
    private final IngestResult ingest;
    private final List<ExpertJudgement> judgements;
    private final DayStages stages;
    private final NightRecord record;
    private final Map<Form, LocalDate> forms;
    private final List<ValidationRule> validation;
    private final boolean isLegacyCarriedOn;
    private final NavigableSet<LocalDate> expected = new TreeSet<>();
    private final SortedMap<LocalDate, Computed> computed = new TreeMap<>();

    Stages(
            NightListener listener,
            NightRequest request,
            SessionStart start,
            Codelists codelists,
            List<Programme> programmes,
            Delivered delivered) {
        this.datasets = request.datasets();
        this.listener = listener;
        this.codelists = codelists;
        this.programmes = List.copyOf(programmes);
        this.ingest = delivered.ingest();
        this.judgements = delivered.judgements();
        this.known = request.warehouse().root().resolve("known_areas.bin");
        this.stages = new DayStages(
                listener,
                start,
                datasets,
                codelists,
                programmes,
                () -> CarriedAreas.of(
                        Sha256.ofParts(List.of(ProductClasses.sha256(), Sha256.ofFolder(datasets.resolve("codelist")))),
                        request.has(NightRequest.Choice.FORCE) ? Map.of() : SealedFile.read(known)));
        this.record = new NightRecord(stages);
        this.forms = OfficeForms.ofProgrammes(datasets, codelists, programmes);
        this.validation = ValidationRules.read(datasets);
        this.isLegacyCarriedOn = request.has(NightRequest.Choice.LEGACY_SHARE);
    }

    /** Says which days will be asked for, so that a pass makes several of them. */
    void expect(Collection<LocalDate> days) {
        expected.addAll(days);
    }

    /** Keeps what became of the areas for the next night, if anything was made. */
    void keep() throws IOException {
        if (!stages.made().isEmpty()) {
            SealedFile.replace(known, stages.made());
        }
    }

    /**
     * Makes every table of the run.
     *
     * @param predecessor of the run, with its identity
     */
    Mart run(Predecessor predecessor) {
        stages.begin();
        RunIdentity identity = predecessor.identity();
        LocalDate asOf = identity.asOf();
        Optional<PreviousRun> previous = predecessor.read(ChangeSteps.areas(programmes, asOf));
        Computed now = computed(asOf);
        Figures observations = ingest.observations();
        List<Change> changes = List.of();
        if (previous.isPresent()) {
            listener.begin(Step.CHANGES);
            changes = ChangeSteps.of(stages, previous.get(), identity, observations, now);
        }
        listener.begin(Step.RECORD);
        try (SortedRuns before = SortedRuns.open()) {
            RunRecord track = record.of(predecessor, observations, now, judgements, before);
            return mart(predecessor, previous, now, changes, track, predecessor.history(before));
        }
    }

    private Mart mart(
            Predecessor predecessor,
            Optional<PreviousRun> previous,
            Computed now,
            List<Change> changes,
            RunRecord track,
            Predecessor.Carried carried) {
        RunIdentity identity = predecessor.identity();
        LocalDate asOf = identity.asOf();
        Figures observations = ingest.observations();
        List<ExpectedDelivery> expected =
                ExpectedDeliveries.of(datasets, codelists.reportingYears(), forms, ingest, asOf);
        List<Finding> findings =
                new ArrayList<>(ProgrammeAudit.findings(programmes, asOf, now.accounts(), observations, codelists));
        findings.addAll(ExpertJudgements.expired(judgements, programmes, codelists.reportingYears(), asOf));
        findings.addAll(ExpectedDeliveries.findings(expected));
        carried.lost().ifPresent(findings::add);
        return Mart.of(
                identity,
                codelists,
                programmes,
                ingest,
                new Mart.StageResults(
                        ValidationReport.of(validation, observations, asOf, codelists),
                        now.accounts(),
                        now.projections(),
                        now.verdicts(),
                        EstimateReviews.of(
                                programmes,
                                asOf,
                                now.projections(),
                                ingest.unitEstimates(),
                                observations,
                                codelists.units(),
                                codelists.reportingYears()),
                        judgements,
                        findings,
                        expected,
                        previous.orElse(null),
                        changes,
                        track,
                        isLegacyCarriedOn),
                carried.history());
    }

    private Computed computed(LocalDate asOf) {
        if (!computed.containsKey(asOf)) {
            computed.clear();
            NavigableSet<LocalDate> next = new TreeSet<>();
            next.add(asOf);
            expected.tailSet(asOf, true).stream().limit(MOST_DAYS).forEach(next::add);
            computed.putAll(stages.of(ingest.observations(), next));
        }
        Computed now = computed.remove(asOf);
        if (now == null) {
            throw new IllegalStateException("Expecting the stages to answer for " + asOf);
        }
        return now;
    }
}
