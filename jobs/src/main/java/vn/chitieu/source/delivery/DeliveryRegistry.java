package vn.chitieu.source.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.HeldFolder;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.StagedFolder;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * The files that were received: {@code <warehouse>/delivery/<sha256>/content} and {@code receipt-1.json}. Nothing is
 * ever changed or deleted here; everything else in a warehouse can be computed again from it. A file that is withdrawn
 * stays, with a further receipt that says why it is not used.
 *
 * <p>A file is copied, its copy hashed and its receipt written before anybody reads it, so that a file that changes
 * while it is read, or a refused one, can be looked at later. The same bytes on other terms (another form, another day
 * of publication) get a further receipt; the last one counts. Folders of the data sets that were read without fault are
 * kept beside them, with {@code folder.json}, under the sum of their description.
 */
public final class DeliveryRegistry {

    private static final Words WORDS = Words.of("source");

    private static final long LARGEST_FILE = 32L << 20;
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
     * @throws DataException if it is no regular file of 1 byte to 32 MB, cannot be read or is still growing
     * @throws IOException if the registry cannot be written
     */
    public Registration register(Path file, DeliveryTerms terms, Instant receivedAt) throws IOException {
        return register(file, terms, receivedAt, delivery -> {});
    }

    /**
     * Does the same, but only if a judge has nothing against the copy that was made.
     *
     * @param judge throws a {@link DataException} to refuse the file, of which nothing is kept then
     */
    public Registration register(Path file, DeliveryTerms terms, Instant receivedAt, Consumer<RegisteredDelivery> judge)
            throws IOException {
        long size = ReceivedFile.bytes(file);
        if (size == 0 || size > LARGEST_FILE) {
            throw new DataException(WORDS.text("received.size", ReceivedFile.shown(file), size));
        }
        try (StagedFolder stage = unfinished()) {
            Path copy = stage.path().resolve(CONTENT);
            long bytes = ReceivedFile.copy(file, copy);
            return registered(
                    new DeliveryReceipt(terms, receivedAt, Sha256.ofFile(copy), bytes, fileName(file)), stage, judge);
        }
    }

    /**
     * Does the same with a bulk delivery, a file of any size or a folder of them.
     *
     * @param parts as {@link PartFiles} finds them
     * @throws DataException if one of them is no regular file, cannot be read or is still growing, or there is none
     */
    public Registration registerBulk(
            Path parts, DeliveryTerms terms, Instant receivedAt, Consumer<RegisteredDelivery> judge)
            throws IOException {
        try (StagedFolder stage = unfinished()) {
            String name = fileName(parts);
            Path copy = stage.path().resolve(CONTENT).resolve(name);
            long bytes = PartFiles.copy(parts, copy);
            return registered(
                    new DeliveryReceipt(terms, receivedAt, PartFiles.sha256(copy), bytes, name), stage, judge);
        }
    }

    private Registration registered(DeliveryReceipt receipt, StagedFolder stage, Consumer<RegisteredDelivery> judge)
            throws IOException {
        if (!has(receipt.sha256())) {
            List<DeliveryReceipt> withIt = receipts();
            withIt.add(receipt);
            judge.accept(new RegisteredDelivery(
                    idOf(receipt, numbered(withIt)), receipt, stage.path().resolve(CONTENT)));
        }
        return keep(stage, receipt);
    }

    /**
     * Checks that received files of some more bytes can be held in memory.
     *
     * @throws DataException if not
     */
    public void requireRoom(IntakeBound bound, RegisteredDelivery candidate) {
        long inUse = list().stream()
                .filter(file -> !file.receipt().terms().isBulk())
                .mapToLong(file -> file.receipt().bytes())
                .sum();
        bound.require(candidate.receipt().fileName(), candidate.receipt().bytes(), inUse);
    }

