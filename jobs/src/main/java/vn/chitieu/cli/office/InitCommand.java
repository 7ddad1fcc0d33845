package vn.chitieu.cli.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.chitieu.catalog.StagedFolder;
import vn.chitieu.cli.console.ConfigurationException;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.cli.console.WarehouseOption;
import vn.chitieu.cli.office.EmptyOffice.Beginning;
import vn.chitieu.text.Texts;

/** Lays down the data of an office that has none yet. */
@Command(name = "init")
public final class InitCommand implements Callable<Integer> {

    private static final Pattern AREA = Pattern.compile("[A-Z]{2}(-[A-Z0-9]+)*");
    private static final Pattern CURRENCY = Pattern.compile("[a-z]{3}");

    /** What a CSV and a YAML file hold between quotation marks without an escape. */
    private static final Pattern NAME = Pattern.compile("[^\"\\\\\\p{Cntrl}]+");

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    @Option(names = "--datasets", paramLabel = "DIR", required = true, descriptionKey = "chitieu.init.datasets")
    private Path datasets = Path.of("");

    @Option(names = "--area", paramLabel = "CODE", required = true, descriptionKey = "chitieu.init.area")
    private String area = "";

    @Option(names = "--year", paramLabel = "YYYY", required = true, descriptionKey = "chitieu.init.year")
    private int year;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "chitieu.init.name")
    private @Nullable String name;

    @Option(names = "--currency", paramLabel = "CODE", descriptionKey = "chitieu.init.currency")
    private @Nullable String currency;

    private final Terminal terminal;
    private final Texts messages;

    public InitCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws IOException {
        Path shipped = WarehouseOption.shippedDatasets();
        if (!Files.isDirectory(shipped)) {
            throw new ConfigurationException(messages.text("error.no_datasets", shipped));
        }
        Beginning beginning = beginning(shipped);
        Path folder = datasets.toAbsolutePath().normalize();
        if (Files.exists(folder)) {
            requireEmpty(folder);
            Files.delete(folder);
        }
        Files.createDirectories(Objects.requireNonNull(folder.getParent()));
        try (StagedFolder staged = StagedFolder.of(folder)) {
            new EmptyOffice(shipped, beginning).write(staged.path());
            staged.publish(folder, EmptyOffice.READ_FIRST);
        }
        terminal.out().print(messages.text("init.done", datasets, area, year));
        return ExitCode.OK;
    }

    private Beginning beginning(Path shipped) {
        require(AREA.matcher(area).matches(), "error.init_area", area);
        require(year >= FIRST_YEAR && year <= LAST_YEAR, "error.init_year", year);
        String called = name == null ? area : name;
        require(NAME.matcher(called).matches(), "error.init_name", called);
        Optional<String> money = Optional.ofNullable(currency);
        money.ifPresent(code -> require(CURRENCY.matcher(code).matches(), "error.init_currency", code));
        boolean isKnown = EmptyOffice.isNationKnown(shipped, area);
        require(isKnown || money.isPresent(), "error.init_no_currency", area);
        require(!isKnown || money.isEmpty(), "error.init_known_currency", area);
        return new Beginning(area, called, year, money, messages.language());
    }

    private void require(boolean isRight, String error, Object found) {
        if (!isRight) {
            throw new ConfigurationException(messages.text(error, found));
        }
    }

    private void requireEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ConfigurationException(messages.text("error.init_file", datasets));
        }
        try (Stream<Path> entries = Files.list(folder)) {
            entries.sorted().findFirst().ifPresent(first -> {
                throw new ConfigurationException(messages.text("error.init_full", datasets, first.getFileName()));
            });
        }
    }
}
