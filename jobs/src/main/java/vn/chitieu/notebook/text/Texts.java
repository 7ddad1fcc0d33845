package vn.chitieu.notebook.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import vn.chitieu.text.Language;

/**
 * The words of pages and console tables in one language, from {@code texts_vi.properties} and
 * {@code texts_en.properties}. Never falls back to the machine's locale.
 */
public final class Texts {

    private static final Texts VI = load(Language.VI);
    private static final Texts EN = load(Language.EN);

    private final Language language;
    private final Properties texts;

    private Texts(Language language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    public static Texts of(Language language) {
        return language == Language.VI ? VI : EN;
    }

    public Language language() {
        return language;
    }

    /**
     * Returns a text, with {@code {0}}, {@code {1}} … replaced by the arguments.
     *
     * @throws IllegalArgumentException if there is no such text
     */
    public String text(String key, Object... arguments) {
        return find(key, arguments)
                .orElseThrow(() ->
                        new IllegalArgumentException("Expecting a text in " + language + " but found none of " + key));
    }

    /** Returns a text if there is one. */
    public Optional<String> find(String key, Object... arguments) {
        return Optional.ofNullable(texts.getProperty(key)).map(text -> filled(text, arguments));
    }

    /** Returns the keys of all texts, sorted. */
    Set<String> keys() {
        return new TreeSet<>(texts.stringPropertyNames());
    }

    private static String filled(String pattern, Object... arguments) {
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            boolean isPlace = pattern.charAt(i) == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}';
            if (isPlace) {
                filled.append(arguments[pattern.charAt(i + 1) - '0']);
                i += 2;
            } else {
                filled.append(pattern.charAt(i));
            }
        }
        return filled.toString();
    }

    private static Texts load(Language language) {
        Properties texts = new Properties();
        String name = "texts_" + language.code() + ".properties";
        try (InputStream stream = resource(name);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to read " + name, e);
        }
        return new Texts(language, texts);
    }

    /** Returns a resource of this package as text with line feeds, whatever the file system made of them. */
    public static String resourceText(String name) {
        try (InputStream stream = resource(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to read " + name, e);
        }
    }

    private static InputStream resource(String name) {
        InputStream stream = Texts.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("Expecting resource " + name + " beside " + Texts.class.getName());
        }
        return stream;
    }
}
