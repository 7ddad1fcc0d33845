package vn.chitieu.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import vn.chitieu.catalog.DataException;

/**
 * A folder of files as one agency delivered them on one day, described by its {@code datapackage.json}. Never edited: a
 * correction is a new delivery.
 *
 * @param id agency and day, for example {@code published-viet-nam/2025-07-15}
 */
public record Delivery(String id, Path folder) {

    static final String DESCRIPTION = "datapackage.json";
    private static final long LARGEST_FILE = 256L << 20;

    /**
     * Returns the day on which it was delivered, the last part of its id.
     *
     * @throws DataException if the folder's name is no date
     */
    public LocalDate date() {
        return dayOf(id);
    }

    /**
     * Returns the day that an id of a delivery ends with, the number of a registered file on that day aside.
     *
     * @throws DataException if it is no date
     */
    public static LocalDate dayOf(String id) {
        String day = id.substring(id.lastIndexOf('/') + 1).replaceFirst("\\.\\d+$", "");
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw new DataException(
                    "source/" + id + ": Expecting a folder named by the day of delivery, such as 2025-07-15, but was '"
                            + day + "'. Rename the folder.",
                    e);
        }
    }

    /**
     * Returns the files that the description lists, in its order.
     *
     * @throws DataException if the description is missing, is no JSON or lacks what a file needs
     */
    public List<DeliveredFile> files() {
        JsonNode description = description();
        JsonNode resources = description.path("resources");
        List<DeliveredFile> files = new ArrayList<>();
        for (JsonNode resource : resources) {
            files.add(file(resource));
        }
        if (files.isEmpty()) {
            throw new DataException(where() + ": Expecting at least one resource but found none. List the delivered"
                    + " files with path, bytes, rows and hash.");
        }
        return files;
    }

    /**
     * Returns the content of a file after comparing its length and sha256 with the description.
     *
     * @throws DataException if the file is missing, truncated or another one than described
     */
    public byte[] read(DeliveredFile file) {
        byte[] content = content(file);
        if (content.length != file.bytes()) {
            String cut = content.length < file.bytes() ? " (truncated)" : "";
            throw mismatch(file, file.bytes() + " bytes", content.length + " bytes" + cut);
        }
        String found = sha256(content);
        if (!found.equals(file.sha256())) {
            throw mismatch(file, "sha256 " + file.sha256(), "sha256 " + found);
        }
        return content;
    }

    private byte[] content(DeliveredFile file) {
        Path path = folder.resolve(file.path());
        try {
            if (!Files.isRegularFile(path)) {
                throw mismatch(file, "a file", "no file");
            }
            if (!path.toRealPath().startsWith(folder.toRealPath())) {
                throw mismatch(file, "a file inside the delivery's folder", "a link to a file elsewhere");
            }
            long size = Files.size(path);
            if (size > LARGEST_FILE) {
                throw mismatch(file, "at most " + LARGEST_FILE + " bytes", size + " bytes");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new DataException(
                    where(file) + ": Expecting a readable file but it could not be read. Check the permissions of the"
                            + " file and run again.",
                    e);
        }
    }

    private DataException mismatch(DeliveredFile file, String expected, String found) {
        return new DataException(where(file) + ": Expecting " + expected + " but was " + found
                + ". Deliver the file again, or correct datapackage.json if the file is right.");
    }

    private JsonNode description() {
        Path path = folder.resolve(DESCRIPTION);
        if (!Files.isRegularFile(path)) {
            throw new DataException(where() + ": Expecting a description of the delivery but there is no such file."
                    + " Write it, with path, bytes, rows and hash of each file.");
        }
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(path));
        } catch (IOException e) {
            String[] message = String.valueOf(e.getMessage()).split("\\R", 2);
            throw new DataException(
                    where() + ": Expecting JSON but was not (" + message[0] + "). Correct the file.", e);
        }
    }

    private DeliveredFile file(JsonNode resource) {
        try {
            String hash = text(resource, "hash");
            String algorithm = "sha256:";
            return new DeliveredFile(
                    text(resource, "name"),
                    text(resource, "path"),
                    hash.startsWith(algorithm) ? hash.substring(algorithm.length()) : hash,
                    whole(resource, "bytes"),
                    Math.toIntExact(whole(resource, "rows")));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(where() + ": " + e.getMessage() + ". Correct datapackage.json.", e);
        }
    }

    private static String text(JsonNode resource, String property) {
        JsonNode node = resource.path(property);
        if (!node.isTextual() || node.textValue().isEmpty()) {
            throw new IllegalArgumentException(
                    "Expecting a text as " + property + " of each resource but was " + shown(node));
        }
        return node.textValue();
    }

    private static long whole(JsonNode resource, String property) {
        JsonNode node = resource.path(property);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new IllegalArgumentException(
                    "Expecting a whole number as " + property + " of each resource but was " + shown(node));
        }
        return node.longValue();
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "missing" : node.toString();
    }

    private String where() {
        return "source/" + id + "/" + DESCRIPTION;
    }

    private String where(DeliveredFile file) {
        return "source/" + id + "/" + file.path();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expecting SHA-256, which every Java platform has", e);
        }
    }
}
