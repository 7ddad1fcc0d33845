package vn.chitieu.catalog.rows;

import java.util.Arrays;

/** Bytes of what is packed as they are written: numbers near 0 in one byte, the largest in ten. */
public final class PackedOutput {

    private static final int MOST = Integer.MAX_VALUE - 8; // arrays of more some machines do not make

    private byte[] bytes = new byte[1 << 10];
    private int length;

    /** Writes bytes of zeros and returns where they begin. */
    int zeros(int count) {
        require(count);
        int start = length;
        length += count;
        return start;
    }

    void mark(int at, int bit) {
        bytes[at + bit / Byte.SIZE] |= (byte) (1 << (bit % Byte.SIZE));
    }

    void octet(int value) {
        require(1);
        bytes[length++] = (byte) value;
    }

    /** Writes a number, in the fewer bytes the nearer it is to 0. */
    public void number(long value) {
        count((value << 1) ^ (value >> (Long.SIZE - 1)));
    }

    /** Writes a number that is not negative. */
    public void count(long value) {
        require(10);
        long left = value;
        while ((left & ~0x7FL) != 0) {
            bytes[length++] = (byte) ((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        bytes[length++] = (byte) left;
    }

    void bits(long value) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            octet((int) (value >>> shift));
        }
    }

    /** Writes bytes as they are. */
    public void all(byte[] content) {
        require(content.length);
        System.arraycopy(content, 0, bytes, length, content.length);
        length += content.length;
    }

    /** Returns what was written. */
    public byte[] written() {
        return Arrays.copyOf(bytes, length);
    }

    private void require(int more) {
        if (more > MOST - length) {
            throw new IllegalArgumentException(
                    "Expecting at most " + MOST + " bytes packed together but were more; pack fewer rows at once");
        }
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(MOST, Math.max(2L * bytes.length, (long) length + more)));
        }
    }
}
