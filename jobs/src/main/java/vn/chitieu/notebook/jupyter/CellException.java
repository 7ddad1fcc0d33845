package vn.chitieu.notebook.jupyter;

/** A cell that does not compile, or whose run was stopped; the message is all there is to say. */
final class CellException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CellException(String message) {
        super(message);
    }
}
