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
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.table.ParquetTable;

/**
 * A folder of files as one agency delivered them on one day, described by its {@code datapackage.json}. Never edited: a
 * correction is a new delivery.
 *
 * @param id agency and day, for example {@code published-viet-nam/2025-07-15}
 */
public record Delivery(String id, Path folder) {

    /** The name of its description. */
    static final String DESCRIPTION = "datapackage.json";

    private static final long LARGEST_FILE = 32L << 20;

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
                    "source/" + id + ": cần thư mục mang tên ngày giao, như 2025-07-15, nhưng là '" + day
                            + "'. Đổi tên thư mục.",
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
            throw new DataException(
                    where() + ": cần ít nhất một tệp trong resources nhưng không có. Liệt kê các tệp đã giao, mỗi tệp"
                            + " gồm path, bytes, rows và hash.",
                    where() + ": Expecting at least one resource but found none. List the delivered files with path,"
                            + " bytes, rows and hash.");
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
            throw mismatch(
                    file,
                    file.bytes().get() + " byte",
                    file.bytes().get() + " bytes",
                    content.length + " byte" + (isCut ? " (bị cắt)" : ""),
                    content.length + " bytes" + (isCut ? " (truncated)" : ""));
        }
        String found = Sha256.of(content);
        if (file.sha256().filter(stated -> !stated.equals(found)).isPresent()) {
            String stated = "sha256 " + file.sha256().get();
            throw mismatch(file, stated, stated, "sha256 " + found, "sha256 " + found);
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
                throw mismatch(file, "một tệp", "a file", "không có tệp nào", "no file");
            }
            if (!path.toRealPath().startsWith(folder.toRealPath())) {
                throw mismatch(
                        file,
                        "một tệp trong thư mục giao",
                        "a file inside the delivery's folder",
                        "liên kết đến tệp ở nơi khác",
                        "a link to a file elsewhere");
            }
            return path;
        } catch (InvalidPathException e) {
            throw mismatch(
                    file,
                    "một tệp",
                    "a file",
                    "tên mà hệ thống tệp này không có được",
                    "a name that no file here can have");
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private byte[] content(DeliveredFile file) {
        Path path = locate(file);
        try {
            long size = Files.size(path);
            if (size > LARGEST_FILE) {
                throw ParquetTable.tooLarge(
                        where(file), LARGEST_FILE + " bytes", LARGEST_FILE + " byte", size + " bytes", size + " byte");
            }
            byte[] content = Files.readAllBytes(path);
            if (content.length != Files.size(path)) {
                throw new DataException(
                        where(file) + ": cần tệp đứng yên trong khi đọc, nhưng độ dài đã đổi. Chờ chép xong rồi chạy"
                                + " lại.",
                        where(file) + ": Expecting a file that stands still while it is read but its length changed."
                                + " Wait until it is copied and run again.");
            }
            return content;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private DataException unreadable(DeliveredFile file, IOException e) {
        return new DataException(
                where(file) + ": cần một tệp đọc được nhưng không đọc được. Kiểm tra quyền của tệp rồi chạy lại.",
                where(file) + ": Expecting a readable file but it could not be read. Check the permissions of the"
                        + " file and run again.",
                e);
    }

    private DataException mismatch(
            DeliveredFile file, String expectedVi, String expectedEn, String foundVi, String foundEn) {
        return new DataException(
                where(file) + ": cần " + expectedVi + ", nhưng là " + foundVi
                        + ". Gửi lại tệp, hoặc sửa datapackage.json nếu tệp đúng.",
                where(file) + ": Expecting " + expectedEn + " but was " + foundEn
                        + ". Deliver the file again, or correct datapackage.json if the file is right.");
    }

    private JsonNode description() {
        Path path = folder.resolve(DESCRIPTION);
        if (!Files.isRegularFile(path)) {
            throw new DataException(
                    where() + ": cần bản mô tả lần giao nhưng không có tệp này. Hãy viết, gồm path, bytes, rows và hash"
                            + " của mỗi tệp.",
                    where() + ": Expecting a description of the delivery but there is no such file. Write it, with"
                            + " path, bytes, rows and hash of each file.");
        }
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(path));
        } catch (IOException e) {
            String[] message = String.valueOf(e.getMessage()).split("\\R", 2);
            throw new DataException(
                    where() + ": cần JSON nhưng không phải (" + message[0] + "). Sửa tệp.",
                    where() + ": Expecting JSON but was not (" + message[0] + "). Correct the file.",
                    e);
        }
    }

    private DeliveredFile file(JsonNode resource) {
        String algorithm = "sha256:";
        String path = text(resource, "path");
        if (!DeliveredFile.isInside(path)) {
            throw wrong("path", "tên một tệp trong thư mục giao", "the name of a file inside the folder", shown(path));
        }
        Optional<String> hash = optional(resource, "hash", JsonNode::isTextual)
                .map(JsonNode::textValue)
                .map(h -> h.startsWith(algorithm) ? h.substring(algorithm.length()) : h);
        hash.filter(h -> !DeliveredFile.isSum(h)).ifPresent(h -> {
            throw wrong("hash", "sha256: và 64 chữ số thập lục phân", "sha256: and 64 hexadecimal digits", shown(h));
        });
        return new DeliveredFile(
                text(resource, "name"),
                path,
                hash,
                whole(resource, "bytes"),
                whole(resource, "rows"),
                DeclarationFile.read(where(), resource));
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
                .orElseThrow(() -> wrong(property, "văn bản", "a text", "missing"));
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
            throw wrong(
                    property,
                    isText ? "văn bản" : "số nguyên từ 0",
                    isText ? "a text" : "a whole number from 0",
                    QuarantinedRow.printable(node.toString()));
        }
        return Optional.of(node);
    }

    private DataException wrong(String property, String expectedVi, String expectedEn, String found) {
        return new DataException(
                where() + ": cần " + expectedVi + " ở " + property + " của mỗi tệp, nhưng là "
                        + (found.equals("missing") ? "không có" : found) + ". Sửa datapackage.json.",
                where() + ": Expecting " + expectedEn + " as " + property + " of each resource but was " + found
                        + ". Correct datapackage.json.");
    }

    private String where() {
        return "source/" + id + "/" + DESCRIPTION;
    }

    private String where(DeliveredFile file) {
        return "source/" + id + "/" + file.path();
    }
}
