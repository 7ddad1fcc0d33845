package vn.chitieu.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.chitieu.catalog.PublishedRun;
import vn.chitieu.catalog.Warehouse;
import vn.chitieu.notebook.MartReader;
import vn.chitieu.notebook.ShowTables;

/** Prints a table of a published run; Spark is not started. */
@Command(name = "show", mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TABLE", descriptionKey = "chitieu.show.what")
    private String what = "";

    @Option(names = "--run", paramLabel = "RUN", descriptionKey = "chitieu.show.run")
    private @Nullable String run;

    @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "chitieu.show.format")
    private String format = "table";

    @Option(names = "--programme", paramLabel = "ID", descriptionKey = "chitieu.show.programme")
    private @Nullable String programme;

    @Mixin
    private WarehouseOption where = new WarehouseOption();

    private final Terminal terminal;
    private final Messages messages;

    ShowCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() {
        PublishedRun published = published(where.open());
        MartReader marts = published::read;
        terminal.out().print(ShowTables.show(marts, what(), format(), Optional.ofNullable(programme), messages.language(), terminal.columns()));
        terminal.out().flush();
        return ExitCode.OK;
    }

    private PublishedRun published(Warehouse warehouse) {
        if (run == null) {
            return warehouse
                    .current()
                    .orElseThrow(() -> new ConfigurationException(messages.text("error.no_run", warehouse.root())));
        }
        List<PublishedRun> runs = warehouse.runs();
        return runs.stream()
                .filter(candidate -> candidate.runId().text().equals(run))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(messages.text(
                        "error.unknown_run",
                        run,
                        String.join(
                                ", ",
                                runs.stream().map(r -> r.runId().text()).toList()))));
    }
}
