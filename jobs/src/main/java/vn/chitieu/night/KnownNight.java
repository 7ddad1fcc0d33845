package vn.chitieu.night;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.logging.log4j.LogManager;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.run.ProductClasses;
import vn.chitieu.catalog.run.RunIdentity;
import vn.chitieu.night.NightRequest.Choice;
import vn.chitieu.programme.Programme;
import vn.chitieu.source.delivery.DeliveryRegistry;

/**
 * What the last night that read its inputs learnt of them, so that the next one need not read the same bytes again to
 * know which night it is. It is remembered arithmetic and no state: the same bytes, settings and classes give the same
 * identity whether this file is there or not.
 *
 * @param readSha256 of every byte and setting that a night reads
 * @param alone the night without a predecessor
 * @param programmes those asked for
 */
record KnownNight(String readSha256, RunIdentity alone, List<JudgedProgramme> programmes) {

    private static final String FILE = "known_night.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    KnownNight {
        programmes = List.copyOf(programmes);
    }

    /**
     * Returns the sum of all that decides which night a request is; empty where a file among its inputs is not one that
     * can simply be read, which the readers have to say.
     */
    static Optional<String> sumOf(NightRequest request, InputSnapshot inputs) {
        return inputs.sum().map(files -> {
            SortedMap<String, String> sums = new TreeMap<>();
            sums.put("datasets", files);
            sums.put("registry", DeliveryRegistry.of(request.warehouse().root()).sha256());
            sums.put("classes", ProductClasses.sha256());
            sums.put(
                    "settings",
                    Sha256.of(String.join(
                            "\n",
                            request.asOf().map(LocalDate::toString).orElse(""),
                            String.join(",", request.programmes()),
                            String.valueOf(request.has(Choice.LEGACY_SHARE)))));
            return Sha256.ofListing(sums);
        });
    }

    /** Returns what is known of a night by the sum of all that it reads. */
    static Optional<KnownNight> of(Path warehouse, String readSha256) {
        Path file = warehouse.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            JsonNode night = json.path("night");
            if (!json.path("sha256").asText().equals(Sha256.of(night.toString()))) {
                throw new IOException("Expecting a night of sum " + json.path("sha256") + " but was " + night);
            }
            return Optional.of(parsed(night)).filter(known -> known.readSha256.equals(readSha256));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            LogManager.getLogger(KnownNight.class).warn("{} is damaged, all is read again: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** Remembers the night in place of the one before. */
    void keep(Path warehouse) throws IOException {
        ObjectNode night = JSON.createObjectNode();
        night.put("read_sha256", readSha256);
        night.put("as_of_date", alone.asOf().toString());
        night.put("input_sha256", alone.inputSha256());
        night.put("settings_sha256", alone.settingsSha256());
        night.put("classes_sha256", alone.classesSha256());
        for (JudgedProgramme programme : programmes) {
            night.withArray("programmes")
                    .addObject()
                    .put("programme_id", programme.programmeId())
                    .put("adopted_on", programme.adoptedOn().toString())
                    .put("status", programme.status().name());
        }
        ObjectNode json = JSON.createObjectNode();
        json.put("sha256", Sha256.of(night.toString()));
        json.set("night", night);
        DurableFiles.replace(warehouse.resolve(FILE), (json + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static KnownNight parsed(JsonNode night) {
        List<JudgedProgramme> programmes = new ArrayList<>();
        for (JsonNode programme : night.path("programmes")) {
            programmes.add(new JudgedProgramme(
                    programme.path("programme_id").asText(),
                    LocalDate.parse(programme.path("adopted_on").asText()),
                    Programme.Status.valueOf(programme.path("status").asText())));
        }
        return new KnownNight(
                night.path("read_sha256").asText(),
                new RunIdentity(
                        LocalDate.parse(night.path("as_of_date").asText()),
                        night.path("input_sha256").asText(),
                        night.path("settings_sha256").asText(),
                        night.path("classes_sha256").asText()),
                programmes);
    }
}
