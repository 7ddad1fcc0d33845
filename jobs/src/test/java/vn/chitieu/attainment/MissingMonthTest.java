package vn.chitieu.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.chitieu.attainment.Programmes.judgeOn;
import static vn.chitieu.programme.TargetComparator.AT_MOST;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.Quantiles;
import vn.chitieu.projection.SeriesOutcome;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.text.LocalizedText;

/** One month that was never published ends no target, whichever year it is of. */
class MissingMonthTest {

    private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 30);
    private static final LocalDate NEXT_JULY = LocalDate.of(2026, 7, 15);

    /** Means of the three years before 2025 are 292.655, 304.702 and 313.689; nine months of 2025 grew by 2.69 %. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2023-05, ''",
        "2024-10, 'Missing and interpolated: month 10/2024; 11 of the 12 periods of 2024 are there'",
        "2024-02, 'Missing and interpolated: month 2/2024; 11 of the 12 periods of 2024 are there'",
        "2024-12, 'Missing and interpolated: month 12/2024; 11 of the 12 periods of 2024 are there'",
        "2025-05, 'Missing and interpolated: month 5/2025; 8 of the 9 periods until then are there'",
        "2025-01, 'Missing and interpolated: month 1/2025; 8 of the 9 periods until then are there'"
    })
    void theTargetIsJudgedAllTheSame(String missing, String reason) {
        SeriesProjection whole = ConsumerPrices.projected(0, "2025-09");
        SeriesProjection prices = ConsumerPrices.projected(0, "2025-09", missing);
        TargetAttainment row = judgeOn(OCTOBER, ConsumerPrices.target(AT_MOST, 3), prices);
        LocalizedText said = row.judgement().reasonText();
        String month = missing.substring(5).replaceFirst("^0", "") + "/" + missing.substring(0, 4);
        LocalizedText method =
                Objects.requireNonNull(row.forecast().methodUsed()).text();

        assertThat(row.judgement().verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(row.known().toDate()).isCloseTo(2.69, within(0.02));
        assertThat(String.valueOf(row.known().period())).isEqualTo("2025-09");
        assertThat(row.forecast().point()).isCloseTo(100 * whole.point() / 313.689 - 100, within(0.05));
        assertThat(row.pace().steps()).hasSize(3);
        assertThat(said == null ? "" : said.en()).isEqualTo(reason);
        assertThat(method.en()).endsWith("; missing and interpolated: month " + month);
        assertThat(method.vi()).endsWith("; thiếu và được nội suy: tháng " + month);
    }

    @Test
    void aYearThatIsOverIsProjectedFromElevenMonths() {
        // the prices of 2022 to 2024 dated a year later: a mean of 313.689 after 304.702, growth 2.9494 %
        SeriesProjection prices = ConsumerPrices.projected(1, "2025-12", "2025-10");
        TargetAttainment row = judgeOn(NEXT_JULY, ConsumerPrices.target(AT_MOST, 3), prices);
        double p10 = Objects.requireNonNull(row.forecast().quantile(Quantiles::p10));
        double p90 = Objects.requireNonNull(row.forecast().quantile(Quantiles::p90));

        assertThat(row.forecast().point()).isCloseTo(2.9494, within(0.02));
        assertThat(2.9494).isBetween(p10, p90);
        assertThat(p90 - p10).isBetween(0.005, 0.1); // a twelfth of the error of one month
        assertThat(row.judgement().verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(row.judgement().reasonCode()).isEqualTo("interpolated");
        assertThat(row.judgement().reasonText())
                .isEqualTo(new LocalizedText(
                        "Thiếu và được nội suy: tháng 10/2025; đã có 11/12 kỳ của năm 2025",
                        "Missing and interpolated: month 10/2025; 11 of the 12 periods of 2025 are there"));
        assertThat(row.pace().steps()).isEmpty();
        assertThat(row.forecast().flag()).isEqualTo("interpolated");
    }

    @Test
    void aBaseThatIsInterpolatedMakesGrowthOfACompleteYearUncertain() {
        SeriesProjection whole = ConsumerPrices.projected(1, "2025-12");
        SeriesProjection gap = ConsumerPrices.projected(1, "2025-12", "2024-10");

        assertThat(judgeOn(NEXT_JULY, ConsumerPrices.target(AT_MOST, 3), whole)
                        .judgement()
                        .verdict())
                .isEqualTo(Verdict.EXCEEDED);
        TargetAttainment row = judgeOn(NEXT_JULY, ConsumerPrices.target(AT_MOST, 3), gap);
        assertThat(row.judgement().verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(row.judgement().pAttain()).isBetween(0.8, 1.0);
        assertThat(row.judgement().reasonCode()).isEqualTo("interpolated");
    }

    @Test
    void aLastYearWithTooManyGapsSaysWhatIsMissing() {
        SeriesOutcome prices =
                ConsumerPrices.outcome(0, "2025-09", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12");
        SeriesProjection level = Series.of("VN-XX", "cpi", "_T", PriceBasis.NONE, "index_100")
                .aggregated(Aggregation.MEAN)
                .lastYearWithout("2024-11", "2024-12")
                .between(320, 322)
                .projected();

        assertThat(reason(prices))
                .isEqualTo("Figures of 2 earlier whole years of one standard and scope are known; at least 3 are"
                        + " needed. Of 2024, 7 of 12 periods are there,"
                        + " missing months 8/2024, 9/2024, 10/2024, 11/2024, 12/2024");
        assertThat(reason(level))
                .isEqualTo("The figure of 2024 is missing, so that the change cannot be computed:"
                        + " 10 of its 12 periods are there, missing months 11/2024, 12/2024");
    }

    private static String reason(SeriesOutcome outcome) {
        TargetAttainment row = judgeOn(OCTOBER, ConsumerPrices.target(AT_MOST, 3), outcome);
        assertThat(row.judgement().verdict()).isEqualTo(Verdict.NOT_EVALUABLE);
        return Objects.requireNonNull(row.judgement().reasonText()).en();
    }
}
