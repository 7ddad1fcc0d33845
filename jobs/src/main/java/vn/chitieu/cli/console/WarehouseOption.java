package vn.chitieu.cli.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.process.KnownWarehouses;
import vn.chitieu.cli.process.StoredFolder;
import vn.chitieu.text.Texts;

/** Where the data are and where results are kept: the same two options of every command. */
public final class WarehouseOption {

    private static final String DATASETS = "datasets";

    private final KnownWarehouses known = KnownWarehouses.ofMachine();

    @Option(names = "--datasets", paramLabel = "DIR", descriptionKey = "datasets")
    private @Nullable StoredFolder datasets;

    @Option(names = "--warehouse", paramLabel = "DIR", descriptionKey = "warehouse")
    private @Nullable StoredFolder warehouse;

    /** Returns the folder of the data: the one named, or that of the program. */
    public Path datasets() {
        return datasets == null ? shippedDatasets() : datasets.path();
    }

    /** Returns the folder of the data that the program ships. */
    public static Path shippedDatasets() {
        return Path.of(System.getProperty("chitieu.home", "."), DATASETS);
    }

    /**
     * Returns the folder of the data.
     *
     * @throws ConfigurationException if there is none
     */
    public Path existingDatasets(Texts messages) {
        Path folder = datasets();
        if (!Files.isDirectory(folder)) {
            throw new ConfigurationException(messages.text("error.no_datasets", folder));
        }
        return folder;
    }

    /**
     * Returns the warehouse and from now on writes the log into it.
     *
     * @throws ConfigurationException if a file stands in its place
     * @throws KnownWarehouses.WarehouseGoneException if it was there and is not, as where its disk is not mounted
     */
    public Warehouse open(Texts messages) {
        Warehouse opened = Warehouse.at(warehouse == null ? datasets().resolve("warehouse") : warehouse.path());
        if (Files.exists(opened.root()) && !Files.isDirectory(opened.root())) {
            throw new ConfigurationException(messages.text("error.warehouse_is_a_file", opened.root()));
        }
        known.require(opened.root(), messages);
        known.remember(opened.root());
        System.setProperty("chitieu.log.file", known.journal(opened.root()).toString());
        return opened;
    }

    /** Remembers the warehouse that a command may just have begun. */
    public void remember(Warehouse begun) {
        known.remember(begun.root());
    }

    /**
     * Returns a published run: the one of a name, or the current one.
     *
     * @throws ConfigurationException if there is none
     */
    public PublishedRun run(Texts messages, @Nullable String name) {
        Warehouse opened = open(messages);
        if (name == null) {
            return opened.current()
                    .orElseThrow(() -> new ConfigurationException(messages.text("error.no_run", opened.root())));
        }
        List<PublishedRun> runs = opened.runs();
        return runs.stream()
                .filter(candidate -> candidate.runId().text().equals(name))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(messages.text(
                        "error.unknown_run",
                        name,
                        String.join(
                                ", ", runs.stream().map(r -> r.runId().text()).toList()))));
    }
}
