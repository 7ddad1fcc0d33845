package vn.chitieu.catalog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Office files with the same bytes for the same content: libraries write the clock into them. */
public final class StableZip {

    private static final String FIRST = "[Content_Types].xml";

    private static final String PROPERTIES = "docProps/core.xml";

    /** A time that ZIP keeps without a time zone, as it does all after its first day. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private StableZip() {}

    /**
     * Returns the parts of an Office file by name.
     *
     * @throws IOException if it is none
     */
    public static SortedMap<String, byte[]> parts(byte[] office) throws IOException {
        TreeMap<String, byte[]> parts = new TreeMap<>();
        // read by its directory: libraries that stream leave the sizes out of the entries
        try (ZipFile in = ZipFile.builder().setByteArray(office).get()) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                parts.put(entry.getName(), in.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    /**
     * Returns an Office file with its parts in order of name, without times, and with the day of the data as the day it
     * was made.
     *
     * @param title of the document, escaped as text of XML
     */
    public static byte[] of(SortedMap<String, byte[]> parts, String title, LocalDate asOf) {
        TreeMap<String, byte[]> sorted = new TreeMap<>(parts);
        sorted.replace(PROPERTIES, properties(title, asOf).getBytes(StandardCharsets.UTF_8));
        return zip(sorted);
    }

    /** Returns an Office file with its parts in order of name, without times, and as they are. */
    public static byte[] zip(SortedMap<String, byte[]> parts) {
        TreeMap<String, byte[]> sorted = new TreeMap<>(parts);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            byte[] types = sorted.remove(FIRST);
            if (types != null) {
                write(out, FIRST, types); // Office wants to see it first
            }
            for (Map.Entry<String, byte[]> part : sorted.entrySet()) {
                write(out, part.getKey(), part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(ZipOutputStream out, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_TIME);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private static String properties(String title, LocalDate asOf) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>"
                + title + "</dc:title><dc:creator>chitieu</dc:creator>"
                + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + asOf + "T00:00:00Z</dcterms:created>"
                + "</cp:coreProperties>\n";
    }
}
