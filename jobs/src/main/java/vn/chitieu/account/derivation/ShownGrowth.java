package vn.chitieu.account.derivation;

import java.util.Optional;
import vn.chitieu.account.reading.AccountValue;
import vn.chitieu.account.reading.GrowthArithmetic;
import vn.chitieu.account.reading.MethodCode;

/**
 * The growth that stands beside two levels of a table.
 *
 * @param counts the growth that counts
 * @param ofOtherVintage the rate that the two levels do not make, for it is of another vintage; may be {@code counts}
 */
record ShownGrowth(AccountValue counts, Optional<AccountValue> ofOtherVintage) {

    /**
     * Returns the growth of volumes: the rate, for volumes of two vintages cannot be compared, or for want of a rate
     * the growth of the levels.
     *
     * @param rate as printed, or between two levels of one family
     * @param levels growth between the levels shown
     */
    static Optional<ShownGrowth> ofVolumes(Optional<AccountValue> rate, Optional<AccountValue> levels) {
        return of(rate, levels, rate);
    }

    /**
     * Returns the growth of amounts of money: that of the levels shown, and beside it the rate if it is another.
     *
     * @param rate as printed, or between two levels of one family
     * @param levels growth between the levels shown
     */
    static Optional<ShownGrowth> ofValues(Optional<AccountValue> rate, Optional<AccountValue> levels) {
        return of(rate, levels, levels);
    }

    /** The one that counts where both are known and differ. */
    private static Optional<ShownGrowth> of(
            Optional<AccountValue> rate, Optional<AccountValue> levels, Optional<AccountValue> counting) {
        boolean differ = rate.isPresent() && levels.isPresent() && RateSelection.differ(rate.get(), levels.get());
        return differ
                ? counting.map(counts -> new ShownGrowth(counts, rate))
                : rate.or(() -> levels).map(ShownGrowth::ofLevels);
    }

    /** Returns growth between two levels, whatever their vintages. */
    static Optional<AccountValue> between(Optional<AccountValue> current, Optional<AccountValue> previous) {
        return current.flatMap(of ->
                previous.flatMap(before -> GrowthArithmetic.growth(of, before, MethodCode.GROWTH_ACROSS_VINTAGES)));
    }

    private static ShownGrowth ofLevels(AccountValue growth) {
        return new ShownGrowth(growth, Optional.empty());
    }
}
