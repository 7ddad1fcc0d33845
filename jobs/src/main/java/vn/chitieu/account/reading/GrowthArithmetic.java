package vn.chitieu.account.reading;

import java.util.Optional;
import vn.chitieu.account.formula.VolumeGrowth;

/** The arithmetic of growth on values of an account: rounding, status and date go along. */
public final class GrowthArithmetic {

    private GrowthArithmetic() {}

    /** Returns growth in percent, or nothing where the year before was not above 0 and a rate would mislead. */
    public static Optional<AccountValue> growth(AccountValue current, AccountValue previous, String methodCode) {
        if (!(previous.value() > 0)) {
            return Optional.empty();
        }
        double growth = VolumeGrowth.pct(current.value(), previous.value());
        double halfUnit = (current.halfUnit() + Math.abs(1 + growth / 100) * previous.halfUnit())
                / Math.abs(previous.value())
                * 100;
        return Optional.of(AccountValue.derived(growth, halfUnit, methodCode, current, previous));
    }

    public static AccountValue level(AccountValue previous, AccountValue growth) {
        double halfUnit = previous.halfUnit() * Math.abs(1 + growth.value() / 100)
                + Math.abs(previous.value()) * growth.halfUnit() / 100;
        return AccountValue.derived(
                VolumeGrowth.level(previous.value(), growth.value()),
                halfUnit,
                MethodCode.LEVEL_FROM_GROWTH,
                previous,
                growth);
    }

    public static AccountValue previous(AccountValue current, AccountValue growth) {
        double previous = VolumeGrowth.previous(current.value(), growth.value());
        double factor = 1 + growth.value() / 100;
        double halfUnit = (current.halfUnit() + Math.abs(previous) * growth.halfUnit() / 100) / factor;
        return AccountValue.derived(previous, halfUnit, MethodCode.LEVEL_BEFORE_GROWTH, current, growth);
    }
}
