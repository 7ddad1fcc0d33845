package vn.chitieu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.apache.logging.log4j.LogManager;
import picocli.CommandLine.ParameterException;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.run.LockHeldException;
import vn.chitieu.catalog.run.NotReproducibleException;
import vn.chitieu.text.Texts;

/** Turns what went wrong into one sentence and an exit code; the whole trace goes to the log. */
record Failures(Terminal terminal, Texts messages) {

    /** Reports arguments that make no sense. */
    int usage(ParameterException exception) {
        terminal.err().println(messages.text("error.usage", UsageWords.of(exception, messages)));
        terminal.err()
                .println(messages.text(
                        "error.see_help",
                        exception.getCommandLine().getCommandSpec().qualifiedName()));
        return ExitCode.USAGE;
    }

    /**
     * Reports what a command threw.
     *
     * @param arguments as the user typed them: a path that stands there is never taken for the infrastructure
     */
    int report(Exception exception, List<String> arguments) {
        Optional<String> named = namedPath(exception, arguments);
        if (named.isPresent()) {
            LogManager.getLogger(Failures.class).error("ended with exit code {}", ExitCode.USAGE, exception);
            terminal.err().println(messages.text("error.unusable", named.get()));
            return ExitCode.USAGE;
        }
        int code = exitCode(exception);
        LogManager.getLogger(Failures.class).error("ended with exit code {}", code, exception);
        String message = exception instanceof DataException data
                ? data.message(messages.language())
                : String.valueOf(exception.getMessage());
        String sentence = message.lines().findFirst().orElse("");
        terminal.err()
                .println(
                        switch (code) {
                            case ExitCode.USAGE -> messages.text("error.unusable", sentence);
                            case ExitCode.LOCKED -> messages.text("error.locked", sentence);
                            case ExitCode.INFRASTRUCTURE ->
                                messages.text(
                                        "error.infrastructure",
                                        exception.getClass().getSimpleName() + ": " + sentence);
                            default ->
                                messages.text(
                                        "error.bug",
                                        exception.getClass().getSimpleName() + ": " + sentence,
                                        System.getProperty("chitieu.log.file", "-"));
                        });
        return code;
    }

    /** Returns what is wrong with a path that the user named, if that is what was thrown. */
    private Optional<String> namedPath(Exception exception, List<String> arguments) {
        Throwable thrown = exception instanceof UncheckedIOException ? exception.getCause() : exception;
        if (!(thrown instanceof FileSystemException failed) || failed.getFile() == null) {
            return Optional.empty();
        }
        Path path = Path.of(failed.getFile()).toAbsolutePath().normalize();
        boolean isNamed = arguments.stream()
                .map(argument -> argument.replaceFirst("^--?[a-z-]+=", ""))
                .filter(argument -> !argument.isBlank() && !argument.startsWith("-") && argument.indexOf(0) < 0)
                .map(argument -> Path.of(argument).toAbsolutePath().normalize())
                .anyMatch(argument -> argument.startsWith(path));
        if (!isNamed) {
            return Optional.empty();
        }
        Path missing = path;
        for (Path parent = path.getParent(); parent != null && !Files.exists(parent); parent = parent.getParent()) {
            missing = parent;
        }
        String key = thrown instanceof NoSuchFileException
                ? missing.equals(path) ? "error.path.missing" : "error.path.folder"
                : thrown instanceof AccessDeniedException ? "error.path.denied" : "error.path.other";
        return Optional.of(messages.text(
                key,
                failed.getFile(),
                String.valueOf(missing),
                Objects.requireNonNullElse(failed.getReason(), thrown.getClass().getSimpleName())));
    }

    private static int exitCode(Throwable thrown) {
        if (thrown instanceof ConfigurationException || thrown instanceof DataException) {
            return ExitCode.USAGE;
        }
        if (thrown instanceof LockHeldException) {
            return ExitCode.LOCKED;
        }
        if (thrown instanceof NotReproducibleException) {
            return ExitCode.BUG;
        }
        if (thrown instanceof IOException
                || thrown instanceof UncheckedIOException
                || thrown instanceof CompletionException) { // the Spark session could not be started
            return ExitCode.INFRASTRUCTURE;
        }
        return ExitCode.BUG;
    }
}
