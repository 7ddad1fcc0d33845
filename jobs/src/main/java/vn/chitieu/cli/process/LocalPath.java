package vn.chitieu.cli.process;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitieu.text.Texts;

/** Paths as a user types them: of the machine itself, also as an address that begins with {@code file:}. */
public final class LocalPath {

    /** One letter before a colon is a drive, not a scheme. */
    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):/.*", Pattern.DOTALL);

    private LocalPath() {}

    /** An address that does not name a file of this machine; the message says what would. */
    public static final class NotLocalException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotLocalException(String message, Throwable cause) {
            super(message, cause);
        }

        NotLocalException(String message) {
            super(message);
        }
    }

    /**
     * Returns the path.
     *
     * @throws NotLocalException if it is an address of another scheme, such as {@code hdfs://}, or of another machine
     */
    public static Path of(String text, Texts messages) {
        Matcher address = ADDRESS.matcher(text);
        try {
            if (!address.matches()) {
                return Path.of(text);
            }
            if (!address.group(1).toLowerCase(Locale.ROOT).equals("file")) {
                throw new NotLocalException(messages.text("error.scheme", text, address.group(1)));
            }
            return Path.of(URI.create(text.replaceFirst("^[^:]*:(?://(?:localhost)?/|/(?!/))", "file:///")));
        } catch (InvalidPathException e) {
            throw new NotLocalException(messages.text("error.path", text), e);
        } catch (IllegalArgumentException e) {
            throw new NotLocalException(messages.text("error.file_address", text), e);
        }
    }
}
