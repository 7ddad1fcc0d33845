package vn.chitieu.cli.operate;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.night.RunClock;
import vn.chitieu.night.telemetry.OverdueDeliveries;
import vn.chitieu.notebook.terminal.TextRecords;
import vn.chitieu.source.delivery.DeliveryRegistry;
import vn.chitieu.text.Texts;

/** Says what is published, how old it is, and in what state the warehouse is. */
@Command(name = "status")
public final class StatusCommand implements Callable<Integer> {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final int MOST_NAMED = 5;

    @Mixin
    private ListingOptions listing = new ListingOptions();

    private final Terminal terminal;
    private final Texts messages;

    public StatusCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws IOException {
        Warehouse warehouse = listing.where().open(messages);
        PublishedRun run = listing.where().run(messages, null);
        DeliveryRegistry registry = DeliveryRegistry.of(warehouse.root());
        LocalDate today = RunClock.now().atZone(OFFICE).toLocalDate();
        long good = warehouse.runs().size();
        List<List<String>> rows = new ArrayList<>();
        row(rows, "run_id", run.runId());
        row(rows, "as_of_date", run.manifest().asOfDate());
        row(rows, "age_days", ChronoUnit.DAYS.between(run.manifest().asOfDate(), today));
        row(rows, "finished_at", run.manifest().finishedAt().truncatedTo(ChronoUnit.SECONDS));
        run.manifest().counts().forEach((name, count) -> row(rows, name, count));
        deliveries(rows, run, today);
        row(rows, "runs", good);
        row(rows, "damaged_runs", warehouse.names().size() - good);
        row(rows, "received_files", registry.list().size());
        row(rows, "withdrawn_files", registry.listAll().size() - registry.list().size());
        DurableFiles.freeBytes(warehouse.root()).ifPresent(bytes -> row(rows, "free_bytes", bytes));
        TextRecords records = Listings.records(List.of("name", "value"), "status.column.", messages, rows);
        listing.print(terminal, messages, records, () -> Listings.records(
                        List.of("name", "value"), "status.column.", messages, labelled(rows))
                .table(terminal.columns()));
        return ExitCode.OK;
    }

    /** Says what is overdue today, the longest first, and what is due next. */
    private void deliveries(List<List<String>> rows, PublishedRun run, LocalDate today) {
        List<Map.Entry<String, Long>> overdue = OverdueDeliveries.days(run, today).entrySet().stream()
                .filter(delivery -> delivery.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        row(rows, "overdue_deliveries", overdue.size());
        overdue.stream()
                .limit(MOST_NAMED)
                .forEach(delivery ->
                        row(rows, "overdue", messages.text("status.days", delivery.getKey(), delivery.getValue())));
        OverdueDeliveries.next(run, today)
                .ifPresent(next -> row(rows, "next_due", next.day() + ": " + String.join(", ", next.names())));
    }

    private List<List<String>> labelled(List<List<String>> rows) {
        return rows.stream()
                .map(row -> List.of(messages.text("status." + row.get(0)), row.get(1)))
                .toList();
    }

    private static void row(List<List<String>> rows, String name, Object value) {
        rows.add(List.of(name, Objects.toString(value)));
    }
}
