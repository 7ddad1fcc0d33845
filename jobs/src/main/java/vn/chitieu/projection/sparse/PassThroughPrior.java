package vn.chitieu.projection.sparse;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * How much of the growth so far, above the normal, usually lasts into the rest of the year, by the months that are
 * known.
 *
 * <p>Measured once on 2,216 monthly series of amounts at current prices.
 */
final class PassThroughPrior {

    private static final String RESOURCE = "pass_through.csv";
    private static final double[] SHARES = read();

    private PassThroughPrior() {}

    /**
     * Returns the part of a deviation of growth to date from the normal that the rest of the year repeats.
     *
     * @param months known since January, 1 to 11
     */
    static double share(int months) {
        return SHARES[months - 1];
    }

    private static double[] read() {
        try (InputStream in = PassThroughPrior.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new FileNotFoundException("Expecting a resource " + RESOURCE + " beside the class");
            }
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(in)) {
                List<NamedCsvRecord> records = reader.stream().toList();
                return records.stream()
                        .mapToDouble(record -> Double.parseDouble(record.getField("beta")))
                        .toArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
