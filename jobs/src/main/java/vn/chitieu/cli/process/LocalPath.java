package vn.chitieu.cli.process;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitieu.text.Texts;

/** Paths as a user types them: of the machine itself, also as an address that begins with {@code file:}. */
public final class LocalPath {

    /** One letter before a colon is a drive, not a scheme. */
    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):/.*", Pattern.DOTALL);

    private LocalPath() {}

    /** An address that does not name a file of this machine; the message says what would. */
    public static final class NotServedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotServedException(String message, Throwable cause) {
            super(message, cause);
        }

        NotServedException(String message) {
            super(message);
        }
    }

    /** Returns the scheme of an address; empty for a path. */
    static Optional<String> scheme(String text) {
        Matcher address = ADDRESS.matcher(text);
        return address.matches() ? Optional.of(address.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /**
     * Returns the path.
     *
     * @throws NotServedException if it is an address of another scheme, such as {@code hdfs://}, or of another machine
     */
    public static Path of(String text, Texts messages) {
        Optional<String> scheme = scheme(text);
        try {
            if (scheme.isEmpty()) {
                return Path.of(text);
            }
            if (!scheme.get().equals("file")) {
                throw new NotServedException(messages.text("error.scheme", text, scheme.get()));
            }
            return Path.of(URI.create(text.replaceFirst("^[^:]*:(?://(?:localhost)?/|/(?!/))", "file:///")));
        } catch (InvalidPathException e) {
            throw new NotServedException(messages.text("error.path", text), e);
        } catch (IllegalArgumentException e) {
            throw new NotServedException(messages.text("error.file_address", text), e);
        }
    }
}
