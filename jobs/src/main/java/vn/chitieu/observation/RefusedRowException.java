package vn.chitieu.observation;

import vn.chitieu.source.QuarantinedRow;

/** A row that breaks a rule of {@link Validation}. */
final class RefusedRowException extends Exception {

    private static final long serialVersionUID = 1L;

    private final QuarantinedRow row;

    RefusedRowException(QuarantinedRow row) {
        super(row.message());
        this.row = row;
    }

    /** Returns the row with the reason. */
    QuarantinedRow row() {
        return row;
    }
}
