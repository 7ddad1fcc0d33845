package vn.chitieu.projection.dense;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.chitieu.catalog.CsvFile;
import vn.chitieu.catalog.DataException;
import vn.chitieu.projection.distribution.ErrorQuantiles;
import vn.chitieu.text.Words;

/**
 * A folder with an office's own pooled tables: {@code scale_coefficients.csv} and {@code quantiles.csv}, with the same
 * columns as the shipped ones. What else belongs to the tables stays as shipped.
 */
public final class PooledTableFiles {

    private static final Words WORDS = Words.of("projection");

    private static final String COEFFICIENTS = "scale_coefficients.csv";
    private static final String QUANTILES = "quantiles.csv";

    private PooledTableFiles() {}

    /**
     * Returns the tables of a folder.
     *
     * @param shipped the rest of the tables
     * @throws DataException if a file is missing, lacks a column, or holds no such table
     */
    public static PooledTables read(Path folder, PooledTables shipped) {
        Path coefficients = folder.resolve(COEFFICIENTS);
        Path quantiles = folder.resolve(QUANTILES);
        List<double[]> byPoint = rows(coefficients, PooledTables.COEFFICIENT_COLUMNS);
        List<double[]> byProbability = rows(quantiles, PooledTables.QUANTILE_COLUMNS);
        return shipped.withErrorDistribution(
                table(coefficients, byPoint), quantiles(quantiles, column(byProbability, 0), column(byProbability, 1)));
    }

    private static CutoffTable table(Path file, List<double[]> rows) {
        double[][] numbers =
                rows.stream().map(row -> Arrays.copyOfRange(row, 1, row.length)).toArray(double[][]::new);
        try {
            return new CutoffTable(column(rows, 0), numbers);
        } catch (IllegalArgumentException e) {
            throw new DataException(file + ": " + e.getMessage(), e);
        }
    }

    private static ErrorQuantiles quantiles(Path file, double[] probabilities, double[] quantiles) {
        try {
            return new ErrorQuantiles(probabilities, quantiles);
        } catch (IllegalArgumentException e) {
            throw new DataException(file + ": " + e.getMessage(), e);
        }
    }

    private static List<double[]> rows(Path file, List<String> columns) {
        List<double[]> rows = new ArrayList<>();
        CsvFile.forEach(
                file,
                columns,
                row -> rows.add(columns.stream()
                        .mapToDouble(column -> row.number(column)
                                .orElseThrow(() -> row.refused(column, WORDS.text("expected.number"))))
                        .toArray()));
        return rows;
    }

    private static double[] column(List<double[]> rows, int index) {
        return rows.stream().mapToDouble(row -> row[index]).toArray();
    }

    /**
     * Writes the two files, so that {@link #read} returns the same tables to the last digit.
     *
     * @param folder made if it is not there
     */
    public static void write(Path folder, PooledTables tables) throws IOException {
        Files.createDirectories(folder);
        List<double[]> byPoint = tables.scaleCoefficients().rowsWithPoints();
        double[] probabilities = tables.errors().probabilities();
        double[] quantiles = tables.errors().quantiles();
        List<double[]> byProbability = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            byProbability.add(new double[] {probabilities[i], quantiles[i]});
        }
        write(folder.resolve(COEFFICIENTS), PooledTables.COEFFICIENT_COLUMNS, byPoint);
        write(folder.resolve(QUANTILES), PooledTables.QUANTILE_COLUMNS, byProbability);
    }

    private static void write(Path file, List<String> columns, List<double[]> rows) throws IOException {
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8)) {
            writer.writeRecord(columns);
            for (double[] row : rows) {
                writer.writeRecord(Arrays.stream(row).mapToObj(Double::toString).toList());
            }
        }
    }
}
