package vn.chitieu.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.chitieu.cli.console.ConfigurationException;
import vn.chitieu.cli.console.DataFolders;
import vn.chitieu.cli.console.FormatOption;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.cli.console.WarehouseOption;
import vn.chitieu.text.Texts;

/** Receives files: copies, hashes and registers them, then says what became of their figures. */
@Command(name = "ingest")
final class IngestCommand implements Callable<Integer> {

    private static final Pattern CELL = Pattern.compile("[A-Za-z]{1,3}[1-9][0-9]{0,6}");

    @Parameters(paramLabel = "FILE", arity = "0..*", descriptionKey = "chitieu.ingest.files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--form", paramLabel = "CODE", descriptionKey = "chitieu.ingest.form")
    private @Nullable String form;

    @Option(names = "--sender", paramLabel = "S", descriptionKey = "chitieu.ingest.sender")
    private @Nullable String sender;

    @Option(names = "--published", paramLabel = "YYYY-MM-DD", descriptionKey = "chitieu.ingest.published")
    private @Nullable String published;

    @Option(names = "--confirm", paramLabel = "CELL", split = ",", descriptionKey = "chitieu.ingest.confirm")
    private List<String> confirmed = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "chitieu.ingest.reason")
    private @Nullable String reason;

    @Option(names = "--withdraw", paramLabel = "ID", descriptionKey = "chitieu.ingest.withdraw")
    private @Nullable String withdrawn;

    @Option(names = "--restore", paramLabel = "ID", descriptionKey = "chitieu.ingest.restore")
    private @Nullable String restored;

    @Option(names = "--list", descriptionKey = "chitieu.ingest.list")
    private boolean list;

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private BulkReception bulk = new BulkReception();

    @Mixin
    private WarehouseOption where = new WarehouseOption();

    private final Terminal terminal;
    private final Texts messages;

    IngestCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws Exception {
        Path datasets = where.existingDatasets(messages);
        Path warehouse = (list ? where.open(messages) : where.begin(terminal, messages)).root();
        DataFolders folders = new DataFolders(datasets, warehouse, where.again());
        Optional<LocalDate> day = day();
        if (bulk.isAskedFor()) {
            return bulk.receive(terminal, messages, folders, files, Optional.ofNullable(sender), day);
        }
        if (list) {
            return new DeliveryListing(terminal, messages, datasets, warehouse).print(format.of(messages));
        }
        Reception reception =
                new Reception(terminal, messages, folders, Optional.ofNullable(form), Optional.ofNullable(sender), day);
        if (withdrawn != null) {
            return reception.withdraw(withdrawn, Optional.of(reasonToWithdraw()));
        }
        if (restored != null) {
            return reception.withdraw(restored, Optional.empty());
        }
        if (!confirmed.isEmpty() || reason != null) {
            return reception.confirm(onlyFile(), places(), reason());
        }
        return files.isEmpty() ? reception.receiveInbox() : reception.receive(files);
    }

    private Path onlyFile() {
        if (files.size() != 1) {
            throw new ConfigurationException(messages.text("error.confirm_one_file", files.size()));
        }
        return files.get(0);
    }

    private SortedSet<String> places() {
        SortedSet<String> places = new TreeSet<>();
        for (String typed : confirmed) {
            String place = typed.strip();
            places.add(CELL.matcher(place).matches() ? place.toUpperCase(Locale.ROOT) : place);
        }
        return places;
    }

    private String reason() {
        if (reason == null || reason.isBlank() || confirmed.isEmpty()) {
            throw new ConfigurationException(messages.text("error.confirm_reason"));
        }
        return reason.strip();
    }

    private String reasonToWithdraw() {
        if (reason == null || reason.isBlank()) {
            throw new ConfigurationException(messages.text("error.withdraw_reason"));
        }
        return reason.strip();
    }

    private Optional<LocalDate> day() {
        if (published == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(published));
        } catch (DateTimeException e) {
            throw new ConfigurationException(messages.text("error.published", published), e);
        }
    }
}
