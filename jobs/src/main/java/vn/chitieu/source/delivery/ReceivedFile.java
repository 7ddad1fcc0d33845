package vn.chitieu.source.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.text.Words;

/** A file that somebody delivers: regular, readable and finished, or refused with its name. */
final class ReceivedFile {

    private static final Words WORDS = Words.of("source");

    private ReceivedFile() {}

    /**
     * Returns how many bytes a file has. A pipe or device is never opened, for that might wait for ever.
     *
     * @throws DataException if it is no regular file
     */
    static long bytes(Path file) {
        return attributes(file).size();
    }

    /**
     * Copies a file and returns how many bytes it has.
     *
     * @throws DataException if it is no regular file, cannot be read or changed meanwhile
     */
    static long copy(Path file, Path copy) throws IOException {
        BasicFileAttributes before = attributes(file);
        try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            DurableFiles.naming(copy, () -> Files.copy(content, copy)); // with the permissions of the umask
        } catch (AccessDeniedException e) {
            throw new DataException(WORDS.text("received.no_permission", shown(file)));
        }
        BasicFileAttributes after = attributes(file);
        if (before.size() != after.size()
                || Files.size(copy) != after.size()
                || !before.lastModifiedTime().equals(after.lastModifiedTime())) {
            throw new DataException(WORDS.text("received.changing", shown(file)));
        }
        return after.size();
    }

    private static BasicFileAttributes attributes(Path file) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new DataException(WORDS.text("received.missing", shown(file)));
        }
        if (!attributes.isRegularFile()) {
            String kind = attributes.isSymbolicLink() ? "link" : attributes.isDirectory() ? "folder" : "device";
            throw new DataException(WORDS.text("received." + kind, shown(file)));
        }
        return attributes;
    }

    static String shown(Path file) {
        return QuarantinedRow.printable(String.valueOf(file.getFileName()));
    }
}
