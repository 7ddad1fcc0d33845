package vn.chitieu.projection.learned;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.chitieu.catalog.DataException;
import vn.chitieu.projection.dense.PointCorrection;

/**
 * A learned correction as CSV: {@code part, content}, with the number of series and of boosters and a row for each tree
 * of {@code point} and {@code scale}. Of a file without any tree nothing was learnt.
 */
public final class CorrectionFiles {

    private static final String PART = "part";
    private static final String CONTENT = "content";
    private static final String SERIES = "series";
    private static final String BOOSTERS = "boosters";
    private static final String POINT = "point";
    private static final String SCALE = "scale";
    private static final String SHIPPED = "correction.csv";

    /** Read once; it is needed by every area. */
    private static final class Shipped {

        private static final PointCorrection CORRECTION = read();

        private Shipped() {}

        private static PointCorrection read() {
            try (InputStream in = CorrectionFiles.class.getResourceAsStream(SHIPPED)) {
                if (in == null) {
                    throw new FileNotFoundException(
                            "Expecting a resource %s beside %s".formatted(SHIPPED, CorrectionFiles.class));
                }
                return parse(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private CorrectionFiles() {}

    /** Returns what comes with the product. */
    public static PointCorrection shipped() {
        return Shipped.CORRECTION;
    }

    /**
     * Returns the correction of a file; {@link PointCorrection#NONE} if it holds no tree.
     *
     * @throws DataException if it cannot be read or holds no such table
     */
    public static PointCorrection read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return parse(in);
        } catch (IOException | RuntimeException e) {
            throw new DataException(file + ": " + e.getMessage(), e);
        }
    }

    private static PointCorrection parse(InputStream in) throws IOException {
        List<RegressionTree> point = new ArrayList<>();
        List<RegressionTree> scale = new ArrayList<>();
        int series = 0;
        int boosters = 0;
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (NamedCsvRecord row : rows) {
                String content = row.getField(CONTENT);
                switch (row.getField(PART)) {
                    case SERIES -> series = Integer.parseInt(content);
                    case BOOSTERS -> boosters = Integer.parseInt(content);
                    case POINT -> point.add(RegressionTree.parse(content));
                    case SCALE -> scale.add(RegressionTree.parse(content));
                    default ->
                        throw new IllegalArgumentException("Expecting %s, %s, %s or %s in line %s but was %s"
                                .formatted(
                                        SERIES,
                                        BOOSTERS,
                                        POINT,
                                        SCALE,
                                        row.getStartingLineNumber(),
                                        row.getField(PART)));
                }
            }
        }
        return point.isEmpty() && scale.isEmpty()
                ? PointCorrection.NONE
                : new LearnedCorrection(point, scale, boosters, series);
    }

    /** Writes a file so that {@link #read} returns the same correction to the last digit. */
    public static void write(Path file, LearnedCorrection correction) throws IOException {
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8)) {
            writer.writeRecord(PART, CONTENT);
            writer.writeRecord(SERIES, Integer.toString(correction.series()));
            writer.writeRecord(BOOSTERS, Integer.toString(correction.boosters()));
            correction.pointTrees().forEach(tree -> writer.writeRecord(POINT, tree.toString()));
            correction.scaleTrees().forEach(tree -> writer.writeRecord(SCALE, tree.toString()));
        }
    }
}
