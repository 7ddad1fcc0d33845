package vn.chitieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.area.RegionalAccounts;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.cli.console.AsOfOption;
import vn.chitieu.cli.console.ConfigurationException;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.cli.console.WarehouseOption;
import vn.chitieu.mart.DimensionTables;
import vn.chitieu.mart.ForecastEvaluationTables;
import vn.chitieu.mart.MartTables;
import vn.chitieu.night.AsOf;
import vn.chitieu.night.BulkStore;
import vn.chitieu.night.HolidayCalendars;
import vn.chitieu.night.OfficeForms;
import vn.chitieu.night.OfficeTables;
import vn.chitieu.night.RunClock;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.terminal.AccuracyTable;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.projection.backtest.BacktestPanel;
import vn.chitieu.projection.backtest.PastProjection;
import vn.chitieu.projection.backtest.PooledEstimate;
import vn.chitieu.projection.backtest.PooledTablesEstimation;
import vn.chitieu.projection.dense.PooledTableFiles;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.source.delivery.Deliveries;
import vn.chitieu.source.delivery.DeliveryRegistry;
import vn.chitieu.text.Texts;
import vn.chitieu.track.TrackRecord;

/** Projects the office's own complete years again and measures how good that would have been; without Spark. */
@Command(name = "backtest", mixinStandardHelpOptions = true)
final class BacktestCommand implements Callable<Integer> {

    @Option(names = "--from", paramLabel = "YEAR", descriptionKey = "chitieu.backtest.from")
    private int from = 2016;

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Option(names = "--tables-out", paramLabel = "DIR", descriptionKey = "chitieu.backtest.tables-out")
    private @Nullable Path tablesOut;

    @Mixin
    private WarehouseOption where = new WarehouseOption();

    private final Terminal terminal;
    private final Texts messages;

    BacktestCommand(Terminal terminal, Texts messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws Exception {
        long start = RunClock.ticks();
        if (tablesOut != null && !Files.isDirectory(tablesOut)) {
            throw new ConfigurationException(messages.text("error.no_tables_folder", tablesOut));
        }
        Path datasets = where.existingDatasets(messages);
        Codelists codelists = Codelists.read(datasets);
        Warehouse warehouse = where.open(messages);
        Deliveries deliveries = Deliveries.of(datasets, DeliveryRegistry.of(warehouse.root()));
        IngestResult ingest = Ingest.read(
                deliveries, codelists, OfficeForms.read(datasets, codelists), BulkStore.of(warehouse.root(), datasets));
        RefusedDeliveries.print(ingest, terminal, messages);
        if (!ingest.isUsable()) {
            terminal.err().println(messages.text("nightly.nothing_usable"));
            return ExitCode.NOTHING_USABLE;
        }
        LocalDate day = AsOf.of(ingest, asOf.day(messages));
        BacktestPanel panel = panel(codelists, ingest.observations(), day);
        List<PastProjection> past =
                panel.projections(from, BacktestPanel.EVERY_MONTH, OfficeTables.byNation(datasets, codelists));
        Table table = ForecastEvaluationTables.evaluation(TrackRecord.ofPast(past), day);
        if (table.rows().isEmpty()) {
            throw new ConfigurationException(messages.text("error.no_backtest", from, day));
        }
        terminal.out().print(AccuracyTable.text(reader(table, codelists), messages.language(), terminal.columns()));
        printUntested(panel.untested(past));
        if (tablesOut != null) {
            estimate(panel, day.getYear(), datasets, codelists, tablesOut);
        }
        terminal.err().println(messages.text("backtest.done", Math.round((RunClock.ticks() - start) / 1e8) / 10.0));
        return ingest.refused().isEmpty() ? ExitCode.OK : ExitCode.PUBLISHED_WITH_REFUSALS;
    }

    private void printUntested(Map<String, Long> untested) {
        if (!untested.isEmpty()) {
            String areas = untested.entrySet().stream()
                    .map(area -> area.getKey() + " " + area.getValue())
                    .collect(Collectors.joining(", "));
            terminal.out()
                    .println(messages.text(
                            "backtest.untested",
                            untested.values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum(),
                            from,
                            areas));
        }
    }

    private static BacktestPanel panel(Codelists codelists, List<Observation> observations, LocalDate day) {
        Map<String, List<Observation>> byArea = Vintages.visible(observations, day).stream()
                .collect(Collectors.groupingBy(
                        observation -> observation.key().areaCode(), TreeMap::new, Collectors.toList()));
        List<AccountFigure> figures = byArea.entrySet().parallelStream()
                .map(area ->
                        RegionalAccounts.of(area.getKey(), area.getValue(), day).figures())
                .flatMap(List::stream)
                .toList();
        return BacktestPanel.of(
                observations,
                figures,
                codelists.indicators(),
                codelists.historyBreaks(),
                codelists.reportingYears(),
                day);
    }

    private void estimate(BacktestPanel panel, int year, Path datasets, Codelists codelists, Path folder)
            throws IOException {
        PooledTables prior = PooledTables.shipped();
        PooledEstimate estimate = PooledTablesEstimation.estimate(
                panel.pooledRows(
                        year,
                        HolidayCalendars.tables(datasets, codelists.areas().values(), prior)),
                prior);
        if (estimate.isEstimated()) {
            PooledTableFiles.write(folder, estimate.tables());
            terminal.out().println(messages.text("backtest.estimated", estimate.rows(), estimate.series(), folder));
        } else {
            terminal.out()
                    .println(messages.text(
                            "backtest.not_estimated",
                            estimate.rows(),
                            estimate.series(),
                            PooledTablesEstimation.FEWEST_ROWS,
                            PooledTablesEstimation.FEWEST_SERIES));
        }
    }

    private static MartReader reader(Table table, Codelists codelists) {
        return MartReader.of(Map.of(
                MartTables.FORECAST_EVALUATION.name(),
                table,
                MartTables.DIM_INDICATOR.name(),
                DimensionTables.indicator(
                        codelists,
                        MartRows.of(table).stream()
                                .map(row -> row.text("indicator_code"))
                                .toList()),
                MartTables.DIM_ACTIVITY.name(),
                DimensionTables.activity(codelists)));
    }
}
