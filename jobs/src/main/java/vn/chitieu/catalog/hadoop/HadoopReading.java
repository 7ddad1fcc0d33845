package vn.chitieu.catalog.hadoop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.fs.FSDataInputStream;

/** A file that is read from any place of it. */
final class HadoopReading implements SeekableByteChannel {

    private static final int CHUNK_BYTES = 1 << 16;

    private final FSDataInputStream stream;
    private final long size;
    private boolean isOpen = true;

    HadoopReading(FSDataInputStream stream, long size) {
        this.stream = stream;
        this.size = size;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        requireOpen();
        if (!target.hasRemaining()) {
            return 0;
        }
        byte[] chunk = new byte[Math.min(target.remaining(), CHUNK_BYTES)];
        int count = stream.read(chunk, 0, chunk.length);
        if (count > 0) {
            target.put(chunk, 0, count);
        }
        return count;
    }

    @Override
    public long position() throws IOException {
        requireOpen();
        return stream.getPos();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        requireOpen();
        stream.seek(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        requireOpen();
        return size;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long length) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public void close() throws IOException {
        isOpen = false;
        stream.close();
    }

    private void requireOpen() throws ClosedChannelException {
        if (!isOpen) {
            throw new ClosedChannelException();
        }
    }
}
