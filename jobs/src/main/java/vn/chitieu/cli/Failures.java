package vn.chitieu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.apache.logging.log4j.LogManager;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.run.DamagedRunException;
import vn.chitieu.catalog.run.LockHeldException;
import vn.chitieu.catalog.run.NotReproducibleException;
import vn.chitieu.cli.console.ConfigurationException;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
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
     * @param parsed what the user wrote: a path of it that cannot be used is the user's to correct
     */
    int report(Exception exception, ParseResult parsed) {
        return report(
                exception,
                exitCode(exception) == ExitCode.USAGE
                        ? Optional.empty()
                        : NamedPaths.of(parsed).fault(exception));
    }

    /** Reports settings that cannot be used, before anything that the user wrote is read. */
    int report(DataException settings) {
        return report(settings, Optional.empty());
    }

    private int report(Exception exception, Optional<NamedPaths.Fault> named) {
        int own = exitCode(exception);
        int code = named.isPresent() ? ExitCode.USAGE : own;
        LogManager.getLogger(Failures.class).error("ended with exit code {}", code, exception);
        String message = exception instanceof DataException data
                ? data.message(messages.language())
                : String.valueOf(exception.getMessage());
        String sentence = named.map(fault -> messages.text("error.path." + fault.reason(), fault.path()))
                .orElseGet(() -> message.lines().findFirst().orElse(""));
        terminal.err()
                .println(
                        switch (code) {
                            case ExitCode.USAGE -> messages.text("error.unusable", sentence);
                            case ExitCode.LOCKED -> messages.text("error.locked", sentence);
                            case ExitCode.INFRASTRUCTURE ->
                                exception instanceof DamagedRunException
                                        ? messages.text("error.damaged", sentence)
                                        : messages.text(
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

    private static int exitCode(Throwable thrown) {
        if (thrown instanceof DamagedRunException) { // the disk's fault, and no wrong usage
            return ExitCode.INFRASTRUCTURE;
        }
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
