package vn.chitieu.cli.console;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.process.KnownWarehouses;
import vn.chitieu.cli.process.Secrets;
import vn.chitieu.cli.process.StoredFolder;
import vn.chitieu.text.Texts;

/** Where the data are and where results are kept: the same two options of every command. */
public final class WarehouseOption {

    /** Where the results of a data folder are kept in it, unless another place is named. */
    public static final String USUAL = "warehouse";

    private static final String DATASETS = "datasets";

    /** A delivery lies three folders below its data. */
    private static final int DEEPEST = 4;

    private final KnownWarehouses known = KnownWarehouses.ofMachine();

    @Option(names = "--datasets", paramLabel = "DIR", descriptionKey = "datasets")
    private @Nullable StoredFolder datasets;

    @Option(names = "--warehouse", paramLabel = "DIR", descriptionKey = "warehouse")
    private @Nullable StoredFolder warehouse;

    /** Returns the folder of the data: the one named, or that of the program. */
    public Path datasets() {
        return datasets == null ? shippedDatasets() : datasets.path();
    }

    /** Returns the options of this call, each after a space, for another one about the same folders. */
    public String again() {
        return again("--datasets", datasets) + again("--warehouse", warehouse);
    }

    private static String again(String name, @Nullable StoredFolder folder) {
        if (folder == null) {
            return "";
        }
        boolean isOfMachine = folder.path().getFileSystem().equals(FileSystems.getDefault());
        String text = isOfMachine
                ? folder.path().toString()
                : Secrets.masked(folder.path().toUri().toString());
        return " " + name + " " + CommandWord.of(text);
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
     * Returns the folder of the data that a file of it is judged by: the one named, or that which the file lies in.
     *
     * @throws ConfigurationException if there is none
     */
    public Path datasetsOf(Path file, Texts messages) {
        Path above = file.toAbsolutePath().getParent();
        for (int i = 0; datasets == null && above != null && i < DEEPEST; i++) {
            if (Files.isRegularFile(above.resolve("codelist").resolve("CL_AREA.csv"))) {
                return above;
            }
            above = above.getParent();
        }
        return existingDatasets(messages);
    }

    /**
     * Returns the warehouse and from now on writes the log into it, where it is there: who only reads makes nothing of
     * a name that was mistyped.
     *
     * @throws ConfigurationException if a file stands in its place
     * @throws KnownWarehouses.WarehouseGoneException if it was there and is not, as where its disk is not mounted
     */
    public Warehouse open(Texts messages) {
        Warehouse opened = Warehouse.at(warehouse == null ? datasets().resolve(USUAL) : warehouse.path());
        if (Files.exists(opened.root()) && !Files.isDirectory(opened.root())) {
            throw new ConfigurationException(messages.text("error.warehouse_is_a_file", opened.root()));
        }
        known.require(opened.root(), messages);
        known.remember(opened.root());
        if (Files.isDirectory(opened.root())) {
            writeLog(opened);
        }
        return opened;
    }

    /**
     * Returns the same for a command that has nothing to do where there is none.
     *
     * @throws ConfigurationException if nothing was ever published there, as in a name that was mistyped
     */
    public Warehouse existing(Texts messages) {
        Warehouse opened = open(messages);
        if (!Files.isDirectory(opened.root())) {
            throw new ConfigurationException(messages.text("error.no_run", opened.root()));
        }
        return opened;
    }

    /**
     * Returns the same for a command that begins a warehouse where there is none, and says so where its log cannot be
     * written; who only reads may be one who has no right to.
     */
    public Warehouse begin(Terminal terminal, Texts messages) {
        Warehouse opened = open(messages);
        writeLog(opened).ifPresent(failure -> terminal.err()
                .println(messages.text("error.journal", known.journal(opened.root()), failure.toString())));
        return opened;
    }

    /** Writes the log into a warehouse from now on, unless that fails; Log4j would tell so at length. */
    private Optional<IOException> writeLog(Warehouse opened) {
        Path journal = known.journal(opened.root());
        try {
            Files.createDirectories(Objects.requireNonNull(journal.getParent()));
            Files.newOutputStream(journal, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
        } catch (IOException e) {
            System.clearProperty("chitieu.log.file");
            return Optional.of(e);
        }
        System.setProperty("chitieu.log.file", journal.toString());
        return Optional.empty();
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
