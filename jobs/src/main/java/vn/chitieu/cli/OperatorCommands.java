package vn.chitieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.chitieu.catalog.Configuration;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.run.DamagedRunException;
import vn.chitieu.catalog.run.PublishedFile;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.Retention;
import vn.chitieu.catalog.run.RunId;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.night.RunClock;
import vn.chitieu.notebook.Dissemination;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.terminal.TextRecords;
import vn.chitieu.source.delivery.DeliveryRegistry;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Texts;

/** What an operator looks at and does to a warehouse; Spark is not started. */
final class OperatorCommands {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");

    private OperatorCommands() {}

    /** Lists every run. */
    @Command(name = "runs", mixinStandardHelpOptions = true)
    static final class Runs implements Callable<Integer> {

        private static final List<String> COLUMNS =
                List.of("run_id", "as_of_date", "state", "finished_at", "bytes", "predecessor");

        @Mixin
        private FormatOption format = new FormatOption();

        @Mixin
        private WarehouseOption where = new WarehouseOption();

        private final Terminal terminal;
        private final Texts messages;

        Runs(Terminal terminal, Texts messages) {
            this.terminal = terminal;
            this.messages = messages;
        }

        @Override
        public Integer call() {
            Warehouse warehouse = where.open(messages);
            Optional<RunId> current = warehouse.pointed();
            Set<RunId> names = new LinkedHashSet<>();
            warehouse.runs().forEach(run -> names.add(run.runId()));
            names.addAll(warehouse.names());
            List<List<String>> rows = new ArrayList<>();
            for (RunId name : names) {
                Optional<PublishedRun> run = warehouse.find(name);
                String state = run.isEmpty() ? "damaged" : current.equals(Optional.of(name)) ? "current" : "good";
                rows.add(List.of(
                        name.text(),
                        name.asOf().toString(),
                        messages.text("runs.state." + state),
                        run.map(r -> r.manifest()
                                        .finishedAt()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString())
                                .orElse(""),
                        run.map(r -> Long.toString(bytes(r))).orElse(""),
                        run.flatMap(r -> r.identity().predecessor())
                                .map(RunId::text)
                                .orElse("")));
            }
            TextRecords records = records(COLUMNS, "runs.column.", messages, rows);
            terminal.out()
                    .print(
                            switch (format.of(messages)) {
                                case TABLE ->
                                    rows.isEmpty()
                                            ? messages.text("error.no_run", warehouse.root()) + "\n"
                                            : records.table(terminal.columns());
                                case CSV -> records.csv();
                                case JSON -> records.json();
                            });
            return ExitCode.OK;
        }
    }

    /** Reads again what is published and what was received. */
    @Command(name = "verify", mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        @Option(names = "--all", descriptionKey = "chitieu.verify.all")
        private boolean all;

        @Mixin
        private WarehouseOption where = new WarehouseOption();

        private final Terminal terminal;
        private final Texts messages;
        private int damaged;

        Verify(Terminal terminal, Texts messages) {
            this.terminal = terminal;
            this.messages = messages;
        }

        @Override
        public Integer call() throws IOException {
            Warehouse warehouse = where.open(messages);
            Set<RunId> names = new LinkedHashSet<>();
            try {
                Optional<PublishedRun> current = warehouse.current();
                if (current.isPresent()) {
                    names.add(current.get().runId());
                    current.get()
                            .identity()
                            .predecessor()
                            .filter(warehouse::has)
                            .ifPresent(names::add);
                    List<String> stray = warehouse.strayCopies(current.get());
                    if (!stray.isEmpty()) {
                        complain(messages.text("verify.mart", String.join(", ", stray)));
                    }
                } else if (!warehouse.names().isEmpty()) {
                    complain(messages.text("verify.no_pointer"));
                }
            } catch (DamagedRunException e) {
                complain(e.message(messages.language()));
                warehouse.pointed().ifPresent(names::add);
            }
            if (all) {
                names.addAll(warehouse.names());
            }
            for (RunId name : names) {
                Optional<DamagedRunException> damage = warehouse.damageOf(name);
                damage.ifPresent(e -> complain(e.message(messages.language())));
                if (damage.isEmpty()) {
                    terminal.out().println(messages.text("verify.whole", name));
                }
            }
            for (LocalizedText damage : DeliveryRegistry.of(warehouse.root()).damage()) {
                complain(damage.in(messages.language()));
            }
            if (damaged > 0) {
                return ExitCode.INFRASTRUCTURE;
            }
            terminal.out().println(messages.text("verify.ok", names.size()));
            return ExitCode.OK;
        }

        private void complain(String what) {
            damaged++;
            terminal.err().println(messages.text("verify.damaged", what));
        }
    }

