package vn.chitieu.catalog.rows;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.apache.logging.log4j.LogManager;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.HeldFolder;

/**
 * Values as tasks made them, kept in one file until they are made again, each under the SHA-256 of all that it was made
 * of, the classes among it. It is remembered arithmetic and no state: without the file all is made again and is the
 * same.
 */
public final class SealedFile {

    private static final byte[] BEGIN = "chitieu sealed values 1\n".getBytes(StandardCharsets.US_ASCII);

    private static final HexFormat HEX = HexFormat.of();

    private static final int KEY_BYTES = 32;

    private static final int END = -1;

    private SealedFile() {}

    /** Returns the values of a file by their sums; none if there is no file, or, which the log says, it is damaged. */
    public static Map<String, Sealed<?>> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        try {
            return values(file, Files.size(file));
        } catch (IOException e) {
            LogManager.getLogger(SealedFile.class).warn("{} is damaged, all is made again: {}", file, e.getMessage());
            return Map.of();
        }
    }

    private static Map<String, Sealed<?>> values(Path file, long size) throws IOException {
        Map<String, Sealed<?>> values = new HashMap<>();
        CheckedInputStream checked =
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), new CRC32C());
        try (DataInputStream in = new DataInputStream(checked)) {
            require(file, Arrays.equals(in.readNBytes(BEGIN.length), BEGIN), "its first line");
            for (int length = in.readInt(); length != END; length = in.readInt()) {
                require(file, length >= 0 && length <= size, "a length in it");
                String key = HEX.formatHex(in.readNBytes(KEY_BYTES));
                values.put(key, new Sealed<>(in.readNBytes(length)));
            }
            long sum = checked.getChecksum().getValue();
            require(file, in.readLong() == sum && in.read() < 0, "its end");
        }
        return values;
    }

    private static void require(Path file, boolean isSo, String part) throws IOException {
        if (!isSo) {
            throw new IOException("Expecting " + file + " as it was written but " + part + " is not");
        }
    }

    /** Puts values in the place of those of a file. */
    public static void replace(Path file, SortedMap<String, ? extends Sealed<?>> values) throws IOException {
        try (HeldFolder folder = HeldFolder.temporary()) {
            Path written = folder.path().resolve("values");
            DurableFiles.naming(written, () -> write(written, values));
            DurableFiles.replaceByCopy(file, written);
        }
    }

    private static void write(Path file, SortedMap<String, ? extends Sealed<?>> values) throws IOException {
        CheckedOutputStream checked =
                new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), new CRC32C());
        try (DataOutputStream out = new DataOutputStream(checked)) {
            out.write(BEGIN);
            for (Map.Entry<String, ? extends Sealed<?>> value : values.entrySet()) {
                out.writeInt(value.getValue().size());
                out.write(HEX.parseHex(value.getKey()));
                out.write(value.getValue().bytes());
            }
            out.writeInt(END);
            out.writeLong(checked.getChecksum().getValue());
        }
    }
}
