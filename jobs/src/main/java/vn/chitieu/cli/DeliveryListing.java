package vn.chitieu.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.FormatOption.Format;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.night.BulkStore;
import vn.chitieu.night.OfficeForms;
import vn.chitieu.notebook.terminal.TextRecords;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.FileCount;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.observation.ingest.RefusedDelivery;
import vn.chitieu.source.delivery.Deliveries;
import vn.chitieu.source.delivery.DeliveryReceipt;
import vn.chitieu.source.delivery.DeliveryRegistry;
import vn.chitieu.source.delivery.RegisteredDelivery;
import vn.chitieu.text.Texts;

/** The registered files and what became of each. */
record DeliveryListing(Terminal terminal, Texts messages, Path datasets, Path warehouse) {

    private static final List<String> COLUMNS = List.of(
            "delivery_id",
            "sender",
            "received",
            "published",
            "state",
            "delivered",
            "quarantined",
            "confirmed",
            "sha256",
            "file_name");

    /** Prints the listing and returns the exit code. */
    int print(Format format) throws IOException {
        TextRecords records = records();
        String text =
                switch (format) {
                    case TABLE -> records.table(terminal.columns());
                    case CSV -> records.csv();
                    case JSON -> records.json();
                };
        if (records.rows().isEmpty() && format == Format.TABLE) {
            terminal.out().println(messages.text("ingest.none", warehouse));
        } else {
            terminal.out().print(text);
        }
        return ExitCode.OK;
    }

    /** Returns the cells whose unusual figures a person confirmed, each with the reason. */
    private static String confirmed(DeliveryReceipt receipt) {
        return receipt.terms().confirmed().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
    }

    private TextRecords records() throws IOException {
        Codelists codelists = Codelists.read(datasets);
        Deliveries deliveries = Deliveries.of(datasets, DeliveryRegistry.of(warehouse));
        IngestResult ingest = Ingest.read(
                deliveries, codelists, OfficeForms.read(datasets, codelists), BulkStore.of(warehouse, datasets));
        Map<String, FileCount> counts = new HashMap<>();
        ingest.files().forEach(count -> counts.put(count.deliveryId(), count));
        List<String> refused =
                ingest.refused().stream().map(RefusedDelivery::id).toList();
        List<List<String>> rows = new ArrayList<>();
        for (RegisteredDelivery delivery : DeliveryRegistry.of(warehouse).listAll()) {
            DeliveryReceipt receipt = delivery.receipt();
            FileCount count = counts.get(delivery.id());
            String state = receipt.withdrawn().isPresent()
                    ? "withdrawn"
                    : refused.contains(delivery.id())
                            ? "refused"
                            : ingest.isLate(delivery.id())
                                    ? "late"
                                    : count != null && count.quarantined() > 0 ? "used_in_part" : "used";
            rows.add(List.of(
                    delivery.id(),
                    receipt.terms().sender(),
                    receipt.received().toString(),
                    receipt.publishedOrReceived().toString(),
                    messages.text("ingest.state." + state),
                    count == null ? "" : Integer.toString(count.delivered()),
                    count == null ? "" : Integer.toString(count.quarantined()),
                    receipt.withdrawn().orElseGet(() -> confirmed(receipt)),
                    receipt.sha256().substring(0, 12),
                    receipt.fileName()));
        }
        return new TextRecords(
                COLUMNS,
                COLUMNS.stream()
                        .map(name -> messages.text("ingest.column." + name))
                        .toList(),
                rows);
    }
}
