package vn.chitieu.text;

import java.io.Serializable;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A text in the two languages of the product.
 *
 * @param vi Vietnamese, NFC
 */
public record LocalizedText(String vi, String en) implements Serializable {

    public static final LocalizedText EMPTY = same("");

    /** Returns a text that is the same in both languages, such as a code. */
    public static LocalizedText same(String text) {
        return new LocalizedText(text, text);
    }

    public static LocalizedText join(String separator, Collection<LocalizedText> parts) {
        return new LocalizedText(
                parts.stream().map(LocalizedText::vi).collect(Collectors.joining(separator)),
                parts.stream().map(LocalizedText::en).collect(Collectors.joining(separator)));
    }

    public String in(Language language) {
        return switch (language) {
            case VI -> vi;
            case EN -> en;
        };
    }

    /** Returns this text with another behind it, nothing between them. */
    public LocalizedText plus(LocalizedText other) {
        return new LocalizedText(vi + other.vi, en + other.en);
    }

    /** Returns this text with another behind it, the same in both languages. */
    public LocalizedText plus(String other) {
        return plus(same(other));
    }
}
