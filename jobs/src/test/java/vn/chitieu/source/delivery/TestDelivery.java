package vn.chitieu.source.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes deliveries as an agency would: the file, and a description that agrees with it. */
public final class TestDelivery {

    private TestDelivery() {}

    /** Returns a delivery of one table, {@code figures.csv}, without a list of sources. */
    public static Delivery write(Path datasets, String id, String csv) {
        return write(datasets, id, csv, "");
    }

    /** Returns a delivery of one table and its {@code sources.csv}, which is left out if it is empty. */
    public static Delivery write(Path datasets, String id, String csv, String sources) {
        Path folder = datasets.resolve("source").resolve(id);
        try {
            Files.createDirectories(folder);
            String resources = resource(folder, "observations", "figures.csv", csv.getBytes(UTF_8));
            if (!sources.isEmpty()) {
                resources += "," + resource(folder, "sources", "sources.csv", sources.getBytes(UTF_8));
            }
            Files.writeString(folder.resolve("datapackage.json"), "{\"resources\": [" + resources + "]}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Delivery(id, folder);
    }

    /**
     * Returns a delivery of one file written as it is declared.
     *
     * @param properties more properties of the resource, as JSON, for example {@code "format": "sdmx-csv"}
     */
    public static Delivery declared(Path datasets, String id, String path, byte[] content, String properties) {
        Path folder = datasets.resolve("source").resolve(id);
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(path), content);
            Files.writeString(
                    folder.resolve("datapackage.json"),
                    "{\"resources\": [{\"name\": \"observations\", \"path\": \"" + path + "\", \"bytes\": "
                            + content.length + ", \"hash\": \"sha256:" + sha256(content) + "\""
                            + (properties.isEmpty() ? "" : ", " + properties) + "}]}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Delivery(id, folder);
    }

    private static String resource(Path folder, String name, String path, byte[] content) throws IOException {
        Files.write(folder.resolve(path), content);
        long rows = new String(content, UTF_8).lines().count() - 1;
        return "{\"name\": \"" + name + "\", \"path\": \"" + path + "\", \"bytes\": " + content.length
                + ", \"hash\": \"sha256:" + sha256(content) + "\", \"rows\": " + rows + "}";
    }

    /** Returns 64 hexadecimal digits. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
