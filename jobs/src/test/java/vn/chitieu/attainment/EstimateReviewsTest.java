package vn.chitieu.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.chitieu.attainment.EstimateReview.Kind;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.UnitAssessment;
import vn.chitieu.observation.UnitEstimate;
import vn.chitieu.observation.Units;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.codelist.ReportingYears;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.programme.DeclaredGaps;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.ProgrammeFile;

public class EstimateReviewsTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home"), "datasets");
    private static final IngestResult SHIPPED = Ingest.read(DATASETS, Codelists.read(DATASETS));
    private static final LocalDate JULY = LocalDate.of(2025, 7, 9);

    @Test
    void theEstimateOfDomesticRevenueOf2019WasFourPercentTooLow() throws IOException {
        List<EstimateReview> reviews = reviews(List.of(estimate("budget_revenue_domestic", "7700", "2025-06-20")));

        assertThat(reviews)
                .filteredOn(review -> review.targetId().equals("9b"))
                .singleElement()
                .satisfies(review -> {
                    assertThat(review.kind()).isEqualTo(Kind.UNIT);
                    assertThat(review.stated().value()).isEqualTo(7700);
                    assertThat(review.pastBias().basis()).isEqualTo(Kind.OFFICIAL);
                    assertThat(review.pastBias().years()).isEqualTo(1);
                    assertThat(review.pastBias().mean()).isCloseTo(100 * (3500 - 3657.479) / 3657.479, within(1e-9));
                });
    }

    @Test
    void theLastEstimateStatedByTheDayCounts() throws IOException {
        List<EstimateReview> reviews = reviews(List.of(
                estimate("jobs_created", "15000", "2025-04-10"),
                estimate("jobs_created", "14200", "2025-06-10"),
                estimate("jobs_created", "16000", "2025-07-05"))); // after the territory's last day

        assertThat(reviews)
                .filteredOn(review -> review.targetId().equals("13a"))
                .extracting(
                        review -> review.stated().value(),
                        review -> review.stated().statedOn(),
                        EstimateReview::point)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(14200.0, LocalDate.of(2025, 6, 10), null));
    }

    @Test
    void aTargetWithoutNumberHasTheStatusThatItsDepartmentStates() throws IOException {
        DeclaredGaps gaps = DeclaredGaps.read(DATASETS);
        List<TargetAttainment> before = Attainment.judge(
                        programme(), JULY, Map.of(), gaps, units(), Programmes.releaseDays())
                .attainments();

        List<TargetAttainment> met = AssessedTargets.judged(before, List.of(assessment("18c", true, "2025-Q2")));
        List<TargetAttainment> missed = AssessedTargets.judged(before, List.of(assessment("18c", false, "2025-Q2")));

        assertThat(before)
                .filteredOn(row -> row.targetId().equals("18c"))
                .singleElement()
                .satisfies(row -> assertThat(row.judgement().verdict()).isEqualTo(Verdict.NOT_EVALUABLE));
        assertThat(met)
                .filteredOn(row -> row.targetId().equals("18c"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.judgement().verdict()).isEqualTo(Verdict.LIKELY);
                    assertThat(row.judgement().pAttain()).isNull();
                    assertThat(Objects.requireNonNull(row.judgement().reason())
                                    .text()
                                    .vi())
                            .isEqualTo("Đơn vị chủ trì (Công an tỉnh) tự đánh giá đạt, kỳ 2025-Q2");
                });
        assertThat(missed)
                .filteredOn(row -> row.targetId().equals("18c"))
                .singleElement()
                .satisfies(row -> assertThat(row.judgement().verdict()).isEqualTo(Verdict.UNLIKELY));
        assertThat(met)
                .filteredOn(row -> !row.targetId().equals("18c"))
                .isEqualTo(before.stream()
                        .filter(row -> !row.targetId().equals("18c"))
                        .toList());
    }

    private static List<EstimateReview> reviews(List<UnitEstimate> estimates) throws IOException {
        return EstimateReviews.of(
                programme(), JULY, Map.of(), estimates, SHIPPED.observations(), units(), ReportingYears.calendar());
    }

    private static Programme programme() throws IOException {
        return ProgrammeFile.read(DATASETS.resolve("programme/hau-giang-2025.yaml"), ReportingYears.calendar());
    }

    private static Units units() throws IOException {
        return Codelists.read(DATASETS).units();
    }

    private static UnitEstimate estimate(String indicator, String value, String published) {
        boolean isMoney = indicator.startsWith("budget");
        return new UnitEstimate(
                "VN-HG",
                indicator,
                "_T",
                isMoney ? PriceBasis.CURRENT : PriceBasis.NONE,
                isMoney ? "billion_vnd" : "persons",
                new BigDecimal(value),
                Period.parse("2025-05"),
                LocalDate.parse(published),
                "Sở",
                "",
                "",
                "HG-" + published);
    }

    private static UnitAssessment assessment(String target, boolean isMet, String period) {
        return new UnitAssessment(
                "hau-giang-2025",
                target,
                isMet,
                Period.parse(period),
                LocalDate.of(2025, 6, 28),
                "Công an tỉnh",
                "",
                "",
                "HG-CAT");
    }
}
