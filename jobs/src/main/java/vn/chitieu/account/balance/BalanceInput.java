package vn.chitieu.account.balance;

import java.time.LocalDate;
import vn.chitieu.account.formula.PrintedRounding;
import vn.chitieu.account.reading.AccountValue;
import vn.chitieu.account.reading.MonthSpan;
import vn.chitieu.account.reading.PeriodName;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.PriceBasis;

/** A published figure as the balance reads it. */
record BalanceInput(Observation observation, FigureKind kind, MonthSpan span, LocalDate knownOn) {

    /** A floor of the standard deviation, relative to the value: finer print than this is noise of arithmetic. */
    private static final double FINEST = 1e-7;

    private static final double FIRMNESS_OF_FINAL = 1e-3;

    static BalanceInput of(Observation observation, FigureKind kind, LocalDate asOf) {
        return new BalanceInput(
                observation, kind, PeriodName.of(observation.key()).span(), AccountValue.knownOn(observation, asOf));
    }

    String item() {
        return observation.key().activityCode();
    }

    /** Returns the prices of the levels that it measures. */
    PriceBasis basis() {
        return switch (kind) {
            case LEVEL, GROWTH, CONTRIBUTION, PLAN_ATTAINMENT ->
                observation.key().priceBasis();
            case SHARE, PER_CAPITA, PER_CAPITA_GROWTH, POPULATION -> PriceBasis.CURRENT;
        };
    }

    double value() {
        return observation.value().doubleValue();
    }

    double halfUnit() {
        return PrintedRounding.halfUnit(observation.value());
    }

    boolean isFinal() {
        return observation.status() == ObservationStatus.FINAL;
    }

    boolean isEstimate() {
        return observation.status() == ObservationStatus.ESTIMATE;
    }

    /** Returns the standard deviation of what rounding took away, uniform over a unit of the last printed digit. */
    double rounding() {
        return Math.max(halfUnit() / Math.sqrt(3), FINEST * Math.abs(value()));
    }

    /** Returns the standard deviation in the balance: that of a final figure is so small that it does not move. */
    double standardDeviation() {
        return isFinal() ? Math.max(rounding() * FIRMNESS_OF_FINAL, FINEST * Math.abs(value())) : rounding();
    }

    /** Returns what it was published in: a source of a day. */
    String release() {
        return observation.sourceDate() + " " + observation.sourceUrl();
    }

    boolean isSameSubject(BalanceInput other) {
        return kind == other.kind && item().equals(other.item()) && basis() == other.basis() && span.equals(other.span);
    }

    boolean isSameValue(BalanceInput other) {
        return PrintedRounding.agree(value(), other.value(), halfUnit() + other.halfUnit());
    }
}
