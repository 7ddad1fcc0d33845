package vn.chitieu.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.logging.log4j.LogManager;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.console.AsOfOption;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.cli.console.WaitOption;
import vn.chitieu.cli.console.WarehouseOption;
import vn.chitieu.night.Night;
import vn.chitieu.night.NightOutcome;
import vn.chitieu.night.NightRequest;
import vn.chitieu.night.NightRequest.Choice;
import vn.chitieu.night.telemetry.OverdueDeliveries;
import vn.chitieu.night.telemetry.WatchedNight;
import vn.chitieu.text.Texts;

/** Runs all stages, publishes and prints the attainment tables. */
@Command(name = "nightly", mixinStandardHelpOptions = true)
final class NightlyCommand implements Callable<Integer> {

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Option(names = "--programme", paramLabel = "ID", descriptionKey = "chitieu.nightly.programme")
    private List<String> programmes = new ArrayList<>();

    @Option(names = "--export", paramLabel = "DIR", descriptionKey = "chitieu.nightly.export")
    private @Nullable Path export;

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
    private WaitOption wait = new WaitOption();

    @Mixin
    private WarehouseOption where = new WarehouseOption();

    private final Terminal terminal;
    private final Texts messages;

    NightlyCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws Exception {
        Path datasets = where.existingDatasets(messages);
        if (longest != null) {
            endAfter(WaitOption.of(longest, messages));
        }
        Warehouse warehouse = where.open(messages);
        Path pages = export == null ? warehouse.root().resolve("export") : export;
        Set<Choice> choices = EnumSet.noneOf(Choice.class);
        Map.of(Choice.DRY_RUN, dryRun, Choice.FORCE, force, Choice.LEGACY_SHARE, isLegacyCarriedOn)
                .forEach((choice, isChosen) -> {
                    if (isChosen) {
                        choices.add(choice);
                    }
                });
        NightRequest request = new NightRequest(
                datasets, warehouse, pages, programmes, asOf.day(messages), choices, wait.longest(messages));
        Terminal shown = isQuiet ? terminal.quiet() : terminal;
        NightReport report = new NightReport(shown, messages, request);
        WatchedNight watched = new WatchedNight(report, warehouse);
        try {
            boolean isInboxTaken = dryRun || takeInbox(shown, datasets, warehouse);
            NightOutcome outcome = new Night(request, watched).run();
            int ended = report.end(outcome);
            boolean isOverdue = areDeliveriesRequired
                    && outcome.run().filter(OverdueDeliveries::any).isPresent();
            int code = ended == ExitCode.OK && (isOverdue || !isInboxTaken) ? ExitCode.PUBLISHED_WITH_REFUSALS : ended;
            watched.ended(outcome, code);
            return code;
        } catch (Exception | Error e) {
            int code = Failures.exitCode(e);
            watched.failed(e, code, code == ExitCode.LOCKED);
            throw e;
        } finally {
            where.remember(warehouse);
        }
    }

    private boolean takeInbox(Terminal shown, Path datasets, Warehouse warehouse) throws IOException {
        return new Reception(
                        shown,
                        messages,
                        datasets,
                        warehouse.root(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .registerInbox();
    }

    /**
     * Ends the process as if it were killed; what is published stays whole, and the next night removes what is left.
     */
    private void endAfter(Duration limit) {
        Thread watchdog = new Thread(
                () -> {
                    try {
                        Thread.sleep(limit.toMillis());
                    } catch (InterruptedException e) {
                        return;
                    }
                    terminal.err().println(messages.text("nightly.too_long", longest));
                    terminal.err().flush();
                    LogManager.getLogger(NightlyCommand.class).error("ended after {}", limit);
                    LogManager.shutdown();
                    Runtime.getRuntime().halt(ExitCode.INFRASTRUCTURE);
                },
                "max-runtime");
        watchdog.setDaemon(true);
        watchdog.start();
    }
}
