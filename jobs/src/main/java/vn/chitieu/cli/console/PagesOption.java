package vn.chitieu.cli.console;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.process.StoredFolder;

/** Where pages are written: the same option of every command that publishes. */
public final class PagesOption {

    /** Where the pages are written in a warehouse, unless another place is named. */
    public static final String USUAL = "export";

    @Option(names = "--export", paramLabel = "DIR", descriptionKey = "chitieu.nightly.export")
    private @Nullable StoredFolder export;

    /** Returns the folder of the pages. */
    public Path pages(Warehouse warehouse) {
        return export == null ? warehouse.root().resolve(USUAL) : export.path();
    }
}
