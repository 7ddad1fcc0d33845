package vn.chitieu.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.page.PageScripts;
import vn.chitieu.notebook.programme.AccuracyFigures;
import vn.chitieu.notebook.rows.MartReader;

/** What pages and notebooks say of others' estimates of the year, of what moved, and of how good the past was. */
@NullUnmarked // javac 17 loses @Nullable inside generics of class files
class EstimatesAndMovementsTest {

    /** 8,600 told where 8,120 is projected: 8,600 / 8,120 is 5.9% more. */
    private static final Map<String, Object> ESTIMATE = Map.ofEntries(
            Map.entry("programme_id", SampleMarts.PROGRAMME),
            Map.entry("target_id", "2a"),
            Map.entry("estimate_code", "unit"),
            Map.entry("unit_code", "billion_vnd"),
            Map.entry("estimate", 8600.0),
            Map.entry("sender", "Sở Tài chính"),
            Map.entry("point", 8120.0),
            Map.entry("p_at_least", 0.05),
            Map.entry("implied_rest", 4247.0),
            Map.entry("implied_growth_pct", 20.8),
            Map.entry("implied_growth_percentile", 90.0),
            Map.entry("past_bias", -4.3),
            Map.entry("past_bias_years", 1),
            Map.entry("causes", "Thu từ đất <b>chậm</b>"));

    @Test
    void anEstimateStandsBesideTheProjectionWithWhatItAsksOfTheRestOfTheYear() {
        String page = page(MartTables.ESTIMATE_REVIEW, List.of(ESTIMATE));

        assertThat(page)
                .contains("xa dự báo nhất: “2a. Thu nội địa”, số ước 8.600 tỷ đồng, dự báo 8.120 tỷ đồng.")
                .contains("<td class=\"n\">+5,9</td>")
                .contains("<td class=\"n\">+5.9</td>")
                .contains("Muốn đúng số ước, phần còn lại của năm phải tăng 20,8% so với cùng kỳ năm trước; mức này cao"
                        + " hơn 90% số năm đã qua.")
                .contains("Số ước các năm trước bình quân thấp hơn thực hiện 4,3% (1 năm).")
                .contains("Causes (as the department says): Thu từ đất &lt;b&gt;chậm&lt;/b&gt;")
                .doesNotContain("<b>chậm");
    }

    @Test
    void withoutEstimatesTheReviewSaysSoAndHasNoEmptyTable() {
        String page = page(MartTables.ESTIMATE_REVIEW, List.of());
        String review = page.substring(page.indexOf("id=\"vi-review\""), page.indexOf("id=\"vi-grdp\""));

        assertThat(review).contains("Chưa đơn vị nào gửi số ước cả năm 2025").doesNotContain("<table");
    }

    @Test
    void theCausesOfAMovementAddUpToIt() {
        Map<String, Object> revised = movement("revised_data", 2, 0.25, 0.23, -0.02);
        Map<String, Object> added = movement("new_data", 3, 0.23, 0.312, 0.082);

        assertThat(page(MartTables.CHANGE_EXPLANATION, List.of(revised, added)))
                .contains("1 khả năng đạt và 0 dự báo cả năm đã thay đổi; đầu bảng: Khả năng đạt: 2a. Thu nội địa, từ"
                        + " 25,0% thành 31,2%, chủ yếu do số liệu mới.")
                .contains("the probability went from 25.0% to 31.2%, mostly by new figures.")
                .contains("<td class=\"n\">-2,0</td><td class=\"n\">+8,2</td>");
    }

    @Test
    void intervalsThatProvedTooNarrowAreToldWithAWarning() {
        String good = page(MartTables.FORECAST_EVALUATION, backtest("revenue", 32, 8));
        String narrow = page(MartTables.FORECAST_EVALUATION, backtest("revenue", 20, 20));

        assertThat(good)
                .contains(
                        "khoảng 80% chứa kết quả ở 80% trong 40 lần dự báo theo đúng cách này. Khoảng ước đáng tin như"
                                + " đã nêu.")
                .contains(
                        "Past years projected again as the night would have done, with figures known to June: 40. Mean"
                                + " error 1.50 % of the outcome, bias 0.50 (above 0: the outcome was higher); the outcome was"
                                + " inside the 80% interval 32 of 40 times.");
        assertThat(narrow)
                .contains("the 80% interval held the outcome in 50% of 40 projections by the same way. Warning: the"
                        + " intervals are too narrow");
    }

    /** Imports are no target of the sample's area with a record of their own: nothing is said of them by revenue. */
    @Test
    void nothingIsSaidOfATargetByAnotherSeries() {
        String page = page(MartTables.FORECAST_EVALUATION, backtest("other", 32, 8));

        assertThat(page)
                .contains("can be tested on past years at this point of the year")
                .doesNotContain("projected again as the night would have done, with");
    }

