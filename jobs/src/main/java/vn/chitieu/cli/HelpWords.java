package vn.chitieu.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.text.Texts;

/**
 * The words of the help as picocli wraps them: it breaks lines after points, hyphens and slashes too, in the middle of
 * numbers, file names and addresses. A glue that no line is broken at holds them together until they are printed.
 */
final class HelpWords extends ResourceBundle {

    private static final char GLUE = '\uFEFF';

    /** Between two letters of a word, but not in the name of a variable such as {@code ${DEFAULT-VALUE}}. */
    private static final Pattern WITHIN_A_WORD =
            Pattern.compile("(?<!\\$\\{[^}\\s]{0,40})((?<=\\S[-./=:\\]])(?=\\S)|(?<=\\S)(?=\\[\\S))");

    private final Texts words;

    HelpWords(Texts words) {
        this.words = words;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return words.keys().contains(key)
                ? WITHIN_A_WORD.matcher(words.text(key)).replaceAll(String.valueOf(GLUE))
                : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(words.keys());
    }

    /**
     * Returns what a command is about, as wide as its help. A line that is set in is an example, which a reader copies:
     * it stays whole however narrow the terminal is.
     */
    static String description(CommandLine.Help help) {
        UsageMessageSpec message = help.commandSpec().usageMessage();
        return String.join("\n", message.description())
                .replace(String.valueOf(GLUE), "")
                .replace("%n", "\n")
                .lines()
                .flatMap(line ->
                        line.startsWith("  ") ? Stream.of(line) : PlainText.wrap(line, message.width()).stream())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** Returns a writer that leaves the glue out. */
    static PrintWriter printedTo(Writer out) {
        return new PrintWriter(new FilterWriter(out) {
            @Override
            public void write(int c) throws IOException {
                if (c != GLUE) {
                    out.write(c);
                }
            }

            @Override
            public void write(char[] letters, int from, int count) throws IOException {
                for (int i = from; i < from + count; i++) {
                    write(letters[i]);
                }
            }

            @Override
            public void write(String text, int from, int count) throws IOException {
                out.write(text.substring(from, from + count).replace(String.valueOf(GLUE), ""));
            }
        });
    }
}
