package vn.chitieu.night.telemetry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import vn.chitieu.catalog.run.RunManifest;

/** The result of the last night as one JSON object. */
final class RunResults {

    static final String FILE = "run_results.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private RunResults() {}

    /** Returns the object, with a line end. */
    static byte[] json(NightCall night) throws IOException {
        ObjectNode result = JSON.createObjectNode()
                .put("invocation_id", night.invocation().toString())
                .put("status", night.status())
                .put("exit_code", night.exitCode())
                .put("started_at", night.startedAt().toString())
                .put("finished_at", night.finishedAt().toString())
                .put("seconds", night.seconds());
        result.put("last_success_at", night.lastSuccess().map(Instant::toString).orElse(null));
        result.put("failure", night.failure().orElse(null));
        ObjectNode stages = result.putObject("stage_seconds");
        night.stageSeconds().forEach(stages::put);
        night.current().ifPresent(run -> {
            RunManifest manifest = run.manifest();
            result.put("run_id", run.runId().text())
                    .put("as_of_date", manifest.asOfDate().toString())
                    .put("classes_sha256", manifest.identity().classesSha256());
            ObjectNode counts = result.putObject("counts");
            manifest.counts().forEach(counts::put);
            ObjectNode rows = result.putObject("table_rows");
            manifest.tables().forEach(table -> rows.put(table.name(), table.rows()));
        });
        return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Returns when a night last ended well, as the last one told; empty where none did or its file is damaged. */
    static Optional<Instant> lastSuccess(Path root) {
        Path file = root.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            String text = JSON.readTree(Files.readAllBytes(file))
                    .path("last_success_at")
                    .asText("");
            return text.isEmpty() || text.equals("null") ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (IOException | DateTimeException e) {
            LogManager.getLogger(RunResults.class).warn("not known when a night last ended well: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
