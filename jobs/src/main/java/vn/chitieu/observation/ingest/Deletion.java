package vn.chitieu.observation.ingest;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.source.table.SourceRow;

/**
 * A row by which a sender deletes figures of its earlier deliveries (SDMX {@code ACTION} D). Nothing is removed: the
 * figures stop counting on the day of the deletion, and are what was known before it.
 *
 * @param lines the indicators with activity that it is about, as {@code indicator.activity}; empty for all
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
        LocalDate day,
        String deliveryId,
        SourceRow row) {

    Deletion {
        lines = Set.copyOf(lines);
    }

    /** Returns whether it names no figure at all, and so is about everything that its sender stated. */
    boolean isAboutAll() {
        return areaCode.isEmpty()
                && lines.isEmpty()
                && frequency.isEmpty()
                && period.isEmpty()
                && accumulation.isEmpty()
                && priceBasis.isEmpty()
                && sourceUrl.isEmpty();
    }

    /** Returns whether it is about a figure, whoever stated it and when. */
    boolean covers(Observation figure) {
        ObservationKey key = figure.key();
        return areaCode.filter(code -> !code.equals(key.areaCode())).isEmpty()
                && (lines.isEmpty() || lines.contains(key.indicatorCode() + "." + key.activityCode()))
                && frequency.filter(f -> f != key.period().frequency()).isEmpty()
                && period.filter(p -> !p.equals(key.period())).isEmpty()
                && accumulation.filter(a -> a != key.accumulation()).isEmpty()
                && priceBasis.filter(p -> p != key.priceBasis()).isEmpty()
                && sourceUrl.filter(url -> !url.equals(figure.sourceUrl())).isEmpty();
    }
}
