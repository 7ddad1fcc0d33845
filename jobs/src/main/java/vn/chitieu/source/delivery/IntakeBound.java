package vn.chitieu.source.delivery;

import vn.chitieu.catalog.DataException;
import vn.chitieu.text.Words;

/**
 * How much a night bears: every received file is held in memory at once, as rows and as figures.
 *
 * @param heapBytes the most memory that this process may use
 */
public record IntakeBound(long heapBytes) {

    private static final Words WORDS = Words.of("source");

    /** Memory for each delivered byte while figures are typed, checked and handed to Spark; measured at 35. */
    private static final long HEAP_PER_BYTE = 48;

    /** Returns the bound of this process. */
    public static IntakeBound ofThisProcess() {
        return new IntakeBound(Runtime.getRuntime().maxMemory());
    }

    /** Returns the most bytes that received files may have together. */
    public long bytes() {
        return heapBytes / HEAP_PER_BYTE;
    }

    /**
     * Checks that a file can be taken in beside those that are in use.
     *
     * @throws DataException if a night could not hold them all
     */
    void require(String fileName, long bytes, long inUse) {
        if (inUse + bytes > bytes()) {
            throw new DataException(WORDS.text("received.memory", fileName, bytes, inUse, bytes(), heapBytes >> 20));
        }
    }
}
