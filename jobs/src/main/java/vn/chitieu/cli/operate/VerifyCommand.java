package vn.chitieu.cli.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.chitieu.catalog.run.DamagedRunException;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunId;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.PagesOption;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.cli.console.WarehouseOption;
import vn.chitieu.notebook.Dissemination;
import vn.chitieu.notebook.NotebookExport;
import vn.chitieu.source.delivery.DeliveryRegistry;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Texts;

/** Reads again what is published and what was received. */
@Command(name = "verify")
public final class VerifyCommand implements Callable<Integer> {

    private static final int MOST_NAMED = 5;

    @Option(names = "--all", descriptionKey = "chitieu.verify.all")
    private boolean all;

    @Mixin
    private PagesOption pages = new PagesOption();

    @Mixin
    private WarehouseOption where = new WarehouseOption();

    private final Terminal terminal;
    private final Texts messages;
    private int damaged;

    public VerifyCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() {
        Warehouse warehouse = where.existing(messages);
        Set<RunId> names = new LinkedHashSet<>();
        check(() -> verifyCurrent(warehouse, names));
        if (all) {
            names.addAll(warehouse.names());
        }
        for (RunId name : names) {
            check(() -> verifyRun(warehouse, name));
        }
        check(() -> {
            for (LocalizedText damage : DeliveryRegistry.of(warehouse.root()).damage()) {
                complain(messages.text("verify.received", damage));
            }
        });
        check(() -> verifyPages(warehouse));
        if (damaged > 0) {
            return ExitCode.INFRASTRUCTURE;
        }
        terminal.out().println(messages.text(names.size() == 1 ? "verify.ok.one" : "verify.ok", names.size()));
        return ExitCode.OK;
    }

    /** Checks one part; a file of it that cannot be read is damage, and no reason to leave the other parts unread. */
    private void check(Check part) {
        try {
            part.run();
        } catch (IOException e) {
            complain(messages.text("verify.unreadable", e));
        } catch (UncheckedIOException e) {
            complain(messages.text("verify.unreadable", Objects.toString(e.getMessage())));
        }
    }

    /** Checks the pointer and what lies in its name, and names the runs to read: the current one and that before. */
    private void verifyCurrent(Warehouse warehouse, Set<RunId> names) throws IOException {
        try {
            Optional<PublishedRun> current = warehouse.current();
            if (current.isPresent()) {
                names.add(current.get().runId());
                current.get().identity().predecessor().filter(warehouse::has).ifPresent(names::add);
                List<String> stray = warehouse.strayCopies(current.get());
                if (!stray.isEmpty()) {
                    complain(messages.text("verify.mart", String.join(", ", stray)));
                }
            } else if (!warehouse.names().isEmpty()) {
                complain(messages.text("verify.no_pointer"));
            }
        } catch (DamagedRunException e) {
            complain(e.message(messages.language()));
            warehouse.pointed().ifPresent(names::add);
        }
    }

    private void verifyRun(Warehouse warehouse, RunId name) {
        Optional<DamagedRunException> damage = warehouse.damageOf(name);
        if (damage.isPresent()) {
            complain(damage.get().message(messages.language()));
        } else {
            terminal.out().println(messages.text("verify.whole", name));
        }
    }

    private void verifyPages(Warehouse warehouse) throws IOException {
        Path folder = pages.pages(warehouse);
        boolean isUsual = folder.equals(new PagesOption().pages(warehouse));
        String command = isUsual ? "chitieu export" : "chitieu export --out " + folder;
        Optional<List<String>> changed = Dissemination.damaged(folder);
        if (changed.isPresent() && !changed.get().isEmpty()) {
            List<String> first = changed.get().stream().limit(MOST_NAMED).toList();
            complain(messages.text("verify.pages", folder, changed.get().size(), String.join(", ", first), command));
        } else if (changed.isPresent()) {
            terminal.out().println(messages.text("verify.pages_whole", folder));
        } else if (!isUsual || Files.exists(folder.resolve(NotebookExport.PAGE))) {
            complain(messages.text("verify.pages_unfinished", folder, command));
        }
    }

    private void complain(String what) {
        damaged++;
        terminal.err().println(messages.text("verify.damaged", what));
    }

    /** One part of what is read again. */
    private interface Check {

        void run() throws IOException;
    }
}