    /**
     * Takes a file out of use, or puts it back, by a further receipt; the file is kept.
     *
     * @param reason why it is not to be used; empty to use it again
     * @return false if that is how it is already
     * @throws DataException if there is no file of that id
     */
    public boolean withdraw(String deliveryId, Optional<String> reason) throws IOException {
        List<RegisteredDelivery> all = listAll();
        RegisteredDelivery delivery = all.stream()
                .filter(file -> file.id().equals(deliveryId))
                .findFirst()
                .orElseThrow(() -> new DataException(WORDS.text(
                        "received.unknown",
                        deliveryId,
                        all.stream().map(RegisteredDelivery::id).collect(Collectors.joining(", ")))));
        DeliveryReceipt last = delivery.receipt();
        if (last.withdrawn().equals(reason)) {
            return false;
        }
        write(folder.resolve(last.sha256()), last.withdrawn(reason));
        return true;
    }

    /** Returns every file in use with its last receipt, in the order of receipt. */
    public List<RegisteredDelivery> list() {
        return listAll().stream()
                .filter(file -> file.receipt().withdrawn().isEmpty())
                .toList();
    }

    /** Returns the id of a registered file. */
    public String id(DeliveryReceipt receipt) {
        return idOf(receipt, listAll());
    }

    private static String idOf(DeliveryReceipt receipt, List<RegisteredDelivery> all) {
        return all.stream()
                .filter(delivery -> delivery.receipt().sha256().equals(receipt.sha256()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Returns every registered file with its last receipt, in the order of receipt, those withdrawn too. */
    public List<RegisteredDelivery> listAll() {
        return numbered(receipts());
    }

    private List<DeliveryReceipt> receipts() {
        List<DeliveryReceipt> receipts = new ArrayList<>();
        for (Path entry : entries()) {
            lastReceipt(entry).ifPresent(receipts::add);
        }
        return receipts;
    }

    /** Returns files in the order of receipt, those of one form and day told apart by a number from the second on. */
    private List<RegisteredDelivery> numbered(List<DeliveryReceipt> receipts) {
        List<DeliveryReceipt> inOrder = new ArrayList<>(receipts);
        inOrder.sort(Comparator.comparing(DeliveryReceipt::receivedAt).thenComparing(DeliveryReceipt::sha256));
        Map<String, Integer> ofFormAndDay = new HashMap<>();
        List<RegisteredDelivery> deliveries = new ArrayList<>();
        for (DeliveryReceipt receipt : inOrder) {
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
     * folder is spoilt. Nothing is done if the copy that was kept last is the same and whole.
     *
     * @throws IOException if the registry cannot be written
     */
    public void keep(Delivery delivery, Instant keptAt) throws IOException {
        keep(List.of(delivery), keptAt);
    }

    /** Does the same with many folders, looking once at what was kept. */
    public void keep(Collection<Delivery> deliveries, Instant keptAt) throws IOException {
        Map<String, List<Kept>> kept = allKept();
        for (Delivery delivery : deliveries) {
            keep(delivery, kept.getOrDefault(delivery.id(), List.of()), keptAt);
        }
    }

    private void keep(Delivery delivery, List<Kept> before, Instant keptAt) throws IOException {
        Path description = delivery.folder().resolve(Delivery.DESCRIPTION);
        SortedMap<String, String> sums = new TreeMap<>();
        sums.put(Delivery.DESCRIPTION, Sha256.ofFile(description));
        for (DeliveredFile file : delivery.files()) {
            sums.put(file.path(), Sha256.of(delivery.read(file)));
        }
        Path place = folder.resolve(Sha256.ofListing(sums));
        boolean isThere = Files.isDirectory(place) && isWhole(place.resolve(CONTENT), sums);
        if (isThere
                && !before.isEmpty()
                && before.get(before.size() - 1).place().equals(place)) {
            return;
        }
        ObjectNode json = JSON.createObjectNode();
        json.put("delivery_id", delivery.id());
        json.put("kept_at", keptAt.toString());
        json.put("number", before.isEmpty() ? 1 : before.get(before.size() - 1).number() + 1);
        byte[] receipt = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
        if (isThere) {
            DurableFiles.replace(place.resolve(FOLDER_RECEIPT), receipt);
            return;
        }
        try (StagedFolder stage = unfinished()) {
            Path unfinished = stage.path();
            Path content = Files.createDirectories(unfinished.resolve(CONTENT));
            DurableFiles.replaceByCopy(content.resolve(Delivery.DESCRIPTION), description);
            for (DeliveredFile file : delivery.files()) {
                Path copy = content.resolve(file.path());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.write(copy, delivery.read(file));
            }
            DurableFiles.deleteTree(place); // a copy that is not whole
            DurableFiles.replace(unfinished.resolve(FOLDER_RECEIPT), receipt);
            takePlace(stage, place, FOLDER_RECEIPT);
        }
    }

    /** Returns the last copy that was kept of each folder of the data sets by its id, whatever the clock said. */
    public SortedMap<String, Delivery> lastKept() {
        SortedMap<String, Delivery> last = new TreeMap<>();
        allKept()
                .forEach((id, copies) -> last.put(
                        id,
                        new Delivery(id, copies.get(copies.size() - 1).place().resolve(CONTENT))));
        return last;
    }

    /**
     * Returns the sum of every byte that may be read of here: all receipts, the files in use and the last copy of each
     * folder.
     */
    public String sha256() {
        SortedMap<String, String> sums = new TreeMap<>();
        for (Path entry : entries()) {
            String name = String.valueOf(entry.getFileName());
            receiptFiles(entry)
                    .forEach(receipt -> sums.put(name + "/" + receipt.getFileName(), Sha256.ofFile(receipt)));
            Path folderReceipt = entry.resolve(FOLDER_RECEIPT);
            if (Files.isRegularFile(folderReceipt)) {
                sums.put(name + "/" + FOLDER_RECEIPT, Sha256.ofFile(folderReceipt));
            }
        }
        for (RegisteredDelivery file : list()) {
            Path content = folder.resolve(file.receipt().sha256()).resolve(CONTENT);
            sums.put(file.id(), Files.exists(content) ? sum(content) : Sha256.of("gone"));
        }
        lastKept()
                .forEach((id, copy) -> sums.put(
                        "kept/" + id,
                        Files.isDirectory(copy.folder()) ? Sha256.ofFolder(copy.folder()) : Sha256.of("gone")));
        return Sha256.ofListing(sums);
    }

    /** What cannot be read is as good as gone, and refused by whoever needs it. */
    private static String sum(Path content) {
        try {
            return Files.isDirectory(content) ? Sha256.ofFolder(content) : Sha256.ofFile(content);
        } catch (UncheckedIOException e) {
            LogManager.getLogger(DeliveryRegistry.class).warn("{}", e.getMessage());
            return Sha256.of("gone");
        }
    }

    /** A copy that was kept; an older version of the program gave no number, and so 0. */
    private record Kept(int number, Instant keptAt, Path place) {}

    /** Returns the copies of each folder, the last one last. */
    private Map<String, List<Kept>> allKept() {
        Map<String, List<Kept>> kept = new TreeMap<>();
        for (Path entry : entries()) {
            Path receipt = entry.resolve(FOLDER_RECEIPT);
            if (Files.isRegularFile(receipt)) {
                try {
                    JsonNode json = tree(receipt);
                    kept.computeIfAbsent(json.path("delivery_id").asText(), id -> new ArrayList<>())
                            .add(new Kept(
                                    json.path("number").asInt(),
                                    Instant.parse(json.path("kept_at").asText()),
                                    entry));
                } catch (DataException | DateTimeException e) { // told by verify; the folder itself is kept anew
                    LogManager.getLogger(DeliveryRegistry.class).warn("{} is damaged: {}", receipt, e.getMessage());
                }
            }
        }
        kept.values()
                .forEach(copies ->
                        copies.sort(Comparator.comparingInt(Kept::number).thenComparing(Kept::keptAt)));
        return kept;
    }

    /** Returns what is wrong with each received file and each kept copy. */
    public List<LocalizedText> damage() {
        List<LocalizedText> damage = new ArrayList<>();
        for (Path entry : entries()) {
            try {
                Optional<DeliveryReceipt> received = lastReceipt(entry);
                received.ifPresent(
                        receipt -> new RegisteredDelivery("", receipt, entry.resolve(CONTENT)).requireAsReceived());
                Path receipt = entry.resolve(FOLDER_RECEIPT);
                if (Files.isRegularFile(receipt)) {
                    requireAsKept(
                            new Delivery(tree(receipt).path("delivery_id").asText(), entry.resolve(CONTENT)), entry);
                } else if (received.isEmpty()) {
                    throw new DataException(WORDS.text("receipt.missing", entry));
                }
            } catch (DataException e) {
                damage.add(e.text());
            }
        }
        return damage;
    }

    /** A copy is named by the sums of its files, so that also what no sum is stated of is held against something. */
    private static void requireAsKept(Delivery copy, Path place) {
        SortedMap<String, String> sums = new TreeMap<>();
        for (DeliveredFile file : copy.files()) {
            sums.put(file.path(), Sha256.of(copy.read(file)));
        }
        sums.put(Delivery.DESCRIPTION, Sha256.ofFile(copy.folder().resolve(Delivery.DESCRIPTION)));
        if (!Objects.toString(place.getFileName()).equals(Sha256.ofListing(sums))) {
            throw new DataException(WORDS.text("receipt.copy_changed", copy.id(), place));
        }
    }

    private static boolean isWhole(Path copy, SortedMap<String, String> sums) {
        return sums.entrySet().stream().allMatch(file -> {
            Path kept = copy.resolve(file.getKey());
            return Files.isRegularFile(kept) && Sha256.ofFile(kept).equals(file.getValue());
        });
    }

    /** Returns whether some bytes were received before, on whatever terms. */
    public boolean has(String sha256) {
        Path place = folder.resolve(sha256);
        return Files.isDirectory(place) && !StagedFolder.isUnfinished(place);
    }

    private Registration keep(StagedFolder stage, DeliveryReceipt receipt) throws IOException {
        Path place = folder.resolve(receipt.sha256());
        Optional<DeliveryReceipt> last = lastReceipt(place);
        boolean isWithdrawn = last.flatMap(DeliveryReceipt::withdrawn).isPresent();
        boolean isMended = last.isPresent() && mend(stage, last.get(), receipt);
        if (last.isPresent() && (isWithdrawn || isOnTheSameTerms(last.get(), receipt))) {
            return new Registration(last.get(), false, isMended);
        }
        if (last.isPresent()) {
            write(place, receipt);
            return new Registration(receipt, true, isMended);
        }
        takePlace(stage, place, write(stage.path(), receipt));
        return new Registration(receipt, true, false);
    }

    /** Makes the copy of a file again, from the same bytes that came again, unless it is as it was received. */
    private boolean mend(StagedFolder stage, DeliveryReceipt kept, DeliveryReceipt again) throws IOException {
        Path content = folder.resolve(kept.sha256()).resolve(CONTENT);
        try {
            new RegisteredDelivery("", kept, content).requireAsReceived();
            return false;
        } catch (DataException e) {
            LogManager.getLogger(DeliveryRegistry.class).warn("its copy is made again: {}", e.getMessage());
        }
        Path from = stage.path().resolve(CONTENT);
        Path to = content;
        if (kept.terms().isBulk()) { // the name of a single file or of the folder does not count
            from = from.resolve(again.fileName());
            to = to.resolve(kept.fileName());
        }
        DurableFiles.deleteTree(content);
        for (Path part : PartFiles.of(from)) {
            Path copy =
                    part.equals(from) ? to : to.resolve(from.relativize(part).toString());
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            DurableFiles.replaceByCopy(copy, part);
        }
        return true;
    }

    /** Writes the next receipt of a file and returns the name of it. */
    private static String write(Path place, DeliveryReceipt receipt) throws IOException {
        byte[] text = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(toJson(receipt));
        int number = receiptFiles(place).stream()
                        .mapToInt(DeliveryRegistry::receiptNumber)
                        .max()
                        .orElse(0)
                + 1;
        String name = RECEIPT + number + ".json";
        DurableFiles.replace(place.resolve(name), text);
        return name;
    }

    /**
     * Puts a folder in its place with all it holds, so that it is there whole after the power failed, or not at all.
     */
    private static void takePlace(StagedFolder stage, Path place, String receipt) throws IOException {
        DurableFiles.forceTree(stage.path());
        stage.publish(place, receipt);
    }

    /** Makes a folder to fill, with the permissions that the umask gives to every other. */
    private StagedFolder unfinished() throws IOException {
        return StagedFolder.below(folder, UNFINISHED);
    }

    /** Removes what intakes left that were killed, and returns the names. */
    public List<String> cleanUp() throws IOException {
        return HeldFolder.removeLeft(folder, UNFINISHED);
    }

    /** A file that comes again without a word of what was confirmed, or of its day, comes on the terms that it had. */
    private static boolean isOnTheSameTerms(DeliveryReceipt last, DeliveryReceipt receipt) {
        return last.terms()
                        .confirmed()
                        .entrySet()
                        .containsAll(receipt.terms().confirmed().entrySet())
                && last.terms().formCode().equals(receipt.terms().formCode())
                && (receipt.terms().published().isEmpty()
                        || last.publishedOrReceived().equals(receipt.publishedOrReceived()));
    }

    private List<Path> entries() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return StagedFolder.whole(entries.toList()).stream()
                    .filter(Files::isDirectory)
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DataException(WORDS.text("folder.unreadable", folder), e);
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
            throw new DataException(WORDS.text("folder.unreadable", entry), e);
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
        if (!receipt.terms().confirmed().isEmpty()) {
            ObjectNode confirmed = json.putObject("confirmed");
            receipt.terms().confirmed().forEach(confirmed::put);
        }
        json.put("sha256", receipt.sha256());
        json.put("bytes", receipt.bytes());
        json.put("file_name", receipt.fileName());
        receipt.withdrawn().ifPresent(reason -> json.put("withdrawn", reason));
        return json;
    }

    private static DeliveryReceipt fromJson(Path file) {
        try {
            JsonNode json = tree(file);
            return new DeliveryReceipt(
                    new DeliveryTerms(
                            json.path("form_code").asText(),
                            json.path("sender").asText(),
                            Optional.ofNullable(json.get("published")).map(day -> LocalDate.parse(day.asText())),
                            confirmed(json)),
                    Instant.parse(json.path("received_at").asText()),
                    json.path("sha256").asText(),
                    json.path("bytes").asLong(),
                    json.path("file_name").asText(),
                    Optional.ofNullable(json.get("withdrawn")).map(JsonNode::asText));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw noReceipt(file, e);
        }
    }

    private static SortedMap<String, String> confirmed(JsonNode json) {
        SortedMap<String, String> confirmed = new TreeMap<>();
        json.path("confirmed")
                .properties()
                .forEach(entry -> confirmed.put(entry.getKey(), entry.getValue().asText()));
        return confirmed;
    }

    private static JsonNode tree(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw noReceipt(file, e);
        }
    }

    private static DataException noReceipt(Path file, Exception e) {
        return new DataException(WORDS.text("receipt.broken", file), e);
    }

    private static String fileName(Path file) {
        Path name = file.getFileName();
        return Normalizer.normalize(name == null ? "" : name.toString(), Normalizer.Form.NFC);
    }
}
