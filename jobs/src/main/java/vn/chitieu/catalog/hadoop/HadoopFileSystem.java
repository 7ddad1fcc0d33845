package vn.chitieu.catalog.hadoop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.jspecify.annotations.Nullable;

/**
 * A file system of Hadoop in the terms of Java's own paths. Only HDFS is served: a run is put in its place and the
 * pointer is moved by one rename each, which HDFS does at one stroke and an object store does not.
 */
public final class HadoopFileSystem extends FileSystem {

    /** The scheme of the addresses that are served. */
    public static final String SCHEME = "hdfs";

    private static final List<String> SITE_FILES = List.of("core-site.xml", "hdfs-site.xml");

    private static final Map<String, HadoopFileSystem> BY_AUTHORITY = new ConcurrentHashMap<>();

    private final String authority;
    private final Configuration configuration;
    private @Nullable FileContext context;

    private HadoopFileSystem(String authority, Configuration configuration) {
        this.authority = authority;
        this.configuration = configuration;
    }

    /**
     * Returns the path that an address such as {@code hdfs://namenode:8020/srv/chitieu} names. Nothing is asked of the
     * file system yet.
     *
     * @throws IllegalArgumentException if it is no address of HDFS, or names no machine and the configuration of Hadoop
     *     names none either
     */
    public static Path path(URI address) {
        if (!SCHEME.equalsIgnoreCase(address.getScheme()) || address.getQuery() != null) {
            throw new IllegalArgumentException(
                    "Expecting an address such as hdfs://host:8020/folder but was " + address);
        }
        HadoopFileSystem fileSystem = of(address);
        return fileSystem.getPath("/" + address.getPath());
    }

    private static HadoopFileSystem of(URI address) {
        Configuration configuration = configuration();
        String authority = Optional.ofNullable(address.getAuthority()).orElseGet(() -> usual(configuration));
        return BY_AUTHORITY.computeIfAbsent(authority, name -> new HadoopFileSystem(name, configuration));
    }

    /** Returns the settings of the machine, which lie on the class path where Spark was submitted. */
    private static Configuration configuration() {
        Configuration configuration = new Configuration();
        String folder = System.getenv("HADOOP_CONF_DIR");
        if (folder != null && !folder.isBlank()) {
            SITE_FILES.forEach(file -> configuration.addResource(new org.apache.hadoop.fs.Path(
                    Path.of(folder, file).toAbsolutePath().toUri())));
        }
        return configuration;
    }

    private static String usual(Configuration configuration) {
        URI usual = org.apache.hadoop.fs.FileSystem.getDefaultUri(configuration);
        if (!SCHEME.equals(usual.getScheme()) || usual.getAuthority() == null) {
            throw new IllegalArgumentException(
                    "Expecting fs.defaultFS to name the machine of an address without one but was " + usual);
        }
        return usual.getAuthority();
    }

    String authority() {
        return authority;
    }

    /** Returns how every absolute path begins. */
    String address() {
        return SCHEME + "://" + authority;
    }

    /**
     * Returns the client, which is made when something is first asked of the file system.
     *
     * @throws UncheckedIOException if the machine is unknown
     */
    synchronized FileContext context() {
        if (context == null) {
            try {
                context = FileContext.getFileContext(URI.create(address()), configuration);
            } catch (IOException | IllegalArgumentException e) {
                throw new UncheckedIOException(
                        "Expecting " + address() + " to be served but nobody answers", new IOException(e));
            }
        }
        return context;
    }

    org.apache.hadoop.fs.Path toHadoop(String path) {
        return new org.apache.hadoop.fs.Path(SCHEME, authority, path);
    }

    @Override
    public FileSystemProvider provider() {
        return HadoopProvider.ONE;
    }

    @Override
    public Path getPath(String first, String... more) {
        StringBuilder joined = new StringBuilder(first);
        for (String part : more) {
            joined.append('/').append(part);
        }
        String text = joined.toString();
        String path =
                text.startsWith(address() + "/") ? text.substring(address().length()) : text;
        List<String> names =
                Arrays.stream(path.split("/")).filter(name -> !name.isEmpty()).toList();
        return new HadoopPath(this, path.startsWith("/"), names);
    }

    /** It stays open as long as the process, as the one of this machine does. */
    @Override
    public void close() {
        throw new UnsupportedOperationException("Expecting " + address() + " to stay open");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(getPath("/"));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of(new HadoopStore(this));
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        throw new UnsupportedOperationException("Expecting no pattern over paths but was " + syntaxAndPattern);
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException("Expecting nobody to ask for users of " + address());
    }

    @Override
    public WatchService newWatchService() throws IOException {
        throw new UnsupportedOperationException("Expecting nobody to watch " + address());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HadoopFileSystem another && another.authority.equals(authority);
    }

    @Override
    public int hashCode() {
        return authority.hashCode();
    }

    @Override
    public String toString() {
        return address();
    }
}
