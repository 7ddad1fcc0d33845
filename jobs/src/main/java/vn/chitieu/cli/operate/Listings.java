package vn.chitieu.cli.operate;

import java.util.List;
import java.util.function.Supplier;
import vn.chitieu.catalog.run.PublishedFile;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunId;
import vn.chitieu.cli.console.FormatOption.Format;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.notebook.terminal.TextRecords;
import vn.chitieu.text.Texts;

/** What the listings of operators have in common. */
final class Listings {

    private Listings() {}

    static long bytes(PublishedRun run) {
        return run.manifest().allFiles().stream()
                .mapToLong(PublishedFile::bytes)
                .sum();
    }

    static String names(List<RunId> names) {
        return String.join(", ", names.stream().map(RunId::text).toList());
    }

    /** Prints records in a form; for a person as {@code table} writes them. */
    static void print(Terminal terminal, Format format, TextRecords records, Supplier<String> table) {
        terminal.out()
                .print(
                        switch (format) {
                            case TABLE -> table.get();
                            case CSV -> records.csv();
                            case JSON -> records.json();
                        });
    }

    static TextRecords records(List<String> names, String prefix, Texts messages, List<List<String>> rows) {
        return new TextRecords(
                names, names.stream().map(name -> messages.text(prefix + name)).toList(), rows);
    }
}
