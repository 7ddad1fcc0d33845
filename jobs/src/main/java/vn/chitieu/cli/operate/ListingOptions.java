package vn.chitieu.cli.operate;

import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import vn.chitieu.cli.console.FormatOption;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.cli.console.WarehouseOption;
import vn.chitieu.notebook.terminal.TextRecords;
import vn.chitieu.text.Texts;

/** What is listed of which warehouse, and how: the same options of every listing. */
final class ListingOptions {

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private WarehouseOption where = new WarehouseOption();

    WarehouseOption where() {
        return where;
    }

    /** Prints records in the form asked for; for a person as {@code table} writes them. */
    void print(Terminal terminal, Texts messages, TextRecords records, Supplier<String> table) {
        Listings.print(terminal, format.of(messages), records, table);
    }
}
