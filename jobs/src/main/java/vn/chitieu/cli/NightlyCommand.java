package vn.chitieu.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.text.Texts;

/** Runs all stages, publishes and prints the attainment tables. */
@Command(name = "nightly", mixinStandardHelpOptions = true)
final class NightlyCommand implements Callable<Integer> {

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", descriptionKey = "chitieu.nightly.as-of")
    private @Nullable String asOf;

    @Option(names = "--programme", paramLabel = "ID", descriptionKey = "chitieu.nightly.programme")
    private List<String> programmes = new ArrayList<>();

    @Option(names = "--export", paramLabel = "DIR", descriptionKey = "chitieu.nightly.export")
    private @Nullable Path export;

    @Option(names = "--dry-run", descriptionKey = "chitieu.nightly.dry-run")
    private boolean dryRun;

    @Option(names = "--force", descriptionKey = "chitieu.nightly.force")
    private boolean force;

    @Option(names = "--legacy-share", descriptionKey = "chitieu.nightly.legacy-share")
    private boolean isLegacyCarriedOn;

    @Mixin
    private WarehouseOption where = new WarehouseOption();

    private final Terminal terminal;
    private final Texts messages;

    NightlyCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws Exception {
        Optional<LocalDate> day = AsOf.parse(asOf, messages);
        Path datasets = where.existingDatasets(messages);
        Warehouse warehouse = where.open(messages);
        Path pages = export == null ? warehouse.root().resolve("export") : export;
        return new Night(
                        terminal,
                        messages,
                        datasets,
                        warehouse,
                        pages,
                        programmes,
                        day,
                        dryRun,
                        force,
                        isLegacyCarriedOn)
                .run();
    }
}
