package vn.chitieu.observation.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import vn.chitieu.catalog.Sha256;

/**
 * Writes a validation report in the structure of the European Statistical System: a JSON array with one entry per
 * verdict, each with event, rule, data and value ({@code 1} holds, {@code 0} fails, {@code NA} not evaluated).
 *
 * <p>Source: M. van der Loo and O. ten Bosch, "Design of a generic machine-readable validation report structure", 2017.
 * Every failing key has an entry of its own; a rule without failure has one. The time of the event is the as-of date,
 * so that the same figures make the same bytes.
 */
public final class EssReport {

    private static final int IDENTITY_LENGTH = 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    private EssReport() {}

    /** Returns the report as JSON, indented, ending with a line break. */
    public static String json(ValidationReport report) {
        ArrayNode entries = JSON.createArrayNode();
        String time = report.asOf().format(DateTimeFormatter.BASIC_ISO_DATE) + "T000000+0000";
        for (ValidationReport.Outcome outcome : report.outcomes()) {
            for (CheckResult failure : outcome.failures()) {
                add(entries, time, outcome.rule(), Optional.of(failure), "0");
            }
            if (outcome.failures().isEmpty()) {
                add(entries, time, outcome.rule(), Optional.empty(), outcome.evaluated() == 0 ? "NA" : "1");
            }
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(entries) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expecting a report that can be written as JSON", e);
        }
    }

    private static void add(
            ArrayNode entries, String time, ValidationRule rule, Optional<CheckResult> failure, String value) {
        String place = failure.map(CheckResult::place).orElse("*");
        ObjectNode entry = entries.addObject();
        entry.put("id", Sha256.of(rule.code() + "\n" + place + "\n" + time).substring(0, IDENTITY_LENGTH));
        ObjectNode event = entry.putObject("event");
        event.put("time", time);
        event.put("actor", "chitieu");
        event.put("agent", "chitieu");
        event.put("trigger", "ingest");
        ObjectNode described = entry.putObject("rule");
        described.put("language", "chitieu");
        described.put("expression", rule.expression());
        described.put(
                "severity",
                failure.map(CheckResult::severity)
                        .orElse(rule.severity())
                        .name()
                        .toLowerCase(Locale.ROOT));
        described.put("description", rule.code());
        described.put("status", "active");
        ObjectNode data = entry.putObject("data");
        data.putArray("source").add(place);
        data.putArray("target").add(place);
        data.put(
                "description",
                failure.map(f -> f.message().en() + " " + f.advice().en()).orElse(""));
        entry.put("value", value);
    }
}
