package vn.chitieu.cli;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import vn.chitieu.cli.process.LocalPath;
import vn.chitieu.text.NearMiss;
import vn.chitieu.text.Texts;

/** What is wrong with the arguments of a command, in the language of the reader: picocli says it in English only. */
final class UsageWords {

    private UsageWords() {}

    static String of(ParameterException exception, Texts messages) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, messages);
        }
        if (exception instanceof MissingParameterException missing) {
            return missing(missing, messages);
        }
        if (exception instanceof OverwrittenOptionException twice) {
            return messages.text("error.option_twice", name(twice.getOverwritten()));
        }
        if (exception.getCause() instanceof LocalPath.NotServedException notServed) {
            return String.valueOf(notServed.getMessage());
        }
        ArgSpec argument = exception.getArgSpec();
        return argument != null && exception.getValue() != null
                ? messages.text("error.option_value", exception.getValue(), name(argument), type(argument, messages))
                : String.valueOf(exception.getMessage());
    }

    private static String unmatched(UnmatchedArgumentException exception, Texts messages) {
        List<String> unmatched = exception.getUnmatched();
        String first = unmatched.get(0);
        String sentence =
                messages.text(first.startsWith("-") ? "error.unknown_option" : "error.unknown_argument", first);
        Collection<String> known = first.startsWith("-")
                ? exception.getSuggestions()
                : exception.getCommandLine().getSubcommands().keySet();
        return NearMiss.closest(first, known)
                .map(meant -> sentence + messages.text("error.meant", meant))
                .orElse(sentence);
    }

    private static String missing(MissingParameterException exception, Texts messages) {
        boolean isValue = exception.getMissing().stream().noneMatch(ArgSpec::required)
                || String.valueOf(exception.getMessage()).startsWith("Expected");
        return messages.text(
                isValue ? "error.value_missing" : "error.argument_missing",
                exception.getMissing().stream().map(UsageWords::name).collect(Collectors.joining(", ")));
    }

    private static String name(@Nullable ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return option.longestName();
        }
        return argument == null ? "" : argument.paramLabel();
    }

    private static String type(ArgSpec argument, Texts messages) {
        Class<?> type = argument.type();
        return type == int.class || type == Integer.class ? messages.text("error.whole_number") : argument.paramLabel();
    }
}
