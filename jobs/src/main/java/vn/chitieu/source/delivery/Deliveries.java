package vn.chitieu.source.delivery;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chitieu.source.layout.LayoutCatalogue;

/**
 * Everything there is to read: folders of the data sets and files that were received.
 *
 * @param folders of the data sets, in the order of their ids
 * @param files of the registry, in the order of receipt
 * @param layouts by which workbooks of other offices are read
 * @param kept the copy to fall back on by id of a folder; none for a folder that was never read without fault
 */
public record Deliveries(
        List<Delivery> folders, List<RegisteredDelivery> files, Map<String, Delivery> kept, LayoutCatalogue layouts) {

    public Deliveries {
        folders = List.copyOf(folders);
        files = List.copyOf(files);
        kept = Map.copyOf(kept);
    }

    /** Creates deliveries none of which is a workbook of another office. */
    public Deliveries(List<Delivery> folders, List<RegisteredDelivery> files, Map<String, Delivery> kept) {
        this(folders, files, kept, LayoutCatalogue.NONE);
    }

    /**
     * Returns what the data sets hold and a registry received.
     *
     * @throws vn.chitieu.catalog.DataException if there is no folder of deliveries or a receipt cannot be read
     */
    public static Deliveries of(Path datasets, DeliveryRegistry registry) {
        List<Delivery> folders = DeliveryFolder.list(datasets);
        Map<String, Delivery> kept = new TreeMap<>(registry.lastKept());
        kept.keySet().retainAll(folders.stream().map(Delivery::id).toList());
        return new Deliveries(folders, registry.list(), kept, LayoutCatalogue.read(datasets));
    }

    /** Returns folders alone. */
    public static Deliveries ofFolders(List<Delivery> folders, LayoutCatalogue layouts) {
        return new Deliveries(folders, List.of(), Map.of(), layouts);
    }
}