    /** Makes a run of before the one that readers see. */
    @Command(name = "publish", mixinStandardHelpOptions = true)
    static final class Publish implements Callable<Integer> {

        @Option(names = "--run", paramLabel = "RUN", required = true, descriptionKey = "chitieu.publish.run")
        private String run = "";

        @Option(names = "--export", paramLabel = "DIR", descriptionKey = "chitieu.nightly.export")
        private @Nullable Path export;

        @Mixin
        private WaitOption wait = new WaitOption();

        @Mixin
        private WarehouseOption where = new WarehouseOption();

        private final Terminal terminal;
        private final Texts messages;

        Publish(Terminal terminal, Texts messages) {
            this.terminal = terminal;
            this.messages = messages;
        }

        @Override
        public Integer call() {
            Warehouse warehouse = where.open(messages);
            RunId name = warehouse.names().stream()
                    .filter(known -> known.text().equals(run))
                    .findFirst()
                    .orElseThrow(() -> new ConfigurationException(
                            messages.text("error.unknown_run", run, joined(warehouse.names()))));
            try (RunLock lock = warehouse.lock("publish", wait.longest(messages))) {
                PublishedRun published = warehouse.require(name).orElseThrow();
                warehouse.makeCurrent(lock, published);
                terminal.out().println(messages.text("publish.done", name));
                Path pages = export == null ? warehouse.root().resolve("export") : export;
                try {
                    Dissemination.write(
                            MartReader.of(published), where.datasets().resolve("template"), pages);
                    return ExitCode.OK;
                } catch (DataException e) {
                    terminal.err().println(messages.text("publish.no_pages", name, e.message(messages.language())));
                    return ExitCode.PUBLISHED_WITH_REFUSALS;
                }
            }
        }
    }

    /** Removes old runs. */
    @Command(name = "prune", mixinStandardHelpOptions = true)
    static final class Prune implements Callable<Integer> {

        @Option(names = "--keep", paramLabel = "N", required = true, descriptionKey = "chitieu.prune.keep")
        private int keep = 1;

        @Option(names = "--keep-monthly", descriptionKey = "chitieu.prune.keep-monthly")
        private boolean isMonthly;

        @Option(names = "--damaged", descriptionKey = "chitieu.prune.damaged")
        private boolean isDamagedToo;

        @Option(names = "--dry-run", descriptionKey = "chitieu.prune.dry-run")
        private boolean dryRun;

        @Mixin
        private WaitOption wait = new WaitOption();

        @Mixin
        private WarehouseOption where = new WarehouseOption();

        private final Terminal terminal;
        private final Texts messages;

        Prune(Terminal terminal, Texts messages) {
            this.terminal = terminal;
            this.messages = messages;
        }

        @Override
        public Integer call() throws IOException {
            if (keep < 1) {
                throw new ConfigurationException(messages.text("error.keep", keep));
            }
            Warehouse warehouse = where.open(messages);
            try (RunLock lock = warehouse.lock("prune", wait.longest(messages))) {
                warehouse.cleanUp(lock);
                List<RunId> removed = new ArrayList<>();
                long bytes = 0;
                for (PublishedRun run : new Retention(keep, isMonthly).superfluous(warehouse)) {
                    removed.add(run.runId());
                    bytes += bytes(run);
                }
                if (isDamagedToo) {
                    warehouse.names().stream()
                            .filter(name -> !removed.contains(name))
                            .filter(name -> !warehouse.pointed().equals(Optional.of(name)))
                            .filter(name -> !warehouse.isWhole(name))
                            .forEach(removed::add);
                }
                for (RunId run : removed) {
                    if (!dryRun) {
                        warehouse.remove(lock, run);
                    }
                    terminal.out().println("  " + run);
                }
                terminal.out()
                        .println(messages.text(
                                dryRun ? "prune.would" : "prune.done",
                                removed.size(),
                                bytes,
                                warehouse.names().size() - (dryRun ? removed.size() : 0)));
                return ExitCode.OK;
            }
        }
    }