    /** 5 to 6, 6 to 5.5, 7 to 7.2: gains 1, -0.5 and 0.2, of which 0.2 stands in the middle. */
    @Test
    void growthOfTheFirstMonthsStandsBesideThatOfTheYearForAllYears() {
        double[][] rates = {{5, 6}, {6, 5.5}, {7, 7.2}};
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            rows.add(SampleAccounts.row("_T", 2022 + i + "-S1", "constant_2010", "growth_pct", rates[i][0]));
            rows.add(SampleAccounts.row("_T", 2022 + i + "-Q1", "current", "growth_pct", 50));
            rows.add(SampleAccounts.row("_T", String.valueOf(2022 + i), "constant_2010", "growth_pct", rates[i][1]));
        }
        rows.add(SampleAccounts.row("_T", "2025-S1", "constant_2010", "growth_pct", 8.63));

        String page = page(MartTables.GRDP_BY_SECTOR, rows);

        assertThat(page)
                .contains("In 2 of 3 years the whole year came out above its first 6 months, by +0.20 percentage points"
                        + " in the middle (from -0.50 in 2023 to +1.00 in 2022). The first 6 months of this year:"
                        + " 8.63%.")
                .contains("<td class=\"n\">-0,50</td>");
        assertThat(page(MartTables.GRDP_BY_SECTOR, rows.subList(0, 9)))
                .as("without this year's first half there is nothing to compare")
                .doesNotContain("the whole year came out above");
    }

    /** Errors are 2 % and −1 % in turn. */
    private static Table backtest(String indicator, int inside, int outside) {
        SampleMarts marts = new SampleMarts();
        for (int i = 0; i < inside + outside; i++) {
            Map<String, Object> row = new HashMap<>(Map.of(
                    "area_code", "VN-MAU",
                    "indicator_code", indicator,
                    "activity_code", "_T",
                    "price_basis", "current",
                    "unit_code", "billion_vnd",
                    "source", AccuracyFigures.OWN,
                    "variable", "VN-MAU." + indicator + "._T.current",
                    "frequency", "M"));
            row.put("year", 1980 + i);
            row.put("cutoff_period", 1980 + i + "-06");
            row.put("observed_periods", 6);
            row.put("error_pct", i % 2 == 0 ? 2.0 : -1.0);
            row.put("is_covered_80", i < inside);
            row.put("is_covered_95", true);
            marts.add(MartTables.FORECAST_EVALUATION, row);
        }
        return marts.reader().table(MartTables.FORECAST_EVALUATION.name());
    }

    private static Map<String, Object> movement(
            String cause, int position, double before, double after, double effect) {
        return Map.ofEntries(
                Map.entry("subject_id", SampleMarts.PROGRAMME + ".2a"),
                Map.entry("quantity_code", "p_attain"),
                Map.entry("cause_code", cause),
                Map.entry("position", position),
                Map.entry("area_code", "VN-MAU"),
                Map.entry("programme_id", SampleMarts.PROGRAMME),
                Map.entry("target_id", "2a"),
                Map.entry("unit_code", "probability"),
                Map.entry("value_before", before),
                Map.entry("value_after", after),
                Map.entry("effect", effect));
    }

    @Test
    void whatEarlierDaysSaidStandsBesideWhatIsSaidNow() {
        String page = page(
                MartTables.TRACK_RECORD,
                List.of(said("2025-03-31", "uncertain"), said("2025-05-31", "likely"), said("2025-06-30", "unlikely")));
        String earlier = page.substring(page.indexOf("What was said on earlier days"));

        assertThat(page).contains("Hồ sơ có nhận định của 2 ngày trước về chỉ tiêu của chương trình này.");
        assertThat(earlier.substring(0, earlier.indexOf("</table>")))
                .contains(">31 March 2025</th>", ">31 May 2025</th>", ">30 June 2025</th>")
                .containsSubsequence("2a. ", "◆ uncertain", "▲ likely", "◆ uncertain", "2b. ");
        assertThat(page(MartTables.TRACK_RECORD, List.of(said("2025-06-30", "likely"))))
                .doesNotContain("What was said on earlier days");
    }

    private static Map<String, Object> said(String day, String verdict) {
        return Map.of(
                "programme_id",
                SampleMarts.PROGRAMME,
                "target_id",
                "2a",
                "source",
                AccuracyFigures.OWN,
                "vintage_date",
                LocalDate.parse(day),
                "verdict_code",
                verdict);
    }

    private static String page(TableSpec spec, List<Map<String, Object>> rows) {
        SampleMarts marts = new SampleMarts();
        rows.forEach(row -> marts.add(spec, row));
        return page(spec, marts.reader().table(spec.name()));
    }

    private static String page(TableSpec spec, Table table) {
        MartReader sample = SampleProgramme.provincial();
        MartReader reader = name -> name.equals(spec.name()) ? table : sample.table(name);
        return NotebookExport.files(reader, SampleMarts.PROGRAMME, PageScripts.INSIDE)
                .get(NotebookExport.PAGE);
    }
}
