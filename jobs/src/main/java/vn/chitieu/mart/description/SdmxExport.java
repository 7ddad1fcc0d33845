package vn.chitieu.mart.description;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.MartTables;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.ReportingPeriod;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.ingest.SdmxObservations;
import vn.chitieu.source.table.SdmxStructure;

/** Published tables as SDMX-CSV 2.0 data messages, for exchange with other statistical offices. */
public final class SdmxExport {

    /** The identity of the structure of projections, agency, id and version. */
    public static final String PROJECTION = "CHITIEU:PROJECTION(1.0)";

    /** Columns of the predictive distribution, and their components in the same order. */
    private static final List<String> LAW = List.of("p2_5", "p10", "p50", "p90", "p97_5");

    private static final List<String> LAW_COMPONENTS =
            List.of("LOWER_95", "LOWER_80", "MEDIAN", "UPPER_80", "UPPER_95");

    private SdmxExport() {}

    /**
     * Returns the vintages of a run in the structure of our observations; ingest reads the message back.
     *
     * @param observation rows of {@link MartTables#OBSERVATION}
     */
    public static String observations(Table observation) {
        Map<String, ReportingYear> years = reportingYears(observation);
        List<Observation> vintages = new ArrayList<>();
        for (@Nullable Object[] row : observation.rows()) {
            Row cells = new Row(observation.spec(), row);
            vintages.add(new Observation(
                    new ObservationKey(
                            cells.text("area_code"),
                            cells.text("indicator_code"),
                            cells.text("activity_code"),
                            ReportingPeriod.placeOf(cells.text("period")),
                            Accumulation.ofCode(cells.text("accumulation")),
                            PriceBasis.ofCode(cells.text("price_basis"))),
                    cells.number("obs_value"),
                    cells.text("unit_code"),
                    ObservationStatus.ofCode(cells.text("status_code")),
                    cells.date("published_date"),
                    PublishedKind.valueOf(cells.text("published_kind").toUpperCase(Locale.ROOT)),
                    cells.date("source_date"),
                    cells.text("source_url"),
                    0,
                    cells.text("delivery_id"),
                    cells.text("source_file"),
                    0));
        }
        return SdmxObservations.text(vintages, area -> years.getOrDefault(area, ReportingYear.CALENDAR));
    }

    /** Returns the reporting years of the areas of a run that have another than that of the calendar. */
    private static Map<String, ReportingYear> reportingYears(Table observation) {
        int area = observation.spec().indexOf("area_code");
        int period = observation.spec().indexOf("period");
        Map<String, ReportingYear> years = new TreeMap<>();
        for (@Nullable Object[] row : observation.rows()) {
            ReportingYear year =
                    ReportingPeriod.parse(String.valueOf(row[period])).year();
            if (!year.isCalendar()) {
                years.put(String.valueOf(row[area]), year);
            }
        }
        return years;
    }

    /**
     * Returns the projected years of a run: the point as observation value of status F, the bounds of the intervals as
     * attributes.
     *
     * @param projection rows of {@link MartTables#PROJECTION}
     * @param observation rows of {@link MartTables#OBSERVATION}, which tell when the year of an area begins
     */
    public static String projections(Table projection, Table observation) {
        Map<String, ReportingYear> years = reportingYears(observation);
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        List<String> header = new ArrayList<>(List.of(
                "STRUCTURE",
                "STRUCTURE_ID",
                "ACTION",
                component("frequency"),
                component("area"),
                component("indicator"),
                component("breakdown"),
                component("price_basis"),
                component("period"),
                component("status"),
                component("value"),
                component("unit")));
        header.addAll(LAW_COMPONENTS);
        header.addAll(List.of("METHOD", "LAST_PERIOD", "AS_OF"));
        csv.writeRecord(header);
        for (@Nullable Object[] row : projection.rows()) {
            Row cells = new Row(projection.spec(), row);
            List<String> fields = new ArrayList<>(List.of(
                    "datastructure",
                    PROJECTION,
                    "M",
                    "A",
                    cells.text("area_code"),
                    cells.text("indicator_code"),
                    cells.text("activity_code"),
                    cells.text("price_basis"),
                    new ReportingPeriod(
                                    Period.parse(cells.text("year")),
                                    years.getOrDefault(cells.text("area_code"), ReportingYear.CALENDAR))
                            .inSdmx(),
                    "F",
                    cells.number("point").toPlainString(),
                    cells.text("unit_code")));
            LAW.forEach(column ->
                    fields.add(cells.isEmpty(column) ? "" : cells.number(column).toPlainString()));
            fields.addAll(List.of(cells.text("method_code"), cells.text("last_period"), cells.text("as_of_date")));
            csv.writeRecord(fields);
        }
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String component(String column) {
        return Objects.requireNonNull(SdmxStructure.COMPONENTS.get(column), column);
    }

    /** The cells of a row by column. */
    private static final class Row {

        private final TableSpec spec;
        private final @Nullable Object[] cells;

        Row(TableSpec spec, @Nullable Object[] cells) {
            this.spec = spec;
            this.cells = cells;
        }

        boolean isEmpty(String column) {
            return cells[spec.indexOf(column)] == null;
        }

        String text(String column) {
            Object cell = cells[spec.indexOf(column)];
            return cell == null ? "" : cell.toString();
        }

        BigDecimal number(String column) {
            return new BigDecimal(text(column));
        }

        LocalDate date(String column) {
            return LocalDate.parse(text(column));
        }
    }
}
