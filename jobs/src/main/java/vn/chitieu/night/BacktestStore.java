package vn.chitieu.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.table.ParquetTables;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.mart.MartTables;
import vn.chitieu.text.Words;

/**
 * The last backtest of each as-of date in a warehouse: {@code backtest/<as-of>.parquet}, replaced whole by the next one
 * of that date. A night publishes the latest that looks no further than it does itself.
 */
public final class BacktestStore {

    private static final Words WORDS = Words.of("night");

    private static final String ENDING = ".parquet";

    private final Path folder;

    private BacktestStore(Path folder) {
        this.folder = folder;
    }

    public static BacktestStore of(Warehouse warehouse) {
        return new BacktestStore(warehouse.root().resolve("backtest"));
    }

    /**
     * One backtest.
     *
     * @param evaluatedOn its as-of date
     * @param sha256 of the file: tells this backtest from any other, as an input of a run
     */
    public record Stored(LocalDate evaluatedOn, String sha256, Table table) {}

    /**
     * Returns where the backtest was written to.
     *
     * @param lock held while writing
     */
    public Path write(RunLock lock, Table table, LocalDate evaluatedOn) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(evaluatedOn + ENDING);
        ParquetTables.write(table, file);
        return file;
    }

    /**
     * Returns the latest backtest of an as-of date that is not after a day; nothing if another version of the program
     * wrote a file that this one cannot read, which the log states.
     */
    public Optional<Stored> latest(LocalDate asOf) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Optional<LocalDate> last;
        try (Stream<Path> files = Files.list(folder)) {
            last = files.flatMap(file -> day(file).stream())
                    .filter(day -> !day.isAfter(asOf))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to list " + folder + " but was " + e, e);
        }
        return last.flatMap(this::read);
    }

    private Optional<Stored> read(LocalDate day) {
        Path file = folder.resolve(day + ENDING);
        try {
            String sum = Sha256.ofFile(file);
            Table table = ParquetTables.read(file, MartTables.FORECAST_EVALUATION);
            if (!sum.equals(Sha256.ofFile(file))) {
                throw new UncheckedIOException(
                        new IOException(WORDS.text("input_changing", file).en()));
            }
            return Optional.of(new Stored(day, sum, table));
        } catch (DataException e) {
            LogManager.getLogger(BacktestStore.class)
                    .warn("Expecting a backtest of this version; run backtest again: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(Path file) {
        String name = file.getFileName().toString();
        if (!name.endsWith(ENDING)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(name.substring(0, name.length() - ENDING.length())));
        } catch (DateTimeException e) {
            return Optional.empty(); // the unfinished file of a backtest that died
        }
    }
}
