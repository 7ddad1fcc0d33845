package vn.chitieu.catalog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.chitieu.catalog.hadoop.GuardedObject;

/**
 * On an object store an object is there, whole, when its put ends, and a folder is nothing but the beginning of names.
 * While the objects of a folder are put or deleted a mark beside it says so; it holds the name of the file without
 * which the others count for nothing, which is put last and deleted first.
 */
final class ByPut implements Placement {

    static final Placement ONE = new ByPut();

    private static final String MARK = ".unfinished-";

    private ByPut() {}

    @Override
    public void replace(Path file, byte[] content) throws IOException {
        Files.write(file, content);
    }

    @Override
    public void replaceByCopy(Path file, Path source) throws IOException {
        put(source, file, StandardOpenOption.CREATE);
    }

    @Override
    public GuardedFile guarded(Path file) throws IOException {
        return GuardedObject.at(file)::replace;
    }

    @Override
    public boolean isStagedBeside() {
        return false;
    }

    @Override
    public void moveFile(Path staged, Path place) throws IOException {
        put(staged, place, StandardOpenOption.CREATE);
    }

    /** What was put is read again before it counts: a rename moves bytes that were read back, a put sends them. */
    @Override
    public void moveFolder(Path staged, Path place, String namedBy, StagedFolder.Check check) throws IOException {
        Path mark = mark(place);
        replace(mark, namedBy.getBytes(StandardCharsets.UTF_8));
        delete(place, namedBy);
        Path last = staged.resolve(namedBy);
        for (Path file : files(staged)) {
            if (!file.equals(last)) {
                putAndCompare(staged, file, place, StandardOpenOption.CREATE);
            }
        }
        check.run();
        putAndCompare(staged, last, place, StandardOpenOption.CREATE_NEW);
        Files.delete(mark);
    }

    @Override
    public void discard(Path place, Path aside, String namedBy) throws IOException {
        Path mark = mark(place);
        replace(mark, namedBy.getBytes(StandardCharsets.UTF_8));
        delete(place, namedBy);
        Files.delete(mark);
    }

    /** Returns the folders among the entries of one that are not being put or deleted. */
    static List<Path> whole(List<Path> entries) {
        Set<Path> all = new HashSet<>(entries);
        return entries.stream().filter(entry -> !all.contains(mark(entry))).toList();
    }

    static boolean isUnfinished(Path folder) {
        return Files.exists(mark(folder));
    }

    /** Deletes what was being put or deleted below a folder when its owner ended, and returns its names. */
    static List<String> clear(Path parent, List<Path> entries) throws IOException {
        List<String> cleared = new ArrayList<>();
        for (Path mark : entries) {
            String name = String.valueOf(mark.getFileName());
            if (!name.startsWith(MARK)) {
                continue;
            }
            Path folder = parent.resolve(name.substring(MARK.length()));
            String namedBy = Files.readString(mark);
            if (!Files.exists(folder.resolve(namedBy))) {
                DurableFiles.deleteTree(folder);
                cleared.add(name);
            }
            Files.delete(mark);
        }
        return cleared;
    }

    private static Path mark(Path folder) {
        return folder.resolveSibling(MARK + folder.getFileName());
    }

    private static void delete(Path folder, String namedBy) throws IOException {
        Files.deleteIfExists(folder.resolve(namedBy));
        DurableFiles.deleteTree(folder);
    }

    private static Set<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return new TreeSet<>(all.filter(Files::isRegularFile).toList());
        }
    }

    private static void putAndCompare(Path stage, Path file, Path folder, OpenOption option) throws IOException {
        Path place = folder.resolve(stage.relativize(file).toString());
        put(file, place, option);
        if (Files.mismatch(file, place) >= 0) {
            throw new IOException("Expecting " + place + " to read back as it was written but it does not");
        }
    }

    private static void put(Path source, Path place, OpenOption option) throws IOException {
        try (OutputStream out = Files.newOutputStream(place, option)) {
            Files.copy(source, out);
        }
    }
}
