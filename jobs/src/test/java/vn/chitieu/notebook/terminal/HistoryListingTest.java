package vn.chitieu.notebook.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.SampleMarts;
import vn.chitieu.notebook.terminal.TableText.Subject;
import vn.chitieu.text.Language;

class HistoryListingTest {

    private static final String MISSING = "A part has no figure of the same period";

    /** A city of two parts: 2023 is the sum 30 + 12, 2024 lacks a part, growth of 2025 was printed. */
    private static SampleMarts marts() {
        SampleMarts marts = new SampleMarts();
        row(marts, "budget_revenue_local_area", "2023", 42.0, "sum_of_areas", "derived", "VN-AA VN-BB", "");
        row(marts, "budget_revenue_local_area", "2024", Double.NaN, "not_rebuilt", "derived", "", "VN-BB");
        row(marts, "budget_revenue_local_area_growth", "2023", 5.0, "growth_of_sums", "derived", "VN-AA VN-BB", "");
        row(marts, "grdp_growth", "2025", 7.87, "published", "published", "VN-MAU", "");
        return marts;
    }

    private static void row(
            SampleMarts marts,
            String indicator,
            String period,
            double value,
            String method,
            String origin,
            String parts,
            String missing) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "area_code",
                "VN-MAU",
                "indicator_code",
                indicator,
                "activity_code",
                "_T",
                "period",
                period,
                "accumulation",
                "P",
                "price_basis",
                "current",
                "unit_code",
                indicator.endsWith("growth") ? "pct" : "billion_vnd",
                "method_code",
                method,
                "origin",
                origin,
                "break_on",
                LocalDate.of(2025, 7, 1)));
        if (!parts.isEmpty()) {
            row.put("part_codes", parts);
        }
        if (!missing.isEmpty()) {
            row.put("missing_part_codes", missing);
            row.put("reason_vi", "Thiếu số liệu của một địa bàn thành phần");
            row.put("reason_en", MISSING);
        }
        if (!Double.isNaN(value)) {
            row.put("obs_value", value);
        }
        marts.add(MartTables.AREA_HISTORY, row);
    }

    private static String text(Language language, int width) {
        return HistoryListing.text(marts().reader(), "VN-MAU", language, width);
    }

    @Test
    void everyFigureSaysWhetherItWasSummedRecomputedOrPrinted() {
        assertThat(text(Language.EN, 120))
                .contains("Its territory is new from 1 July 2025; before it was: VN-AA, VN-BB.")
                .containsPattern("(?m)budget_revenue_local_area +year 2023 +42\\.0+ .*sum of the parts *$")
                .containsPattern("(?m)budget_revenue_local_area_growth +year 2023 +5\\.00 .*computed from the sums *$")
                .containsPattern("(?m)grdp_growth +year 2025 +7\\.87 .*published *$");
    }

    @Test
    void whatCouldNotBeRebuiltIsListedByReasonWithTheMissingParts() {
        assertThat(text(Language.EN, 120))
                .containsSubsequence(
                        MISSING + " (1 figures):", "- budget_revenue_local_area: 1, year 2024; no figure of VN-BB");
        assertThat(text(Language.VI, 120)).contains("- budget_revenue_local_area: 1, năm 2024; thiếu số của VN-BB");
    }

    @Test
    void fitsTheTerminal() {
        assertThat(text(Language.VI, 80).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void otherProgramsGetTheRowsInOrder() {
        List<String> lines = TableText.csv(marts().reader(), Subject.HISTORY, Optional.of("VN-MAU"))
                .lines()
                .toList();

        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).startsWith("area_code,indicator_code,activity_code,period");
        assertThat(lines.get(1)).startsWith("VN-MAU,budget_revenue_local_area,_T,2023");
    }
}
