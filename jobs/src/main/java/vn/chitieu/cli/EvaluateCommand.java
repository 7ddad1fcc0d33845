package vn.chitieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.chitieu.catalog.DataException;
import vn.chitieu.cli.console.ConfigurationException;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.night.RunClock;
import vn.chitieu.night.SeriesStudy;
import vn.chitieu.projection.dense.PointCorrection;
import vn.chitieu.projection.dense.PooledTableFiles;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.evaluation.EvaluationJob;
import vn.chitieu.projection.evaluation.EvaluationOutcome;
import vn.chitieu.projection.evaluation.Refusals;
import vn.chitieu.projection.learned.CorrectionFiles;
import vn.chitieu.text.Texts;

/** Projects the year-end of any series at any cut-offs, so that the method can be judged. */
@Command(name = "evaluate")
final class EvaluateCommand implements Callable<Integer> {

    private static final String SHIPPED = "shipped";
    private static final String LEAVE_OUT = "leave-out";
    private static final String NONE = "none";

    @Mixin
    private EvaluationFiles files = new EvaluationFiles();

    @Option(names = "--out", required = true, paramLabel = "FILE")
    private Path out = Path.of("");

    @Option(
            names = "--tables",
            paramLabel = "shipped|leave-out|DIR",
            defaultValue = SHIPPED,
            descriptionKey = "chitieu.evaluate.tables")
    private String tables = SHIPPED;

    @Option(
            names = "--correction",
            paramLabel = "shipped|none|leave-out|FILE",
            descriptionKey = "chitieu.evaluate.correction")
    private String correction = "";

    private final Terminal terminal;
    private final Texts messages;

    EvaluateCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws Exception {
        requireOut(out, files.required(messages), messages);
        EvaluationJob.requireWritableName(out);
        PooledTables pooled = errorTables().with(correction());
        long start = RunClock.ticks();
        EvaluationOutcome outcome;
        try {
            outcome = evaluate(pooled);
        } catch (DataException e) {
            return nothingUsable(e, terminal, messages);
        }
        tellRefusals(outcome.refusals(), terminal, messages);
        if (outcome.answered() == 0) {
            terminal.err().println(messages.text("evaluate.nothing_usable"));
            return ExitCode.NOTHING_USABLE;
        }
        terminal.err()
                .println(messages.text(
                        "evaluate.done", out, Math.round((RunClock.ticks() - start) / 1e8) / 10.0, outcome.answered()));
        return outcome.refusals().isEmpty() ? ExitCode.OK : ExitCode.PUBLISHED_WITH_REFUSALS;
    }

    private EvaluationOutcome evaluate(PooledTables pooled) throws IOException {
        SeriesStudy study = new SeriesStudy(files.series(), files.cases());
        return tables.equals(LEAVE_OUT)
                ? study.evaluateLeavingOut(out, pooled, isCorrectionLeftOut())
                : study.evaluate(out, pooled);
    }

    private boolean isCorrectionLeftOut() {
        return correction.equals(LEAVE_OUT) || (correction.isEmpty() && tables.equals(LEAVE_OUT));
    }

    private PointCorrection correction() {
        if (isCorrectionLeftOut() && !tables.equals(LEAVE_OUT)) {
            throw new ConfigurationException(messages.text("error.correction_left_out_alone"));
        }
        if (isCorrectionLeftOut() || correction.equals(NONE)) {
            return PointCorrection.NONE;
        }
        if (correction.isEmpty() || correction.equals(SHIPPED)) {
            return CorrectionFiles.shipped();
        }
        requireFile(Path.of(correction), messages);
        return CorrectionFiles.read(Path.of(correction));
    }

    private PooledTables errorTables() {
        if (tables.equals(SHIPPED) || tables.equals(LEAVE_OUT)) {
            return PooledTables.shipped();
        }
        if (!Files.isDirectory(Path.of(tables))) {
            throw new ConfigurationException(messages.text("error.no_tables", tables));
        }
        return PooledTableFiles.read(Path.of(tables), PooledTables.shipped());
    }

    static void requireFile(Path file, Texts messages) {
        if (!Files.isRegularFile(file)) {
            throw new ConfigurationException(messages.text("error.no_file", file));
        }
    }

    /** Refuses a file to be written whose folder is not there or that is one of those read. */
    static void requireOut(Path out, List<Path> inputs, Texts messages) throws IOException {
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ConfigurationException(messages.text("error.no_folder", out));
        }
        for (Path input : inputs) {
            if (Files.exists(out) && Files.isSameFile(out, input)) {
                throw new ConfigurationException(messages.text("error.out_is_input", out));
            }
        }
    }

    static int nothingUsable(DataException refusal, Terminal terminal, Texts messages) {
        terminal.err().println(messages.text("evaluate.refused", refusal.message(messages.language())));
        terminal.err().println(messages.text("evaluate.nothing_usable"));
        return ExitCode.NOTHING_USABLE;
    }

    /** Names the first rows that were not used, and how many more there are. */
    static void tellRefusals(Refusals refusals, Terminal terminal, Texts messages) {
        int most = 20;
        refusals.in(messages.language()).stream().limit(most).forEach(refusal -> terminal.err()
                .println(messages.text("evaluate.refused", refusal)));
        if (refusals.count() > most) {
            terminal.err().println(messages.text("evaluate.refused_more", refusals.count() - most));
        }
    }
}
