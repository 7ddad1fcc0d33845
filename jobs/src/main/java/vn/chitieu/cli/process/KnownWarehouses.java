package vn.chitieu.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.text.Texts;

/**
 * Which warehouses there are on this machine, told by one file each that lies outside of them: where a disk is not
 * mounted its warehouse seems never to have been, and a first run would be published on the disk below.
 */
public final class KnownWarehouses {

    /** What a warehouse has after the first file was received or the first run begun. */
    private static final List<String> MARKS = List.of("current.json", "runs", "delivery", "lock");

    private final Optional<Path> folder;

    private KnownWarehouses(Optional<Path> folder) {
        this.folder = folder;
    }

    /** A warehouse was at a place and is not there; trying again after it was mounted is safe. */
    public static final class WarehouseGoneException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WarehouseGoneException(String message) {
            super(message);
        }
    }

    /** Returns those that the launcher keeps a folder for; without one nothing is remembered. */
    public static KnownWarehouses ofMachine() {
        @Nullable String state = System.getProperty("chitieu.state");
        return new KnownWarehouses(
                state == null || state.isBlank()
                        ? Optional.empty()
                        : Optional.of(Path.of(state).resolve("warehouse")));
    }

    /**
     * Checks that a warehouse that was there is there.
     *
     * @param root of the warehouse, absolute
     * @throws WarehouseGoneException if it is not; the message names the file to delete where that was meant
     */
    public void require(Path root, Texts messages) {
        Optional<Path> known = file(root).filter(Files::exists);
        if (known.isPresent() && !isWarehouse(root)) {
            throw new WarehouseGoneException(messages.text("error.warehouse_gone", root, known.get()));
        }
    }

    /** Remembers a warehouse from now on, if there is one. */
    public void remember(Path root) {
        Optional<Path> file = file(root);
        if (file.isEmpty() || Files.exists(file.get()) || !isWarehouse(root)) {
            return;
        }
        try {
            Files.createDirectories(file.get().resolveSibling("."));
            DurableFiles.replace(file.get(), (root + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException | UncheckedIOException e) {
            LogManager.getLogger(KnownWarehouses.class)
                    .warn("not remembered, so that nobody is warned where {} is not mounted: {}", root, e.toString());
        }
    }

    /**
     * Returns the journal of a warehouse: in it, or, where it is not of this machine, beside what is kept of it here,
     * for a journal is written line by line by whoever runs.
     */
    public Path journal(Path root) {
        if (DurableFiles.isOfThisMachine(root)) {
            return root.resolve("log/chitieu.jsonl");
        }
        return folder.map(known -> known.resolveSibling("log"))
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")))
                .resolve("chitieu-" + Sha256.of(root.toString()).substring(0, 8) + ".jsonl");
    }

    private Optional<Path> file(Path root) {
        return folder.map(known -> known.resolve(Sha256.of(root.toString())));
    }

    private static boolean isWarehouse(Path root) {
        return MARKS.stream().anyMatch(mark -> Files.exists(root.resolve(mark)));
    }
}
