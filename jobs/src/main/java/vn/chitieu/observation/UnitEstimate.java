package vn.chitieu.observation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a department itself expects of a whole year (Ước thực hiện cả năm), with its reasons. It is never an
 * observation: it is shown beside the projection and judged when the year is known.
 *
 * @param period at whose end it was made
 * @param published when it was reported
 * @param causes as the department wrote them (Nguyên nhân); empty if it wrote none
 * @param solutions as the department wrote them (Giải pháp); empty if it wrote none
 */
public record UnitEstimate(
        String areaCode,
        String indicatorCode,
        String activityCode,
        PriceBasis priceBasis,
        String unitCode,
        BigDecimal value,
        Period period,
        LocalDate published,
        String sender,
        String causes,
        String solutions,
        String deliveryId)
        implements Serializable {

    /** Returns the year that is estimated. */
    public int year() {
        return period.year();
    }
}
