package vn.chitieu.attainment.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitieu.attainment.audit.AuditCheck.Outcome;
import vn.chitieu.observation.Finding;
import vn.chitieu.programme.Programme;

/** The shipped programmes against the identities, and the same programmes with one number spoiled. */
class ProgrammeAuditTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 9);
    private static final String HAU_GIANG = "hau-giang-2025";
    private static final Programme PROGRAMME = ShippedArea.programme(HAU_GIANG, "value: 8.8", "value: 8.8");
    private static final List<AuditCheck> CHECKS = ShippedArea.audit(PROGRAMME, AS_OF);

    private static AuditCheck check(List<AuditCheck> checks, String rule, String targetId) {
        return checks.stream()
                .filter(c -> c.ruleCode().equals(rule) && c.targetIds().contains(targetId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Expecting " + rule + " of " + targetId + " among " + checks));
    }

    private static AuditCheck spoiled(String text, String replacement, String rule, String targetId) {
        return check(ShippedArea.audit(ShippedArea.programme(HAU_GIANG, text, replacement), AS_OF), rule, targetId);
    }

    @Test
    void growthAgreesWithTheSectorsByConstantPriceWeightsAndNotByTheNominalStructure() {
        AuditCheck growth = check(CHECKS, "audit_growth_of_sectors", "5a");

        assertThat(growth.outcome()).isEqualTo(Outcome.AGREES);
        assertThat(growth.implied()).isCloseTo(8.74, within(0.005));
        assertThat(growth.targetIds()).containsExactly("5a", "5b", "5c", "5d", "5e");
        // definitions of growth: 22.0 / 35.6 / 34.7 / 7.7 percent, rolled from the contributions of 2023
        assertThat(growth.arithmetic().vi())
                .contains("22,1% × 3,38 + 35,6% × 14,39 + 34,7% × 7,84 + 7,6% × 2,00 = 8,74%")
                .contains("năm 2022 (đóng góp chia tăng trưởng của năm 2023)", "tạm lấy 0,49% của năm 2023", "9,23%");
    }

    @Test
    void aTotalThatTheSectorsDoNotMakeDisagrees() {
        AuditCheck growth = spoiled("value: 7.84", "value: 9.84", "audit_growth_of_sectors", "5a");

        assertThat(growth.outcome()).isEqualTo(Outcome.DISAGREES);
        assertThat(growth.implied()).isCloseTo(8.74 + 0.347 * 2, within(0.01)); // sector III weighs 34.7 %
        assertThat(growth.finding(PROGRAMME).severity()).isEqualTo(Finding.Severity.WARNING);
    }

    @Test
    void theSharesLeaveTheRestForTaxes() {
        AuditCheck structure = check(CHECKS, "audit_structure", "7a");

        assertThat(structure.implied()).isCloseTo(100 - 20.84 - 40.84 - 32.25, within(1e-9));
        assertThat(structure.outcome()).isEqualTo(Outcome.TO_EXPLAIN); // 9.14 to 10.59 in earlier years
        assertThat(structure.meaning().vi()).contains("để lại 6,07%", "9,14% đến 10,59%");
        assertThat(spoiled("value: 40.84", "value: 48.84", "audit_structure", "7a")
                        .outcome())
                .isEqualTo(Outcome.DISAGREES);
    }

    @Test
    void theFigurePerHeadAsksForAMoveOfPricesOverPopulation() {
        AuditCheck perHead = check(CHECKS, "audit_per_capita_against_growth", "6");

        assertThat(106.44 / 90.04 / 1.088).isCloseTo(1.0865, within(1e-4));
        assertThat(106.44 / 93.78 / 1.088).isCloseTo(1.0432, within(1e-4));
        assertThat(perHead.arithmetic().en())
                .contains("106.44 / 90.04 (of 2024, published on 2025-02-19) = +18.2%", "leaves +8.7%")
                .contains(
                        "From 93.78 (of 2024, published on 2025-01-23), which was known nearest to the adoption of the"
                                + " programme, it would be +13.5%, which leaves +4.3%");
        // 2023 as first printed over 2022 as then in print; restated in April 2025 it is of another vintage than 2022
        assertThat(80.33 / 65.89 / 1.1227).isCloseTo(1.0859, within(1e-4));
        assertThat(perHead.meaning().en()).contains("they ran from 0.2% to 8.6%");
        assertThat(perHead.outcome()).isEqualTo(Outcome.TO_EXPLAIN);
    }

    @Test
    void investmentGrowsSlowerThanTheProductSoThatRatioAndIcorFall() {
        AuditCheck investment = check(CHECKS, "audit_investment_ratio", "8");

        assertThat(investment.outcome()).isEqualTo(Outcome.TO_EXPLAIN);
        assertThat(investment.implied()).isCloseTo(25_800 * 106.44 / 90.04, within(0.5));
        assertThat(investment.arithmetic().vi())
                .contains("26.900 / 25.800 (số năm 2024, công bố ngày 19/2/2025) = +4,3%")
                .contains("39,3% / 8,76", "= 4,49; 34,7% / 8,8 = 3,94");
    }

    @Test
    void sumsHoldAndWhatIsLeftIsNamed() {
        assertThat(check(CHECKS, "audit_sum_of_parts", "10a"))
                .satisfies(sum -> assertThat(sum.outcome()).isEqualTo(Outcome.AGREES))
                .satisfies(sum -> assertThat(sum.arithmetic().vi()).isEqualTo("943 + 390 = 1.333 triệu USD."));
        assertThat(check(CHECKS, "audit_sum_of_parts", "9a").arithmetic().vi())
                .startsWith("8.300 − 7.600 = 700 tỷ đồng.");
        assertThat(spoiled("value: 1333", "value: 1433", "audit_sum_of_parts", "10a"))
                .satisfies(sum -> assertThat(sum.outcome()).isEqualTo(Outcome.DISAGREES))
                .satisfies(sum -> assertThat(sum.meaning().en()).contains("-100 million USD apart"));
        assertThat(spoiled("value: 7600", "value: 8600", "audit_sum_of_parts", "9a")
                        .outcome())
                .isEqualTo(Outcome.DISAGREES);
        assertThat(check(CHECKS, "audit_sum_of_parts", "8").outcome()).isEqualTo(Outcome.NOT_CHECKABLE);
    }

    /** Total = tax + non-tax; taxes have no target, but what the two agencies collect of them has. */
    @Test
    void aPartWithoutATargetIsLessThePartsOfItThatHaveOne() {
        List<AuditCheck> philippines = ShippedArea.audit(ShippedArea.programme("philippines-2025"), AS_OF);

        AuditCheck revenue = check(philippines, "audit_sum_of_parts", "1");
        assertThat(revenue.arithmetic().en())
                .isEqualTo(
                        "4,520,000 − 3,220,000 − 958,700 − 306,500 = 34,800 million PHP. Last known Tax revenue besides"
                                + " Revenue collected by the internal revenue agency + Revenue collected by customs: 32,300"
                                + " million PHP (of 2024, published on 2025-02-27)."); // 3,801,000 − 2,852,000 −
        // 916,700
        assertThat(revenue.meaning().en())
                .isEqualTo(
                        "34,800 million PHP is left for the parts without a target of their own (Tax revenue besides"
                                + " Revenue collected by the internal revenue agency + Revenue collected by customs and others).");
        assertThat(revenue.implied()).isEqualTo(306_500.0 + 3_220_000 + 958_700);
    }

    @Test
    void exportsWithServicesGiveNoCustomsBalance() {
        assertThat(check(CHECKS, "audit_trade_balance", "10b"))
                .satisfies(balance -> assertThat(balance.implied()).isEqualTo(943.0 - 390))
                .satisfies(balance ->
                        assertThat(balance.meaning().vi()).contains("không phải cán cân thương mại theo hải quan"));
    }

    @Test
    void otherIssuersStandBesideTheProgrammeAndItsOwnAmendmentsDoNot() {
        assertThat(check(CHECKS, "audit_versions", "5a"))
                .satisfies(versions -> assertThat(versions.implied()).isEqualTo(10.14))
                .satisfies(versions ->
                        assertThat(versions.arithmetic().vi()).contains("khu vực II phải tăng 18,3% thay vì 14,39%"));
        List<AuditCheck> nation =
                ShippedArea.audit(ShippedArea.programme("viet-nam-2025", "value: 6.5", "value: 6.5"), AS_OF);
        assertThat(nation.stream().filter(c -> c.ruleCode().equals("audit_versions")))
                .singleElement()
                .satisfies(c -> assertThat(c.targetIds()).containsExactly("1"))
                .satisfies(c -> assertThat(c.outcome()).isEqualTo(Outcome.AGREES)); // 8 by both after the amendment
    }

    @Test
    void aTargetIsRankedAmongTheYearsOfItsOwnHistory() {
        assertThat(check(CHECKS, "audit_ambition", "5a").meaning().en())
                .isEqualTo("Reached in 2 of 7 years with figures (2022, 2023). It asks for more than 71% of those years"
                        + " brought.");
        assertThat(spoiled("value: 14.39", "value: 44.39", "audit_ambition", "5c")
                        .outcome())
                .isEqualTo(Outcome.TO_EXPLAIN);
    }

    /** The rate of urban unemployment was below 4 % in every year. */
    @Test
    void aLimitThatEveryYearKeptToAsksForLessThanNone() {
        List<AuditCheck> nation = ShippedArea.audit(ShippedArea.programme("viet-nam-2025"), AS_OF);

        assertThat(check(nation, "audit_ambition", "8").meaning().en())
                .startsWith("Reached in 12 of 12 years with figures")
                .endsWith("It asks for less than 0% of those years brought.");
    }

    @Test
    void aCheckWithoutItsInputsNamesThem() {
        assertThat(spoiled(
                        "measure: growth_volume\n    indicator_code: value_added\n    activity_code: S3",
                        "measure: growth_year\n    indicator_code: value_added\n    activity_code: S3",
                        "audit_growth_of_sectors",
                        "5a"))
                .satisfies(growth -> assertThat(growth.outcome()).isEqualTo(Outcome.NOT_CHECKABLE))
                .satisfies(growth -> assertThat(growth.meaning().vi())
                        .isEqualTo(
                                "Chưa kiểm tra được vì chương trình không có chỉ tiêu tăng trưởng của: khu vực III."));
    }

    @Test
    void beforeAdoptionThereIsNothingToAudit() {
        assertThat(ShippedArea.audit(PROGRAMME, LocalDate.of(2024, 12, 1))).isEmpty();
    }
}
