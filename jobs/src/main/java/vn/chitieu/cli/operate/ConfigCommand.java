package vn.chitieu.cli.operate;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.chitieu.catalog.Configuration;
import vn.chitieu.cli.console.ConfigurationException;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.FormatOption;
import vn.chitieu.cli.console.PagesOption;
import vn.chitieu.cli.console.ProcessSettings;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.cli.console.WarehouseOption;
import vn.chitieu.cli.process.Secrets;
import vn.chitieu.notebook.terminal.TextRecords;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;

/** Shows every setting and where it comes from. */
@Command(name = "config")
public final class ConfigCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of("key", "value", "origin");

    @Parameters(paramLabel = "show", descriptionKey = "chitieu.config.what")
    private String what = "";

    @Mixin
    private FormatOption format = new FormatOption();

    private final Terminal terminal;
    private final Texts messages;

    public ConfigCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() {
        if (!what.equals("show")) {
            throw new ConfigurationException(messages.text("error.config", what));
        }
        Configuration configuration = ProcessSettings.read();
        List<List<String>> rows = Configuration.KEYS.stream()
                .map(key -> configuration
                        .setting(key)
                        .map(setting -> List.of(key, Secrets.masked(setting.value()), setting.origin()))
                        .orElseGet(() -> unset(key, configuration)))
                .toList();
        TextRecords records = Listings.records(COLUMNS, "config.column.", messages, rows);
        Listings.print(terminal, format.of(messages), records, () -> records.table(terminal.columns()));
        return ExitCode.OK;
    }

    /** Returns what counts where nothing is set. */
    private List<String> unset(String key, Configuration configuration) {
        String value =
                switch (key) {
                    case "datasets" -> WarehouseOption.shippedDatasets().toString();
                    case "warehouse" -> inForce("datasets", configuration) + "/" + WarehouseOption.USUAL;
                    case "export" -> inForce("warehouse", configuration) + "/" + PagesOption.USUAL;
                    case "lang" -> Language.DEFAULT.code();
                    default -> "";
                };
        return List.of(key, value, value.isEmpty() ? "" : messages.text("config.usual"));
    }

    private String inForce(String key, Configuration configuration) {
        return configuration.setting(key).map(Configuration.Setting::value).orElseGet(() -> unset(key, configuration)
                .get(1));
    }
}
