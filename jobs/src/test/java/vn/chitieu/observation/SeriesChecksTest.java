package vn.chitieu.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesChecksTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 7, 9);
    private static final Codelists CODELISTS = Codelists.read(Path.of(System.getProperty("chitieu.home"), "datasets"));

    @Test
    void aYearToDateThatIsTheSumOfItsPartsUpToRoundingIsNoFinding() {
        assertThat(check(
                        cumulated("budget_revenue_domestic", "2018-10", "2456.6"),
                        alone("budget_revenue_domestic", "2018-11", "230.04"),
                        cumulated("budget_revenue_domestic", "2018-11", "2686.7")))
                .isEmpty();
    }

    @Test
    void aSilentRevisionIsSaidWithTheRevisedValue() {
        List<Finding> findings = check(
                cumulated("budget_revenue_domestic", "2018-10", "2456.550"),
                alone("budget_revenue_domestic", "2018-11", "230"),
                cumulated("budget_revenue_domestic", "2018-11", "3115.491"));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.ruleCode()).isEqualTo("cumulated_sum");
            assertThat(finding.subject()).isEqualTo("VN-HG.budget_revenue_domestic._T.M.C.current.2018");
            assertThat(finding.messageEn())
                    .isEqualTo("The year to 2018-11 is 3,115.491, but the year to 2018-10 (2,456.55) and the period"
                            + " alone (230) make 2,686.55: a difference of 428.941, 13.8%. The printed year to date"
                            + " stands; the earlier periods are taken as revised to 2,885.491.");
            assertThat(finding.messageVi())
                    .isEqualTo("Lũy kế đến 2018-11 là 3.115,491, còn lũy kế đến 2018-10 (2.456,55) cộng riêng kỳ (230)"
                            + " là 2.686,55: chênh 428,941, bằng 13,8%. Lũy kế in ra được giữ; các kỳ trước được hiểu"
                            + " là đã điều chỉnh thành 2.885,491.");
        });
    }

    @Test
    void theSeverityFollowsTheSizeOfTheDifference() {
        assertThat(severityOfSum("1010")).isEqualTo(Finding.Severity.INFORMATION);
        assertThat(severityOfSum("1050")).isEqualTo(Finding.Severity.WARNING);
        assertThat(severityOfSum("1300")).isEqualTo(Finding.Severity.ERROR);
    }

    @Test
    void theLargestDifferenceOfAYearStandsForAll() {
        List<Finding> findings = check(
                cumulated("exports", "2024-02", "100"),
                alone("exports", "2024-03", "50"),
                cumulated("exports", "2024-03", "160"),
                alone("exports", "2024-04", "50"),
                cumulated("exports", "2024-04", "212"));
        assertThat(findings).extracting(Finding::period).containsExactly("2024-03");
    }

    @Test
    void aYearToDateThatFallsIsAnErrorButAWarningForANetSeries() {
        assertThat(check(cumulated("exports", "2024-02", "100"), cumulated("exports", "2024-04", "90")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
                    assertThat(finding.messageEn()).isEqualTo("The year to date falls: 100 to 2024-02, 90 to 2024-04.");
                });
        assertThat(check(
                        cumulated("budget_revenue_trade_taxes", "2024-02", "100"),
                        cumulated("budget_revenue_trade_taxes", "2024-04", "90")))
                .extracting(Finding::severity)
                .containsExactly(Finding.Severity.WARNING);
    }

    @Test
    void aLevelToldInAnotherUnitIsNoticed() {
        assertThat(check(alone("exports", "2023-12", "30000"), alone("exports", "2024-01", "31")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.ruleCode()).isEqualTo("factor_1000");
                    assertThat(finding.messageVi())
                            .isEqualTo("Giá trị 31 của 2024-01 so với 30.000 của 2023-12: kiểm tra đơn vị tính (triệu,"
                                    + " tỷ).");
                });
        assertThat(check(alone("exports", "2023-12", "30000"), alone("exports", "2024-01", "100")))
                .isEmpty();
    }

    @Test
    void figuresPublishedAfterTheDayAreNotChecked() {
        assertThat(SeriesChecks.check(
                        List.of(cumulated("exports", "2024-02", "100"), cumulated("exports", "2024-04", "90")),
                        LocalDate.of(2023, 1, 1),
                        CODELISTS))
                .isEmpty();
    }

    private static Finding.Severity severityOfSum(String cumulated) {
        return check(
                        cumulated("exports", "2024-02", "900"),
                        alone("exports", "2024-03", "100"),
                        cumulated("exports", "2024-03", cumulated))
                .get(0)
                .severity();
    }

    private static List<Finding> check(Observation... observations) {
        return SeriesChecks.check(List.of(observations), TODAY, CODELISTS);
    }

    private static Observation cumulated(String indicator, String period, String value) {
        return observation(indicator, period, Accumulation.CUMULATED, value);
    }

    private static Observation alone(String indicator, String period, String value) {
        return observation(indicator, period, Accumulation.PERIOD, value);
    }

    private static Observation observation(String indicator, String period, Accumulation accumulation, String value) {
        Period parsed = Period.parse(period);
        return new Observation(
                new ObservationKey("VN-HG", indicator, "_T", parsed, accumulation, PriceBasis.CURRENT),
                new BigDecimal(value),
                CODELISTS.indicator(indicator).unitCode(),
                ObservationStatus.ESTIMATE,
                parsed.end(),
                PublishedKind.RELEASE,
                parsed.end(),
                "https://example.org/a",
                1,
                "a/2025-07-15",
                "figures.csv",
                2);
    }
}
