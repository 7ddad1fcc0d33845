package vn.chitieu.catalog.run;

/** Another run holds the lock of the warehouse, or took it from this one. The message names it. */
public final class LockHeldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LockHeldException(String message) {
        super(message);
    }

    LockHeldException(String message, Throwable cause) {
        super(message, cause);
    }
}
