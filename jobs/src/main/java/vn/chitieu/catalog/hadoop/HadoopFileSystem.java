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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.jspecify.annotations.Nullable;

/**
 * A file system of Hadoop in the terms of Java's own paths: HDFS, which renames at one stroke, or an object store,
 * which does not rename but puts an object on a condition.
 */
public final class HadoopFileSystem extends FileSystem {

    /** The scheme of HDFS. */
    public static final String HDFS = "hdfs";

    /** The scheme of object stores. */
    public static final String OBJECTS = "s3a";

    private static final List<String> SITE_FILES = List.of("core-site.xml", "hdfs-site.xml");

    /** What {@code spark-submit --conf} and {@code CHITIEU_JAVA_OPTS=-D…} set of Hadoop. */
    private static final String GIVEN = "spark.hadoop.";

    /**
     * What is better for a night than what is usual: reading that keeps nothing of what it read before, and writing
     * that leaves no files behind when it is killed and holds two parts of an object in memory.
     */
    private static final Map<String, String> OF_OBJECTS = Map.of(
            "fs.s3a.input.stream.type", "classic",
            "fs.s3a.fast.upload.buffer", "array",
            "fs.s3a.fast.upload.active.blocks", "2",
            "fs.s3a.multipart.size", "16M");

    private static final Map<String, HadoopFileSystem> BY_ADDRESS = new ConcurrentHashMap<>();

    private final String scheme;
    private final String authority;
    private final Configuration configuration;
    private @Nullable StoreClient client;

    private HadoopFileSystem(String scheme, String authority, Configuration configuration) {
        this.scheme = scheme;
        this.authority = authority;
        this.configuration = configuration;
    }

    /** Returns whether addresses of a scheme are served. */
    public static boolean isServed(String scheme) {
        return scheme.equals(HDFS) || scheme.equals(OBJECTS);
    }

    /**
     * Returns the path that an address such as {@code hdfs://namenode:8020/srv/chitieu} or {@code s3a://bucket/chitieu}
     * names. Nothing is asked of the file system yet.
     *
     * @throws IllegalArgumentException if it is no such address, holds what nobody may see, or names no machine and the
     *     configuration of Hadoop names none either
     * @throws ClientJars.ClientMissingException if the client of its store is not there
     */
    public static Path path(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!isServed(scheme) || address.getQuery() != null) {
            throw new IllegalArgumentException(
                    "Expecting an address such as hdfs://host:8020/folder or s3a://bucket/folder but was " + address);
        }
        HadoopFileSystem fileSystem = of(scheme, address);
        return fileSystem.getPath("/" + address.getPath());
    }

    private static HadoopFileSystem of(String scheme, URI address) {
        Configuration configuration = settings();
        if (scheme.equals(OBJECTS)) {
            ClientJars.require(configuration);
        }
        String authority = Optional.ofNullable(address.getAuthority()).orElseGet(() -> usual(scheme, configuration));
        if (scheme.equals(OBJECTS) && !authority.equals(address.getHost())) {
            throw new IllegalArgumentException("Expecting the name of a bucket and nothing else before the first /");
        }
        return BY_ADDRESS.computeIfAbsent(
                scheme + "://" + authority, name -> new HadoopFileSystem(scheme, authority, configuration));
    }

    /** Returns the settings of the machine, which lie on the class path where Spark was submitted. */
    private static Configuration settings() {
        Configuration configuration = new Configuration();
        String folder = System.getenv("HADOOP_CONF_DIR");
        if (folder != null && !folder.isBlank()) {
            SITE_FILES.forEach(file -> configuration.addResource(new org.apache.hadoop.fs.Path(
                    Path.of(folder, file).toAbsolutePath().toUri())));
        }
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(GIVEN))
                .forEach(name -> configuration.set(name.substring(GIVEN.length()), System.getProperty(name)));
        OF_OBJECTS.forEach((name, value) -> usually(configuration, name, value));
        configuration.setClassLoader(ClientJars.loader());
        return configuration;
    }

    private static void usually(Configuration configuration, String name, String value) {
        String @Nullable [] sources = configuration.getPropertySources(name);
        if (sources == null || List.of(sources).equals(List.of("core-default.xml"))) {
            configuration.set(name, value);
        }
    }

    private static String usual(String scheme, Configuration configuration) {
        URI usual = org.apache.hadoop.fs.FileSystem.getDefaultUri(configuration);
        if (!scheme.equals(usual.getScheme()) || usual.getAuthority() == null) {
            throw new IllegalArgumentException(
                    "Expecting fs.defaultFS to name the machine of an address without one but was " + usual);
        }
        return usual.getAuthority();
    }

    String authority() {
        return authority;
    }

    String scheme() {
        return scheme;
    }

    Configuration configuration() {
        return configuration;
    }

    /** Returns how every absolute path begins. */
    String address() {
        return scheme + "://" + authority;
    }

    /** Returns whether a file or folder takes another place at one stroke; else it is put there, object by object. */
    public boolean isRenaming() {
        return scheme.equals(HDFS);
    }

    /**
     * Returns the client, which is made when something is first asked of the file system.
     *
     * @throws UncheckedIOException if the machine is unknown
     */
    synchronized StoreClient client() {
        if (client == null) {
            URI address = URI.create(address());
            try {
                client = isRenaming() ? HdfsClient.of(address, configuration) : ObjectClient.of(address, configuration);
            } catch (IOException | IllegalArgumentException e) {
                throw new UncheckedIOException(
                        "Expecting " + address() + " to be served but nobody answers", new IOException(e));
            }
        }
        return client;
    }

    FileContext context() {
        return client().context();
    }

    /** Returns the client of an object store. */
    ObjectClient objects() {
        return (ObjectClient) client();
    }

    org.apache.hadoop.fs.Path toHadoop(String path) {
        return new org.apache.hadoop.fs.Path(scheme, authority, path);
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
        return other instanceof HadoopFileSystem another && another.address().equals(address());
    }

    @Override
    public int hashCode() {
        return address().hashCode();
    }

    @Override
    public String toString() {
        return address();
    }
}
