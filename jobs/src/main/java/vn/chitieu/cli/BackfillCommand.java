package vn.chitieu.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.chitieu.cli.console.ConfigurationException;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.night.Backfill;
import vn.chitieu.night.NightRequest;
import vn.chitieu.night.RunClock;
import vn.chitieu.text.Texts;

/** Runs the nights of past days in one session, so that a record stands behind the last one. */
@Command(name = "backfill")
final class BackfillCommand implements Callable<Integer> {

    /** How far the as-of days are apart, in months. */
    enum Step {
        MONTH(1),
        QUARTER(3);

        private final int months;

        Step(int months) {
            this.months = months;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(names = "--from", paramLabel = "YYYY-MM-DD", required = true, descriptionKey = "chitieu.backfill.from")
    private String from = "";

    @Option(names = "--to", paramLabel = "YYYY-MM-DD", required = true, descriptionKey = "chitieu.backfill.to")
    private String to = "";

    @Option(names = "--every", paramLabel = "month|quarter", descriptionKey = "chitieu.backfill.every")
    private Step every = Step.MONTH;

    @Mixin
    private NightOptions options = new NightOptions();

    private final Terminal terminal;
    private final Texts messages;

    BackfillCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws Exception {
        long start = RunClock.ticks();
        LocalDate first = day("--from", from);
        LocalDate last = day("--to", to);
        if (last.isBefore(first)) {
            throw new ConfigurationException(messages.text("error.backfill_days", first, last));
        }
        options.where().existingDatasets(messages);
        NightRequest request =
                options.request(options.where().begin(terminal, messages), Optional.of(last), Set.of(), messages);
        NightReport report = new NightReport(terminal, messages, request);
        Backfill.Outcome outcome = new Backfill(request, report).run(Backfill.days(first, last, every.months));
        if (outcome.last().isEmpty()) {
            return ExitCode.NOTHING_USABLE;
        }
        report.backfilled(outcome);
        terminal.err().println(messages.text("backtest.done", Math.round((RunClock.ticks() - start) / 1e8) / 10.0));
        return ExitCode.OK;
    }

    private LocalDate day(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new ConfigurationException(messages.text("error.day", option, text), e);
        }
    }
}
