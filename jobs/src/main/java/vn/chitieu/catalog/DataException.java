package vn.chitieu.catalog;

import org.jspecify.annotations.Nullable;
import vn.chitieu.text.Language;
import vn.chitieu.text.LocalizedText;

/**
 * Data that cannot be used as given: a file, a row or a table that breaks its contract.
 *
 * <p>The message is for the person who delivered the data: what was expected, where (file and line or table and key),
 * what was found, and what to do. A wrong argument of a method is an {@link IllegalArgumentException} instead.
 */
public class DataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final LocalizedText text;

    /** Creates an exception about data that only the program writes, and so in English. */
    public DataException(String message) {
        this(LocalizedText.same(message), null);
    }

    /** Creates an exception about data that only the program writes, and so in English. */
    public DataException(String message, Throwable cause) {
        this(LocalizedText.same(message), cause);
    }

    /** Creates an exception about data that a person delivers or edits, in both languages. */
    public DataException(LocalizedText text) {
        this(text, null);
    }

    /** Creates an exception about data that a person delivers or edits, in both languages. */
    public DataException(LocalizedText text, @Nullable Throwable cause) {
        super(text.en(), cause);
        this.text = text;
    }

    /** Creates an exception about data that a person delivers or edits, in both languages. */
    public DataException(String messageVi, String messageEn) {
        this(new LocalizedText(messageVi, messageEn), null);
    }

    /** Creates an exception about data that a person delivers or edits, in both languages. */
    public DataException(String messageVi, String messageEn, Throwable cause) {
        this(new LocalizedText(messageVi, messageEn), cause);
    }

    /** Returns the message in both languages; {@link #getMessage} is the English one. */
    public LocalizedText text() {
        return text;
    }

    /** Returns the message in a language; {@link #getMessage} is the English one. */
    public String message(Language language) {
        return text.in(language);
    }
}
