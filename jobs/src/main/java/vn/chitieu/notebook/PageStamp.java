package vn.chitieu.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.run.ProductClasses;

/**
 * What the files of an export folder were made of and which they are, in a hidden file beside them: the same files need
 * not be made again. A file that is gone or was touched since is one to be made.
 */
final class PageStamp {

    private static final String FILE = ".made-of";

    private final Path folder;
    private final String madeOf;

    private PageStamp(Path folder, String madeOf) {
        this.folder = folder;
        this.madeOf = madeOf;
    }

    /**
     * Returns the stamp of a run's files.
     *
     * @param runSha256 of all the run's tables
     * @param templates folder of the templates of reports
     */
    static PageStamp of(Path folder, String runSha256, Path templates) {
        SortedMap<String, String> sums = new TreeMap<>();
        sums.put("run", runSha256);
        sums.put("classes", ProductClasses.sha256());
        if (Files.isDirectory(templates)) {
            sums.put("templates", Sha256.ofFolder(templates));
        }
        return new PageStamp(folder, Sha256.ofListing(sums));
    }

    /** Returns whether the files that lie there were made of the same, and all are as they were left. */
    boolean isCurrent() throws IOException {
        Path stamp = folder.resolve(FILE);
        if (!Files.isRegularFile(stamp)) {
            return false;
        }
        List<String> lines = Files.readAllLines(stamp, StandardCharsets.UTF_8);
        if (lines.isEmpty() || !lines.get(0).equals(madeOf)) {
            return false;
        }
        for (String line : lines.subList(1, lines.size())) {
            if (!line.equals(state(folder.resolve(line.substring(line.lastIndexOf('\t') + 1))))) {
                return false;
            }
        }
        return true;
    }

    /** Says that the files are being made. */
    void remove() throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    /** Says that they are made. */
    void put(Collection<Path> files) throws IOException {
        List<String> lines = new ArrayList<>(List.of(madeOf));
        for (Path file : files) {
            lines.add(state(file));
        }
        DurableFiles.replace(folder.resolve(FILE), (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String state(Path file) throws IOException {
        String name = folder.relativize(file).toString();
        return Files.isRegularFile(file)
                ? Files.size(file) + "\t" + Files.getLastModifiedTime(file).toMillis() + "\t" + name
                : "gone\t" + name;
    }
}
