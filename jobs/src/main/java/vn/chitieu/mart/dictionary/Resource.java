package vn.chitieu.mart.dictionary;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.chitieu.text.LocalizedText;

/** The tables about the published tables that the program ships as CSV. */
final class Resource {

    private static final String FOLDER = "/vn/chitieu/mart/";

    private Resource() {}

    /**
     * Reads a resource of the stage.
     *
     * @throws IllegalStateException if there is none
     */
    static List<NamedCsvRecord> rows(String name) {
        try (InputStream stream = Resource.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("Expecting the resource " + name + " but there is none");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the text of the columns {@code _vi} and {@code _en} of a stem. */
    static LocalizedText text(NamedCsvRecord row, String stem) {
        return new LocalizedText(row.getField(stem + "_vi"), row.getField(stem + "_en"));
    }
}
