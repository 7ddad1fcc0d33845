package vn.chitieu.cli.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import vn.chitieu.catalog.hadoop.HadoopFileSystem;
import vn.chitieu.text.Texts;

/**
 * A folder that is kept for long, of this machine or of HDFS. A type of its own, so that options which name a file to
 * read once are of this machine only.
 */
public record StoredFolder(Path path) {

    private static final String HDFS = HadoopFileSystem.SCHEME + ":";

    /**
     * Returns the folder that a user typed.
     *
     * @throws LocalPath.NotServedException if it is an address of another scheme, such as {@code s3a://}, or no address
     */
    public static StoredFolder of(String text, Texts messages) {
        Optional<String> scheme = LocalPath.scheme(text);
        if (scheme.isEmpty() || scheme.get().equals("file")) {
            return new StoredFolder(LocalPath.of(text, messages));
        }
        if (!isOfHdfs(text)) {
            throw new LocalPath.NotServedException(messages.text("error.folder_scheme", text, scheme.get()));
        }
        try {
            return new StoredFolder(HadoopFileSystem.path(URI.create(text)));
        } catch (IllegalArgumentException e) {
            throw new LocalPath.NotServedException(
                    messages.text("error.hdfs_address", text, String.valueOf(e.getMessage())), e);
        }
    }

    /** Returns the path that a message of this program names. */
    public static Path named(String text) {
        return isOfHdfs(text) ? HadoopFileSystem.path(URI.create(text.replace(" ", "%20"))) : Path.of(text);
    }

    private static boolean isOfHdfs(String text) {
        return text.toLowerCase(Locale.ROOT).startsWith(HDFS + "/");
    }
}
