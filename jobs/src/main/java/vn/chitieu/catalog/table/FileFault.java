package vn.chitieu.catalog.table;

import java.util.Optional;
import org.apache.spark.SparkThrowable;

/**
 * A fault of a file that Spark met while it ran, which is none of the program.
 *
 * @param file its name
 * @param reason what reading it ended with, in the words of the reader
 */
public record FileFault(String file, String reason) {

    /** Returns the file that could not be read, if that is behind an exception. */
    public static Optional<FileFault> of(Throwable thrown) {
        String file = "";
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SparkThrowable spark && isOfFile(spark)) {
                String path = spark.getMessageParameters().getOrDefault("path", "");
                file = path.substring(path.lastIndexOf('/') + 1);
            }
            if (!file.isEmpty() && cause.getCause() == null) {
                String reason =
                        String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
                return Optional.of(new FileFault(file, cause.getClass().getSimpleName() + ": " + reason));
            }
        }
        return Optional.empty();
    }

    private static boolean isOfFile(SparkThrowable thrown) {
        String condition = String.valueOf(thrown.getCondition());
        return condition.startsWith("FAILED_READ_FILE") || condition.startsWith("CANNOT_READ_FILE_FOOTER");
    }
}
