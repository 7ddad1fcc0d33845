package vn.chitieu.source.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.table.Declaration;
import vn.chitieu.source.table.FileFormat;
import vn.chitieu.text.Words;

/**
 * A folder of files as one agency delivered them on one day, described by its {@code datapackage.json}. Never edited: a
 * correction is a new delivery.
 *
 * @param id agency and day, for example {@code published-viet-nam/2025-07-15}
 */
public record Delivery(String id, Path folder) {

    private static final Words WORDS = Words.of("source");
    private static final Pattern NUMBER = Pattern.compile("\\.\\d+$");

    /** The name of its description. */
    static final String DESCRIPTION = "datapackage.json";

    private static final long LARGEST_FILE = 32L << 20;

    private static final long LARGEST_DESCRIPTION = 8L << 20;

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
        String day = NUMBER.matcher(id.substring(id.lastIndexOf('/') + 1)).replaceFirst("");
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw new DataException(WORDS.text("delivery.day", id, day), e);
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
            throw new DataException(WORDS.text("delivery.no_files", where()));
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
        if (file.bytes().filter(bytes -> bytes != content.length).isPresent()) {
            boolean isCut = content.length < file.bytes().get();
            String key = isCut ? "delivered.cut" : "delivered.bytes";
            throw new DataException(WORDS.text(key, where(file), file.bytes().get(), content.length));
        }
        String found = Sha256.of(content);
        if (file.sha256().filter(stated -> !stated.equals(found)).isPresent()) {
            throw new DataException(
                    WORDS.text("delivered.sha256", where(file), file.sha256().get(), found));
        }
        return content;
    }

    /**
     * Returns where a file lies, without reading it.
     *
     * @throws DataException if it is missing, no file, or a link to a file elsewhere
     */
    public Path locate(DeliveredFile file) {
        try {
            Path path = folder.resolve(file.path());
            if (!Files.isRegularFile(path)) {
                throw new DataException(WORDS.text("delivered.missing", where(file)));
            }
            if (!path.toRealPath().startsWith(folder.toRealPath())) {
                throw new DataException(WORDS.text("delivered.link", where(file)));
            }
            return path;
        } catch (InvalidPathException e) {
            throw new DataException(WORDS.text("delivered.name", where(file)));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private byte[] content(DeliveredFile file) {
        Path path = locate(file);
        try {
            long size = Files.size(path);
            if (size > LARGEST_FILE) {
                throw new DataException(WORDS.text("delivered.too_large", where(file), LARGEST_FILE, size));
            }
            byte[] content = Files.readAllBytes(path);
            if (content.length != Files.size(path)) {
                throw new DataException(WORDS.text("delivered.changing", where(file)));
            }
            return content;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private DataException unreadable(DeliveredFile file, IOException e) {
        return new DataException(WORDS.text("delivered.unreadable", where(file)), e);
    }

    private JsonNode description() {
        Path path = folder.resolve(DESCRIPTION);
        if (!Files.isRegularFile(path)) {
            throw new DataException(WORDS.text("description.missing", where()));
        }
        try {
            if (Files.size(path) > LARGEST_DESCRIPTION) {
                throw new DataException(
                        WORDS.text("delivered.too_large", where(), LARGEST_DESCRIPTION, Files.size(path)));
            }
            return new ObjectMapper().readTree(Files.readAllBytes(path));
        } catch (IOException e) {
            String[] message = String.valueOf(e.getMessage()).split("\\R", 2);
            throw new DataException(WORDS.text("description.json", where(), message[0]), e);
        }
    }

    private DeliveredFile file(JsonNode resource) {
        String algorithm = "sha256:";
        String path = text(resource, "path");
        if (!DeliveredFile.isInside(path)) {
            throw refused("path", "path", shown(path));
        }
        Optional<String> hash = optional(resource, "hash", JsonNode::isTextual)
                .map(JsonNode::textValue)
                .map(h -> h.startsWith(algorithm) ? h.substring(algorithm.length()) : h);
        hash.filter(h -> !DeliveredFile.isSum(h)).ifPresent(h -> {
            throw refused("hash", "hash", shown(h));
        });
        Declaration declaration = DeclarationFile.read(where(), resource);
        Optional<String> layout = optional(resource.path("chitieu"), "layout", JsonNode::isTextual)
                .map(JsonNode::textValue);
        if ((declaration.format() == FileFormat.WORKBOOK) != layout.isPresent()) {
            throw refused(
                    "layout", "chitieu.layout", layout.map(Delivery::shown).orElse("''"));
        }
        return new DeliveredFile(
                text(resource, "name"),
                path,
                hash,
                whole(resource, "bytes"),
                whole(resource, "rows"),
                declaration,
                layout);
    }

    private static String shown(String text) {
        return QuarantinedRow.printable("'" + text + "'");
    }

    private String text(JsonNode resource, String property) {
        return optional(
                        resource,
                        property,
                        node -> node.isTextual() && !node.textValue().isEmpty())
                .map(JsonNode::textValue)
                .orElseThrow(() -> refused("text", property, WORDS.text("resource.missing")));
    }

    private Optional<Long> whole(JsonNode resource, String property) {
        return optional(
                        resource,
                        property,
                        node -> node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0)
                .map(JsonNode::longValue);
    }

    private Optional<JsonNode> optional(JsonNode resource, String property, Predicate<JsonNode> isRight) {
        JsonNode node = resource.path(property);
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if (!isRight.test(node)) {
            boolean isText = property.equals("name") || property.equals("path") || property.equals("hash");
            throw refused(isText ? "text" : "whole_number", property, QuarantinedRow.printable(node.toString()));
        }
        return Optional.of(node);
    }

    private DataException refused(String expected, String property, Object found) {
        return new DataException(WORDS.text("resource", where(), WORDS.text("resource." + expected), property, found));
    }

    private String where() {
        return "source/" + id + "/" + DESCRIPTION;
    }

    private String where(DeliveredFile file) {
        return "source/" + id + "/" + file.path();
    }
}