    /** Says what is published, how old it is, and in what state the warehouse is. */
    @Command(name = "status", mixinStandardHelpOptions = true)
    static final class Status implements Callable<Integer> {

        @Mixin
        private FormatOption format = new FormatOption();

        @Mixin
        private WarehouseOption where = new WarehouseOption();

        private final Terminal terminal;
        private final Texts messages;

        Status(Terminal terminal, Texts messages) {
            this.terminal = terminal;
            this.messages = messages;
        }

        @Override
        public Integer call() throws IOException {
            Warehouse warehouse = where.open(messages);
            PublishedRun run = where.run(messages, null);
            DeliveryRegistry registry = DeliveryRegistry.of(warehouse.root());
            LocalDate today = RunClock.now().atZone(OFFICE).toLocalDate();
            long good = warehouse.runs().size();
            List<List<String>> rows = new ArrayList<>();
            row(rows, "run_id", run.runId());
            row(rows, "as_of_date", run.manifest().asOfDate());
            row(rows, "age_days", ChronoUnit.DAYS.between(run.manifest().asOfDate(), today));
            row(rows, "finished_at", run.manifest().finishedAt().truncatedTo(ChronoUnit.SECONDS));
            run.manifest().counts().forEach((name, count) -> row(rows, name, count));
            row(rows, "runs", good);
            row(rows, "damaged_runs", warehouse.names().size() - good);
            row(rows, "received_files", registry.list().size());
            row(
                    rows,
                    "withdrawn_files",
                    registry.listAll().size() - registry.list().size());
            row(rows, "free_bytes", Files.getFileStore(warehouse.root()).getUsableSpace());
            TextRecords records = records(List.of("name", "value"), "status.column.", messages, rows);
            terminal.out()
                    .print(
                            switch (format.of(messages)) {
                                case TABLE ->
                                    records(List.of("name", "value"), "status.column.", messages, labelled(rows))
                                            .table(terminal.columns());
                                case CSV -> records.csv();
                                case JSON -> records.json();
                            });
            return ExitCode.OK;
        }

        private List<List<String>> labelled(List<List<String>> rows) {
            return rows.stream()
                    .map(row -> List.of(messages.text("status." + row.get(0)), row.get(1)))
                    .toList();
        }

        private static void row(List<List<String>> rows, String name, Object value) {
            rows.add(List.of(name, Objects.toString(value)));
        }
    }

    /** Shows every setting and where it comes from. */
    @Command(name = "config", mixinStandardHelpOptions = true)
    static final class Config implements Callable<Integer> {

        private static final List<String> COLUMNS = List.of("key", "value", "origin");

        @Parameters(paramLabel = "show", descriptionKey = "chitieu.config.what")
        private String what = "";

        @Mixin
        private FormatOption format = new FormatOption();

        private final Terminal terminal;
        private final Texts messages;

        Config(Terminal terminal, Texts messages) {
            this.terminal = terminal;
            this.messages = messages;
        }

        @Override
        public Integer call() {
            if (!what.equals("show")) {
                throw new ConfigurationException(messages.text("error.config", what));
            }
            Configuration configuration = Chitieu.configuration();
            List<List<String>> rows = Configuration.KEYS.stream()
                    .map(key -> configuration
                            .setting(key)
                            .map(setting ->
                                    List.of(key, LoadCommand.withoutPassword(setting.value()), setting.origin()))
                            .orElseGet(() -> List.of(key, "", "")))
                    .toList();
            TextRecords records = records(COLUMNS, "config.column.", messages, rows);
            terminal.out()
                    .print(
                            switch (format.of(messages)) {
                                case TABLE -> records.table(terminal.columns());
                                case CSV -> records.csv();
                                case JSON -> records.json();
                            });
            return ExitCode.OK;
        }
    }

    private static long bytes(PublishedRun run) {
        return run.manifest().allFiles().stream()
                .mapToLong(PublishedFile::bytes)
                .sum();
    }

    private static String joined(List<RunId> names) {
        return String.join(", ", names.stream().map(RunId::text).toList());
    }

    private static TextRecords records(List<String> names, String prefix, Texts messages, List<List<String>> rows) {
        return new TextRecords(
                names, names.stream().map(name -> messages.text(prefix + name)).toList(), rows);
    }
}
