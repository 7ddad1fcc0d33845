package vn.chitieu.cli;

import vn.chitieu.cli.console.Terminal;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.text.Texts;

/** Tells a person which deliveries a command goes without. */
final class RefusedDeliveries {

    private RefusedDeliveries() {}

    /** Writes a line to the error stream for each delivery that was refused, with the reason. */
    static void print(IngestResult ingest, Terminal terminal, Texts messages) {
        ingest.refused().forEach(refused -> terminal.err()
                .println(messages.text(
                        refused.isCopyUsed() ? "nightly.refused_copy_used" : "nightly.refused",
                        refused.id(),
                        refused.message().in(messages.language()))));
    }
}
