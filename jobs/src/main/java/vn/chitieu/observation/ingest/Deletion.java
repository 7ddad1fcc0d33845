package vn.chitieu.observation.ingest;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.source.table.SdmxStructure;
import vn.chitieu.source.table.SourceRow;

/**
 * A row by which a sender deletes figures of its earlier deliveries (SDMX {@code ACTION} D). Nothing is removed: the
 * figures stop counting on the day of the deletion, and are what was known before it.
 *
 * @param lines the indicators with activity that it is about, as {@code indicator.activity}; empty for all
 * @param status of the figures, plans having none; empty for all
 * @param structure the SDMX structure that it belongs to, if it is SDMX
 * @param day from when the figures no longer count
 * @param row as delivered
 */
record Deletion(
        Optional<String> areaCode,
        Set<String> lines,
        Optional<Frequency> frequency,
        Optional<Period> period,
        Optional<Accumulation> accumulation,
        Optional<PriceBasis> priceBasis,
        Optional<String> sourceUrl,
        Optional<Optional<ObservationStatus>> status,
        Optional<String> structure,
        LocalDate day,
        String deliveryId,
        SourceRow row) {

    Deletion {
        lines = Set.copyOf(lines);
    }

    /**
     * Returns whether it is about a figure, whoever stated it and when.
     *
     * @param isPlan whether the figure is a plan
     * @param ofFigure the SDMX structure in which the figure was delivered, if it was
     */
    boolean covers(Observation figure, boolean isPlan, Optional<String> ofFigure) {
        ObservationKey key = figure.key();
        boolean isOfStructure = structure.isEmpty()
                || structure.equals(ofFigure)
                || (ofFigure.isEmpty() && structure.get().equals(SdmxStructure.OBSERVATION));
        Optional<ObservationStatus> ofOutcome = isPlan ? Optional.empty() : Optional.of(figure.status());
        return isOfStructure
                && status.filter(s -> !s.equals(ofOutcome)).isEmpty()
                && areaCode.filter(code -> !code.equals(key.areaCode())).isEmpty()
                && (lines.isEmpty() || lines.contains(key.indicatorCode() + "." + key.activityCode()))
                && frequency.filter(f -> f != key.period().frequency()).isEmpty()
                && period.filter(p -> !p.equals(key.period())).isEmpty()
                && accumulation.filter(a -> a != key.accumulation()).isEmpty()
                && priceBasis.filter(p -> p != key.priceBasis()).isEmpty()
                && sourceUrl.filter(url -> !url.equals(figure.sourceUrl())).isEmpty();
    }
}
