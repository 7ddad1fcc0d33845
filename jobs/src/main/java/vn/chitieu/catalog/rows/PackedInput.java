package vn.chitieu.catalog.rows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Bytes of what is packed as they are read: what {@link PackedOutput} wrote. */
public final class PackedInput {

    private static final int BUFFER = 1 << 13;

    /** Where bytes come from: at least one, put into a buffer. */
    @FunctionalInterface
    interface Source {

        void read(ByteBuffer into, long from);
    }

    private final ByteBuffer buffer;
    private final Source source;
    private final long end;
    private long next;

    /** Reads what was written. */
    public PackedInput(byte[] packed) {
        this.buffer = ByteBuffer.wrap(packed);
        this.source = (into, from) -> {};
        this.next = packed.length;
        this.end = packed.length;
    }

    PackedInput(Source source, long start, int length) {
        this.buffer = ByteBuffer.allocate(Math.min(length, BUFFER)).limit(0);
        this.source = source;
        this.next = start;
        this.end = start + length;
    }

    int octet() {
        if (!buffer.hasRemaining()) {
            fill();
        }
        return buffer.get() & 0xFF;
    }

    /** Returns what {@link PackedOutput#number} wrote. */
    public long number() {
        long value = count();
        return (value >>> 1) ^ -(value & 1);
    }

    /** Returns what {@link PackedOutput#count} wrote. */
    public long count() {
        long value = 0;
        int shift = 0;
        int octet = octet();
        while (octet >= 0x80) {
            value |= (octet & 0x7FL) << shift;
            shift += 7;
            octet = octet();
        }
        return value | ((long) octet << shift);
    }

    long bits() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            value |= (long) octet() << shift;
        }
        return value;
    }

    String text(int length) {
        return new String(all(length), StandardCharsets.UTF_8);
    }

    /** Returns some of the bytes that {@link PackedOutput#all} wrote. */
    public byte[] all(int length) {
        byte[] content = new byte[length];
        int filled = 0;
        while (filled < length) {
            if (!buffer.hasRemaining()) {
                fill();
            }
            int count = Math.min(length - filled, buffer.remaining());
            buffer.get(content, filled, count);
            filled += count;
        }
        return content;
    }

    private void fill() {
        if (next == end) {
            throw new IllegalStateException("Expecting more bytes of packed rows but was at their end");
        }
        buffer.clear().limit((int) Math.min(buffer.capacity(), end - next));
        source.read(buffer, next);
        next += buffer.position();
        buffer.flip();
    }
}
