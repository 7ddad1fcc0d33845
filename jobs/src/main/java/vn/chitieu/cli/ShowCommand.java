package vn.chitieu.cli;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.cli.console.ConfigurationException;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.FormatOption;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.cli.console.WarehouseOption;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.RememberedMarts;
import vn.chitieu.notebook.terminal.AccuracyTable;
import vn.chitieu.notebook.terminal.BalanceListing;
import vn.chitieu.notebook.terminal.ChangesTable;
import vn.chitieu.notebook.terminal.HistoryListing;
import vn.chitieu.notebook.terminal.ShowTables;
import vn.chitieu.notebook.terminal.TableText;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;

/** Prints a table of a published run; Spark is not started. */
@Command(name = "show")
final class ShowCommand implements Callable<Integer> {

    private static final Set<TableText.Subject> AREA_TABLES = EnumSet.of(
            TableText.Subject.GRDP,
            TableText.Subject.BALANCE,
            TableText.Subject.REVENUE,
            TableText.Subject.TRADE,
            TableText.Subject.HISTORY);

    @Parameters(paramLabel = "TABLE", descriptionKey = "chitieu.show.what")
    private String what = "";

    @Option(names = "--run", paramLabel = "RUN", descriptionKey = "chitieu.show.run")
    private @Nullable String run;

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(names = "--programme", paramLabel = "ID", descriptionKey = "chitieu.show.programme")
    private @Nullable String programme;

    @Option(names = "--area", paramLabel = "CODE", descriptionKey = "chitieu.show.area")
    private @Nullable String area;

    @Mixin
    private WarehouseOption where = new WarehouseOption();

    private final Terminal terminal;
    private final Texts messages;

    ShowCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() {
        TableText.Subject subject = subject();
        requireMeant(subject);
        Optional<String> id = Optional.ofNullable(subject == TableText.Subject.ATTAINMENT ? programme : area);
        PublishedRun published = where.run(messages, run);
        MartReader marts = RememberedMarts.of(published::read);
        switch (format.of(messages)) {
            case TABLE -> print(marts, subject);
            case CSV -> terminal.out().print(TableText.csv(marts, subject, id));
            case JSON -> terminal.out().print(TableText.json(marts, subject, id));
        }
        terminal.out().flush();
        return ExitCode.OK;
    }

    /** Refuses an option that says nothing of the table: what is printed would not be what was asked for. */
    private void requireMeant(TableText.Subject subject) {
        boolean isOfAreas = AREA_TABLES.contains(subject)
                || (subject == TableText.Subject.ACCURACY && format.of(messages) != FormatOption.Format.TABLE);
        if (area != null && !isOfAreas) {
            throw new ConfigurationException(messages.text("error.option_of_other_table", "--area", what));
        }
        if (programme != null && subject != TableText.Subject.ATTAINMENT) {
            throw new ConfigurationException(messages.text("error.option_of_other_table", "--programme", what));
        }
    }

    private TableText.Subject subject() {
        try {
            return TableText.Subject.of(what);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(messages.text("error.unknown_table", what), e);
        }
    }

    private void print(MartReader marts, TableText.Subject subject) {
        Language language = messages.language();
        int width = terminal.columns();
        switch (subject) {
            case ATTAINMENT ->
                keys(marts, MartTables.DIM_TARGET, "programme_id", programme)
                        .forEach(id -> terminal.out().println(ShowTables.attainment(marts, id, language, width)));
            case GRDP ->
                keys(marts, MartTables.GRDP_BY_SECTOR, "area_code", area)
                        .forEach(code -> terminal.out().println(ShowTables.grdp(marts, code, language, width)));
            case BALANCE ->
                keys(marts, MartTables.BALANCED_ACCOUNT, "area_code", area)
                        .forEach(code -> terminal.out().println(BalanceListing.text(marts, code, language, width)));
            case REVENUE ->
                keys(marts, MartTables.BUDGET_REVENUE, "area_code", area)
                        .forEach(code -> terminal.out().println(ShowTables.revenue(marts, code, language, width)));
            case TRADE ->
                keys(marts, MartTables.TRADE_BALANCE, "area_code", area)
                        .forEach(code -> terminal.out().println(ShowTables.trade(marts, code, language, width)));
            case HISTORY ->
                keys(marts, MartTables.AREA_HISTORY, "area_code", area)
                        .forEach(code -> terminal.out().println(HistoryListing.text(marts, code, language, width)));
            case FINDINGS -> terminal.out().print(ShowTables.findings(marts, language, width));
            case CHANGES -> terminal.out().print(ChangesTable.text(marts, language, width));
            case ACCURACY -> terminal.out().print(AccuracyTable.text(marts, language, width));
        }
    }

    /** Returns the values of a column in order, or the one that was asked for. */
    private SortedSet<String> keys(MartReader marts, TableSpec spec, String column, @Nullable String chosen) {
        SortedSet<String> keys = new TreeSet<>();
        int index = spec.indexOf(column);
        marts.table(spec.name()).rows().forEach(row -> keys.add(String.valueOf(row[index])));
        if (chosen == null) {
            return keys;
        }
        if (!keys.contains(chosen)) {
            throw new ConfigurationException(
                    messages.text("error.unknown_key", column, chosen, String.join(", ", keys)));
        }
        return new TreeSet<>(Set.of(chosen));
    }
}
