package vn.chitieu.cli.operate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.Retention;
import vn.chitieu.catalog.run.RunId;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.console.ChangeOptions;
import vn.chitieu.cli.console.ConfigurationException;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.text.Texts;

/** Removes old runs. */
@Command(name = "prune")
public final class PruneCommand implements Callable<Integer> {

    @Option(names = "--keep", paramLabel = "N", required = true, descriptionKey = "chitieu.prune.keep")
    private int keep = 1;

    @Option(names = "--keep-monthly", descriptionKey = "chitieu.prune.keep-monthly")
    private boolean isMonthly;

    @Option(names = "--damaged", descriptionKey = "chitieu.prune.damaged")
    private boolean isDamagedToo;

    @Option(names = "--dry-run", descriptionKey = "chitieu.prune.dry-run")
    private boolean dryRun;

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    private final Terminal terminal;
    private final Texts messages;

    public PruneCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws IOException {
        if (keep < 1) {
            throw new ConfigurationException(messages.text("error.keep", keep));
        }
        Warehouse warehouse = change.where().existing(messages);
        try (RunLock lock = change.lock(warehouse, "prune", messages)) {
            warehouse.cleanUp(lock);
            List<RunId> removed = new ArrayList<>();
            long bytes = 0;
            for (PublishedRun run : new Retention(keep, isMonthly).superfluous(warehouse)) {
                removed.add(run.runId());
                bytes += Listings.bytes(run);
            }
            if (isDamagedToo) {
                warehouse.names().stream()
                        .filter(name -> !removed.contains(name))
                        .filter(name -> !warehouse.pointed().equals(Optional.of(name)))
                        .filter(name -> !warehouse.isWhole(name))
                        .forEach(removed::add);
            }
            for (RunId run : removed) {
                if (!dryRun) {
                    warehouse.remove(lock, run);
                }
                terminal.out().println("  " + run);
            }
            terminal.out()
                    .println(messages.text(
                            dryRun ? "prune.would" : "prune.done",
                            removed.size(),
                            bytes,
                            warehouse.names().size() - (dryRun ? removed.size() : 0)));
            return ExitCode.OK;
        }
    }
}
