package vn.chitieu.cli.console;

import java.nio.file.Path;
import vn.chitieu.catalog.Configuration;

/** The settings of this process: its file of settings, and its environment over that. */
public final class ProcessSettings {

    private ProcessSettings() {}

    /**
     * Returns them.
     *
     * @throws vn.chitieu.catalog.DataException if the file of settings cannot be used
     */
    public static Configuration read() {
        return Configuration.of(Path.of(System.getProperty("chitieu.home", ".")), System.getenv());
    }
}
