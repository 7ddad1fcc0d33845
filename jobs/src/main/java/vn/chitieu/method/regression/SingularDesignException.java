package vn.chitieu.method.regression;

/** The columns of a regression do not determine its coefficients; the message names the column that shows it. */
public final class SingularDesignException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SingularDesignException(String message) {
        super(message);
    }
}
