package vn.chitieu.source.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.chitieu.catalog.DataException;
import vn.chitieu.text.Words;

/** The folder of all deliveries: {@code <datasets>/source/<agency>/<date>/}. */
public final class DeliveryFolder {

    private static final Words WORDS = Words.of("source");

    private DeliveryFolder() {}

    /**
     * Returns every delivery, in the order of the ids whatever order the file system lists. None is read yet.
     *
     * @param datasets the folder that holds {@code source}
     * @throws DataException if there is no such folder or it cannot be listed
     */
    public static List<Delivery> list(Path datasets) {
        Path source = datasets.resolve("source");
        if (!Files.isDirectory(source)) {
            throw new DataException(WORDS.text("folder.missing", datasets));
        }
        List<Delivery> deliveries = new ArrayList<>();
        try {
            for (Path agency : folders(source)) {
                for (Path day : folders(agency)) {
                    deliveries.add(new Delivery(agency.getFileName() + "/" + day.getFileName(), day));
                }
            }
        } catch (IOException e) {
            throw new DataException(WORDS.text("folder.unreadable", source), e);
        }
        deliveries.sort(Comparator.comparing(Delivery::id));
        return deliveries;
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory)
                    .filter(child -> !child.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
