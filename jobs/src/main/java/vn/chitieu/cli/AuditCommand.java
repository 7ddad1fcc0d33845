package vn.chitieu.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.chitieu.attainment.audit.AuditCheck;
import vn.chitieu.attainment.audit.ProgrammeAudit;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.cli.console.AsOfOption;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.FormatOption;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.cli.console.WarehouseOption;
import vn.chitieu.mart.AuditTables;
import vn.chitieu.night.OfficeFigures;
import vn.chitieu.notebook.terminal.AuditListing;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.programme.Programme;
import vn.chitieu.text.Texts;

/** Holds the targets of a programme against the identities between them; Spark is not started. */
@Command(name = "audit")
final class AuditCommand implements Callable<Integer> {

    @Option(names = "--programme", required = true, paramLabel = "ID", descriptionKey = "chitieu.audit.programme")
    private String programmeId = "";

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private WarehouseOption where = new WarehouseOption();

    private final Terminal terminal;
    private final Texts messages;

    AuditCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws Exception {
        format.of(messages); // refused before anything is read
        Warehouse warehouse = where.open(messages);
        OfficeFigures office =
                OfficeFigures.read(where.existingDatasets(messages), warehouse.root(), asOf.day(messages));
        Programme programme = office.programme(programmeId);
        LocalDate day = programme.evaluatedOn(office.asOf());
        List<AuditCheck> checks = ProgrammeAudit.of(
                programme,
                office.asOf(),
                office.accounts(programme.areaCode(), day).figures(),
                office.visible(programme.areaCode(), day),
                office.codelists());
        Table table = AuditTables.programmeAudit(programme, day, checks);
        terminal.out()
                .print(format.text(
                        messages,
                        table,
                        () -> AuditListing.text(
                                heading(programme, day), table, messages.language(), terminal.columns())));
        terminal.out().flush();
        return ExitCode.OK;
    }

    private String heading(Programme programme, LocalDate day) {
        return messages.text(
                "audit.heading",
                programme.name(),
                NumberFormats.of(messages.language()).date(day));
    }
}
