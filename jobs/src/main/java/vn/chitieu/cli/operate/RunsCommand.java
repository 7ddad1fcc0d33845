package vn.chitieu.cli.operate;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunId;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.notebook.terminal.TextRecords;
import vn.chitieu.text.Texts;

/** Lists every run. */
@Command(name = "runs")
public final class RunsCommand implements Callable<Integer> {

    private static final List<String> COLUMNS =
            List.of("run_id", "as_of_date", "state", "finished_at", "bytes", "predecessor");

    @Mixin
    private ListingOptions listing = new ListingOptions();

    private final Terminal terminal;
    private final Texts messages;

    public RunsCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() {
        Warehouse warehouse = listing.where().open(messages);
        Optional<RunId> current = warehouse.pointed();
        Map<RunId, Optional<PublishedRun>> runs =
                new LinkedHashMap<>(); // each manifest is read once: there may be 1,000
        warehouse.runs().forEach(run -> runs.put(run.runId(), Optional.of(run)));
        warehouse.names().forEach(name -> runs.putIfAbsent(name, Optional.empty()));
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<RunId, Optional<PublishedRun>> named : runs.entrySet()) {
            RunId name = named.getKey();
            Optional<PublishedRun> run = named.getValue();
            String state = run.isEmpty() ? "damaged" : current.equals(Optional.of(name)) ? "current" : "good";
            rows.add(List.of(
                    name.text(),
                    name.asOf().toString(),
                    messages.text("runs.state." + state),
                    run.map(r -> r.manifest()
                                    .finishedAt()
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .toString())
                            .orElse(""),
                    run.map(r -> Long.toString(Listings.bytes(r))).orElse(""),
                    run.flatMap(r -> r.identity().predecessor())
                            .map(RunId::text)
                            .orElse("")));
        }
        TextRecords records = Listings.records(COLUMNS, "runs.column.", messages, rows);
        listing.print(
                terminal,
                messages,
                records,
                () -> rows.isEmpty()
                        ? messages.text("error.no_run", warehouse.root()) + "\n"
                        : records.table(terminal.columns(), "finished_at"));
        return ExitCode.OK;
    }
}
