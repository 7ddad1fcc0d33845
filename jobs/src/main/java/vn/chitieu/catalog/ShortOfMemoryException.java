package vn.chitieu.catalog;

import vn.chitieu.text.LocalizedText;

/** Data that are in order and larger than the memory that the program was given: more memory, and the same again. */
public final class ShortOfMemoryException extends DataException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception that says what was too large, and how to give more memory. */
    public ShortOfMemoryException(LocalizedText text) {
        super(text);
    }
}
