package vn.chitieu.account;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;

/**
 * What the balanced account of a gross product says of one measure of one item.
 *
 * @param itemCode an activity, {@code _T} or {@code D21X31}
 * @param measure {@code LEVEL} in billion VND, {@code GROWTH_PCT}, {@code CONTRIBUTION_POINTS}, {@code SHARE_PCT} of
 *     the total at the same prices, {@code DEFLATOR}; of {@code _T} also {@code PER_CAPITA} in million VND per person
 *     and {@code POPULATION} in thousand persons
 * @param value null where the published figures do not determine it
 * @param standardError of {@code value}, null with it
 * @param vintageDate when the last figure was published that states something new of its year
 */
public record BalancedFigure(
        String itemCode,
        Period period,
        Accumulation accumulation,
        PriceBasis priceBasis,
        Measure measure,
        @Nullable Double value,
        @Nullable Double standardError,
        LocalDate vintageDate)
        implements Serializable {

    /** Returns whether the published figures determine it. */
    public boolean isDetermined() {
        return value != null;
    }
}
