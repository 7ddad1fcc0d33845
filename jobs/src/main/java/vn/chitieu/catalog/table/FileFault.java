package vn.chitieu.catalog.table;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;

/**
 * A fault of a file that Spark met while it ran, which is none of the program.
 *
 * @param file where Spark read it
 * @param reason what reading it ended with, in the words of the reader
 */
public record FileFault(Path file, String reason) {

    /** What Java calls an object that has no text of its own; another in each process. */
    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{4,8}\\b");

    /** Returns the file that could not be read, if that is behind an exception. */
    public static Optional<FileFault> of(Throwable thrown) {
        String file = "";
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SparkThrowable spark && isOfFile(spark)) {
                file = spark.getMessageParameters().getOrDefault("path", "");
            }
            if (!file.isEmpty() && cause.getCause() == null) {
                String words =
                        String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
                String reason = IDENTITY.matcher(words).replaceAll("");
                return Optional.of(new FileFault(path(file), cause.getClass().getSimpleName() + ": " + reason));
            }
        }
        return Optional.empty();
    }

    /** Spark names some files as they are, and others as an address in which letters may be written by their bytes. */
    private static Path path(String named) {
        try {
            return Path.of(Objects.requireNonNullElse(URI.create(named).getPath(), named));
        } catch (IllegalArgumentException e) {
            return Path.of(named.replaceFirst("^file:/+", "/"));
        }
    }

    private static boolean isOfFile(SparkThrowable thrown) {
        String condition = String.valueOf(thrown.getCondition());
        return condition.startsWith("FAILED_READ_FILE") || condition.startsWith("CANNOT_READ_FILE_FOOTER");
    }
}
