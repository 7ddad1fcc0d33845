package vn.chitieu.notebook.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.SampleMarts;
import vn.chitieu.notebook.terminal.TableText.Subject;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.text.Language;

class BalanceListingTest {

    private static final String SUBJECT = "VN-MAU.value_added_contribution.S2.2024.P.constant_2010";

    /** 2024: value added 300 and 460, services and net taxes only as a sum; the printed contribution is 16, not 6. */
    private static SampleMarts marts() {
        SampleMarts marts = new SampleMarts();
        cell(marts, "S1", "2024", "level", 300.0, 0.29);
        cell(marts, "S2", "2024", "level", 460.0, 12.4);
        cell(marts, "S3", "2024", "level", Double.NaN, 0);
        cell(marts, "D21X31", "2024", "level", Double.NaN, 0);
        cell(marts, "_T", "2024", "level", 1100.0, 0.29);
        cell(marts, "_T", "2024", "growth_pct", 10.0, 0.0029);
        cell(marts, "S1", "2024", "growth_pct", Double.NaN, 0);
        cell(marts, "F", "2024", "level", Double.NaN, 0);
        marts.add(
                MartTables.FINDING,
                finding("determined_only_as_a_sum", "VN-MAU.value_added.S3.2024.P.constant_2010", "sum 340"));
        marts.add(MartTables.FINDING, finding("far_from_balance", SUBJECT + "@2025-01-10=16", "16 fights with 460"));
        marts.add(MartTables.FINDING, finding("restated_figure", SUBJECT + "@2024-12-10=15.5", "15.5 became 16"));
        residual(marts, 16.0, "set_aside", 9.5);
        residual(marts, 15.5, "agrees", 0.4);
        return marts;
    }

    private static Map<String, Object> finding(String ruleCode, String subject, String message) {
        return Map.of(
                "finding_id",
                ruleCode,
                "rule_code",
                ruleCode,
                "area_code",
                "VN-MAU",
                "period",
                "2024",
                "subject",
                subject,
                "message_vi",
                "vi " + message,
                "message_en",
                message);
    }

    private static void cell(
            SampleMarts marts, String item, String period, String measure, double value, double error) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "area_code",
                "VN-MAU",
                "activity_code",
                item,
                "period",
                period,
                "accumulation",
                "P",
                "price_basis",
                "constant_2010",
                "account_measure_code",
                measure,
                "is_determined",
                !Double.isNaN(value)));
        if (!Double.isNaN(value)) {
            row.put("balanced_value", value);
            row.put("standard_error", error);
        }
        marts.add(MartTables.BALANCED_ACCOUNT, row);
    }

    private static void residual(SampleMarts marts, double value, String code, double standardised) {
        marts.add(
                MartTables.BALANCE_RESIDUAL,
                Map.of(
                        "area_code",
                        "VN-MAU",
                        "indicator_code",
                        "value_added_contribution",
                        "activity_code",
                        "S2",
                        "period",
                        "2024",
                        "accumulation",
                        "P",
                        "price_basis",
                        "constant_2010",
                        "obs_value",
                        value,
                        "residual_code",
                        code,
                        "standardised_residual",
                        standardised));
    }

    private static String text(Language language) {
        return BalanceListing.text(marts().reader(), "VN-MAU", language, 120);
    }

    @Test
    void everyValueHasItsStandardErrorAndWhatIsNotDeterminedIsSaidSo() {
        assertThat(text(Language.EN))
                .contains("Mẫu province", "\nyear 2024\n")
                .containsPattern("(?m)^Sector I: .* +300 \\(<1\\) +\\? +–$")
                .containsPattern("(?m)^Sector II: .* +460 \\(12\\) +– +–$")
                .containsPattern("(?m)^Sector III: .* +\\? +– +–$")
                .containsPattern("(?m)^GRDP +1,100 \\(<1\\) +10\\.00 \\(<0\\.01\\) +10\\.00 \\(<0\\.01\\)$")
                .contains("  sum 340\n")
                .contains("Not determined by the published figures: Current prices (billion VND)");
    }

    /** The Philippines print the growth of the whole alone. */
    @Test
    void whereNoSectorIsDeterminedThereIsASentenceAndNoTable() {
        SampleMarts marts = new SampleMarts();
        cell(marts, "_T", "2024", "growth_pct", 5.4, 0.03);
        cell(marts, "S1", "2024", "growth_pct", Double.NaN, 0);
        residual(marts, 5.4, "agrees", 0.1);

        assertThat(BalanceListing.text(marts.reader(), "VN-MAU", Language.EN, 400))
                .isEqualTo("Gross product balanced from all published figures, Mẫu province\n"
                        + "There is no balanced account of Mẫu province: too little is published of its gross product by"
                        + " sector. The figures that can enter the account (1) determine no level, growth or share of a"
                        + " sector.\n");
    }

    @Test
    void anItemOfWhichNothingIsKnownIsNotListed() {
        assertThat(text(Language.EN)).doesNotContain("Construction");
    }

    @Test
    void aFigureThatFightsWithOthersIsToldApartFromOneThatItsSourceRestated() {
        assertThat(text(Language.VI))
                .containsSubsequence(
                        "Số công bố cách tài khoản quá 3 độ lệch chuẩn hoặc để ngoài cân đối: 1 trong 2.",
                        "- vi 16 fights with 460",
                        "Số đã được chính các nguồn điều chỉnh (không phải mâu thuẫn): 1.",
                        "- vi 15.5 became 16");
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void fitsTheTerminal(int width) {
        assertThat(BalanceListing.text(marts().reader(), "VN-MAU", Language.VI, width)
                        .lines())
                .allMatch(line -> PlainText.width(line) <= width);
    }

    @Test
    void otherProgramsGetEveryCellOfTheArea() {
        assertThat(TableText.csv(marts().reader(), Subject.BALANCE, Optional.of("VN-MAU"))
                        .lines())
                .hasSize(1 + 8)
                .filteredOn(line -> line.contains(",S3,2024,"))
                .singleElement()
                .asString()
                .contains(",false,,,");
    }
}
