package vn.chitieu.observation.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.ReportingPeriod;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.source.table.SdmxStructure;

/**
 * Writes observations as an SDMX-CSV 2.0 data message in {@link SdmxStructure#OBSERVATION}, which ingest reads back
 * exactly.
 *
 * <p>{@code PUBLISHED} is the date that a source bears; it is empty where the date was derived, and is derived again on
 * reading. When the world learned a figure stands in {@code PUBLISHED_DATE}, with its kind, for readers of the message.
 */
public final class SdmxObservations {

    private static final List<String> ABOUT = List.of("STRUCTURE", "STRUCTURE_ID", "ACTION");
    private static final List<String> NOTES = List.of("PUBLISHED_DATE", "PUBLISHED_KIND");

    private SdmxObservations() {}

    /** Returns the message as {@link #text(Collection, Function)} of areas whose year is that of the calendar. */
    public static String text(Collection<Observation> observations) {
        return text(observations, area -> ReportingYear.CALENDAR);
    }

    /**
     * Returns the message with every vintage given, in the order given; each merges, so nothing is overwritten. What
     * two deliveries say in the same words is written once, for a key may stand in a message once.
     *
     * @param years the reporting year of an area
     */
    public static String text(Collection<Observation> observations, Function<String, ReportingYear> years) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        List<String> header = new ArrayList<>(ABOUT);
        header.addAll(SdmxStructure.COMPONENTS.values());
        header.addAll(NOTES);
        csv.writeRecord(header);
        Set<List<String>> written = new HashSet<>();
        for (Observation observation : observations) {
            Map<String, String> columns =
                    columns(observation, years.apply(observation.key().areaCode()));
            List<String> fields = new ArrayList<>(List.of("datastructure", SdmxStructure.OBSERVATION, "M"));
            SdmxStructure.COMPONENTS.keySet().forEach(column -> fields.add(columns.getOrDefault(column, "")));
            fields.add(observation.publishedDate().toString());
            fields.add(observation.publishedKind().code());
            if (written.add(fields)) {
                csv.writeRecord(fields);
            }
        }
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Map<String, String> columns(Observation observation, ReportingYear year) {
        ObservationKey key = observation.key();
        boolean isPrinted = observation.publishedKind() != PublishedKind.DERIVED;
        return Map.ofEntries(
                Map.entry("frequency", key.period().frequency().name()),
                Map.entry("area", key.areaCode()),
                Map.entry("indicator", key.indicatorCode()),
                Map.entry("breakdown", key.activityCode()),
                Map.entry("price_basis", key.priceBasis().code()),
                Map.entry("basis", key.accumulation().code()),
                Map.entry("period", new ReportingPeriod(key.period(), year).inSdmx()),
                Map.entry("status", observation.status().code()),
                Map.entry("published", isPrinted ? observation.sourceDate().toString() : ""),
                Map.entry("source_url", observation.sourceUrl()),
                Map.entry("value", observation.value().toPlainString()),
                Map.entry("unit", observation.unitCode()));
    }
}
