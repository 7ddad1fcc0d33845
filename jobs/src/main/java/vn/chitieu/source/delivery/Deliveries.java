package vn.chitieu.source.delivery;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything there is to read: folders of the data sets and files that were received.
 *
 * @param folders of the data sets, in the order of their ids
 * @param files of the registry, in the order of receipt
 * @param kept the copy to fall back on by id of a folder; none for a folder that was never read without fault
 */
public record Deliveries(List<Delivery> folders, List<RegisteredDelivery> files, Map<String, Delivery> kept) {

    public Deliveries {
        folders = List.copyOf(folders);
        files = List.copyOf(files);
        kept = Map.copyOf(kept);
    }

    /**
     * Returns what the data sets hold and a registry received.
     *
     * @throws vn.chitieu.catalog.DataException if there is no folder of deliveries or a receipt cannot be read
     */
    public static Deliveries of(Path datasets, DeliveryRegistry registry) {
        List<Delivery> folders = DeliveryFolder.list(datasets);
        Map<String, Delivery> kept = new TreeMap<>();
        for (Delivery folder : folders) {
            Optional<Delivery> copy = registry.lastKept(folder.id());
            copy.ifPresent(delivery -> kept.put(folder.id(), delivery));
        }
        return new Deliveries(folders, registry.list(), kept);
    }

    /** Returns folders alone. */
    public static Deliveries ofFolders(List<Delivery> folders) {
        return new Deliveries(folders, List.of(), Map.of());
    }
}
