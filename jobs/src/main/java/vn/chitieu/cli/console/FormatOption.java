package vn.chitieu.cli.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.notebook.terminal.TableText;
import vn.chitieu.text.Texts;

/** How a listing is written: the same option of every command. */
public final class FormatOption {

    @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "format")
    private String format = "table";

    /** A form of a listing. */
    public enum Format {
        TABLE,
        CSV,
        JSON
    }

    /**
     * Returns the form asked for.
     *
     * @throws ConfigurationException if there is none of that name
     */
    public Format of(Texts messages) {
        return Arrays.stream(Format.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(format))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(messages.text("error.unknown_format", format)));
    }

    /** Returns a table in the form asked for; for a person as {@code listing} writes it. */
    public String text(Texts messages, Table table, Supplier<String> listing) {
        return switch (of(messages)) {
            case TABLE -> listing.get();
            case CSV -> TableText.csv(table);
            case JSON -> TableText.json(table);
        };
    }
}
