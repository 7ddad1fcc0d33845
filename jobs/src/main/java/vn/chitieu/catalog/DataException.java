package vn.chitieu.catalog;

/**
 * Data that cannot be used as given: a file, a row or a table that breaks its contract.
 *
 * <p>The message is for the person who delivered the data: what was expected, where (file and line or table and key),
 * what came, and what to do. A wrong argument of a method is an {@link IllegalArgumentException} instead.
 */
public final class DataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
