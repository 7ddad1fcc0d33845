package vn.chitieu.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.apache.logging.log4j.LogManager;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.console.AsOfOption;
import vn.chitieu.cli.console.DataFolders;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.cli.console.WaitOption;
import vn.chitieu.cli.process.RuntimeLimit;
import vn.chitieu.night.Night;
import vn.chitieu.night.NightOutcome;
import vn.chitieu.night.NightRequest;
import vn.chitieu.night.NightRequest.Choice;
import vn.chitieu.night.telemetry.OverdueDeliveries;
import vn.chitieu.night.telemetry.WatchedNight;
import vn.chitieu.text.Texts;

/** Runs all stages, publishes and prints the attainment tables. */
@Command(name = "nightly")
final class NightlyCommand implements Callable<Integer> {

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Option(names = "--dry-run", descriptionKey = "chitieu.nightly.dry-run")
    private boolean dryRun;

    @Option(names = "--force", descriptionKey = "chitieu.nightly.force")
    private boolean force;

    @Option(names = "--legacy-share", descriptionKey = "chitieu.nightly.legacy-share")
    private boolean isLegacyCarriedOn;

    @Option(names = "--max-runtime", paramLabel = "2h", descriptionKey = "chitieu.nightly.max-runtime")
    private @Nullable String longest;

    @Option(names = "--require-deliveries", descriptionKey = "chitieu.nightly.require-deliveries")
    private boolean areDeliveriesRequired;

    @Option(
            names = {"-q", "--quiet"},
            descriptionKey = "chitieu.nightly.quiet")
    private boolean isQuiet;

    @Mixin
    private NightOptions options = new NightOptions();

    private final Terminal terminal;
    private final Texts messages;

    NightlyCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws Exception {
        options.where().existingDatasets(messages);
        Optional<Duration> most = Optional.ofNullable(longest).map(span -> WaitOption.of(span, messages));
        Warehouse warehouse = options.where().begin(terminal, messages);
        NightRequest request = options.request(warehouse, asOf.day(messages), choices(), messages);
        Terminal shown = isQuiet ? terminal.quiet() : terminal;
        NightReport report = new NightReport(shown, messages, request);
        WatchedNight watched = new WatchedNight(report, warehouse);
        RuntimeLimit limit = most.map(span -> RuntimeLimit.of(span, () -> tellTooLong(watched), NightlyCommand::halt))
                .orElseGet(RuntimeLimit::none);
        try {
            NightOutcome outcome;
            int code;
            try (limit) {
                boolean isInboxTaken =
                        dryRun || !Reception.isAnythingIn(request.datasets()) || takeInbox(shown, request);
                outcome = new Night(request, watched).run();
                code = code(outcome, report.end(outcome), isInboxTaken);
            }
            watched.ended(outcome, code);
            return code;
        } catch (Exception | Error e) {
            int code = Failures.exitCode(e);
            watched.failed(e, code, dryRun || code == ExitCode.LOCKED);
            throw e;
        } finally {
            options.where().remember(warehouse);
        }
    }

    private Set<Choice> choices() {
        Set<Choice> choices = EnumSet.noneOf(Choice.class);
        Map.of(Choice.DRY_RUN, dryRun, Choice.FORCE, force, Choice.LEGACY_SHARE, isLegacyCarriedOn)
                .forEach((choice, isChosen) -> {
                    if (isChosen) {
                        choices.add(choice);
                    }
                });
        return choices;
    }

    private int code(NightOutcome outcome, int ended, boolean isInboxTaken) {
        boolean isOverdue = areDeliveriesRequired
                && outcome.run().filter(OverdueDeliveries::any).isPresent();
        return ended == ExitCode.OK && (isOverdue || !isInboxTaken) ? ExitCode.PUBLISHED_WITH_REFUSALS : ended;
    }

    private boolean takeInbox(Terminal shown, NightRequest request) throws IOException {
        return new Reception(
                        shown,
                        messages,
                        new DataFolders(
                                request.datasets(),
                                request.warehouse().root(),
                                options.where().again()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .registerInbox();
    }

    /** What is published stays whole; machines that watch learn why nothing was. */
    private void tellTooLong(WatchedNight watched) {
        String told = messages.text("nightly.too_long", longest);
        terminal.err().println(told);
        terminal.err().flush();
        watched.failed(new TimeoutException(told), ExitCode.INFRASTRUCTURE, dryRun || !watched.hasBegun());
    }

    /** Ends the process as if it were killed; the next night removes what is left. */
    private static void halt() {
        LogManager.shutdown();
        Runtime.getRuntime().halt(ExitCode.INFRASTRUCTURE);
    }
}
