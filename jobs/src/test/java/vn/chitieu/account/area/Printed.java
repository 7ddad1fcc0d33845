package vn.chitieu.account.area;

import java.math.BigDecimal;
import java.time.LocalDate;
import vn.chitieu.account.reading.FigureName;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.PublishedKind;

/**
 * What one source printed on one day, for hand-made cases.
 *
 * @param unit of its figures; empty for that which the accounts reckon in
 */
public record Printed(String area, String source, LocalDate day, int trustRank, String unit) {

    public static Printed by(String area, String source, String day) {
        return new Printed(area, source, LocalDate.parse(day), 1, "");
    }

    Printed withTrustRank(int otherRank) {
        return new Printed(area, source, day, otherRank, unit);
    }

    Printed in(String otherUnit) {
        return new Printed(area, source, day, trustRank, otherUnit);
    }

    /** Returns a figure; {@code period} such as {@code 2024-S1.C} or {@code 2024.P}. */
    public Observation figure(String indicator, String activity, String period, PriceBasis basis, String value) {
        int dot = period.lastIndexOf('.');
        ObservationKey key = new ObservationKey(
                area,
                indicator,
                activity,
                Period.parse(period.substring(0, dot)),
                Accumulation.ofCode(period.substring(dot + 1)),
                basis);
        return new Observation(
                key,
                new BigDecimal(value),
                unit.isEmpty() ? FigureName.unitCode(VisibleVintages.lineOf(key)) : unit,
                ObservationStatus.ESTIMATE,
                day,
                PublishedKind.RELEASE,
                day,
                source,
                trustRank,
                "test/2025-01-01",
                "test.csv",
                2);
    }
}
