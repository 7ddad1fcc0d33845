package vn.chitieu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import vn.chitieu.catalog.ParquetTables;
import vn.chitieu.catalog.RunLock;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.Table;
import vn.chitieu.catalog.Warehouse;
import vn.chitieu.mart.MartTables;

/**
 * The last backtest of each as-of date in a warehouse: {@code backtest/<as-of>.parquet}, replaced whole by the next one
 * of that date. A night publishes the latest that looks no further than it does itself.
 */
final class BacktestStore {

    private static final String ENDING = ".parquet";

    private final Path folder;

    private BacktestStore(Path folder) {
        this.folder = folder;
    }

    static BacktestStore of(Warehouse warehouse) {
        return new BacktestStore(warehouse.root().resolve("backtest"));
    }

    /**
     * One backtest.
     *
     * @param evaluatedOn its as-of date
     */
    record Stored(LocalDate evaluatedOn, Path file) {

        Table table() {
            return ParquetTables.read(file, MartTables.FORECAST_EVALUATION);
        }

        /** Returns what tells this backtest from any other, as an input of a run. */
        String sha256() {
            return Sha256.ofFile(file);
        }
    }

    /**
     * Returns where the backtest was written to.
     *
     * @param lock held while writing
     */
    Path write(RunLock lock, Table table, LocalDate evaluatedOn) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(evaluatedOn + ENDING);
        ParquetTables.write(table, file);
        return file;
    }

    /** Returns the latest backtest of an as-of date that is not after a day. */
    Optional<Stored> latest(LocalDate asOf) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> stored(file).stream())
                    .filter(stored -> !stored.evaluatedOn().isAfter(asOf))
                    .max(Comparator.comparing(Stored::evaluatedOn));
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to list " + folder + " but was " + e, e);
        }
    }

    private static Optional<Stored> stored(Path file) {
        String name = file.getFileName().toString();
        if (!name.endsWith(ENDING)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Stored(LocalDate.parse(name.substring(0, name.length() - ENDING.length())), file));
        } catch (DateTimeException e) {
            return Optional.empty(); // an unfinished file of a backtest that died
        }
    }
}
