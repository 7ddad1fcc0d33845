package vn.chitieu.notebook;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import vn.chitieu.mart.MartTables;

/** Value added, revenue and trade of the invented province, and one contradiction among them. */
final class SampleAccounts {

    private SampleAccounts() {}

    static void addTo(SampleMarts marts) {
        String[] activities = {"S1", "S2", "S3", "D21X31", "_T"};
        double[][] figures = {
            {3.38, 0.74, 21.2, 3.02, 0.66},
            {12.9, 4.59, 38.9, 14.1, 5.11},
            {7.2, 2.5, 33.1, 8.01, 2.77},
            {1.0, 0.08, 6.8, 1.2, 0.09},
            {7.91, 7.91, 100, 8.63, 8.63}
        };
        for (int i = 0; i < activities.length; i++) {
            marts.add(
                    MartTables.GRDP_BY_SECTOR,
                    row(activities[i], "2024", "constant_2010", "growth_pct", figures[i][0], figures[i][1]));
            marts.add(MartTables.GRDP_BY_SECTOR, row(activities[i], "2024", "current", "share_pct", figures[i][2]));
            marts.add(
                    MartTables.GRDP_BY_SECTOR,
                    row(activities[i], "2025-S1", "constant_2010", "growth_pct", figures[i][3], figures[i][4]));
        }
        marts.add(
                MartTables.BUDGET_REVENUE,
                Map.of(
                        "area_code", "VN-MAU",
                        "revenue_code", "domestic",
                        "period", "2025-06",
                        "accumulation", "C",
                        "value", new BigDecimal("4353.0000"),
                        "value_origin", "published",
                        "unit_code", "billion_vnd",
                        "growth_pct", 12.34,
                        "growth_origin", "derived"));
        marts.add(
                MartTables.TRADE_BALANCE,
                Map.of(
                        "area_code", "VN-MAU",
                        "coverage", "goods",
                        "period", "2025-06",
                        "accumulation", "C",
                        "exports", new BigDecimal("502.5"),
                        "imports", new BigDecimal("188.25"),
                        "balance", new BigDecimal("314.25"),
                        "unit_code", "million_usd",
                        "balance_origin", "derived"));
        marts.add(
                MartTables.FINDING,
                Map.of(
                        "finding_id", "f1",
                        "kind_code", "contradiction",
                        "severity_code", "warning",
                        "area_code", "VN-MAU",
                        "indicator_code", "budget_revenue_domestic",
                        "period", "2025-06",
                        "message_vi", "2.755 + 290 = 3.045, công bố 3.054",
                        "message_en", "2,755 + 290 = 3,045, published 3,054"));
    }

    static Map<String, Object> row(String activity, String period, String basis, String column, double... figures) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "area_code",
                "VN-MAU",
                "activity_code",
                activity,
                "period",
                period,
                "accumulation",
                "C",
                "price_basis",
                basis,
                column,
                figures[0]));
        row.put(column.replace("_pct", "_origin"), activity.equals("D21X31") ? "derived" : "published");
        if (figures.length > 1) {
            row.put("contribution_points", figures[1]);
            row.put("contribution_origin", "derived");
        }
        return row;
    }
}
