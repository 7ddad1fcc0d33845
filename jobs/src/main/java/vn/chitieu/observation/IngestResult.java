package vn.chitieu.observation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.chitieu.source.QuarantinedRow;

/**
 * Everything that the deliveries hold, in an order that does not depend on how files are listed or rows stand.
 *
 * @param observations every vintage of every outcome, whenever published, in {@link Vintages#ORDER}
 * @param planFigures plans among the delivered figures, in the same order, with status F
 * @param quarantined rows not used, by delivery, file and line
 * @param refused deliveries not used at all, by id
 * @param files what became of the rows of each file, by delivery and file
 * @param findings what a reader of the deliveries should know, none of it a reason to refuse
 */
public record IngestResult(
        List<Observation> observations,
        List<Observation> planFigures,
        List<QuarantinedRow> quarantined,
        List<RefusedDelivery> refused,
        List<FileCount> files,
        List<Finding> findings) {

    public IngestResult {
        observations = List.copyOf(observations);
        planFigures = List.copyOf(planFigures);
        quarantined = List.copyOf(quarantined);
        refused = List.copyOf(refused);
        files = List.copyOf(files);
        findings = List.copyOf(findings);
        long delivered = files.stream().mapToLong(FileCount::delivered).sum();
        long accounted = (long) observations.size() + planFigures.size() + quarantined.size();
        if (delivered != accounted) {
            throw new IllegalArgumentException(
                    "Expecting all " + delivered + " delivered rows to be accounted for but were " + accounted);
        }
    }

    /** Returns how many rows were delivered by the deliveries that were not refused. */
    public long deliveredRows() {
        return files.stream().mapToLong(FileCount::delivered).sum();
    }

    /** Returns how many accepted rows were published only after a day. */
    public long laterRows(LocalDate asOf) {
        return (long) observations.size() - Vintages.visible(observations, asOf).size();
    }

    /** Returns whether there is anything to work with. */
    public boolean isUsable() {
        return !observations.isEmpty();
    }

    /** Returns whether something was left out: a row or a whole delivery. */
    public boolean isIncomplete() {
        return !quarantined.isEmpty() || !refused.isEmpty();
    }

    /** Returns the last day on which a source printed an observation, which does not count derived dates. */
    public Optional<LocalDate> lastPublished() {
        return observations.stream()
                .filter(observation -> observation.publishedKind() != PublishedKind.DERIVED)
                .map(Observation::publishedDate)
                .max(LocalDate::compareTo);
    }
}
