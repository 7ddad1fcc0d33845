package vn.chitieu.observation.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.BulkFigures;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.source.delivery.Deliveries;
import vn.chitieu.source.delivery.DeliveryRegistry;
import vn.chitieu.source.delivery.DeliveryTerms;
import vn.chitieu.source.delivery.RegisteredDelivery;

/** Receives workbooks in a warehouse of a test and reads them, as the program does. */
record ReceivedForm(Path folder, FormCatalogue catalogue, Codelists codelists) {

    private static final Instant JULY = Instant.parse("2025-07-03T02:00:00Z");
    static final Path DATASETS = Path.of(System.getProperty("chitieu.home"), "datasets");
    static final Codelists CODELISTS = Codelists.read(DATASETS);
    static final FormCatalogue CATALOGUE = FormCatalogue.read(DATASETS, CODELISTS);

    static ReceivedForm in(Path folder) {
        return new ReceivedForm(folder, CATALOGUE, CODELISTS);
    }

    /** Returns the registered file. */
    RegisteredDelivery register(String name, String form, Optional<LocalDate> published, byte[] bytes) {
        DeliveryRegistry registry = DeliveryRegistry.of(folder.resolve("warehouse"));
        try {
            Path file = Files.write(folder.resolve(name), bytes);
            int before = registry.list().size();
            registry.register(
                    file,
                    new DeliveryTerms(
                            form,
                            CATALOGUE.form(form).orElseThrow().department().vi(),
                            published),
                    JULY.plusSeconds(before));
            return registry.list().get(before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what all received files tell. */
    IngestResult read() {
        return Ingest.read(
                new Deliveries(
                        List.of(),
                        DeliveryRegistry.of(folder.resolve("warehouse")).list(),
                        java.util.Map.of()),
                codelists,
                catalogue,
                BulkFigures.NONE);
    }

    /** Receives one workbook and returns what all received files tell. */
    IngestResult read(String name, String form, byte[] bytes) {
        register(name, form, Optional.empty(), bytes);
        return read();
    }

    /**
     * Returns a number for a cell of the first period of a year that agrees with the others of its row: the year to
     * date is 0.05 more than the period alone, and the year so many of them and 0.1 more.
     */
    static BigDecimal agreeing(Form form, FormRow row, FormColumn column, BigDecimal base) {
        BigDecimal toDate = base.add(new BigDecimal("0.05"));
        if (column.role() == FormColumn.Role.YEAR_ESTIMATE) {
            int periods = row.isState() ? 1 : form.frequency().periodsPerYear();
            return toDate.multiply(BigDecimal.valueOf(periods))
                    .add(new BigDecimal("0.1"))
                    .stripTrailingZeros();
        }
        boolean isAlone = column.accumulation().equals(Optional.of(Accumulation.PERIOD));
        return isAlone ? base : toDate;
    }
}
