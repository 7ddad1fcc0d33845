package vn.chitieu.text;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blanks of a sentence, numbered from {@code {0}} or named as in {@code {limit}}. */
public final class Blanks {

    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

    private Blanks() {}

    /** Returns the sentence with each blank replaced that has a word; what a word holds is never looked at again. */
    public static String fill(String sentence, Function<String, Optional<String>> word) {
        if (sentence.indexOf('{') < 0) {
            return sentence;
        }
        return BLANK.matcher(sentence)
                .replaceAll(blank ->
                        Matcher.quoteReplacement(word.apply(blank.group(1)).orElse(blank.group())));
    }

    /** Returns the names of the blanks. */
    public static SortedSet<String> of(String sentence) {
        SortedSet<String> names = new TreeSet<>();
        BLANK.matcher(sentence).results().forEach(blank -> names.add(blank.group(1)));
        return names;
    }
}
