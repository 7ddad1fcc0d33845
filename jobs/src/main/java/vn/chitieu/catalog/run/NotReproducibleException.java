package vn.chitieu.catalog.run;

/** The same run, computed again, gave other bytes: a fault of the product. The message names the files that differ. */
public final class NotReproducibleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotReproducibleException(String message) {
        super(message);
    }
}
