package vn.chitieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.chitieu.cli.console.ConfigurationException;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.night.BulkIngest;
import vn.chitieu.observation.bulk.BulkResult;
import vn.chitieu.source.table.Vocabulary;
import vn.chitieu.text.Texts;

/** Validates and stores, by Spark, a file or folder that is larger than what a night holds in its memory. */
final class BulkReception {

    @Option(names = "--bulk", descriptionKey = "chitieu.ingest.bulk")
    private boolean isBulk;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "chitieu.ingest.out")
    private @Nullable Path out;

    @Option(names = "--vocabulary", paramLabel = "source|own", descriptionKey = "chitieu.ingest.vocabulary")
    private String vocabulary = "source";

    /** Returns whether this was asked for. */
    boolean isAskedFor() {
        return isBulk;
    }

    /** Validates and stores one file and returns the exit code. */
    int receive(
            Terminal terminal,
            Texts messages,
            Path datasets,
            List<Path> files,
            Optional<String> sender,
            Optional<LocalDate> day)
            throws IOException {
        if (files.size() != 1 || out == null) {
            throw new ConfigurationException(messages.text("error.bulk_files"));
        }
        Path file = files.get(0).toAbsolutePath().normalize();
        if (!Files.isReadable(file)) {
            throw new ConfigurationException(messages.text("error.bulk_missing", file));
        }
        String id = deliveryId(messages, file, sender, day);
        Vocabulary words =
                switch (vocabulary) {
                    case "source" -> Vocabulary.SOURCE;
                    case "own" -> Vocabulary.OWN;
                    default -> throw new ConfigurationException(messages.text("error.vocabulary", vocabulary));
                };
        terminal.progress(messages.text("progress.bulk", file.getFileName()));
        BulkResult result = BulkIngest.run(id, file, words, datasets, out);
        terminal.out()
                .println(messages.text(
                        "ingest.bulk", id, result.delivered(), result.accepted(), result.quarantined(), out));
        result.quarantinedByRule()
                .forEach((rule, rows) -> terminal.err().println(messages.text("ingest.bulk_rule", rule, rows)));
        if (result.accepted() == 0) {
            return ExitCode.NOTHING_USABLE;
        }
        return result.quarantined() == 0 ? ExitCode.OK : ExitCode.PUBLISHED_WITH_REFUSALS;
    }

    /** The folder of a delivery names its sender and day; elsewhere the user does. */
    private static String deliveryId(
            Texts messages, Path file, Optional<String> sender, Optional<LocalDate> published) {
        Optional<Path> folder = Optional.ofNullable(file.getParent());
        Optional<LocalDate> day = published.or(() -> folder.flatMap(BulkReception::day));
        Optional<String> from = sender.or(() -> folder.filter(f -> day(f).isPresent())
                .map(Path::getParent)
                .map(agency -> String.valueOf(agency.getFileName())));
        if (day.isEmpty() || from.isEmpty()) {
            throw new ConfigurationException(messages.text("error.bulk_sender", file.getFileName()));
        }
        return from.get() + "/" + day.get();
    }

    private static Optional<LocalDate> day(Path folder) {
        try {
            return Optional.of(LocalDate.parse(String.valueOf(folder.getFileName())));
        } catch (DateTimeException e) {
            return Optional.empty(); // a folder of any other name is no delivery's
        }
    }
}
