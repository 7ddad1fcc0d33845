package vn.chitieu.account;

import java.util.Optional;

/** The arithmetic of growth on readings: rounding, status and date go along. */
final class GrowthReadings {

    private GrowthReadings() {}

    /** Returns growth in percent, or nothing where the year before was not above 0 and a rate would mislead. */
    static Optional<Reading> growth(Reading current, Reading previous, String methodCode) {
        if (!(previous.value() > 0)) {
            return Optional.empty();
        }
        double growth = VolumeGrowth.pct(current.value(), previous.value());
        double halfUnit = (current.halfUnit() + Math.abs(1 + growth / 100) * previous.halfUnit())
                / Math.abs(previous.value())
                * 100;
        return Optional.of(Reading.derived(growth, halfUnit, methodCode, current, previous));
    }

    static Reading level(Reading previous, Reading growth) {
        double halfUnit = previous.halfUnit() * Math.abs(1 + growth.value() / 100)
                + Math.abs(previous.value()) * growth.halfUnit() / 100;
        return Reading.derived(
                VolumeGrowth.level(previous.value(), growth.value()),
                halfUnit,
                MethodCode.LEVEL_FROM_GROWTH,
                previous,
                growth);
    }

    static Reading previous(Reading current, Reading growth) {
        double previous = VolumeGrowth.previous(current.value(), growth.value());
        double factor = 1 + growth.value() / 100;
        double halfUnit = (current.halfUnit() + Math.abs(previous) * growth.halfUnit() / 100) / factor;
        return Reading.derived(previous, halfUnit, MethodCode.LEVEL_BEFORE_GROWTH, current, growth);
    }
}
