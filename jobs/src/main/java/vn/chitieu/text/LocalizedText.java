package vn.chitieu.text;

import java.io.Serializable;
import java.util.Locale;

/** A text in the two languages of the product. */
public record LocalizedText(String vi, String en) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Returns the Vietnamese text for a Vietnamese locale, else the English one. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("vi") ? vi : en;
    }
}
