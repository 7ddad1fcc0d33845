package vn.chitieu.source.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.text.Words;

/** The files of a bulk delivery: one file, or all of a folder but those that mark that something is not finished. */
public final class PartFiles {

    private static final Words WORDS = Words.of("source");

    private PartFiles() {}

    /**
     * Returns the files, in the order of their paths; what begins with a point or an underscore is no part, unless it
     * is a folder named by a column and its value.
     *
     * @param root a file, or a folder
     */
    public static List<Path> of(Path root) throws IOException {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            return List.of(root);
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> Stream.iterate(root.relativize(file), Objects::nonNull, Path::getParent)
                            .map(part -> String.valueOf(part.getFileName()))
                            .noneMatch(name -> name.startsWith(".") || (name.startsWith("_") && !name.contains("="))))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Returns the sum of all files with their names; the name of a single file does not count.
     *
     * @throws DataException if one of them cannot be read; the message names it
     */
    static String sha256(Path root) throws IOException {
        SortedMap<String, String> sums = new TreeMap<>();
        for (Path file : of(root)) {
            try {
                sums.put(file.equals(root) ? "." : relative(root, file), Sha256.ofFile(file));
            } catch (UncheckedIOException e) {
                throw new DataException(WORDS.text("registered.unreadable", file), e);
            }
        }
        return Sha256.ofListing(sums);
    }

    private static String relative(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /**
     * Copies the files and returns how many bytes they have together.
     *
     * @param copy the place of the file or folder, not there yet
     * @throws DataException if one is a link, cannot be read or changes meanwhile, or there is none
     */
    static long copy(Path root, Path copy) throws IOException {
        List<Path> files = of(root);
        if (files.isEmpty()) {
            throw new DataException(WORDS.text("bulk.no_files", ReceivedFile.shown(root)));
        }
        long bytes = 0;
        for (Path file : files) {
            Path target = file.equals(root)
                    ? copy
                    : copy.resolve(root.relativize(file).toString());
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            bytes += ReceivedFile.copy(file, target);
        }
        return bytes;
    }
}
