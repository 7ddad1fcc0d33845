package vn.chitieu.projection.dense;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import vn.chitieu.projection.forecaster.RegularSeries;

/**
 * The worked example that the method's description prints: a monthly positive sum, known until June 2023.
 *
 * <p>What every member says of a year, the weights of 2023 and the predictors of the scale are those of a second
 * implementation in another language, written from the description; the weights of 2018 are equal, for there is no
 * backtest before. The law follows by arithmetic: sigma = exp(-0.1012 + 0.3812 log_spread + 0.1327 log_volatility +
 * 0.4586 log_sigma_share), p10 = point exp(-1.4195 sigma), and so on with the quantiles of the shipped table.
 */
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
