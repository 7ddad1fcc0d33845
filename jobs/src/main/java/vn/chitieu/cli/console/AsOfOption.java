package vn.chitieu.cli.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.chitieu.text.Texts;

/** The day whose knowledge counts: the same option of every command. */
public final class AsOfOption {

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", descriptionKey = "as-of")
    private @Nullable String asOf;

    /**
     * Returns the day; empty without the option.
     *
     * @throws ConfigurationException if it is no day
     */
    public Optional<LocalDate> day(Texts messages) {
        if (asOf == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(asOf));
        } catch (DateTimeException e) {
            throw new ConfigurationException(messages.text("error.as_of", asOf), e);
        }
    }
}
