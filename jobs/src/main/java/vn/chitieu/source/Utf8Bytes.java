package vn.chitieu.source;

/** Follows the bytes of a text and tells which of them cannot stand there in UTF-8 (RFC 3629). */
public final class Utf8Bytes {

    private static final int FIRST_CONTINUATION = 0x80;
    private static final int LAST_CONTINUATION = 0xBF;

    private int missing;
    private int passed;
    private int least = FIRST_CONTINUATION;
    private int most = LAST_CONTINUATION;

    /** Takes a byte, from 0 to 255, and returns whether it can stand behind those before it. */
    public boolean takes(int b) {
        if (missing == 0) {
            passed = 1;
            return b < FIRST_CONTINUATION || begins(b);
        }
        boolean isContinuation = b >= least && b <= most;
        least = FIRST_CONTINUATION;
        most = LAST_CONTINUATION;
        missing--;
        passed++;
        return isContinuation;
    }

    /** Takes the first of several bytes; what follows it must not be a longer form of a shorter one, or a surrogate. */
    private boolean begins(int b) {
        if (b >= 0xC2 && b <= 0xDF) {
            missing = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            missing = 2;
            least = b == 0xE0 ? 0xA0 : FIRST_CONTINUATION;
            most = b == 0xED ? 0x9F : LAST_CONTINUATION;
        } else if (b >= 0xF0 && b <= 0xF4) {
            missing = 3;
            least = b == 0xF0 ? 0x90 : FIRST_CONTINUATION;
            most = b == 0xF4 ? 0x8F : LAST_CONTINUATION;
        }
        return missing > 0;
    }

    /** Returns whether no character is left open. */
    public boolean isWhole() {
        return missing == 0;
    }

    /** Returns how many bytes were taken of the last character. */
    public int ofLast() {
        return passed;
    }
}
