package vn.chitieu.catalog;

/** Refuses data, not an argument: the message names the file and line, what was expected and what was found. */
public final class DataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
