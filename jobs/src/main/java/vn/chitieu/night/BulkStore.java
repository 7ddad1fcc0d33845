package vn.chitieu.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.HeldFolder;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.run.ProductClasses;
import vn.chitieu.catalog.table.ClusterSession;
import vn.chitieu.observation.bulk.BulkDelivery;
import vn.chitieu.observation.bulk.BulkIngestJob;
import vn.chitieu.observation.bulk.BulkResult;
import vn.chitieu.observation.bulk.StoredFigures;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.codelist.SourceTrust;
import vn.chitieu.observation.ingest.BulkFigures;
import vn.chitieu.source.delivery.DeliveryReceipt;
import vn.chitieu.source.delivery.DeliveryRegistry;
import vn.chitieu.source.delivery.DeliveryTerms;
import vn.chitieu.source.delivery.RegisteredDelivery;
import vn.chitieu.source.table.Vocabulary;
import vn.chitieu.text.Words;

/**
 * The rows of bulk deliveries with their verdicts: {@code <warehouse>/figures/<delivery>-<basis>}. They follow from the
 * delivery, the code lists and the program, whose sum is the basis, and are made by Spark where they are not there, are
 * damaged or rest on another basis.
 */
public final class BulkStore implements BulkFigures {

    private static final Logger LOG = LogManager.getLogger(BulkStore.class);
    private static final Words WORDS = Words.of("night");
    private static final int LENGTH_OF_NAME = 16;

    /** What a night takes whatever it reads: a session with its tasks at work, the pages of some programmes. */
    private static final long HEAP_OF_NIGHT = 300L << 20;

    /** Memory for each row from the reading to the pages. */
    private static final long HEAP_PER_ROW = 160;

    /** All of them are published, and read by a person. */
    private static final long MOST_HELD_BACK = 100_000;

    private final Path folder;
    private final Path datasets;
    private @Nullable String basis;

    private BulkStore(Path folder, Path datasets) {
        this.folder = folder;
        this.datasets = datasets;
    }

    /** Returns the store of a warehouse; its folder is made with the first delivery. */
    public static BulkStore of(Path warehouse, Path datasets) {
        return new BulkStore(warehouse.resolve("figures"), datasets);
    }

    /**
     * Judges a delivery and returns what became of its rows.
     *
     * @throws DataException if its files are no figures, nothing of them can be used, or a night could not hold them
     */
    public BulkResult judge(RegisteredDelivery delivery) throws IOException {
        if (DurableFiles.isOnObjectStore(delivery.content())) {
            try (HeldFolder here = HeldFolder.temporary()) { // a session on this machine reads no objects
                return judge(delivery, delivery.copyParts(here.path()));
            }
        }
        return judge(delivery, delivery.parts());
    }

    private BulkResult judge(RegisteredDelivery delivery, Path parts) throws IOException {
        Path place = place(delivery);
        DurableFiles.deleteTree(place);
        Files.createDirectories(folder);
        DeliveryReceipt receipt = delivery.receipt();
        boolean isOwn = receipt.terms().formCode().equals(DeliveryTerms.BULK_OWN);
        BulkDelivery rows = new BulkDelivery(
                delivery.id(),
                parts.toString(),
                isOwn ? Vocabulary.OWN : Vocabulary.SOURCE,
                receipt.terms().published().orElse(null));
        BulkResult result = SessionStart.during(
                spark -> ClusterSession.during(spark, () -> BulkIngestJob.run(spark, rows, datasets, place)));
        deleteOthers(receipt.sha256(), place);
        return result;
    }

    /**
     * Checks that a night can use a delivery that was judged, beside all others that are in use.
     *
     * @throws DataException if nothing of it was accepted, so much is held back that it is to be delivered anew, or a
     *     night could not hold all rows; nothing of it is kept then
     */
    public void requireUsable(DeliveryRegistry registry, RegisteredDelivery delivery, BulkResult result)
            throws IOException {
        try {
            requireBearable(registry, delivery, result);
        } catch (DataException e) {
            DurableFiles.deleteTree(place(delivery));
            throw e;
        }
    }

    private void requireBearable(DeliveryRegistry registry, RegisteredDelivery delivery, BulkResult result) {
        String name = delivery.receipt().fileName();
        if (result.accepted() == 0 || result.quarantined() > MOST_HELD_BACK) {
            throw new DataException(
                    WORDS.text("bulk_held_back", name, MOST_HELD_BACK, result.accepted(), result.quarantined()));
        }
        long rows = result.delivered()
                + registry.list().stream()
                        .filter(other -> other.receipt().terms().isBulk())
                        .map(this::place)
                        .mapToLong(BulkStore::rows)
                        .sum();
        long heap = Runtime.getRuntime().maxMemory();
        long most = Math.max(0, heap - HEAP_OF_NIGHT) / HEAP_PER_ROW;
        if (rows > most) {
            long needed = HEAP_OF_NIGHT + rows * HEAP_PER_ROW;
            throw new DataException(WORDS.text("bulk_memory", name, most, heap >> 20, rows, (needed >> 30) + 1));
        }
    }

    /** Returns the rows of a delivery that was judged; none where it is to be judged again, by the next night. */
    private static long rows(Path place) {
        if (!Files.isDirectory(place)) {
            return 0;
        }
        try {
            return StoredFigures.rows(place);
        } catch (DataException e) {
            LOG.warn("not counted: {}", e.getMessage());
            return 0;
        }
    }

    @Override
    public Judged of(RegisteredDelivery delivery) {
        Path place = place(delivery);
        int worst = Codelists.read(datasets).trust().values().stream()
                .mapToInt(SourceTrust::rank)
                .max()
                .orElse(0);
        try {
            if (Files.isDirectory(place)) {
                try {
                    return StoredFigures.read(place, delivery, worst + 1);
                } catch (DataException e) {
                    LOG.warn("judged again: {}", e.getMessage());
                }
            }
            delivery.requireAsReceived();
            judge(delivery);
            return StoredFigures.read(place, delivery, worst + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place(RegisteredDelivery delivery) {
        if (basis == null) {
            basis = Sha256.ofFolder(datasets.resolve("codelist")) + ProductClasses.sha256();
        }
        DeliveryTerms terms = delivery.receipt().terms();
        String of =
                Sha256.of(String.join("\n", basis, delivery.id(), terms.formCode(), String.valueOf(terms.published())));
        return folder.resolve(name(delivery.receipt().sha256()) + "-" + of.substring(0, LENGTH_OF_NAME));
    }

    private static String name(String sha256) {
        return sha256.substring(0, LENGTH_OF_NAME);
    }

    /** What rests on another basis is never asked for again. */
    private void deleteOthers(String sha256, Path place) throws IOException {
        List<Path> others;
        try (Stream<Path> all = Files.list(folder)) {
            others = all.filter(other -> !other.equals(place))
                    .filter(other -> String.valueOf(other.getFileName()).startsWith(name(sha256) + "-"))
                    .toList();
        }
        for (Path other : others) {
            DurableFiles.deleteTree(other);
        }
    }
}
