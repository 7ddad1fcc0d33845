package vn.chitieu.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.chitieu.projection.Evaluation;
import vn.chitieu.projection.PooledTables;

/** Projects the year-end of any series at any cut-offs, so that the method can be judged. */
@Command(name = "evaluate", mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

    @Option(names = "--series", required = true, paramLabel = "FILE")
    private Path series = Path.of("");

    @Option(names = "--cases", required = true, paramLabel = "FILE")
    private Path cases = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE")
    private Path out = Path.of("");

    private final Terminal terminal;
    private final Messages messages;

    EvaluateCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ConfigurationException(messages.text("error.no_folder", out));
        }
        if (Files.exists(out) && (Files.isSameFile(out, series) || Files.isSameFile(out, cases))) {
            throw new ConfigurationException(messages.text("error.out_is_input", out));
        }
        long start = RunClock.ticks();
        Evaluation.run(series, cases, out, PooledTables.shipped());
        terminal.err()
                .println(messages.text("evaluate.done", out, Math.round((RunClock.ticks() - start) / 1e8) / 10.0));
        return ExitCode.OK;
    }
}
