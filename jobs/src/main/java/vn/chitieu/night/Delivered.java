package vn.chitieu.night;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.observation.ingest.RefusedDelivery;
import vn.chitieu.programme.ExpertJudgement;
import vn.chitieu.programme.ExpertJudgements;
import vn.chitieu.programme.Programme;
import vn.chitieu.source.delivery.Deliveries;
import vn.chitieu.source.delivery.DeliveryRegistry;
import vn.chitieu.source.delivery.InputSum;

/**
 * Everything delivered and what became of it, read once for however many runs.
 *
 * @param judgements of persons on targets of any programme
 * @param inputSha256 of all that was read
 */
record Delivered(
        DeliveryRegistry registry,
        Deliveries deliveries,
        IngestResult ingest,
        List<ExpertJudgement> judgements,
        String inputSha256) {

    /** @param programmes every one of the data sets */
    static Delivered read(Path datasets, Path warehouse, Codelists codelists, List<Programme> programmes)
            throws IOException {
        DeliveryRegistry registry = DeliveryRegistry.of(warehouse);
        Deliveries deliveries = Deliveries.of(datasets, registry);
        IngestResult ingest = Ingest.read(
                deliveries,
                codelists,
                OfficeForms.read(datasets, codelists, programmes),
                BulkStore.of(warehouse, datasets));
        Map<String, String> refused = new HashMap<>();
        ingest.refused()
                .forEach(delivery ->
                        refused.put(delivery.id(), delivery.message().en()));
        Set<String> inFileOrder = new HashSet<>();
        ingest.quarantined().forEach(row -> inFileOrder.add(row.place().deliveryId()));
        List<ExpertJudgement> judgements = ExpertJudgements.read(datasets, programmes);
        String figures = InputSum.of(datasets, deliveries, refused, inFileOrder);
        String all = judgements.isEmpty()
                ? figures
                : Sha256.of(figures + "\njudgements " + Sha256.ofFolder(datasets.resolve("judgement")));
        return new Delivered(registry, deliveries, ingest, judgements, all);
    }

    /** Keeps a copy of every folder that was read without fault, to fall back on. */
    void keep() throws IOException {
        Set<String> refused = ingest.refused().stream().map(RefusedDelivery::id).collect(Collectors.toSet());
        registry.keep(
                deliveries.folders().stream()
                        .filter(folder -> !refused.contains(folder.id()))
                        .toList(),
                RunClock.now());
    }

    /**
     * Returns those of all programmes that are asked for, all where none is.
     *
     * @throws vn.chitieu.catalog.DataException if one is not there
     */
    static List<Programme> programmes(NightRequest request, List<Programme> all) {
        List<String> chosen = request.programmes();
        chosen.forEach(id -> OfficeProgrammes.named(id, all));
        return all.stream()
                .filter(programme -> chosen.isEmpty() || chosen.contains(programme.programmeId()))
                .sorted(Comparator.comparing(Programme::programmeId))
                .toList();
    }
}
