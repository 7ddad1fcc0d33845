package vn.chitieu.catalog.hadoop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Where the client of object stores comes from: from the class path, as {@code spark-submit --packages} makes it, or
 * from the libraries in a folder, {@code lib-s3} beside the program. It is no part of the distribution.
 */
public final class ClientJars {

    private static final String CLIENT = "org.apache.hadoop.fs.s3a.S3AFileSystem";

    /** Names the folder where it is another. */
    private static final String FOLDER = "chitieu.lib.s3";

    private static @Nullable ClassLoader loader;

    private ClientJars() {}

    /** The client is not there. */
    public static final class ClientMissingException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String folder;

        ClientMissingException(String folder) {
            super("Expecting the client of object stores in " + folder + " or on the class path but found none");
            this.folder = folder;
        }

        /** Returns where its libraries are looked for. */
        public String folder() {
            return folder;
        }
    }

    /** Returns what finds the client, and all other classes. */
    public static synchronized ClassLoader loader() {
        if (loader == null) {
            URL[] jars = jars(folder());
            if (jars.length == 0) {
                return ClientJars.class.getClassLoader();
            }
            loader = new URLClassLoader(jars, ClientJars.class.getClassLoader());
        }
        return loader;
    }

    static void require(Configuration configuration) {
        if (configuration.getClassByNameOrNull(CLIENT) == null) {
            throw new ClientMissingException(folder().toString());
        }
    }

    private static Path folder() {
        String chosen = System.getProperty(FOLDER);
        return chosen == null
                ? Path.of(System.getProperty("chitieu.home", "."), "lib-s3").toAbsolutePath()
                : Path.of(chosen).toAbsolutePath();
    }

    private static URL[] jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new URL[0];
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            URL[] urls = new URL[jars.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = jars.get(i).toUri().toURL();
            }
            return urls;
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to list " + folder + " but was " + e, e);
        }
    }
}
