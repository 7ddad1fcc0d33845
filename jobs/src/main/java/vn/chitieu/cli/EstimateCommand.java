package vn.chitieu.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.chitieu.catalog.DataException;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.night.SeriesStudy;
import vn.chitieu.projection.backtest.PooledEstimate;
import vn.chitieu.projection.backtest.PooledTablesEstimation;
import vn.chitieu.projection.dense.PooledTableFiles;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.evaluation.Studied;
import vn.chitieu.text.Texts;

/** Estimates the pooled tables anew on the past of an office's own series. */
@Command(name = "estimate")
final class EstimateCommand implements Callable<Integer> {

    @Mixin
    private EvaluationFiles files = new EvaluationFiles();

    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out = Path.of("");

    private final Terminal terminal;
    private final Texts messages;

    EstimateCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws Exception {
        files.required(messages);
        Studied<PooledEstimate> studied;
        try {
            studied = new SeriesStudy(files.series(), files.cases()).estimate(PooledTables.shipped());
        } catch (DataException e) {
            return EvaluateCommand.nothingUsable(e, terminal, messages);
        }
        EvaluateCommand.tellRefusals(studied.refusals(), terminal, messages);
        PooledEstimate estimate = studied.result();
        if (!estimate.isEstimated()) {
            terminal.err()
                    .println(messages.text(
                            "estimate.too_small",
                            estimate.rows(),
                            estimate.series(),
                            PooledTablesEstimation.FEWEST_ROWS,
                            PooledTablesEstimation.FEWEST_SERIES));
            return ExitCode.NOTHING_USABLE;
        }
        PooledTableFiles.write(out, estimate.tables());
        terminal.err().println(messages.text("estimate.done", out, estimate.rows(), estimate.series()));
        return studied.refusals().isEmpty() ? ExitCode.OK : ExitCode.PUBLISHED_WITH_REFUSALS;
    }
}
