package vn.chitieu.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Where a command prints: results to one writer, everything else to the other, both UTF-8 whatever the locale.
 *
 * @param interactive whether a person watches, so that progress is worth printing
 * @param columns width of the results in characters
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive, int columns) {

    private static final int DEFAULT_COLUMNS = 140;
    private static final int LEAST_COLUMNS = 80;

    /** Returns the terminal of the process; the launcher says whether a person watches. */
    public static Terminal ofProcess() {
        return new Terminal(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                Boolean.getBoolean("chitieu.terminal"),
                Math.max(LEAST_COLUMNS, Integer.getInteger("chitieu.columns", DEFAULT_COLUMNS)));
    }

    /** Prints one line of progress where a person watches; nothing otherwise. */
    public void progress(String text) {
        if (interactive) {
            err.println("  " + text);
            err.flush();
        }
    }

    /** Returns a terminal that prints no result and no progress; what is wrong is printed as before. */
    public Terminal quiet() {
        return new Terminal(new PrintWriter(Writer.nullWriter()), err, false, columns);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
