package vn.chitieu.account;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.Provenance;

/**
 * One number of an account: one measure of one item in one area and period.
 *
 * @param itemCode what the account is broken down by: an activity ({@code _T}, {@code S1}, {@code D21X31}, …), a kind
 *     of revenue ({@code total}, {@code domestic}, {@code trade_taxes}, …, {@code balance}), a coverage of trade
 *     ({@code goods}, {@code goods_customs}, {@code goods_and_fx_services})
 * @param value in {@code unitCode}, finite
 * @param standardError of a balanced number, in its unit; null of all others
 */
public record AccountFigure(
        Account account,
        String areaCode,
        String itemCode,
        Period period,
        Accumulation accumulation,
        PriceBasis priceBasis,
        Measure measure,
        double value,
        String unitCode,
        Provenance provenance,
        @Nullable Double standardError)
        implements Serializable {

    /** A number that is published or derived by exact arithmetic. */
    public AccountFigure(
            Account account,
            String areaCode,
            String itemCode,
            Period period,
            Accumulation accumulation,
            PriceBasis priceBasis,
            Measure measure,
            double value,
            String unitCode,
            Provenance provenance) {
        this(account, areaCode, itemCode, period, accumulation, priceBasis, measure, value, unitCode, provenance, null);
    }

    public AccountFigure {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Expecting %s %s of %s.%s.%s to be finite but was %s"
                    .formatted(account, measure, areaCode, itemCode, period, value));
        }
    }

    public Origin origin() {
        return provenance.origin();
    }

    public ObservationStatus status() {
        return provenance.status();
    }

    /** Returns when the latest figure that it rests on became known. */
    public LocalDate vintageDate() {
        return Objects.requireNonNull(provenance.vintageDate());
    }

    public String methodCode() {
        return provenance.methodCode();
    }

    /** Which account. */
    public enum Account {
        GRDP,
        PER_CAPITA,
        REVENUE,
        TRADE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is measured. */
    public enum Measure {
        LEVEL,
        /** Percent against the same period of the year before; volume growth where the price basis is constant. */
        GROWTH_PCT,
        /** A rate of growth that the levels shown do not make: of another vintage than theirs. */
        GROWTH_OTHER_VINTAGE_PCT,
        /** Percentage points of the total's growth. */
        CONTRIBUTION_POINTS,
        /** Percent of the total's growth. */
        CONTRIBUTION_SHARE_PCT,
        /** Percent of the growth of value added, without net taxes on products, as national releases print it. */
        CONTRIBUTION_VALUE_ADDED_SHARE_PCT,
        /** Percent of the total at current prices. */
        SHARE_PCT,
        /** Implicit deflator, 2010 = 100. */
        DEFLATOR,
        POPULATION,
        /** Gross product over the average population. */
        PER_CAPITA,
        /** Against the plan that counts first: the province's, one without a name, the centre's. */
        PLAN_ATTAINMENT_PCT,
        /** Against the plan set by the province's Council. */
        PLAN_ATTAINMENT_COUNCIL_PCT,
        /** Against the plan assigned by the centre. */
        PLAN_ATTAINMENT_CENTRAL_PCT,
        /** What all figures together say of a level that is also published. */
        BALANCED_LEVEL,
        /** The plan of the year that attainment counts against. */
        PLAN,
        EXPORTS,
        IMPORTS,
        TURNOVER,
        BALANCE,
        COVER_RATIO_PCT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
