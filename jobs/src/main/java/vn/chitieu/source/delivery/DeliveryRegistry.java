package vn.chitieu.source.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.source.QuarantinedRow;

/**
 * The files that were received: {@code <warehouse>/delivery/<sha256>/content} and {@code receipt-1.json}. Nothing is
 * ever changed or deleted here; everything else in a warehouse can be computed again from it.
 *
 * <p>A file is copied, its copy hashed and its receipt written before anybody reads it, so that a file that changes
 * while it is read, or a refused one, can be looked at later. The same bytes on other terms (another form, another day
 * of publication) get a further receipt; the last one counts. Folders of the data sets that were read without fault are
 * kept beside them, with {@code folder.json}, under the sum of their description.
 */
public final class DeliveryRegistry {

    private static final long LARGEST_FILE = 256L << 20;
    private static final String CONTENT = "content";
    private static final String RECEIPT = "receipt-";
    private static final String FOLDER_RECEIPT = "folder.json";
    private static final String UNFINISHED = ".unfinished-";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    private DeliveryRegistry(Path folder) {
        this.folder = folder;
    }

    /** Returns the registry of a warehouse; its folder is made with the first file. */
    public static DeliveryRegistry of(Path warehouse) {
        return new DeliveryRegistry(warehouse.resolve("delivery"));
    }

    /**
     * Copies a file into the registry and writes its receipt.
     *
     * @param receivedAt now
     * @throws DataException if it is no regular file of 1 byte to 256 MB, cannot be read or is still growing
     * @throws IOException if the registry cannot be written
     */
    public Registration register(Path file, DeliveryTerms terms, Instant receivedAt) throws IOException {
        BasicFileAttributes before = attributes(file);
        Files.createDirectories(folder);
        Path unfinished = Files.createTempDirectory(folder, UNFINISHED);
        try {
            Path copy = unfinished.resolve(CONTENT);
            copy(file, copy);
            BasicFileAttributes after = attributes(file);
            if (before.size() != after.size()
                    || Files.size(copy) != after.size()
                    || !modified(before).equals(modified(after))) {
                throw refused(
                        file,
                        "tệp đã ghi xong, nhưng tệp còn thay đổi trong lúc chép",
                        "a finished file but it changed while it was copied",
                        "Chờ tệp được chép xong rồi gửi lại.",
                        "Wait until it is written and deliver it again.");
            }
            DeliveryReceipt receipt =
                    new DeliveryReceipt(terms, receivedAt, Sha256.ofFile(copy), after.size(), fileName(file));
            return keep(unfinished, receipt);
        } finally {
            delete(unfinished);
        }
    }

    /** Returns every registered file with its last receipt, in the order of receipt. */
    public List<RegisteredDelivery> list() {
        List<DeliveryReceipt> receipts = new ArrayList<>();
        for (Path entry : entries()) {
            lastReceipt(entry).ifPresent(receipts::add);
        }
        receipts.sort(Comparator.comparing(DeliveryReceipt::receivedAt).thenComparing(DeliveryReceipt::sha256));
        Map<String, Integer> ofFormAndDay = new HashMap<>();
        List<RegisteredDelivery> deliveries = new ArrayList<>();
        for (DeliveryReceipt receipt : receipts) {
            String form = receipt.terms().formCode();
            int number = ofFormAndDay.merge(form + "/" + receipt.received(), 1, Integer::sum);
            String id = form + "-" + receipt.sha256().substring(0, 8) + "/" + receipt.received()
                    + (number == 1 ? "" : "." + number);
            deliveries.add(new RegisteredDelivery(
                    id, receipt, folder.resolve(receipt.sha256()).resolve(CONTENT)));
        }
        return List.copyOf(deliveries);
    }

