package vn.chitieu.cli;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
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
import vn.chitieu.notebook.rows.CodeNames;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.RememberedMarts;
import vn.chitieu.notebook.terminal.AccuracyTable;
import vn.chitieu.notebook.terminal.BalanceListing;
import vn.chitieu.notebook.terminal.ChangesTable;
import vn.chitieu.notebook.terminal.HistoryListing;
import vn.chitieu.notebook.terminal.ShowTables;
import vn.chitieu.notebook.terminal.TableText;
import vn.chitieu.text.Language;
import vn.chitieu.text.NearMiss;
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
        requireKnown(marts, subject, id);
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

    /** Refuses a programme or an area of which the table has nothing, and says whether it is known at all. */
    private void requireKnown(MartReader marts, TableText.Subject subject, Optional<String> id) {
        if (id.isEmpty()) {
            return;
        }
        String chosen = id.get();
        boolean isProgramme = subject == TableText.Subject.ATTAINMENT;
        SortedSet<String> keys = keys(marts, table(subject), isProgramme ? "programme_id" : "area_code");
        if (keys.contains(chosen)) {
            return;
        }
        CodeNames areas = CodeNames.of(marts, MartTables.DIM_AREA, messages.language());
        String had = String.join(", ", keys);
        if (!isProgramme && areas.contains(chosen)) {
            throw new ConfigurationException(
                    messages.text("error.area_without_rows", areas.of(chosen), chosen, what, had));
        }
        throw new ConfigurationException(
                messages.text(isProgramme ? "error.unknown_programme" : "error.unknown_area", chosen, what, had)
                        + NearMiss.closest(chosen, keys)
                                .map(meant -> messages.text("error.meant", meant))
                                .orElse(""));
    }

    private static TableSpec table(TableText.Subject subject) {
        return switch (subject) {
            case ATTAINMENT -> MartTables.DIM_TARGET;
            case GRDP -> MartTables.GRDP_BY_SECTOR;
            case BALANCE -> MartTables.BALANCED_ACCOUNT;
            case REVENUE -> MartTables.BUDGET_REVENUE;
            case TRADE -> MartTables.TRADE_BALANCE;
            case HISTORY -> MartTables.AREA_HISTORY;
            case FINDINGS -> MartTables.FINDING;
            case CHANGES -> MartTables.CHANGE_EXPLANATION;
            case ACCURACY -> MartTables.FORECAST_EVALUATION;
        };
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
            case ATTAINMENT -> each(marts, subject, id -> ShowTables.attainment(marts, id, language, width));
            case GRDP -> each(marts, subject, code -> ShowTables.grdp(marts, code, language, width));
            case BALANCE -> each(marts, subject, code -> BalanceListing.text(marts, code, language, width));
            case REVENUE -> each(marts, subject, code -> ShowTables.revenue(marts, code, language, width));
            case TRADE -> each(marts, subject, code -> ShowTables.trade(marts, code, language, width));
            case HISTORY -> each(marts, subject, code -> HistoryListing.text(marts, code, language, width));
            case FINDINGS -> terminal.out().print(ShowTables.findings(marts, language, width));
            case CHANGES -> terminal.out().print(ChangesTable.text(marts, language, width));
            case ACCURACY -> terminal.out().print(AccuracyTable.text(marts, language, width));
        }
    }

    /** Prints the one that was asked for, else all of the table in the order of their codes. */
    private void each(MartReader marts, TableText.Subject subject, UnaryOperator<String> text) {
        boolean isProgramme = subject == TableText.Subject.ATTAINMENT;
        String chosen = isProgramme ? programme : area;
        (chosen == null ? keys(marts, table(subject), isProgramme ? "programme_id" : "area_code") : Set.of(chosen))
                .forEach(id -> terminal.out().println(text.apply(id)));
    }

    private static SortedSet<String> keys(MartReader marts, TableSpec spec, String column) {
        SortedSet<String> keys = new TreeSet<>();
        int index = spec.indexOf(column);
        marts.table(spec.name()).rows().forEach(row -> keys.add(String.valueOf(row[index])));
        return keys;
    }
}
