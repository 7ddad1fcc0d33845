package vn.chitieu.cli.console;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.chitieu.text.Texts;

/** How long a command waits for another run that holds the warehouse. */
public final class WaitOption {

    private static final Pattern SPAN = Pattern.compile("([0-9]{1,6})([smh])");

    @Option(names = "--wait", paramLabel = "30m", descriptionKey = "wait")
    private @Nullable String span;

    /**
     * Returns the longest wait; none unless one was asked for.
     *
     * @throws ConfigurationException if it is no number of seconds, minutes or hours
     */
    public Duration longest(Texts messages) {
        return span == null ? Duration.ZERO : of(span, messages);
    }

    /**
     * Returns a span of time.
     *
     * @throws ConfigurationException if it is no number of seconds, minutes or hours
     */
    public static Duration of(String text, Texts messages) {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            throw new ConfigurationException(messages.text("error.wait", text));
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
