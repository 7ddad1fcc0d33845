package vn.chitieu.account.reading;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedDay;
import vn.chitieu.text.PrintedNumber;

/** Figures, periods and numbers as phrases of a finding. */
public final class Wording {

    private Wording() {}

    private static final List<String> ROMAN = List.of("I", "II", "III", "IV");

    /** Returns what a line of figures measures. */
    public static LocalizedText of(VisibleVintages.Line line) {
        String code = line.indicatorCode();
        if (code.endsWith("_growth")) {
            LocalizedText base = base(code.substring(0, code.length() - "_growth".length()), line.activityCode());
            return new LocalizedText("tốc độ tăng " + base.vi(), "growth of " + base.en());
        }
        int attainment = code.indexOf("_plan_attainment");
        if (attainment > 0) {
            LocalizedText base = base(code.substring(0, attainment), line.activityCode());
            LocalizedText plan =
                    switch (code.substring(attainment + "_plan_attainment".length())) {
                        case "_provincial" -> new LocalizedText("dự toán Hội đồng nhân dân giao", "the Council's plan");
                        case "_central" -> new LocalizedText("dự toán Trung ương giao", "the centre's plan");
                        default -> new LocalizedText("kế hoạch", "the plan");
                    };
            return new LocalizedText(
                    "tỷ lệ thực hiện " + plan.vi() + " của " + base.vi(),
                    "attainment of " + plan.en() + " of " + base.en());
        }
        if (code.endsWith("_share")) {
            LocalizedText base = base(code.substring(0, code.length() - "_share".length()), line.activityCode());
            return new LocalizedText("tỷ trọng " + base.vi(), "share of " + base.en());
        }
        if (code.endsWith("_contribution")) {
            LocalizedText base = base(code.substring(0, code.length() - "_contribution".length()), line.activityCode());
            return new LocalizedText(
                    "đóng góp của " + base.vi() + " vào tăng trưởng", "contribution of " + base.en() + " to growth");
        }
        LocalizedText base = base(code, line.activityCode());
        return switch (line.priceBasis()) {
            case CONSTANT_2010 ->
                new LocalizedText(base.vi() + " theo giá so sánh 2010", base.en() + " at 2010 prices");
            case CURRENT, NONE -> base;
        };
    }

    private static LocalizedText base(String indicator, String activity) {
        return switch (indicator) {
            case "gdp" -> new LocalizedText("GDP", "GDP");
            case "grdp" -> new LocalizedText("GRDP", "GRDP");
            case "grdp_per_capita" -> new LocalizedText("GRDP bình quân đầu người", "GRDP per capita");
            case "gdp_per_capita" -> new LocalizedText("GDP bình quân đầu người", "GDP per capita");
            case "population" -> new LocalizedText("dân số trung bình", "average population");
            case "net_product_taxes" ->
                new LocalizedText("thuế sản phẩm trừ trợ cấp sản phẩm", "taxes less subsidies on products");
            case "value_added" -> sector(activity);
            case "budget_revenue", "budget_revenue_local_area" ->
                new LocalizedText("thu ngân sách nhà nước trên địa bàn", "state budget revenue in the territory");
            case "budget_revenue_domestic" -> new LocalizedText("thu nội địa", "domestic revenue");
            case "budget_revenue_trade_taxes" -> new LocalizedText("thu từ xuất nhập khẩu", "taxes on trade");
            case "budget_revenue_crude_oil" -> new LocalizedText("thu từ dầu thô", "revenue from crude oil");
            case "budget_revenue_grants" -> new LocalizedText("thu viện trợ", "grants");
            case "budget_revenue_incl_transfers" ->
                new LocalizedText("thu ngân sách gồm cả bổ sung từ cấp trên", "budget revenue with transfers");
            case "budget_expenditure_local" ->
                new LocalizedText("chi ngân sách địa phương", "local budget expenditure");
            case "trade_balance" -> new LocalizedText("cán cân thương mại", "trade balance");
            case "trade_turnover" -> new LocalizedText("tổng kim ngạch xuất nhập khẩu", "trade turnover");
            default -> LocalizedText.same(indicator);
        };
    }

