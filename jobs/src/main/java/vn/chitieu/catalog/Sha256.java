package vn.chitieu.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** SHA-256 sums, as 64 lower-case hexadecimal digits. */
public final class Sha256 {

    private static final Pattern TEXT = Pattern.compile("[0-9a-f]{64}");

    private static final int BUFFER_BYTES = 1 << 16;

    private Sha256() {}

    /** Returns the sum of some bytes. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** Returns the sum of a text in UTF-8. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the sum of the texts of some things, each with its length before it, so that no two lists are one. */
    public static String ofParts(Iterable<?> parts) {
        MessageDigest digest = digest();
        for (Object part : parts) {
            byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            digest.update(text);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Returns the sum of a file's content.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    public static String ofFile(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return of(content);
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to read " + file + " but was " + e, e);
        }
    }

    /**
     * Returns the sum of all files below a folder: of their names, relative and with {@code /}, and their content, in
     * the order of the names. Neither dates nor permissions nor the folder's own place count.
     *
     * @throws UncheckedIOException if the folder or one of its files cannot be read
     */
    public static String ofFolder(Path folder) {
        SortedMap<String, String> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                sums.put(slashed(folder.relativize(file)), ofFile(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to read folder " + folder + " but was " + e, e);
        }
        return ofListing(sums);
    }

    /**
     * Returns the sum of a jar's entries whose names start with a prefix: the same as {@link #ofFolder} of the same
     * files in a folder that the prefix names. Neither compression nor order nor dates in the jar count.
     *
     * @param prefix the folder inside the jar, ending with {@code /}; empty for all
     * @throws UncheckedIOException if the jar cannot be read
     */
    public static String ofJar(Path jar, String prefix) {
        SortedMap<String, String> sums = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
                    .toList();
            for (ZipEntry entry : entries) {
                try (InputStream content = zip.getInputStream(entry)) {
                    sums.put(entry.getName().substring(prefix.length()), of(content));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to read jar " + jar + " but was " + e, e);
        }
        return ofListing(sums);
    }

    /** Returns the sum over names and the sums of what they name: the listing {@code <sum> <name>} a line. */
    public static String ofListing(SortedMap<String, String> sumOfName) {
        List<String> lines = new ArrayList<>(sumOfName.size());
        for (Map.Entry<String, String> entry : sumOfName.entrySet()) {
            lines.add(requireSum(entry.getValue()) + " " + entry.getKey() + "\n");
        }
        return of(String.join("", lines));
    }

    /**
     * Returns the given sum.
     *
     * @throws IllegalArgumentException if it is not 64 lower-case hexadecimal digits
     */
    public static String requireSum(String sum) {
        if (!TEXT.matcher(sum).matches()) {
            throw new IllegalArgumentException("Expecting a sha256 of 64 hexadecimal digits but was '" + sum + "'");
        }
        return sum;
    }

    private static String of(InputStream content) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            digest.update(buffer, 0, n);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String slashed(Path relative) {
        List<String> names = new ArrayList<>();
        relative.forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expecting SHA-256, which every Java platform has", e);
        }
    }
}
