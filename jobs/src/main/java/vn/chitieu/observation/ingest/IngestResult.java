package vn.chitieu.observation.ingest;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.UnitAssessment;
import vn.chitieu.observation.UnitEstimate;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.delivery.Delivery;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * Everything that the deliveries hold, in an order that does not depend on how files are listed or rows stand.
 *
 * @param observations every vintage of every outcome, whenever published, in {@link Vintages#ORDER}
 * @param planFigures plans among the delivered figures, in the same order, with status F
 * @param quarantined rows not used, by delivery, file and line
 * @param refused deliveries not used at all, by id
 * @param files what became of the rows of each file, by delivery and file
 * @param unlistedSources addresses of sources that no delivery lists
 * @param unitEstimates what departments expect of a year, whenever stated, in the order of stating
 * @param unitAssessments what departments judge of targets without number, whenever stated, in the order of stating
 * @param formNotes what was used of filled forms and received tables but should be looked at
 */
public record IngestResult(
        Figures observations,
        Figures planFigures,
        List<QuarantinedRow> quarantined,
        List<RefusedDelivery> refused,
        List<FileCount> files,
        Set<String> unlistedSources,
        List<UnitEstimate> unitEstimates,
        List<UnitAssessment> unitAssessments,
        List<Finding> formNotes) {

    private static final Words WORDS = Words.of("observation");

    /** The largest shipped delivery has 16; a night compares each with each other of the same series. */
    private static final int MOST_SOURCES = 2000;

    public IngestResult {
        quarantined = List.copyOf(quarantined);
        refused = List.copyOf(refused);
        files = List.copyOf(files);
        unlistedSources = Set.copyOf(unlistedSources);
        unitEstimates = List.copyOf(unitEstimates);
        unitAssessments = List.copyOf(unitAssessments);
        formNotes = List.copyOf(formNotes);
        long delivered = files.stream().mapToLong(FileCount::delivered).sum();
        long withoutFigure = files.stream()
                .mapToLong(file -> file.missing() + file.deletions())
                .sum();
        long accounted = withoutFigure + observations.size() + planFigures.size() + quarantined.size();
        if (delivered != accounted) {
            throw new IllegalArgumentException(
                    "Expecting all " + delivered + " delivered rows to be accounted for but were " + accounted);
        }
    }

    /**
     * Checks that a night can bear a delivery.
     *
     * @throws DataException if the memory is not enough to read it, or it has more sources than can be compared
     */
    public void requireBearable(String deliveryId) {
        LocalizedText memory = Ingest.outOfMemory(deliveryId);
        long sources = observations.ofDelivery(deliveryId).stream()
                .map(Observation::sourceUrl)
                .distinct()
                .count();
        if (refused.stream().anyMatch(delivery -> delivery.message().equals(memory))) {
            throw new DataException(memory);
        }
        if (sources > MOST_SOURCES) {
            throw new DataException(WORDS.text("delivery.sources", deliveryId, MOST_SOURCES, sources));
        }
    }

    /** Returns what a reader of the figures known on a day should know of their delivery. */
    public List<Finding> findings(LocalDate asOf) {
        Map<String, Finding> findings = new TreeMap<>();
        for (RefusedDelivery delivery : refused) {
            findings.put(
                    delivery.id(),
                    new Finding(
                            Finding.Kind.VALIDATION,
                            Finding.Severity.ERROR,
                            "delivery_refused",
                            "",
                            "",
                            "",
                            delivery.id(),
                            WORDS.text(
                                    delivery.isCopyUsed() ? "delivery_refused.copy_used" : "delivery_refused",
                                    delivery.id(),
                                    delivery.message())));
        }
        formNotes.forEach(
                note -> findings.put(note.subject() + " " + note.message().en(), note));
        Set<List<String>> told = new HashSet<>();
        for (Observation observation : observations) {
            if (observation.isVisible(asOf)
                    && unlistedSources.contains(observation.sourceUrl())
                    && told.add(List.of(observation.deliveryId(), observation.sourceUrl()))) {
                ObservationKey key = observation.key();
                String subject = observation.deliveryId() + " " + observation.sourceUrl();
                findings.putIfAbsent(
                        subject,
                        new Finding(
                                Finding.Kind.VALIDATION,
                                Finding.Severity.INFORMATION,
                                "source_not_listed",
                                key.areaCode(),
                                key.indicatorCode(),
                                key.period().toString(),
                                subject,
                                WORDS.text("source_not_listed", observation.sourceUrl(), observation.deliveryId())));
            }
        }
        return List.copyOf(findings.values());
    }

    /** Returns how many rows were delivered by the deliveries that were not refused. */
    public long deliveredRows() {
        return files.stream().mapToLong(FileCount::delivered).sum();
    }

    /** Returns how many accepted rows were published only after a day. */
    public long laterRows(LocalDate asOf) {
        return observations.stream().filter(vintage -> !vintage.isVisible(asOf)).count();
    }

    /** Returns how many figures of forms of an area and year became known after one day and by another. */
    public long formRowsAfter(String areaCode, int year, LocalDate day, LocalDate asOf) {
        return observations.of(areaCode).stream()
                .filter(observation -> observation.sourceUrl().startsWith(FormFigures.SOURCE)
                        && observation.key().period().year() == year
                        && observation.publishedDate().isAfter(day)
                        && !observation.publishedDate().isAfter(asOf))
                .count();
    }

    /** Returns the first day on which any figure was known; empty without figures. */
    public Optional<LocalDate> firstPublished() {
        return observations.stream().map(Observation::publishedDate).min(LocalDate::compareTo);
    }

    /**
     * Returns whether a delivery states no figure that counts, because others state all of them and are of a later
     * date: it arrived after newer ones.
     */
    public boolean isLate(String deliveryId) {
        List<Observation> own = observations.ofDelivery(deliveryId);
        Map<ObservationKey, LocalDate> latest = new HashMap<>();
        ofAreas(own)
                .filter(observation -> !observation.deliveryId().equals(deliveryId))
                .forEach(observation ->
                        latest.merge(observation.key(), observation.sourceDate(), (a, b) -> a.isAfter(b) ? a : b));
        return !own.isEmpty()
                && own.stream().allMatch(observation -> latest.getOrDefault(observation.key(), LocalDate.MIN)
                        .isAfter(observation.sourceDate()));
    }

    /** A figure of a delivery and the one that counts in its place, of another delivery, though it is no newer. */
    public record Outranked(Observation figure, Observation standing) {}

    /**
     * Returns the figures of a delivery that never come into use, because another value of the same date stands: one
     * that is firmer, of a more trusted source or delivered later.
     */
    public List<Outranked> outranked(String deliveryId) {
        List<Observation> own = observations.ofDelivery(deliveryId);
        Map<ObservationKey, Observation> standing =
                Vintages.latestByKey(ofAreas(own).toList(), LocalDate.MAX);
        return own.stream()
                .filter(figure -> figure.isVisible(LocalDate.MAX))
                .map(figure -> new Outranked(figure, Objects.requireNonNull(standing.get(figure.key()))))
                .filter(pair -> !pair.standing().deliveryId().equals(deliveryId)
                        && pair.standing().sourceDate().equals(pair.figure().sourceDate())
                        && pair.standing().value().compareTo(pair.figure().value()) != 0)
                .toList();
    }

    private Stream<Observation> ofAreas(List<Observation> some) {
        return some.stream()
                .map(observation -> observation.key().areaCode())
                .distinct()
                .flatMap(area -> observations.of(area).stream());
    }

    /**
     * Returns whether a delivery states anything that is used: a figure, a plan, a deletion, what a unit says of a
     * year.
     */
    public boolean isSomeUsed(String deliveryId) {
        return files.stream()
                        .anyMatch(file -> file.deliveryId().equals(deliveryId)
                                && file.accepted() + file.plan() + file.deletions() > 0)
                || unitEstimates.stream()
                        .anyMatch(estimate -> estimate.deliveryId().equals(deliveryId))
                || unitAssessments.stream()
                        .anyMatch(assessment -> assessment.deliveryId().equals(deliveryId));
    }

    /** Returns whether there is anything to work with. */
    public boolean isUsable() {
        return !observations.isEmpty();
    }

    /**
     * Returns the last day on which a source printed an observation, which does not count derived dates nor a day after
     * the delivery, which can only be a misprint.
     */
    public Optional<LocalDate> lastPublished() {
        Map<String, LocalDate> days = new HashMap<>();
        return observations.stream()
                .filter(observation -> observation.publishedKind() != PublishedKind.DERIVED)
                .filter(observation -> !observation
                        .publishedDate()
                        .isAfter(days.computeIfAbsent(observation.deliveryId(), Delivery::dayOf)))
                .map(Observation::publishedDate)
                .max(LocalDate::compareTo);
    }
}
