package vn.chitieu.notebook.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Style sheets and scripts that go into pages. */
public final class Resources {

    private Resources() {}

    /** Returns a resource of this package as text with line feeds, whatever the file system made of them. */
    public static String text(String name) {
        try (InputStream stream = resource(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to read " + name, e);
        }
    }

    private static InputStream resource(String name) {
        InputStream stream = Resources.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("Expecting resource " + name + " beside " + Resources.class.getName());
        }
        return stream;
    }
}
