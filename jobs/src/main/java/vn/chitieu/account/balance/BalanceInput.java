package vn.chitieu.account.balance;

import java.time.LocalDate;
import vn.chitieu.account.formula.PrintedRounding;
import vn.chitieu.account.reading.AccountValue;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.PeriodName;
import vn.chitieu.observation.PriceBasis;

/**
 * A published figure as the balance reads it.
 *
 * @param item what it is about: an activity of the gross product, the indicator of a kind of revenue
 * @param plan whose plan it is counted against; empty unless it is an attainment of one of several plans
 */
record BalanceInput(
        Observation observation, FigureKind kind, String item, String plan, MonthSpan span, LocalDate knownOn) {

    /** What a figure is about: all figures of one subject would be equal if nothing were revised. */
    record Subject(FigureKind kind, String item, String plan, PriceBasis basis, MonthSpan span) {}

    /** A floor of the standard deviation, relative to the value: finer print than this is noise of arithmetic. */
    private static final double FINEST = 1e-7;

    private static final double FIRMNESS_OF_FINAL = 1e-3;

    /** Returns a figure of the gross product. */
    static BalanceInput of(Observation observation, FigureKind kind, LocalDate asOf) {
        return of(observation, kind, observation.key().activityCode(), "", asOf);
    }

    static BalanceInput of(Observation observation, FigureKind kind, String item, String plan, LocalDate asOf) {
        return new BalanceInput(
                observation,
                kind,
                item,
                plan,
                PeriodName.of(observation.key()).span(),
                AccountValue.knownOn(observation, asOf));
    }

    Subject subject() {
        return new Subject(kind, item, plan, basis(), span);
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

    boolean isSameValue(BalanceInput other) {
        return PrintedRounding.agree(value(), other.value(), halfUnit() + other.halfUnit());
    }
}
