package vn.chitieu.cli;

import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.apache.logging.log4j.LogManager;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.MachineException;
import vn.chitieu.catalog.run.DamagedRunException;
import vn.chitieu.catalog.run.LockHeldException;
import vn.chitieu.catalog.run.NotReproducibleException;
import vn.chitieu.catalog.run.UnfinishedPublicationException;
import vn.chitieu.cli.console.ConfigurationException;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.cli.process.KnownWarehouses.WarehouseGoneException;
import vn.chitieu.cli.process.ProcessEnd;
import vn.chitieu.text.Texts;

/** Turns what went wrong into one sentence and an exit code; the whole trace goes to the log. */
record Failures(Terminal terminal, Texts messages, ProcessEnd end) {

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
    int report(Throwable thrown, ParseResult parsed) {
        int code = exitCode(thrown);
        Optional<NamedPaths.Fault> named = code == ExitCode.INFRASTRUCTURE || code == ExitCode.BUG
                ? NamedPaths.of(parsed).fault(thrown)
                : Optional.empty();
        return named.map(fault -> report(
                        ExitCode.USAGE,
                        thrown,
                        messages.text("error.unusable", messages.text("error.path." + fault.reason(), fault.path()))))
                .orElseGet(() -> report(thrown));
    }

    /** Reports what a command or one of its threads threw, or settings that cannot be used. */
    int report(Throwable thrown) {
        Throwable known = known(thrown);
        int code = exitCode(known);
        return report(code, thrown, sentence(code, known));
    }

    /**
     * What breaks because the process is being ended from outside is not reported: whoever ends it has told already.
     */
    private int report(int code, Throwable thrown, String sentence) {
        if (!end.isFromOutside()) {
            LogManager.getLogger(Failures.class).error("ended with exit code {}", code, thrown);
            terminal.err().println(sentence);
        }
        return code;
    }

    /** Tells that the process is being ended by a signal, or by a library that finds no room to work. */
    void interrupted() {
        LogManager.getLogger(Failures.class).error("ended from outside with exit code {}", ExitCode.INFRASTRUCTURE);
        terminal.err().println(messages.text("error.interrupted"));
        terminal.err().flush();
    }

    private String sentence(int code, Throwable thrown) {
        String message =
                words(thrown instanceof DataException data ? data.message(messages.language()) : thrown.getMessage());
        return switch (code) {
            case ExitCode.USAGE -> messages.text("error.unusable", message);
            case ExitCode.LOCKED -> messages.text("error.locked", message);
            case ExitCode.PAGES_OUTSTANDING ->
                messages.text(
                        "error.pages", ((UnfinishedPublicationException) thrown).runId(), withMemory(ofPages(thrown)));
            case ExitCode.INFRASTRUCTURE ->
                thrown instanceof DamagedRunException
                        ? messages.text("error.damaged", message)
                        : messages.text(
                                "error.infrastructure",
                                thrown instanceof WarehouseGoneException || thrown instanceof MachineException
                                        ? message
                                        : withMemory(told(thrown)));
            default -> messages.text("error.bug", named(thrown), System.getProperty("chitieu.log.file", "-"));
        };
    }

    /** Names a failure; of memory it is said how much there is, and how to give more. */
    private String withMemory(Throwable told) {
        return told instanceof OutOfMemoryError
                ? messages.text(
                        "error.memory", named(told), Runtime.getRuntime().maxMemory() >> 20)
                : named(told);
    }

    /** Spark hands what a task says of its own on inside others. */
    private static Throwable known(Throwable thrown) {
        return causes(thrown).stream()
                .filter(MachineException.class::isInstance)
                .findFirst()
                .orElse(thrown);
    }

    /** Returns the exit code of what was thrown. */
    static int exitCode(Throwable thrown) {
        // the disk's fault or the memory's, and no wrong usage
        if (thrown instanceof DamagedRunException || thrown instanceof MachineException) {
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
        if (thrown instanceof UnfinishedPublicationException) {
            return ExitCode.PAGES_OUTSTANDING;
        }
        return thrown instanceof WarehouseGoneException || isOfTheMachine(root(thrown, true))
                ? ExitCode.INFRASTRUCTURE
                : ExitCode.BUG;
    }

    /**
     * Returns whether memory, a disk, a file or the installation failed. Spark hands such a failure on inside others,
     * and a library whose native part could not be unpacked fails as one that cannot be linked.
     */
    private static boolean isOfTheMachine(Throwable thrown) {
        return thrown instanceof IOException
                || thrown instanceof UncheckedIOException
                || thrown instanceof IOError
                || thrown instanceof CompletionException // the Spark session could not be started
                || thrown instanceof OutOfMemoryError
                || thrown instanceof InternalError
                || thrown instanceof LinkageError;
    }

    /** Returns the innermost cause, or with {@code ofTheMachine} the innermost that the machine is to blame for. */
    private static Throwable root(Throwable thrown, boolean ofTheMachine) {
        Throwable found = thrown;
        for (Throwable cause : causes(thrown)) {
            if (!ofTheMachine || isOfTheMachine(cause)) {
                found = cause;
            }
        }
        return found;
    }

    /** Returns what was thrown and its causes, innermost last. */
    private static List<Throwable> causes(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> causes = new ArrayList<>();
        for (@Nullable Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    /**
     * Returns the outermost failure of the machine that has words of its own, and does not only hand on a cause; or
     * that names a file where the cause names none, as the operating system says no more of a full disk.
     */
    private static Throwable told(Throwable thrown) {
        Throwable innermost = root(thrown, true);
        boolean isNameless = !words(innermost.getMessage()).contains("/");
        Throwable found = thrown;
        while (found != innermost) {
            Throwable cause = Objects.requireNonNull(found.getCause());
            String words = words(found.getMessage());
            boolean isOwn = !words.isEmpty() && !words.contains(cause.getClass().getName());
            if (isOfTheMachine(found) && (isOwn || (isNameless && words.contains("/")))) {
                return found;
            }
            found = cause;
        }
        return innermost;
    }

    private static Throwable ofPages(Throwable thrown) {
        Throwable told = told(thrown);
        return told == thrown ? root(thrown, false) : told;
    }

    private static String named(Throwable thrown) {
        return thrown.getClass().getSimpleName() + ": " + words(thrown.getMessage());
    }

    private static String words(@Nullable String message) {
        return Objects.toString(message, "").lines().findFirst().orElse("");
    }
}
