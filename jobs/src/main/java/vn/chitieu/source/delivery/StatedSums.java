package vn.chitieu.source.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.text.Words;

/** Holds the files of a folder against what its {@code datapackage.json} states of them, if it states anything. */
public final class StatedSums {

    private static final Words WORDS = Words.of("source");

    private static final String ALGORITHM = "sha256:";

    private StatedSums() {}

    /**
     * Compares length and sha256 of each listed file with what is stated; nothing is required to be stated.
     *
     * @param where the folder, in messages
     * @throws DataException if a listed file is missing or another one than stated
     */
    public static void check(Path folder, String where) {
        Path description = folder.resolve(Delivery.DESCRIPTION);
        if (!Files.isRegularFile(description)) {
            return;
        }
        try {
            for (JsonNode resource :
                    new ObjectMapper().readTree(Files.readAllBytes(description)).path("resources")) {
                String path = resource.path("path").asText();
                Path file = folder.resolve(path).normalize();
                if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
                    throw mismatch(where, path, "a file", "no file");
                }
                String stated = resource.path("hash").asText("");
                String hash = stated.startsWith(ALGORITHM) ? stated.substring(ALGORITHM.length()) : stated;
                if (!hash.isEmpty() && !hash.equals(Sha256.ofFile(file))) {
                    throw mismatch(where, path, "sha256 " + hash, "sha256 " + Sha256.ofFile(file));
                }
                long bytes = resource.path("bytes").asLong(-1);
                if (bytes >= 0 && bytes != Files.size(file)) {
                    throw mismatch(where, path, bytes + " bytes", Files.size(file) + " bytes");
                }
            }
        } catch (IOException e) {
            throw new DataException(WORDS.text("stated.json", where, Delivery.DESCRIPTION), e);
        }
    }

    private static DataException mismatch(String where, String path, String expected, String found) {
        return new DataException(WORDS.text("stated.mismatch", where, path, expected, found));
    }
}
