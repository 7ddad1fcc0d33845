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

    /** A small object that is replaced again and again, as a lock is, changes a few times a minute. */
    private static final int MOST_TRIES = 20;

    private final Source source;
    private FSDataInputStream stream;
    private long size;
    private boolean isOpen = true;

    HadoopReading(Source source) throws IOException {
        this.source = source;
        this.stream = source.open();
        this.size = source.size();
    }

    /** A file as it is now. */
    interface Source {

        FSDataInputStream open() throws IOException;

        long size() throws IOException;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        requireOpen();
        if (!target.hasRemaining()) {
            return 0;
        }
        byte[] chunk = new byte[Math.min(target.remaining(), CHUNK_BYTES)];
        int count = read(chunk);
        if (count > 0) {
            target.put(chunk, 0, count);
        }
        return count;
    }

    /** An object that was replaced since it was looked up is looked up again, as long as nothing of it was read. */
    private int read(byte[] chunk) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return stream.read(chunk, 0, chunk.length);
            } catch (IOException e) {
                if (stream.getPos() != 0 || tries == MOST_TRIES || !ObjectClient.isConditionFailed(e)) {
                    throw e;
                }
                stream.close();
                stream = source.open();
                size = source.size();
            }
        }
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
