package vn.chitieu.catalog;

import org.jspecify.annotations.Nullable;
import vn.chitieu.text.Language;

/**
 * Data that cannot be used as given: a file, a row or a table that breaks its contract.
 *
 * <p>The message is for the person who delivered the data: what was expected, where (file and line or table and key),
 * what came, and what to do. A wrong argument of a method is an {@link IllegalArgumentException} instead.
 */
public final class DataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String messageVi;

    /** Creates an exception about data that only the program writes, and so is told in English. */
    public DataException(String message) {
        this(message, message, null);
    }

    /** Creates an exception about data that only the program writes, and so is told in English. */
    public DataException(String message, Throwable cause) {
        this(message, message, cause);
    }

    /** Creates an exception about data that a person delivers or edits, told in both languages. */
    public DataException(String messageVi, String messageEn) {
        this(messageVi, messageEn, null);
    }

    /** Creates an exception about data that a person delivers or edits, told in both languages. */
    public DataException(String messageVi, String messageEn, @Nullable Throwable cause) {
        super(messageEn, cause);
        this.messageVi = messageVi;
    }

    /** Returns the message in a language; {@link #getMessage} is the English one. */
    public String message(Language language) {
        return language == Language.VI ? messageVi : String.valueOf(getMessage());
    }
}
