package vn.chitieu.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Codelists;
import vn.chitieu.observation.Finding.Severity;
import vn.chitieu.observation.Ingest;
import vn.chitieu.observation.IngestResult;
import vn.chitieu.observation.rule.EssReport;
import vn.chitieu.observation.rule.ValidationReport;
import vn.chitieu.observation.rule.ValidationRules;
import vn.chitieu.programme.ProgrammeFile;
import vn.chitieu.source.Delivery;
import vn.chitieu.source.StatedSums;

/** Says whether a programme, a file of rules, a delivery or a whole data folder can be used; Spark is not started. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private static final String DESCRIPTION = "datapackage.json";

    @Parameters(index = "0", paramLabel = "FILE|DIR", descriptionKey = "chitieu.check.file")
    private Path file = Path.of(".");

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", descriptionKey = "chitieu.check.as-of")
    private @Nullable String asOf;

    @Option(names = "--report", paramLabel = "FILE", descriptionKey = "chitieu.check.report")
    private @Nullable Path report;

    @Mixin
    private WarehouseOption where = new WarehouseOption();

    private final Terminal terminal;
    private final Messages messages;

    CheckCommand(Terminal terminal, Messages messages) {
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
            StatedSums.check(folder.resolve("programme"), "programme");
            return checkFigures(Ingest.read(folder, Codelists.read(folder)), Codelists.read(folder));
        }
        if (Files.isRegularFile(folder.resolve(DESCRIPTION))) {
            Path delivery = folder.toRealPath();
            Path agency = delivery.getParent();
            String id = (agency == null ? "" : agency.getFileName() + "/") + delivery.getFileName();
            Codelists codelists = Codelists.read(where.existingDatasets(messages));
            return checkFigures(Ingest.read(List.of(new Delivery(id, delivery)), codelists), codelists);
        }
        throw new ConfigurationException(messages.text("error.check_unknown", file));
    }

    private int checkYaml() throws IOException {
        String yaml = Files.readString(file, StandardCharsets.UTF_8);
        JsonNode root;
        try {
            root = new ObjectMapper(YAMLFactory.builder().build()).readTree(yaml);
        } catch (JsonProcessingException e) {
            String cause = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new DataException(
                    file + ": cần YAML nhưng không phải (" + cause + "). Sửa tệp.",
                    file + ": Expecting YAML but was not (" + cause + "). Correct the file.",
                    e);
        }
        if (root.has("programme_id")) {
            Codelists codelists = Codelists.read(where.existingDatasets(messages));
            new Programmes(file, messages).requireCodes(ProgrammeFile.parse(yaml, file.toString()), codelists);
        } else if (root.has("rules")) {
            ValidationRules.parse(yaml, file.toString());
        } else {
            throw new ConfigurationException(messages.text("error.check_unknown", file));
        }
        terminal.out().println(messages.text("check.ok", file));
        return ExitCode.OK;
    }

    private int checkFigures(IngestResult ingest, Codelists codelists) throws IOException {
        ingest.refused().forEach(refused -> terminal.err()
                .println(messages.text("nightly.refused", refused.id(), refused.message(messages.language()))));
        if (!ingest.isUsable()) {
            return ExitCode.USAGE;
        }
        LocalDate day = AsOf.of(ingest, AsOf.parse(asOf, messages), messages);
        ValidationReport found = ValidationReport.of(codelists.validationRules(), ingest, day, codelists);
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
