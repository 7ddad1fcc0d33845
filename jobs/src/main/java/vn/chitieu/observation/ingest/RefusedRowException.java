package vn.chitieu.observation.ingest;

import vn.chitieu.source.QuarantinedRow;

/** A row that breaks a rule of {@link Validation}. */
public final class RefusedRowException extends Exception {

    private static final long serialVersionUID = 1L;

    private final QuarantinedRow row;

    public RefusedRowException(QuarantinedRow row) {
        super(row.message().en());
        this.row = row;
    }

    /** Returns the row with the reason. */
    public QuarantinedRow row() {
        return row;
    }
}
