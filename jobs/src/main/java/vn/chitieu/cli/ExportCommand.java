package vn.chitieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.cli.console.ConfigurationException;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.cli.console.WarehouseOption;
import vn.chitieu.cli.process.StoredFolder;
import vn.chitieu.mart.MartTables;
import vn.chitieu.mart.description.SdmxExport;
import vn.chitieu.notebook.Dissemination;
import vn.chitieu.notebook.page.PageScripts;
import vn.chitieu.notebook.rows.ProgrammeMarts;
import vn.chitieu.text.Texts;

/** Writes the pages, notebooks and reports of a published run; Spark is not started. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {

    @Option(names = "--run", paramLabel = "RUN", descriptionKey = "chitieu.export.run")
    private @Nullable String run;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "chitieu.export.out")
    private @Nullable StoredFolder out;

    @Option(names = "--sdmx", descriptionKey = "chitieu.export.sdmx")
    private boolean sdmx;

    @Option(names = "--one-file", descriptionKey = "chitieu.export.one-file")
    private boolean isOneFile;

    @Mixin
    private WarehouseOption where = new WarehouseOption();

    private final Terminal terminal;
    private final Texts messages;

    ExportCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws IOException {
        PublishedRun published = where.run(messages, run);
        Path folder = (out == null ? where.open(messages).root().resolve("export") : out.path()).toAbsolutePath();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ConfigurationException(messages.text("error.out_is_a_file", folder));
        }
        List<Path> files = new ArrayList<>();
        try (ProgrammeMarts marts = ProgrammeMarts.of(published)) {
            files.addAll(Dissemination.write(
                    published.manifestSha256(),
                    marts,
                    where.datasets().resolve("template"),
                    folder,
                    isOneFile ? PageScripts.INSIDE : PageScripts.BESIDE));
        }
        if (sdmx) {
            Table observation = published.read(MartTables.OBSERVATION);
            files.add(Files.writeString(folder.resolve("observations.sdmx.csv"), SdmxExport.observations(observation)));
            files.add(Files.writeString(
                    folder.resolve("projections.sdmx.csv"),
                    SdmxExport.projections(published.read(MartTables.PROJECTION), observation)));
        }
        terminal.out().println(messages.text("export.written", published.runId(), folder));
        files.forEach(file -> terminal.out().println("  " + folder.relativize(file)));
        return ExitCode.OK;
    }
}
