package vn.chitieu.source.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.chitieu.catalog.Sha256;

/** The identity of everything a night reads: the same figures have the same sum, in whatever order their rows stand. */
public final class InputSum {

    private InputSum() {}

    /**
     * Returns the sha256 over all delivered rows, the code lists and the programmes.
     *
     * @param deliveries whatever the order of receipt
     * @param refused what was said of each delivery that is not used, by id
     * @param inFileOrder deliveries whose line numbers appear in the results, because rows were quarantined
     */
    public static String of(
            Path datasets, Deliveries deliveries, Map<String, String> refused, Set<String> inFileOrder) {
        TreeMap<String, String> sums = new TreeMap<>();
        for (Delivery delivery : deliveries.folders()) {
            String message = refused.get(delivery.id());
            Optional<Delivery> used = message == null
                    ? Optional.of(delivery)
                    : Optional.ofNullable(deliveries.kept().get(delivery.id()));
            if (message != null) {
                sums.put("source/" + delivery.id(), Sha256.of("refused: " + message));
            }
            if (used.isPresent()) {
                for (DeliveredFile file : used.get().files()) {
                    Path path = used.get().folder().resolve(file.path());
                    sums.put(
                            "source/" + delivery.id() + "/" + file.path(),
                            inFileOrder.contains(delivery.id())
                                            || !file.declaration().isPlainText()
                                    ? asDeclared(used.get(), path)
                                    : ofRows(path));
                }
            }
        }
        for (RegisteredDelivery file : deliveries.files()) {
            DeliveryReceipt receipt = file.receipt();
            sums.put(
                    "delivery/" + file.id(),
                    Sha256.of(String.join(
                            "\n",
                            receipt.sha256(),
                            receipt.terms().sender(),
                            receipt.publishedOrReceived().toString(),
                            receipt.fileName(),
                            receipt.terms().confirmed().toString())));
            String message = refused.get(file.id());
            if (message != null) {
                sums.put("delivery/" + file.id() + "/refused", Sha256.of(message));
            }
        }
        Path forms = datasets.resolve("form");
        if (Files.isDirectory(forms) && !deliveries.files().isEmpty()) {
            sums.put("form", Sha256.ofFolder(forms));
        }
        Path layouts = datasets.resolve("layout");
        if (Files.isDirectory(layouts) && isSomeWorkbook(sums.keySet(), deliveries)) {
            sums.put("layout", Sha256.ofFolder(layouts));
        }
        if (Files.isDirectory(datasets.resolve("validation"))) {
            sums.put("validation", Sha256.ofFolder(datasets.resolve("validation")));
        }
        sums.put("codelist", Sha256.ofFolder(datasets.resolve("codelist")));
        sums.put("programme", Sha256.ofFolder(datasets.resolve("programme")));
        return Sha256.ofListing(sums);
    }

    /** Returns whether a delivery may have been read by a layout. */
    private static boolean isSomeWorkbook(Set<String> names, Deliveries deliveries) {
        return !deliveries.files().isEmpty() || names.stream().anyMatch(name -> name.endsWith(".xlsx"));
    }

    /** Returns the sum of a file and of the description that says how it is read. */
    private static String asDeclared(Delivery delivery, Path path) {
        return Sha256.of(Sha256.ofFile(path) + Sha256.ofFile(delivery.folder().resolve(Delivery.DESCRIPTION)));
    }

    private static String ofRows(Path file) {
        try {
            String[] lines = Files.readString(file, StandardCharsets.UTF_8).split("\\R");
            Arrays.sort(lines, Math.min(1, lines.length), lines.length);
            return Sha256.of(String.join("\n", lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
