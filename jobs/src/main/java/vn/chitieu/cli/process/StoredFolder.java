package vn.chitieu.cli.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import vn.chitieu.catalog.hadoop.ClientJars.ClientMissingException;
import vn.chitieu.catalog.hadoop.HadoopFileSystem;
import vn.chitieu.text.Texts;

/**
 * A folder that is kept for long, of this machine, of HDFS or of an object store. A type of its own, so that options
 * which name a file to read once are of this machine only.
 */
public record StoredFolder(Path path) {

    /**
     * Returns the folder that a user typed.
     *
     * @throws LocalPath.NotServedException if it is an address of another scheme, such as {@code abfs://}, no address,
     *     or of a store whose client is missing
     */
    public static StoredFolder of(String text, Texts messages) {
        Optional<String> scheme = LocalPath.scheme(text);
        if (scheme.isEmpty() || scheme.get().equals("file")) {
            return new StoredFolder(LocalPath.of(text, messages));
        }
        String shown = Secrets.masked(text);
        if (!HadoopFileSystem.isServed(scheme.get())) {
            throw new LocalPath.NotServedException(messages.text("error.folder_scheme", shown, scheme.get()));
        }
        try {
            return new StoredFolder(HadoopFileSystem.path(URI.create(text)));
        } catch (ClientMissingException e) {
            throw new LocalPath.NotServedException(messages.text("error.object_client", shown, e.folder()), e);
        } catch (IllegalArgumentException e) {
            String reason = Secrets.masked(String.valueOf(e.getMessage()));
            throw new LocalPath.NotServedException(messages.text("error." + scheme.get() + "_address", shown, reason));
        }
    }

    /** Returns the path that a message of this program names. */
    public static Path named(String text) {
        return LocalPath.scheme(text).filter(HadoopFileSystem::isServed).isPresent()
                ? HadoopFileSystem.path(URI.create(text.replace(" ", "%20")))
                : Path.of(text);
    }
}
