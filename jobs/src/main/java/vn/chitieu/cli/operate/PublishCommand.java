package vn.chitieu.cli.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunId;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.UnfinishedPublicationException;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.console.ChangeOptions;
import vn.chitieu.cli.console.ConfigurationException;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.PagesOption;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.notebook.Dissemination;
import vn.chitieu.notebook.page.PageScripts;
import vn.chitieu.notebook.rows.ProgrammeMarts;
import vn.chitieu.text.Texts;

/** Makes a run of before the one that readers see. */
@Command(name = "publish")
public final class PublishCommand implements Callable<Integer> {

    @Option(names = "--run", paramLabel = "RUN", required = true, descriptionKey = "chitieu.publish.run")
    private String run = "";

    @Mixin
    private PagesOption pages = new PagesOption();

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    private final Terminal terminal;
    private final Texts messages;

    public PublishCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() {
        Warehouse warehouse = change.where().existing(messages);
        RunId name = warehouse.names().stream()
                .filter(known -> known.text().equals(run))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        messages.text("error.unknown_run", run, Listings.names(warehouse.names()))));
        try (RunLock lock = change.lock(warehouse, "publish", messages)) {
            PublishedRun published = warehouse.require(name).orElseThrow();
            warehouse.goBackTo(lock, published);
            terminal.out().println(messages.text("publish.done", name));
            try (ProgrammeMarts marts = ProgrammeMarts.of(published)) {
                Dissemination.write(
                        published.manifestSha256(),
                        marts,
                        change.where().datasets().resolve("template"),
                        pages.pages(warehouse),
                        PageScripts.BESIDE);
                return ExitCode.OK;
            } catch (DataException e) {
                terminal.err().println(messages.text("publish.no_pages", name, e.message(messages.language())));
                return ExitCode.PUBLISHED_WITH_REFUSALS;
            } catch (IOException | UncheckedIOException e) {
                throw new UnfinishedPublicationException(name, e);
            }
        }
    }
}
