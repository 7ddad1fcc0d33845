package vn.chitieu.account.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.BalancedAccount;
import vn.chitieu.account.FigureResidual.Verdict;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;

/**
 * Two quarters of 100 and 110 beside a half-year of 211, all printed to the unit: one is missing. Least squares spreads
 * it evenly over the figures that may move.
 */
class FinalFiguresTest {

    private static final Printed REPORT = Printed.by("VN-X", "report", "2025-01-10");
    private static final ObservationStatus ESTIMATE = ObservationStatus.ESTIMATE;
    private static final ObservationStatus FINAL = ObservationStatus.FINAL;

    private static Observation product(String period, String value, ObservationStatus status) {
        Observation printed = REPORT.figure("grdp", "_T", period, PriceBasis.CONSTANT_2010, value);
        return new Observation(
                printed.key(),
                printed.value(),
                printed.unitCode(),
                status,
                printed.publishedDate(),
                printed.publishedKind(),
                printed.sourceDate(),
                printed.sourceUrl(),
                printed.trustRank(),
                printed.deliveryId(),
                printed.sourceFile(),
                printed.sourceLine());
    }

    private static BalancedAccount balance(
            ObservationStatus first, ObservationStatus second, ObservationStatus half, String halfYear) {
        return RegionalAccounts.of(
                        "VN-X",
                        List.of(
                                product("2024-Q1.P", "100", first),
                                product("2024-Q2.P", "110", second),
                                product("2024-S1.C", halfYear, half)),
                        LocalDate.of(2025, 7, 31))
                .balance();
    }

    private static void assertLevels(BalancedAccount balance, double first, double second, double half) {
        assertThat(level(balance, "2024-Q1", Accumulation.PERIOD)).isCloseTo(first, within(1e-4));
        assertThat(level(balance, "2024-Q2", Accumulation.PERIOD)).isCloseTo(second, within(1e-4));
        assertThat(level(balance, "2024-S1", Accumulation.CUMULATED)).isCloseTo(half, within(1e-4));
    }

    private static double level(BalancedAccount balance, String period, Accumulation accumulation) {
        Double value = balance.find("_T", Period.parse(period), accumulation, PriceBasis.CONSTANT_2010, Measure.LEVEL)
                .orElseThrow()
                .value();
        if (value == null) {
            throw new AssertionError("Expecting the level of " + period + " to be determined");
        }
        return value;
    }

    @Test
    void estimatesShareWhatIsMissing() {
        assertLevels(balance(ESTIMATE, ESTIMATE, ESTIMATE, "211"), 100 + 1 / 3.0, 110 + 1 / 3.0, 211 - 1 / 3.0);
    }

    @Test
    void aFinalHalfYearStaysAndItsQuartersMove() {
        assertLevels(balance(ESTIMATE, ESTIMATE, FINAL, "211"), 100.5, 110.5, 211);
    }

    @Test
    void aFinalQuarterStaysAndTheOthersMove() {
        assertLevels(balance(FINAL, ESTIMATE, ESTIMATE, "211"), 100, 110.5, 210.5);
    }

    @Test
    void twoFinalFiguresLeaveAllToTheThird() {
        assertLevels(balance(FINAL, ESTIMATE, FINAL, "211"), 100, 111, 211);
    }

    /** 220 is 10 too many, 20 standard deviations: an estimate goes, never the final figure. */
    @Test
    void aFinalFigureIsNotSetAsideHoweverMuchFightsWithIt() {
        BalancedAccount balance = balance(ESTIMATE, ESTIMATE, FINAL, "220");

        assertThat(level(balance, "2024-S1", Accumulation.CUMULATED)).isCloseTo(220, within(1e-4));
        assertThat(balance.residuals())
                .filteredOn(residual -> residual.verdict() == Verdict.REJECTED)
                .singleElement()
                .satisfies(residual -> assertThat(residual.figure().status()).isEqualTo(ESTIMATE));
    }
}
