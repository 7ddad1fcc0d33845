package vn.chitieu.night;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.chitieu.catalog.run.Warehouse;

/**
 * What a night is asked to do.
 *
 * @param datasets the folder of deliveries, code lists, programmes and templates
 * @param pages where pages and reports are written to
 * @param programmes the ids of those to judge; none for all
 * @param asOf the day whose knowledge counts; empty for the last day on which any figure was published
 * @param longestWait for another run to end before this one gives up
 */
public record NightRequest(
        Path datasets,
        Warehouse warehouse,
        Path pages,
        List<String> programmes,
        Optional<LocalDate> asOf,
        Set<Choice> choices,
        Duration longestWait) {

    /** What a night may do otherwise than usual. */
    public enum Choice {
        /** Compute and show, publish nothing. */
        DRY_RUN,
        /** Compute again what is published already and compare. */
        FORCE,
        /** Carry dissolved territories on by their last known share. */
        LEGACY_SHARE
    }

    public NightRequest {
        programmes = List.copyOf(programmes);
        choices = Set.copyOf(choices);
    }

    /** Returns the same with other data sets. */
    NightRequest reading(Path copies) {
        return new NightRequest(copies, warehouse, pages, programmes, asOf, choices, longestWait);
    }

    public boolean has(Choice choice) {
        return choices.contains(choice);
    }
}
