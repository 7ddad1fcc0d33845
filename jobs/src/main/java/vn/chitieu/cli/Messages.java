package vn.chitieu.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import vn.chitieu.text.Language;

/** What commands say, in one language. */
record Messages(Language language, ResourceBundle bundle) {

    private static final String BUNDLE = "vn.chitieu.cli.messages";

    static Messages of(Language language) {
        Locale locale = Locale.forLanguageTag(language.code());
        return new Messages(
                language,
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        Messages.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /**
     * Returns a sentence with its blanks filled; the arguments are put in as they print.
     *
     * @throws java.util.MissingResourceException if no sentence has the key
     */
    String text(String key, Object... arguments) {
        Object[] printed = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            printed[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(printed);
    }
}
