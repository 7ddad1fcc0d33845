package vn.chitieu.catalog.run;

import vn.chitieu.catalog.DataException;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * A published run, or the pointer to it, is not what was written: a fault of the storage, and of nobody who asks. The
 * message says which commands lead out.
 */
public final class DamagedRunException extends DataException {

    private static final long serialVersionUID = 1L;

    private static final Words WORDS = Words.of("catalog");

    DamagedRunException(LocalizedText text) {
        super(text);
    }

    private DamagedRunException(LocalizedText text, Throwable cause) {
        super(text, cause);
    }

    /**
     * Creates an exception about a run.
     *
     * @param what was expected and found, which only the program writes and so is in English
     */
    static DamagedRunException of(RunId run, String what) {
        return new DamagedRunException(text(run, what));
    }

    static DamagedRunException of(RunId run, String what, Throwable cause) {
        return new DamagedRunException(text(run, what), cause);
    }

    private static LocalizedText text(RunId run, String what) {
        return WORDS.text("run_damaged", what, run.asOf());
    }
}
