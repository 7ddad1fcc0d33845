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
import vn.chitieu.projection.dense.PointCorrection;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.evaluation.Studied;
import vn.chitieu.projection.learned.CorrectionEstimation;
import vn.chitieu.projection.learned.CorrectionFiles;
import vn.chitieu.projection.learned.LearnedCorrection;
import vn.chitieu.text.Texts;

/** Learns the correction of dense projections anew, on the past of many series; never part of a night. */
@Command(name = "learn")
final class LearnCommand implements Callable<Integer> {

    @Mixin
    private EvaluationFiles files = new EvaluationFiles();

    @Option(names = "--out", required = true, paramLabel = "FILE")
    private Path out = Path.of("");

    private final Terminal terminal;
    private final Texts messages;

    LearnCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws Exception {
        EvaluateCommand.requireOut(out, files.required(messages), messages);
        Studied<PointCorrection> studied;
        try {
            studied = new SeriesStudy(files.series(), files.cases()).learn(PooledTables.shipped());
        } catch (DataException e) {
            return EvaluateCommand.nothingUsable(e, terminal, messages);
        }
        EvaluateCommand.tellRefusals(studied.refusals(), terminal, messages);
        if (!(studied.result() instanceof LearnedCorrection correction)) {
            terminal.err().println(messages.text("learn.too_small", CorrectionEstimation.FEWEST_SERIES));
            return ExitCode.NOTHING_USABLE;
        }
        CorrectionFiles.write(out, correction);
        terminal.err().println(messages.text("learn.done", out, correction.series()));
        return studied.refusals().isEmpty() ? ExitCode.OK : ExitCode.PUBLISHED_WITH_REFUSALS;
    }
}
