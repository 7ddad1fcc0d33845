package vn.chitieu.night.telemetry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.PublishedTable;
import vn.chitieu.catalog.run.RunInput;
import vn.chitieu.catalog.table.Column;

/**
 * A night as two events of OpenLineage 2-0-2: its start, and its end with the files read and the tables written, as the
 * manifest of the run lists them.
 */
final class LineageEvents {

    private static final String SPECIFICATION = "https://openlineage.io/spec/";
    private static final String PRODUCER = "https://www.apache.org/licenses/LICENSE-2.0#chitieu";
    private static final String NAMESPACE = "chitieu";

    private static final ObjectMapper JSON = new ObjectMapper();

    private LineageEvents() {}

    /** Returns the events, one line each. */
    static List<String> of(NightCall night) {
        ObjectNode start = event("START", night, night.startedAt());
        ObjectNode end = event(night.isSuccess() ? "COMPLETE" : "FAIL", night, night.finishedAt());
        night.failure().ifPresent(words -> facet(
                        facets(end.withObject("/run")), "errorMessage", "facets/1-0-1/ErrorMessageRunFacet.json")
                .put("message", words)
                .put("programmingLanguage", "JAVA"));
        night.current().filter(run -> night.isSuccess()).ifPresent(run -> datasets(end, run));
        return List.of(start.toString(), end.toString());
    }

    private static ObjectNode event(String type, NightCall night, Instant at) {
        ObjectNode event = JSON.createObjectNode()
                .put("eventType", type)
                .put("eventTime", at.toString())
                .put("producer", PRODUCER)
                .put("schemaURL", SPECIFICATION + "2-0-2/OpenLineage.json#/$defs/RunEvent");
        ObjectNode run = event.putObject("run").put("runId", night.invocation().toString());
        facet(facets(run), "nominalTime", "facets/1-0-1/NominalTimeRunFacet.json")
                .put("nominalStartTime", night.startedAt().toString());
        event.putObject("job").put("namespace", NAMESPACE).put("name", "nightly");
        return event;
    }

    private static void datasets(ObjectNode event, PublishedRun run) {
        ArrayNode inputs = event.putArray("inputs");
        for (RunInput input : run.manifest().inputs()) {
            ObjectNode dataset = inputs.addObject()
                    .put("namespace", NAMESPACE)
                    .put("name", "delivery/" + input.deliveryId() + "/" + input.file());
            facet(
                            dataset.putObject("inputFacets"),
                            "inputStatistics",
                            "facets/1-0-0/InputStatisticsInputDatasetFacet.json")
                    .put("rowCount", input.rows())
                    .put("fileCount", 1);
        }
        ArrayNode outputs = event.putArray("outputs");
        for (PublishedTable table : run.manifest().tables()) {
            ObjectNode dataset = outputs.addObject()
                    .put("namespace", NAMESPACE)
                    .put("name", "runs/" + run.runId() + "/" + table.name());
            ArrayNode fields = facet(facets(dataset), "schema", "facets/1-2-0/SchemaDatasetFacet.json")
                    .putArray("fields");
            for (Column column : table.columns()) {
                fields.addObject()
                        .put("name", column.name())
                        .put("type", column.type().name());
            }
            facet(
                            dataset.putObject("outputFacets"),
                            "outputStatistics",
                            "facets/1-0-2/OutputStatisticsOutputDatasetFacet.json")
                    .put("rowCount", table.rows())
                    .put("size", table.bytes())
                    .put("fileCount", table.files().size());
        }
    }

    private static ObjectNode facets(ObjectNode owner) {
        return owner.withObject("/facets");
    }

    private static ObjectNode facet(ObjectNode facets, String name, String schema) {
        return facets.putObject(name).put("_producer", PRODUCER).put("_schemaURL", SPECIFICATION + schema);
    }
}
