package vn.chitieu.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.chitieu.attainment.audit.AreaFigures;
import vn.chitieu.attainment.scenario.Scenario;
import vn.chitieu.attainment.scenario.ScenarioException;
import vn.chitieu.attainment.scenario.ScenarioRequest;
import vn.chitieu.attainment.scenario.Scenarios;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.cli.console.AsOfOption;
import vn.chitieu.cli.console.ConfigurationException;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.FormatOption;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.cli.console.WarehouseOption;
import vn.chitieu.mart.AuditTables;
import vn.chitieu.night.OfficeFigures;
import vn.chitieu.notebook.terminal.ScenarioListing;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.observation.Area;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.Target;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Texts;

/** Tells what the rest of the year, a period or a sector must bring, and what assumed growth leads to. */
@Command(name = "scenario")
final class ScenarioCommand implements Callable<Integer> {

    private static final String TARGET = "target";
    private static final String PRICES = "prices";
    private static final String POPULATION = "population";
    private static final List<String> SETTINGS = List.of(TARGET, PRICES, POPULATION);
    private static final double LEAST_GROWTH = -100;

    @Option(names = "--programme", required = true, paramLabel = "ID", descriptionKey = "chitieu.scenario.programme")
    private String programmeId = "";

    @Option(names = "--target", required = true, paramLabel = "ID", descriptionKey = "chitieu.scenario.target")
    private String targetId = "";

    @Option(names = "--free", paramLabel = "SECTOR|PERIOD", descriptionKey = "chitieu.scenario.free")
    private @Nullable String free;

    @Option(names = "--given", paramLabel = "CODE=PCT", descriptionKey = "chitieu.scenario.given")
    private Map<String, String> given = new LinkedHashMap<>();

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "chitieu.scenario.set")
    private Map<String, String> set = new LinkedHashMap<>();

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private WarehouseOption where = new WarehouseOption();

    private final Terminal terminal;
    private final Texts messages;

    ScenarioCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws Exception {
        format.of(messages); // refused before anything is read
        ScenarioRequest request = request();
        Warehouse warehouse = where.open(messages);
        OfficeFigures office =
                OfficeFigures.read(where.existingDatasets(messages), warehouse.root(), asOf.day(messages));
        Programme programme = office.programme(programmeId);
        LocalDate day = programme.evaluatedOn(office.asOf());
        Scenario scenario;
        try {
            scenario = Scenarios.of(
                    programme,
                    targetId,
                    day,
                    figures(office, programme.areaCode(), day),
                    figures(office, Area.nationOf(programme.areaCode()), day),
                    office.codelists().indicators(),
                    request);
        } catch (ScenarioException e) {
            throw new ConfigurationException(inLanguage(e.reason()), e);
        }
        print(programme, day, scenario);
        return ExitCode.OK;
    }

    private void print(Programme programme, LocalDate day, Scenario scenario) {
        Table table = AuditTables.scenario(programme, targetId, day, scenario);
        terminal.out()
                .print(format.text(
                        messages,
                        table,
                        () -> ScenarioListing.text(
                                heading(programme, day),
                                scenario.sentences().stream()
                                        .map(this::inLanguage)
                                        .toList(),
                                table,
                                messages.language(),
                                terminal.columns())));
        terminal.out().flush();
    }

    private String heading(Programme programme, LocalDate day) {
        LocalizedText name = programme.target(targetId).map(Target::name).orElse(LocalizedText.EMPTY);
        return messages.text(
                "scenario.heading",
                targetId,
                inLanguage(name),
                programme.year(),
                NumberFormats.of(messages.language()).date(day));
    }

    private ScenarioRequest request() {
        SortedMap<String, Double> rates = new TreeMap<>();
        given.forEach((code, text) -> rates.put(code, rate("--given " + code, text)));
        for (String name : set.keySet()) {
            if (!SETTINGS.contains(name)) {
                throw new ConfigurationException(
                        messages.text("error.unknown_setting", name, String.join(", ", SETTINGS)));
            }
        }
        String target = set.get(TARGET);
        String prices = set.get(PRICES);
        String population = set.get(POPULATION);
        return new ScenarioRequest(
                free,
                rates,
                target == null ? null : Double.valueOf(number("--set target", target)),
                prices == null ? null : Double.valueOf(rate("--set prices", prices)),
                population == null ? null : Double.valueOf(rate("--set population", population)));
    }

    private double rate(String option, String text) {
        double rate = number(option, text);
        if (!(rate > LEAST_GROWTH)) {
            throw new ConfigurationException(messages.text("error.growth_too_low", option, text));
        }
        return rate;
    }

    private double number(String option, String text) {
        try {
            return new BigDecimal(text).doubleValue();
        } catch (NumberFormatException e) {
            throw new ConfigurationException(messages.text("error.not_a_number", option, text), e);
        }
    }

    private static AreaFigures figures(OfficeFigures office, String areaCode, LocalDate day) {
        return new AreaFigures(
                day,
                office.accounts(areaCode, day).figures(),
                office.visible(areaCode, day),
                office.codelists().historyBreaks(),
                office.codelists().indicators(),
                office.codelists().reportingYears().of(areaCode));
    }

    private String inLanguage(LocalizedText text) {
        return text.in(messages.language());
    }
}
