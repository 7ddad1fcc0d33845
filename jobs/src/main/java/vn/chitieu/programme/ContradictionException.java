package vn.chitieu.programme;

import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** A programme that contradicts itself, said in both languages. */
public final class ContradictionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final LocalizedText text;

    ContradictionException(String key, Object... words) {
        this(Words.of("programme").text(key, words));
    }

    private ContradictionException(LocalizedText text) {
        super(text.en());
        this.text = text;
    }

    /** Returns the message in both languages; {@link #getMessage} is the English one. */
    public LocalizedText text() {
        return text;
    }
}
