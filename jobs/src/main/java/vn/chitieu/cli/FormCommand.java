package vn.chitieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.chitieu.cli.console.CommandWord;
import vn.chitieu.cli.console.ConfigurationException;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.cli.console.WarehouseOption;
import vn.chitieu.notebook.terminal.TextRecords;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.codelist.ReportingYears;
import vn.chitieu.observation.form.Form;
import vn.chitieu.observation.form.FormCatalogue;
import vn.chitieu.observation.form.FormWorkbook;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.ProgrammeFile;
import vn.chitieu.text.Texts;

/** Writes the empty Excel form of a department. */
@Command(name = "form")
final class FormCommand implements Callable<Integer> {

    private static final List<String> COLUMNS =
            List.of("form_code", "department", "programme_id", "frequency", "due_day", "name");

    @Option(names = "--department", paramLabel = "D", descriptionKey = "chitieu.form.department")
    private @Nullable String department;

    @Option(names = "--programme", paramLabel = "ID", descriptionKey = "chitieu.form.programme")
    private @Nullable String programme;

    @Option(names = "--period", paramLabel = "PERIOD", descriptionKey = "chitieu.form.period")
    private @Nullable String period;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "chitieu.form.out")
    private @Nullable Path out;

    @Option(names = "--list", descriptionKey = "chitieu.form.list")
    private boolean list;

    @Mixin
    private WarehouseOption where = new WarehouseOption();

    private final Terminal terminal;
    private final Texts messages;

    FormCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws IOException {
        Path datasets = where.existingDatasets(messages);
        Codelists codelists = Codelists.read(datasets);
        FormCatalogue catalogue = FormCatalogue.read(datasets, codelists);
        List<Form> forms = catalogue.forms().values().stream()
                .filter(form -> programme == null || form.programmeId().equals(programme))
                .toList();
        if (list) {
            terminal.out().print(records(forms).table(terminal.columns(), "programme_id"));
            return ExitCode.OK;
        }
        String wanted = department;
        Path file = out;
        if (wanted == null || file == null) {
            throw new ConfigurationException(messages.text("error.no_department"));
        }
        if (!file.toString().endsWith(".xlsx") || Files.exists(file)) {
            throw new ConfigurationException(messages.text("error.form_out", file));
        }
        Form form = form(forms, wanted);
        ReportingYear calendar = codelists.reportingYears().of(form.areaCode());
        Optional<Period> entered = entered(form, calendar);
        Programme served = programme(datasets, form, codelists.reportingYears());
        Files.write(file, FormWorkbook.bytes(form, calendar, entered, served.year()), StandardOpenOption.CREATE_NEW);
        terminal.out().println(messages.text("form.written", form.code(), departmentOf(form), file));
        terminal.out()
                .println(messages.text(
                        "form.day",
                        FormWorkbook.DAY_CELL,
                        form.head().day(),
                        CommandWord.of(file.toString()),
                        form.code(),
                        where.again()));
        NumberFormats numbers = NumberFormats.of(messages.language());
        entered.map(period -> form.due(period, calendar))
                .filter(due -> served.evaluatedOn(due).isBefore(due))
                .ifPresent(due -> terminal.out()
                        .println(messages.text(
                                "form.closing",
                                numbers.date(due),
                                served.programmeId(),
                                numbers.date(served.evaluatedOn(due)))));
        return ExitCode.OK;
    }

    private TextRecords records(List<Form> forms) {
        List<List<String>> rows = new ArrayList<>();
        for (Form form : forms) {
            rows.add(List.of(
                    form.code(),
                    departmentOf(form),
                    form.programmeId(),
                    form.frequency().name(),
                    Integer.toString(form.dueDay()),
                    form.name().in(messages.language())));
        }
        return new TextRecords(
                COLUMNS,
                COLUMNS.stream()
                        .map(name -> messages.text("form.column." + name))
                        .toList(),
                rows);
    }

    private Form form(List<Form> forms, String wanted) {
        List<Form> found = forms.stream()
                .filter(form -> isSame(form.code(), wanted)
                        || isSame(form.department().vi(), wanted)
                        || isSame(form.department().en(), wanted))
                .toList();
        if (found.isEmpty()) {
            throw new ConfigurationException(messages.text(
                    "error.unknown_department",
                    wanted,
                    forms.stream()
                            .map(form -> departmentOf(form) + " (" + form.code() + ")")
                            .collect(Collectors.joining(", "))));
        }
        if (found.size() > 1) {
            throw new ConfigurationException(messages.text(
                    "error.several_forms",
                    wanted,
                    found.stream().map(Form::code).collect(Collectors.joining(", "))));
        }
        return found.get(0);
    }

    private Optional<Period> entered(Form form, ReportingYear calendar) {
        if (period == null) {
            return Optional.empty();
        }
        try {
            Period parsed = Period.parse(period);
            if (parsed.frequency() == form.frequency()) {
                return calendar.hasPeriodsOfCalendar(form.frequency())
                        ? calendar.ofCalendar(parsed)
                        : Optional.of(parsed);
            }
            throw wrongPeriod(form, period, null);
        } catch (IllegalArgumentException e) {
            throw wrongPeriod(form, period, e);
        }
    }

    private ConfigurationException wrongPeriod(Form form, String text, @Nullable Exception cause) {
        String message = messages.text(
                "error.form_period", form.frequency(), form.periods(2025).get(0), text);
        return cause == null ? new ConfigurationException(message) : new ConfigurationException(message, cause);
    }

    /** Returns the programme that a form serves. */
    private Programme programme(Path datasets, Form form, ReportingYears years) throws IOException {
        return ProgrammeFile.readAll(datasets.resolve("programme"), years).stream()
                .filter(p -> p.programmeId().equals(form.programmeId()))
                .findFirst()
                .orElseThrow(
                        () -> new ConfigurationException(messages.text("error.no_programme", form.programmeId(), "")));
    }

    private String departmentOf(Form form) {
        return form.department().in(messages.language());
    }

    private static boolean isSame(String one, String other) {
        return normal(one).equals(normal(other));
    }

    private static String normal(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
