package vn.chitieu.catalog.table;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A Parquet file in memory: what is read is what was hashed, whatever becomes of the file meanwhile. */
final class ParquetBytes implements InputFile {

    private final byte[] content;

    ParquetBytes(byte[] content) {
        this.content = content;
    }

    @Override
    public long getLength() {
        return content.length;
    }

    @Override
    public SeekableInputStream newStream() {
        return new Stream(ByteBuffer.wrap(content));
    }

    private static final class Stream extends SeekableInputStream {

        private final ByteBuffer bytes;

        Stream(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        @Override
        public long getPos() {
            return bytes.position();
        }

        @Override
        public void seek(long position) throws IOException {
            if (position < 0 || position > bytes.limit()) {
                throw new EOFException("Expecting a place inside the file but was " + position);
            }
            bytes.position((int) position);
        }

        @Override
        public int read() {
            return bytes.hasRemaining() ? bytes.get() & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int count = Math.min(length, bytes.remaining());
            bytes.get(target, offset, count);
            return count == 0 && length > 0 ? -1 : count;
        }

        @Override
        public void readFully(byte[] target) throws IOException {
            readFully(target, 0, target.length);
        }

        @Override
        public void readFully(byte[] target, int offset, int length) throws IOException {
            if (bytes.remaining() < length) {
                throw new EOFException("Expecting " + length + " more bytes but were " + bytes.remaining());
            }
            bytes.get(target, offset, length);
        }

        @Override
        public int read(ByteBuffer target) {
            int count = Math.min(target.remaining(), bytes.remaining());
            if (count == 0 && target.hasRemaining()) {
                return -1;
            }
            target.put(bytes.slice().limit(count));
            bytes.position(bytes.position() + count);
            return count;
        }

        @Override
        public void readFully(ByteBuffer target) throws IOException {
            if (bytes.remaining() < target.remaining()) {
                throw new EOFException("Expecting " + target.remaining() + " more bytes but were " + bytes.remaining());
            }
            read(target);
        }
    }
}
