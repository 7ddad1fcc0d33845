package vn.chitieu.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.run.ProductClasses;
import vn.chitieu.notebook.page.PageScripts;

/**
 * What the files of an export folder were made of and which they are, in a hidden file beside them: the same files need
 * not be made again. A file that is gone or was touched since is one to be made.
 */
final class PageStamp {

    private static final String FILE = ".made-of";

    /** Where a line after the first has the sum of a file, behind size and time and before the name. */
    private static final int SUM = 2;

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
     * @param scripts where the library of the pages' charts is
     */
    static PageStamp of(Path folder, String runSha256, Path templates, PageScripts scripts) {
        SortedMap<String, String> sums = new TreeMap<>();
        sums.put("run", runSha256);
        sums.put("classes", ProductClasses.sha256());
        if (scripts != PageScripts.BESIDE) {
            sums.put("scripts", Sha256.of(scripts.name()));
        }
        if (Files.isDirectory(templates)) {
            sums.put("templates", Sha256.ofFolder(templates));
        }
        return new PageStamp(folder, Sha256.ofListing(sums));
    }

    /** Returns whether the files that lie there were made of the same, and all are as they were left. */
    boolean isCurrent() throws IOException {
        Optional<List<String>> lines = lines(folder);
        if (lines.isEmpty() || !lines.get().get(0).equals(madeOf)) {
            return false;
        }
        for (String line : lines.get().subList(1, lines.get().size())) {
            String[] told = line.split("\t", -1);
            Path file = folder.resolve(told[told.length - 1]);
            if (!Files.isRegularFile(file) || !line.startsWith(state(file))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads the files of a folder again and returns the names of those that are gone or hold other bytes than when they
     * were made; empty if nobody said which files were made there, as where their making was broken off.
     */
    static Optional<List<String>> damaged(Path folder) throws IOException {
        Optional<List<String>> lines = lines(folder);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        List<String> damaged = new ArrayList<>();
        for (String line : lines.get().subList(1, lines.get().size())) {
            String[] told = line.split("\t", -1);
            String name = told[told.length - 1];
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file) || !Sha256.ofFile(file).equals(told[SUM])) {
                damaged.add(name);
            }
        }
        return Optional.of(damaged);
    }

    /** Says that the files are being put in their places. */
    void remove() throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    /** Says that all stand. */
    void put(Collection<Path> files) throws IOException {
        List<String> lines = new ArrayList<>(List.of(madeOf));
        for (Path file : files) {
            lines.add(state(file) + Sha256.ofFile(file) + "\t" + folder.relativize(file));
        }
        lines.add(sum(lines));
        DurableFiles.replace(folder.resolve(FILE), (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<List<String>> lines(Path folder) throws IOException {
        Path stamp = folder.resolve(FILE);
        if (!Files.isRegularFile(stamp)) {
            return Optional.empty();
        }
        List<String> all = new String(Files.readAllBytes(stamp), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<String> lines = all.subList(0, Math.max(0, all.size() - 1));
        return !lines.isEmpty() && all.get(all.size() - 1).equals(sum(lines)) ? Optional.of(lines) : Optional.empty();
    }

    private static String sum(List<String> lines) {
        return Sha256.of(String.join("\n", lines));
    }

    /** Returns what tells that a file was not touched, without reading it. */
    private static String state(Path file) throws IOException {
        return Files.size(file) + "\t" + Files.getLastModifiedTime(file).toMillis() + "\t";
    }
}
