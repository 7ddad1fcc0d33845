package vn.chitieu.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The words of one stage in both languages, from {@code words_vi.properties} and {@code words_en.properties} beside it.
 * Never falls back to the machine's locale.
 */
public final class Words {

    private static final Map<String, Words> BY_STAGE = new ConcurrentHashMap<>();

    private final Texts vi;
    private final Texts en;

    private Words(String stage) {
        vi = load(stage, Language.VI);
        en = load(stage, Language.EN);
    }

    /**
     * Returns the words of a stage.
     *
     * @param stage the name of its package, for example {@code observation}
     */
    public static Words of(String stage) {
        return BY_STAGE.computeIfAbsent(stage, Words::new);
    }

    public Texts in(Language language) {
        return switch (language) {
            case VI -> vi;
            case EN -> en;
        };
    }

    /**
     * Returns a text in both languages with its blanks filled, as {@link Texts#text}.
     *
     * @throws IllegalArgumentException if a language has no such text, or an argument is missing
     */
    public LocalizedText text(String key, @Nullable Object... arguments) {
        return new LocalizedText(vi.text(key, arguments), en.text(key, arguments));
    }

    /** Returns a text if both languages have it. */
    public Optional<LocalizedText> find(String key, @Nullable Object... arguments) {
        return vi.find(key, arguments)
                .flatMap(text -> en.find(key, arguments).map(other -> new LocalizedText(text, other)));
    }

    private static Texts load(String stage, Language language) {
        String name = "/vn/chitieu/" + stage + "/words_" + language.code() + ".properties";
        Properties properties = new Properties();
        try (InputStream stream = Words.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("Expecting a stage with words but found no resource " + name);
            }
            try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to read " + name, e);
        }
        Map<String, String> sentences = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> sentences.put(key, properties.getProperty(key)));
        return new Texts(language, Collections.unmodifiableMap(sentences));
    }
}
