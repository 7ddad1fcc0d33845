package vn.chitieu.catalog.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.Sha256;

/** The classes and resources of this product as they are running now. */
public final class ProductClasses {

    private static final String PREFIX = "vn/chitieu/";

    /** Not below the prefix, so that the sum is not one over itself. */
    private static final String STATED = "META-INF/chitieu/classes.sha256";

    private static final String VERSION = "/vn/chitieu/version.properties";

    private ProductClasses() {}

    /**
     * Returns the sha256 of every class and resource of the product below {@code vn/chitieu/}. A jar and a folder of
     * the same build give the same, and so do two builds of the same source.
     *
     * @throws IllegalStateException if the classes come neither from a jar nor from a folder
     */
    public static String sha256() {
        return Sum.OF_CLASSES;
    }

    /** Reckoned once, when it is first asked for: what runs does not change while it runs. */
    private static final class Sum {

        private static final String OF_CLASSES = of(location());

        private static String of(Path location) {
            return Files.isDirectory(location)
                    ? Sha256.ofFolder(location.resolve(PREFIX))
                    : stated(location).orElseGet(() -> Sha256.ofJar(location, PREFIX));
        }

        /** Returns the sum that the build wrote into a jar. */
        private static Optional<String> stated(Path jar) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                ZipEntry entry = zip.getEntry(STATED);
                if (entry == null) {
                    return Optional.empty();
                }
                try (InputStream content = zip.getInputStream(entry)) {
                    return Optional.of(
                            Sha256.requireSum(new String(content.readAllBytes(), StandardCharsets.UTF_8).strip()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Writes the sum of a folder of compiled classes beside them, for the jar that is made of it: a night need not hash
     * what the build knew. In a folder it is not looked at, for there classes may be compiled anew.
     *
     * @param folders one, of the classes
     */
    public static void main(String[] folders) throws IOException {
        Path classes = Path.of(folders[0]);
        Path stated = classes.resolve(STATED);
        Files.createDirectories(Objects.requireNonNull(stated.getParent()));
        Files.writeString(stated, Sha256.ofFolder(classes.resolve(PREFIX)) + "\n");
    }

    /**
     * Returns the version of the product, which Maven writes into a resource from the pom.
     *
     * @throws IllegalStateException if the product was not built by Maven
     */
    public static String version() {
        try (InputStream stream = ProductClasses.class.getResourceAsStream(VERSION)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "Expecting the resource " + VERSION + " but found none; build by Maven");
            }
            Properties properties = new Properties();
            properties.load(stream);
            return Objects.requireNonNull(properties.getProperty("version"), VERSION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path location() {
        @Nullable CodeSource source = ProductClasses.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IllegalStateException("Expecting the product's classes in a jar or a folder but found no place");
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(
                    "Expecting the product's classes in a jar or a folder but was " + source.getLocation(), e);
        }
    }
}
