package vn.chitieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.chitieu.cli.console.AsOfOption;
import vn.chitieu.cli.console.ConfigurationException;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.cli.console.WarehouseOption;
import vn.chitieu.night.AsOf;
import vn.chitieu.night.OfficeTables;
import vn.chitieu.observation.Finding.Severity;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.expected.ExpectedDeliveries;
import vn.chitieu.observation.ingest.FileCount;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.observation.rule.EssReport;
import vn.chitieu.observation.rule.ValidationReport;
import vn.chitieu.observation.rule.ValidationRules;
import vn.chitieu.programme.DeclaredGaps;
import vn.chitieu.source.delivery.Delivery;
import vn.chitieu.source.delivery.StatedSums;
import vn.chitieu.source.layout.LayoutCatalogue;
import vn.chitieu.text.Texts;

/**
 * Says whether a programme, rules, a form, code lists, a delivery or a whole data folder can be used, without Spark.
 */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {

    private static final String DESCRIPTION = "datapackage.json";
    private static final int MOST_ROWS = 20;

    @Parameters(index = "0", paramLabel = "FILE|DIR", descriptionKey = "chitieu.check.file")
    private Path file = Path.of(".");

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Option(names = "--report", paramLabel = "FILE", descriptionKey = "chitieu.check.report")
    private @Nullable Path report;

    @Mixin
    private WarehouseOption where = new WarehouseOption();

    private final Terminal terminal;
    private final Texts messages;

    CheckCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(file)) {
            throw new ConfigurationException(messages.text("error.no_file", file));
        }
        Path folder = Files.isDirectory(file) ? file : file.toAbsolutePath().resolveSibling("");
        String name = String.valueOf(file.getFileName());
        if (!Files.isDirectory(file) && (name.endsWith(".yaml") || name.endsWith(".yml"))) {
            return checkYaml();
        }
        if (Files.isDirectory(folder.resolve("source"))) {
            return checkDatasets(folder);
        }
        if (Files.isRegularFile(folder.resolve("CL_INDICATOR.csv"))) {
            return checkCodelists(folder);
        }
        if (Files.isRegularFile(folder.resolve(DESCRIPTION))) {
            Path delivery = folder.toRealPath();
            Path agency = delivery.getParent();
            String id = (agency == null ? "" : agency.getFileName() + "/") + delivery.getFileName();
            Path datasets = where.datasetsOf(delivery, messages);
            Codelists codelists = Codelists.read(datasets);
            return checkFigures(
                    Ingest.read(List.of(new Delivery(id, delivery)), codelists, LayoutCatalogue.read(datasets)),
                    datasets,
                    codelists);
        }
        throw new ConfigurationException(messages.text("error.check_unknown", file));
    }

    private int checkYaml() throws IOException {
        Codelists codelists = Codelists.read(where.datasetsOf(file, messages));
        List<String> problems = new ConfigurationCheck(messages, codelists).problems(file);
        if (problems.isEmpty()) {
            terminal.out().println(messages.text("check.ok", file));
        }
        return print(problems);
    }

    private int print(List<String> problems) {
        problems.forEach(problem -> terminal.err().println("✗ " + problem));
        return problems.isEmpty() ? ExitCode.OK : ExitCode.USAGE;
    }

    private int checkDatasets(Path folder) throws IOException {
        StatedSums.check(folder.resolve("programme"), "programme");
        Codelists codelists = readEditedLists(folder);
        ConfigurationCheck check = new ConfigurationCheck(messages, codelists);
        List<String> problems = check.problemsOf(folder);
        if (problems.isEmpty()) {
            terminal.out()
                    .println(messages.text(
                            "check.configuration",
                            ConfigurationCheck.count(folder.resolve("form")),
                            ConfigurationCheck.count(folder.resolve("programme")),
                            ConfigurationCheck.count(folder.resolve("validation"))));
        }
        int configuration = print(problems);
        IngestResult ingest = Ingest.read(folder, codelists);
        int figures = checkFigures(ingest, folder, codelists);
        int years = ingest.isUsable() ? print(check.withoutFigures(ingest.observations())) : ExitCode.OK;
        return configuration != ExitCode.OK ? configuration : years != ExitCode.OK ? years : figures;
    }

    /** Reads every file that a night reads of the folder of code lists. */
    private static Codelists readEditedLists(Path datasets) {
        Codelists codelists = Codelists.read(datasets);
        DeclaredGaps.read(datasets);
        ExpectedDeliveries.check(datasets);
        OfficeTables.byNation(datasets, codelists);
        return codelists;
    }

    private int checkCodelists(Path folder) {
        readEditedLists(folder.toAbsolutePath().resolveSibling(""));
        terminal.out().println(messages.text("check.ok", file));
        return ExitCode.OK;
    }

    /** Says why nothing can be judged: what was held back, what was passed over, and what the rows were instead. */
    private int noFigures(IngestResult ingest) {
        ingest.quarantined().stream().limit(MOST_ROWS).forEach(row -> terminal.err()
                .println(messages.text("nightly.quarantined", row.message().in(messages.language()))));
        if (ingest.quarantined().size() > MOST_ROWS) {
            terminal.err()
                    .println(messages.text(
                            "nightly.quarantined_more", ingest.quarantined().size() - MOST_ROWS));
        }
        ingest.formNotes()
                .forEach(note -> terminal.err().println("! " + note.message().in(messages.language())));
        terminal.err()
                .println(messages.text(
                        "check.nothing_usable",
                        ingest.deliveredRows(),
                        ingest.quarantined().size(),
                        ingest.files().stream().mapToInt(FileCount::missing).sum(),
                        ingest.files().stream().mapToInt(FileCount::deletions).sum(),
                        ingest.planFigures().size()));
        return ExitCode.USAGE;
    }

    private int checkFigures(IngestResult ingest, Path datasets, Codelists codelists) throws IOException {
        RefusedDeliveries.print(ingest, terminal, messages);
        if (!ingest.isUsable()) {
            return noFigures(ingest);
        }
        LocalDate day = AsOf.of(ingest, asOf.day(messages));
        ValidationReport found = ValidationReport.of(ValidationRules.read(datasets), ingest, day, codelists);
        terminal.out().print(found.text(messages.language()));
        if (report != null) {
            Files.writeString(report, EssReport.json(found));
            terminal.out().println(messages.text("check.report", report));
        }
        long errors = found.count(Severity.ERROR);
        terminal.out()
                .println(messages.text(
                        "check.summary",
                        ingest.deliveredRows(),
                        ingest.quarantined().size(),
                        errors,
                        found.count(Severity.WARNING),
                        found.count(Severity.INFORMATION)));
        return errors == 0 && ingest.refused().isEmpty() ? ExitCode.OK : ExitCode.PUBLISHED_WITH_REFUSALS;
    }
}
