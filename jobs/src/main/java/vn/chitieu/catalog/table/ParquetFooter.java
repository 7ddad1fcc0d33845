package vn.chitieu.catalog.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Objects;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * The description at the end of a Parquet file. The writer lists the encodings of a column in the order of a hash set
 * of enum constants, which is another in each Java process; everything else it writes is decided by the rows.
 */
final class ParquetFooter {

    /** The footer's length in four bytes, lowest first, and the four letters that end the file. */
    private static final int TAIL_BYTES = 8;

    private ParquetFooter() {}

    /** Puts the encodings of each column in their fixed order, so that every process writes the same bytes. */
    static void putInOrder(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long tailStart = channel.size() - TAIL_BYTES;
            ByteBuffer tail =
                    ByteBuffer.wrap(read(channel, tailStart, TAIL_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
            int footerBytes = tail.getInt(0);
            long start = tailStart - footerBytes;
            ByteArrayOutputStream ordered = new ByteArrayOutputStream(footerBytes);
            Util.writeFileMetaData(ordered(read(channel, start, footerBytes)), ordered);
            tail.putInt(0, ordered.size());
            write(channel, start, ByteBuffer.wrap(ordered.toByteArray()));
            write(channel, start + ordered.size(), tail);
            channel.truncate(start + ordered.size() + TAIL_BYTES);
        }
    }

    private static FileMetaData ordered(byte[] footer) throws IOException {
        FileMetaData description = Util.readFileMetaData(new ByteArrayInputStream(footer));
        for (RowGroup rowGroup : Objects.requireNonNull(description.getRow_groups())) {
            for (ColumnChunk column : Objects.requireNonNull(rowGroup.getColumns())) {
                Collections.sort(Objects.requireNonNull(
                        Objects.requireNonNull(column.getMeta_data()).getEncodings()));
            }
        }
        return description;
    }

    private static byte[] read(FileChannel channel, long from, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            if (channel.read(rest, from + rest.position()) < 0) {
                throw new EOFException("Expecting the footer of a Parquet file but was at its end");
            }
        }
        return content;
    }

    private static void write(FileChannel channel, long from, ByteBuffer content) throws IOException {
        long position = from;
        while (content.hasRemaining()) {
            position += channel.write(content, position);
        }
    }
}
