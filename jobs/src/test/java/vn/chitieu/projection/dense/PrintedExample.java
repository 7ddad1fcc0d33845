package vn.chitieu.projection.dense;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import vn.chitieu.projection.forecaster.RegularSeries;

/** The worked example that the method's description prints: a monthly positive sum, known until June 2023. */
public final class PrintedExample {

    static final int OBSERVED = 6;

    private PrintedExample() {}

    public static RegularSeries series() {
        double[] values = rows("example_series.csv").stream()
                .mapToDouble(row -> Double.parseDouble(row.getField("value")))
                .toArray();
        return new RegularSeries(12, 2016, 1, values);
    }

    static List<NamedCsvRecord> components() {
        return rows("example_components.csv");
    }

    static double result(String name) {
        return rows("example_result.csv").stream()
                .filter(row -> row.getField("name").equals(name))
                .mapToDouble(row -> Double.parseDouble(row.getField("value")))
                .findFirst()
                .orElseThrow();
    }

    private static List<NamedCsvRecord> rows(String resource) {
        try (InputStream in = Objects.requireNonNull(PrintedExample.class.getResourceAsStream(resource), resource);
                CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(in)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new AssertionError(resource, e);
        }
    }
}
