package vn.chitieu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Option;
import vn.chitieu.cli.console.ConfigurationException;
import vn.chitieu.cli.console.DataFolders;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.night.BulkStore;
import vn.chitieu.night.RunClock;
import vn.chitieu.observation.bulk.BulkResult;
import vn.chitieu.source.delivery.DeliveryRegistry;
import vn.chitieu.source.delivery.DeliveryTerms;
import vn.chitieu.source.delivery.RegisteredDelivery;
import vn.chitieu.source.delivery.Registration;
import vn.chitieu.text.Texts;

/** Receives a file or folder of any number of rows, which Spark judges before it is registered. */
final class BulkReception {

    @Option(names = "--bulk", descriptionKey = "chitieu.ingest.bulk")
    private boolean isBulk;

    @Option(names = "--vocabulary", paramLabel = "source|own", descriptionKey = "chitieu.ingest.vocabulary")
    private String vocabulary = "source";

    /** Returns whether this was asked for. */
    boolean isAskedFor() {
        return isBulk;
    }

    /** Receives one file or folder and returns the exit code. */
    int receive(
            Terminal terminal,
            Texts messages,
            DataFolders folders,
            List<Path> files,
            Optional<String> sender,
            Optional<LocalDate> published)
            throws IOException {
        Path warehouse = folders.warehouse();
        if (files.size() != 1) {
            throw new ConfigurationException(messages.text("error.bulk_files"));
        }
        Path file = files.get(0).toAbsolutePath().normalize();
        if (!Files.isReadable(file)) {
            throw new ConfigurationException(messages.text("error.bulk_missing", file));
        }
        if (!warehouse.getFileSystem().equals(FileSystems.getDefault())) {
            throw new ConfigurationException(messages.text("error.bulk_disk", warehouse.toUri()));
        }
        if (sender.isEmpty()) {
            throw new ConfigurationException(messages.text("error.bulk_sender", file.getFileName()));
        }
        DeliveryTerms terms = new DeliveryTerms(form(messages), sender.get(), published);
        BulkStore store = BulkStore.of(warehouse, folders.datasets());
        DeliveryRegistry registry = DeliveryRegistry.of(warehouse);
        terminal.progress(messages.text("progress.bulk", file.getFileName()));
        AtomicLong heldBack = new AtomicLong();
        Registration registration = registry.registerBulk(file, terms, RunClock.now(), delivery -> {
            try {
                BulkResult result = store.judge(delivery);
                tell(terminal, messages, delivery, result);
                store.requireUsable(registry, delivery, result);
                heldBack.set(result.quarantined());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        if (registration.isNew()) {
            terminal.out().println(messages.text("ingest.next", folders.again()));
            return heldBack.get() == 0 ? ExitCode.OK : ExitCode.PUBLISHED_WITH_REFUSALS;
        }
        String id = registry.id(registration.receipt());
        Optional<String> withdrawn = registration.receipt().withdrawn();
        terminal.out()
                .println(
                        withdrawn.isPresent()
                                ? messages.text(
                                        "ingest.is_withdrawn", file.getFileName(), id, withdrawn.get(), folders.again())
                                : messages.text(
                                        registration.isMended() ? "ingest.mended" : "ingest.same",
                                        file.getFileName(),
                                        id));
        return ExitCode.OK;
    }

    private String form(Texts messages) {
        return switch (vocabulary) {
            case "source" -> DeliveryTerms.BULK;
            case "own" -> DeliveryTerms.BULK_OWN;
            default -> throw new ConfigurationException(messages.text("error.vocabulary", vocabulary));
        };
    }

    private static void tell(Terminal terminal, Texts messages, RegisteredDelivery delivery, BulkResult result) {
        terminal.out()
                .println(messages.text(
                        "ingest.bulk", delivery.id(), result.delivered(), result.accepted(), result.quarantined()));
        result.quarantinedByRule()
                .forEach((rule, rows) -> terminal.err().println(messages.text("ingest.bulk_rule", rule, rows)));
    }
}
