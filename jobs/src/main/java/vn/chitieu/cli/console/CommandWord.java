package vn.chitieu.cli.console;

import java.util.regex.Pattern;

/** A word of a command that is printed to be typed again. */
public final class CommandWord {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}._/:=@+,-]+");

    private CommandWord() {}

    /** Returns the word as a shell takes it, in quotes where it needs them. */
    public static String of(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
