package vn.chitieu.observation.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;

/** Whether a figure can have been known on the day that it says. */
final class PublicationChecks {

    private PublicationChecks() {}

    /**
     * The day of publication of every vintage of a part of the year against the end of its period, up to
     * {@link Period#EARLY_DAYS}. Of a whole year offices print estimates months before it ends, and call them so.
     */
    static void beforeEnd(KnownFigures known, ValidationRule rule, Results results) {
        for (Observation latest : known.latest()) {
            for (Observation vintage : known.vintages(latest.key())) {
                if (isExpected(vintage)) {
                    continue;
                }
                LocalDate day = vintage.publishedDate();
                long early = ChronoUnit.DAYS.between(day, known.end(vintage));
                if (early <= Period.EARLY_DAYS) {
                    results.pass();
                } else {
                    results.fail(
                            vintage,
                            (double) early,
                            Map.of("period", vintage.key(), "day", day, "days", BigDecimal.valueOf(early)));
                }
            }
        }
    }

    private static boolean isExpected(Observation figure) {
        return figure.status() == ObservationStatus.FORECAST
                || (figure.status() == ObservationStatus.ESTIMATE
                        && figure.key().period().frequency() == Frequency.A);
    }
}