    private static LocalizedText sector(String activity) {
        return switch (activity) {
            case "S1" -> new LocalizedText("giá trị tăng thêm khu vực I", "value added of sector I");
            case "S2" -> new LocalizedText("giá trị tăng thêm khu vực II", "value added of sector II");
            case "S3" -> new LocalizedText("giá trị tăng thêm khu vực III", "value added of sector III");
            case "BTE" -> new LocalizedText("giá trị tăng thêm công nghiệp", "value added of industry");
            case "C" ->
                new LocalizedText("giá trị tăng thêm công nghiệp chế biến, chế tạo", "value added of manufacturing");
            case "D" -> new LocalizedText("giá trị tăng thêm sản xuất và phân phối điện", "value added of electricity");
            case "F" -> new LocalizedText("giá trị tăng thêm xây dựng", "value added of construction");
            default -> new LocalizedText("giá trị tăng thêm " + activity, "value added of " + activity);
        };
    }

    public static LocalizedText of(MonthSpan span) {
        int year = span.year();
        if (span.months() == 12) {
            return new LocalizedText("năm " + year, Integer.toString(year));
        }
        if (span.months() == 1) {
            String month = Month.of(span.lastMonth()).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            return new LocalizedText("tháng " + span.lastMonth() + "/" + year, month + " " + year);
        }
        if (span.months() == 3 && span.lastMonth() % 3 == 0) {
            int quarter = span.lastMonth() / 3;
            return new LocalizedText("quý " + ROMAN.get(quarter - 1) + "/" + year, "Q" + quarter + " " + year);
        }
        return span.firstMonth() == 1
                ? new LocalizedText(
                        span.months() + " tháng đầu năm " + year, "the first " + span.months() + " months of " + year)
                : new LocalizedText(
                        "tháng " + span.firstMonth() + "-" + span.lastMonth() + " năm " + year,
                        "months " + span.firstMonth() + "-" + span.lastMonth() + " of " + year);
    }

    public static LocalizedText of(LocalDate date) {
        return PrintedDay.of(date);
    }

    /** Returns a number with its unit; Vietnamese sets the percent sign without a space. */
    public static LocalizedText of(double value, int decimals, String unitCode) {
        LocalizedText unit =
                switch (unitCode) {
                    case "pct" -> new LocalizedText("%", "%");
                    case "pct_points" -> new LocalizedText(" điểm phần trăm", " percentage points");
                    case "billion_vnd" -> new LocalizedText(" tỷ đồng", " billion VND");
                    case "million_vnd_per_person" -> new LocalizedText(" triệu đồng/người", " million VND per person");
                    case "thousand_persons" -> new LocalizedText(" nghìn người", " thousand persons");
                    case "million_usd" -> new LocalizedText(" triệu USD", " million USD");
                    default -> new LocalizedText(" " + unitCode, " " + unitCode);
                };
        return PrintedNumber.of(value, decimals).plus(unit);
    }

    /** Returns a sentence: each {@code {n}} of the two patterns is replaced by the n-th phrase, from 0. */
    public static LocalizedText sentence(String vi, String en, LocalizedText... phrases) {
        String viText = vi;
        String enText = en;
        for (int i = 0; i < phrases.length; i++) {
            viText = viText.replace("{" + i + "}", phrases[i].vi());
            enText = enText.replace("{" + i + "}", phrases[i].en());
        }
        return new LocalizedText(capital(viText), capital(enText));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Returns the unit of what a line measures. */
    public static String unitCode(VisibleVintages.Line line) {
        String code = line.indicatorCode();
        if (code.endsWith("_contribution")) {
            return "pct_points";
        }
        if (code.endsWith("_growth") || code.endsWith("_share") || code.contains("_plan_attainment")) {
            return "pct";
        }
        if (code.endsWith("_per_capita")) {
            return "million_vnd_per_person";
        }
        if (code.equals("population")) {
            return "thousand_persons";
        }
        boolean trade = code.startsWith("exports") || code.startsWith("imports") || code.startsWith("trade_");
        return trade ? "million_usd" : "billion_vnd";
    }
}
