package vn.chitieu.catalog;

import java.util.Arrays;

/**
 * Which texts of millions there are, by a 64-bit sum of each (FNV-1a): eight bytes a text. That two of thirty million
 * differing texts have one sum has a chance of 1 in 40,000.
 */
public final class TextSums {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int FIRST_SIZE = 1 << 10;

    private long[] sums = new long[FIRST_SIZE];
    private int size;
    private boolean isSorted = true;

    public void add(String text) {
        if (size == sums.length) {
            sums = Arrays.copyOf(sums, 2 * size);
        }
        sums[size] = sum(text);
        size++;
        isSorted = false;
    }

    public boolean contains(String text) {
        return contains(sum(text));
    }

    /** Returns whether every text of others is among these. */
    public boolean containsAll(TextSums others) {
        return Arrays.stream(others.sums, 0, others.size).allMatch(this::contains);
    }

    private boolean contains(long sum) {
        if (!isSorted) {
            Arrays.sort(sums, 0, size);
            isSorted = true;
        }
        return Arrays.binarySearch(sums, 0, size, sum) >= 0;
    }

    private static long sum(String text) {
        long sum = OFFSET;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            sum = (sum ^ (letter & 0xff)) * PRIME;
            sum = (sum ^ (letter >> Byte.SIZE)) * PRIME;
        }
        return sum;
    }
}
