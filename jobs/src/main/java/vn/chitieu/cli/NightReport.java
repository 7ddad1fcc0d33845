package vn.chitieu.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.chitieu.catalog.run.DamagedRun;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunId;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.mart.MartTables;
import vn.chitieu.night.Backfill;
import vn.chitieu.night.JudgedProgramme;
import vn.chitieu.night.NightListener;
import vn.chitieu.night.NightOutcome;
import vn.chitieu.night.NightRequest;
import vn.chitieu.night.NightRequest.Choice;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.RollUp;
import vn.chitieu.notebook.programme.TargetErrors;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.terminal.ChangesTable;
import vn.chitieu.notebook.terminal.LegacyListing;
import vn.chitieu.notebook.terminal.NightSummary;
import vn.chitieu.notebook.terminal.ShowTables;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.programme.Programme;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

/** Prints a night as it goes on and where its results are. */
record NightReport(Terminal terminal, Texts messages, NightRequest request) implements NightListener {

    private static final int MOST_ROWS = 20;

    /** Of more, nobody reads all tables on a terminal. */
    private static final int MOST_PROGRAMMES = 12;

    @Override
    public void begin(Step step) {
        terminal.progress(messages.text("progress." + step.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public void ingested(IngestResult ingest, List<Programme> programmes, LocalDate asOf) {
        print(
                "nightly.delivered",
                ingest.deliveredRows(),
                ingest.observations().size(),
                ingest.quarantined().size(),
                ingest.planFigures().size(),
                ingest.laterRows(asOf));
        ingest.files()
                .forEach(file -> print(
                        "nightly.delivery",
                        file.deliveryId() + "/" + file.file(),
                        file.delivered(),
                        file.accepted(),
                        file.quarantined(),
                        file.plan(),
                        file.missing(),
                        file.deletions()));
        for (Programme programme : programmes) {
            LocalDate last = programme.evaluatedOn(asOf);
            long after = ingest.formRowsAfter(programme.areaCode(), programme.year(), last, asOf);
            if (after > 0) {
                print("nightly.after_closing", programme.programmeId(), day(last), after);
            }
        }
        refusals(ingest);
    }

    @Override
    public void nothingUsable(IngestResult ingest) {
        refusals(ingest);
        warn("nightly.nothing_usable");
    }

    @Override
    public void nothingKnown(LocalDate asOf, LocalDate firstPublished) {
        warn("nightly.nothing_known", day(asOf), day(firstPublished), firstPublished);
    }

    @Override
    public void passedOver(DamagedRun run, boolean isInHistory) {
        RunId name = run.runId();
        warn(
                isInHistory ? "nightly.passed_over" : "nightly.passed_over_lost",
                name,
                day(name.asOf()),
                String.join(", ", run.files()));
    }

    @Override
    public void judged(MartReader marts, List<JudgedProgramme> programmes, LocalDate asOf) {
        List<String> adopted = programmes.stream()
                .filter(JudgedProgramme::isAdopted)
                .map(JudgedProgramme::programmeId)
                .toList();
        MartRows.of(marts, MartTables.FINDING).where("rule_code", "history_begins_anew").stream()
                .forEach(finding -> warn("nightly.history", finding.label("message", messages.language())));
        if (adopted.size() > MOST_PROGRAMMES) {
            RollUp all = RollUp.together(adopted.stream()
                    .map(id -> ProgrammeAttainment.of(ProgrammeAttainment.reader(marts, id), id))
                    .toList());
            print(
                    "nightly.many_programmes",
                    adopted.size(),
                    all.parts(Words.of("notebook").in(messages.language())));
            return;
        }
        terminal.out().println(NightSummary.text(marts, adopted, messages.language(), terminal.columns()));
        for (JudgedProgramme programme : programmes) {
            String id = programme.programmeId();
            if (!programme.isAdopted()) {
                print("nightly.not_adopted", id, day(programme.adoptedOn()), day(asOf));
            } else {
                terminal.out().println(ShowTables.attainment(marts, id, messages.language(), terminal.columns()));
                TargetErrors.of(marts, id)
                        .forEach((target, errors) -> warn(
                                errors.size() == 1 ? "nightly.target_error" : "nightly.target_errors",
                                target,
                                errors.get(0).label("message", messages.language()),
                                errors.size() - 1));
            }
            if (request.has(Choice.LEGACY_SHARE) && programme.status() == Programme.Status.CLOSED) {
                terminal.out().println(LegacyListing.text(marts, id, messages.language(), terminal.columns()));
            }
        }
    }

    @Override
    public void changed(MartReader marts) {
        terminal.out().println(ChangesTable.text(marts, messages.language(), terminal.columns()));
    }

    @Override
    public void placed(RunId run, LocalDate asOf, boolean isFound) {
        print(isFound ? "backfill.found" : "backfill.computed", day(asOf), run);
    }

    /** Prints what came of a backfill. */
    void backfilled(Backfill.Outcome outcome) {
        print(outcome.isCurrent() ? "backfill.done" : "backfill.behind", outcome.computed(), outcome.found());
        outcome.last().ifPresent(this::places);
    }

    /** Prints what came of the night and returns its exit code. */
    int end(NightOutcome outcome) {
        outcome.identity().ifPresent(identity -> {
            switch (outcome.kind()) {
                case DRY_RUN -> print("nightly.dry_run", identity.runId());
                case NOTHING_NEW -> print("nightly.nothing_new", identity.runId());
                case REPRODUCED -> print("nightly.reproduced", identity.runId());
                case MENDED -> warn("nightly.mended", identity.runId());
                case PUBLISHED -> print("nightly.published", identity.runId(), day(identity.asOf()));
                case NOTHING_USABLE -> throw new IllegalStateException("Expecting a run but found " + outcome);
            }
        });
        outcome.run().ifPresent(this::places);
        if (outcome.kind() == NightOutcome.Kind.NOTHING_USABLE) {
            return ExitCode.NOTHING_USABLE;
        }
        return outcome.isSomeRefusedAnew() ? ExitCode.PUBLISHED_WITH_REFUSALS : ExitCode.OK;
    }

    private void refusals(IngestResult ingest) {
        RefusedDeliveries.print(ingest, terminal, messages);
        List<QuarantinedRow> rows = ingest.quarantined();
        rows.stream().limit(MOST_ROWS).forEach(row -> warn("nightly.quarantined", row.message()));
        if (rows.size() > MOST_ROWS) {
            warn("nightly.quarantined_more", rows.size() - MOST_ROWS);
        }
    }

    private void places(PublishedRun run) {
        print("nightly.tables", run.directory());
        print("nightly.fixed", request.warehouse().mart());
        print("nightly.pages", request.pages().toAbsolutePath());
        print("nightly.log", System.getProperty("chitieu.log.file", "-"));
    }

    private String day(LocalDate day) {
        return NumberFormats.of(messages.language()).date(day);
    }

    private void print(String key, Object... arguments) {
        terminal.out().println(messages.text(key, arguments));
    }

    private void warn(String key, Object... arguments) {
        terminal.err().println(messages.text(key, arguments));
    }
}
