package vn.chitieu.catalog;

import vn.chitieu.text.LocalizedText;

/** What a machine or a cluster, and no data, are to blame for: too little memory, a session that ended. */
public final class MachineException extends DataException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception that says what was not enough, and what to do before the same is tried again. */
    public MachineException(LocalizedText text) {
        super(text);
    }

    /** Creates an exception with what failed for that reason. */
    public MachineException(LocalizedText text, Throwable cause) {
        super(text, cause);
    }
}
