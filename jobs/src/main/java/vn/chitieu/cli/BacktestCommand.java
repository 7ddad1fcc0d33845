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
import vn.chitieu.night.OfficeForms;
import vn.chitieu.night.PastStudy;
import vn.chitieu.night.RunClock;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.terminal.AccuracyTable;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.projection.backtest.PooledEstimate;
import vn.chitieu.projection.backtest.PooledRow;
import vn.chitieu.projection.backtest.PooledTablesEstimation;
import vn.chitieu.projection.dense.PooledTableFiles;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.source.delivery.Deliveries;
import vn.chitieu.source.delivery.DeliveryRegistry;
import vn.chitieu.text.Texts;

/** Projects the office's own complete years again and measures how good that would have been. */
@Command(name = "backtest")
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
        PastStudy study = PastStudy.of(datasets, codelists, ingest.observations(), day, from, tablesOut != null);
        Table table = ForecastEvaluationTables.evaluation(study.record(), day);
        if (table.rows().isEmpty()) {
            throw new ConfigurationException(messages.text("error.no_backtest", from, day));
        }
        terminal.out().print(AccuracyTable.text(reader(table, codelists), messages.language(), terminal.columns()));
        printUntested(new TreeMap<>(study.untested()));
        if (tablesOut != null) {
            estimate(study.rows(), tablesOut);
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

    private void estimate(List<PooledRow> rows, Path folder) throws IOException {
        PooledEstimate estimate = PooledTablesEstimation.estimate(rows, PooledTables.shipped());
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
