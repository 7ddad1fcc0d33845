package vn.chitieu.text;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of one stage in one language. */
public final class Texts {

    private final Language language;
    private final Map<String, String> sentences;

    Texts(Language language, Map<String, String> sentences) {
        this.language = language;
        this.sentences = sentences;
    }

    public Language language() {
        return language;
    }

    /**
     * Returns a text with {@code {0}}, {@code {1}} … replaced by the arguments, as they print.
     *
     * @param arguments a {@link LocalizedText} is put in in this language
     * @throws IllegalArgumentException if there is no such text, or an argument too few
     */
    public String text(String key, @Nullable Object... arguments) {
        return find(key, arguments)
                .orElseThrow(() ->
                        new IllegalArgumentException("Expecting a text in " + language + " but found none of " + key));
    }

    /** Returns a text if there is one. */
    public Optional<String> find(String key, @Nullable Object... arguments) {
        return Optional.ofNullable(sentences.get(key)).map(sentence -> filled(key, sentence, arguments));
    }

    /** Returns the keys of all texts, sorted. */
    public Set<String> keys() {
        return sentences.keySet();
    }

    private String filled(String key, String sentence, @Nullable Object... arguments) {
        return Blanks.fill(sentence, blank -> {
            if (!Character.isDigit(blank.charAt(0))) {
                return Optional.empty();
            }
            int index = Integer.parseInt(blank);
            if (index >= arguments.length) {
                throw new IllegalArgumentException("Expecting more than %s words for the blanks of %s but found '%s'"
                        .formatted(arguments.length, key, sentence));
            }
            @Nullable Object argument = arguments[index];
            return Optional.of(argument instanceof LocalizedText text ? text.in(language) : String.valueOf(argument));
        });
    }
}