    /**
     * Keeps a copy of a folder of the data sets that was read without fault, so that it can be read again when the
     * folder is spoilt. Nothing is done if the same folder was kept before.
     *
     * @throws IOException if the registry cannot be written
     */
    public void keep(Delivery delivery, Instant keptAt) throws IOException {
        Path description = delivery.folder().resolve(Delivery.DESCRIPTION);
        Path place = folder.resolve(Sha256.ofFile(description));
        if (Files.isDirectory(place)) {
            return;
        }
        Files.createDirectories(folder);
        Path unfinished = Files.createTempDirectory(folder, UNFINISHED);
        try {
            Path content = Files.createDirectories(unfinished.resolve(CONTENT));
            copyTo(description, content.resolve(Delivery.DESCRIPTION));
            for (DeliveredFile file : delivery.files()) {
                Files.write(parentMade(content.resolve(file.path())), delivery.read(file));
            }
            ObjectNode json = JSON.createObjectNode();
            json.put("delivery_id", delivery.id());
            json.put("kept_at", keptAt.toString());
            Path written = unfinished.resolve(FOLDER_RECEIPT);
            Files.write(written, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
            force(written);
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(unfinished);
        }
    }

    /** Returns the last copy that was kept of a folder of the data sets. */
    public Optional<Delivery> lastKept(String deliveryId) {
        Optional<Delivery> last = Optional.empty();
        String lastAt = "";
        for (Path entry : entries()) {
            Path receipt = entry.resolve(FOLDER_RECEIPT);
            if (Files.isRegularFile(receipt)) {
                JsonNode json = tree(receipt);
                String keptAt = Instant.parse(json.path("kept_at").asText()).toString();
                if (json.path("delivery_id").asText().equals(deliveryId) && keptAt.compareTo(lastAt) > 0) {
                    last = Optional.of(new Delivery(deliveryId, entry.resolve(CONTENT)));
                    lastAt = keptAt;
                }
            }
        }
        return last;
    }

    /** Returns whether some bytes were received before, on whatever terms. */
    public boolean has(String sha256) {
        return Files.isDirectory(folder.resolve(sha256));
    }

    private Registration keep(Path unfinished, DeliveryReceipt receipt) throws IOException {
        Path place = folder.resolve(receipt.sha256());
        Optional<DeliveryReceipt> last = lastReceipt(place);
        if (last.isPresent() && isOnTheSameTerms(last.get(), receipt)) {
            return new Registration(last.get(), false);
        }
        byte[] text = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(toJson(receipt));
        if (last.isPresent()) {
            Path next = place.resolve(RECEIPT + (receiptFiles(place).size() + 1) + ".json");
            Path written = unfinished.resolve("receipt");
            Files.write(written, text);
            force(written);
            Files.move(written, next, StandardCopyOption.ATOMIC_MOVE);
            return new Registration(receipt, true);
        }
        Path written = unfinished.resolve(RECEIPT + "1.json");
        Files.write(written, text);
        force(written);
        force(unfinished.resolve(CONTENT));
        Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        return new Registration(receipt, true);
    }

    private static boolean isOnTheSameTerms(DeliveryReceipt last, DeliveryReceipt receipt) {
        return last.terms().formCode().equals(receipt.terms().formCode())
                && (receipt.terms().published().isEmpty()
                        || last.publishedOrReceived().equals(receipt.publishedOrReceived()));
    }

    private List<Path> entries() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DataException(
                    "Expecting a readable folder " + folder + " but it could not be listed. Check its permissions.", e);
        }
    }

    private static List<Path> receiptFiles(Path entry) {
        if (!Files.isDirectory(entry)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(entry)) {
            return files.filter(file -> file.getFileName().toString().startsWith(RECEIPT))
                    .sorted(Comparator.comparingInt(DeliveryRegistry::receiptNumber))
                    .toList();
        } catch (IOException e) {
            throw new DataException(
                    "Expecting a readable folder " + entry + " but it could not be listed. Check its permissions.", e);
        }
    }

    private static int receiptNumber(Path file) {
        String digits = file.getFileName().toString().replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static Optional<DeliveryReceipt> lastReceipt(Path entry) {
        List<Path> files = receiptFiles(entry);
        return files.isEmpty() ? Optional.empty() : Optional.of(fromJson(files.get(files.size() - 1)));
    }

    private static ObjectNode toJson(DeliveryReceipt receipt) {
        ObjectNode json = JSON.createObjectNode();
        json.put("form_code", receipt.terms().formCode());
        json.put("sender", receipt.terms().sender());
        json.put("received_at", receipt.receivedAt().toString());
        receipt.terms().published().ifPresent(day -> json.put("published", day.toString()));
        json.put("sha256", receipt.sha256());
        json.put("bytes", receipt.bytes());
        json.put("file_name", receipt.fileName());
        return json;
    }

    private static DeliveryReceipt fromJson(Path file) {
        try {
            JsonNode json = tree(file);
            return new DeliveryReceipt(
                    new DeliveryTerms(
                            json.path("form_code").asText(),
                            json.path("sender").asText(),
                            Optional.ofNullable(json.get("published")).map(day -> LocalDate.parse(day.asText()))),
                    Instant.parse(json.path("received_at").asText()),
                    json.path("sha256").asText(),
                    json.path("bytes").asLong(),
                    json.path("file_name").asText());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw noReceipt(file, e);
        }
    }

    private static JsonNode tree(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw noReceipt(file, e);
        }
    }

    private static DataException noReceipt(Path file, Exception e) {
        return new DataException(
                "Expecting a receipt in " + file + " but it is none. Restore it from a copy, or remove its folder and"
                        + " deliver the file again.",
                e);
    }

    private static String fileName(Path file) {
        Path name = file.getFileName();
        return Normalizer.normalize(name == null ? "" : name.toString(), Normalizer.Form.NFC);
    }

    private static FileTime modified(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime();
    }

    /** A pipe or device is never opened, for that might wait for ever. */
    private static BasicFileAttributes attributes(Path file) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw refused(
                    file,
                    "một tệp, nhưng không có tệp",
                    "a file but there is none",
                    "Kiểm tra tên tệp.",
                    "Check the name.");
        }
        if (!attributes.isRegularFile()) {
            throw refused(
                    file,
                    "một tệp thường, nhưng là "
                            + (attributes.isSymbolicLink()
                                    ? "liên kết"
                                    : attributes.isDirectory() ? "thư mục" : "ống dẫn hoặc thiết bị"),
                    "a regular file but was "
                            + (attributes.isSymbolicLink()
                                    ? "a symbolic link"
                                    : attributes.isDirectory() ? "a folder" : "a pipe or device"),
                    "Chép chính tệp đó vào đây rồi gửi lại.",
                    "Put the file itself there and deliver it again.");
        }
        if (attributes.size() == 0 || attributes.size() > LARGEST_FILE) {
            throw refused(
                    file,
                    "tệp từ 1 byte đến 256 MB, nhưng có " + attributes.size() + " byte",
                    "1 byte to 256 MB but was " + attributes.size() + " bytes",
                    "Gửi lại tệp đầy đủ.",
                    "Deliver the whole file again.");
        }
        return attributes;
    }

    private static void copy(Path file, Path copy) throws IOException {
        try {
            Files.copy(file, copy, LinkOption.NOFOLLOW_LINKS);
        } catch (AccessDeniedException e) {
            throw refused(
                    file,
                    "tệp đọc được, nhưng không có quyền đọc",
                    "a readable file but permission is denied",
                    "Cấp quyền đọc tệp.",
                    "Grant permission to read it.");
        }
    }

    private static DataException refused(
            Path file, String expectedVi, String expectedEn, String adviceVi, String adviceEn) {
        String name = QuarantinedRow.printable(String.valueOf(file.getFileName()));
        return new DataException(
                name + ": cần " + expectedVi + ". " + adviceVi, name + ": Expecting " + expectedEn + ". " + adviceEn);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void copyTo(Path file, Path copy) throws IOException {
        Files.copy(file, copy);
        force(copy);
    }

    private static Path parentMade(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return file;
    }

    private static void delete(Path unfinished) throws IOException {
        if (!Files.isDirectory(unfinished)) {
            return;
        }
        try (Stream<Path> files = Files.walk(unfinished)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
