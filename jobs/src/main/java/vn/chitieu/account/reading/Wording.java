package vn.chitieu.account.reading;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import vn.chitieu.text.PrintedNumber;

/**
 * A phrase in both languages.
 *
 * @param vi Vietnamese, NFC
 */
public record Wording(String vi, String en) {

    private static final DateTimeFormatter VIETNAMESE_DATE = DateTimeFormatter.ofPattern("d/M/yyyy", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final List<String> ROMAN = List.of("I", "II", "III", "IV");

    public static Wording of(String vi, String en) {
        return new Wording(vi, en);
    }

    /** Returns what a line of figures measures. */
    public static Wording of(VisibleVintages.Line line) {
        String code = line.indicatorCode();
        if (code.endsWith("_growth")) {
            Wording base = base(code.substring(0, code.length() - "_growth".length()), line.activityCode());
            return of("tốc độ tăng " + base.vi, "growth of " + base.en);
        }
        int attainment = code.indexOf("_plan_attainment");
        if (attainment > 0) {
            Wording base = base(code.substring(0, attainment), line.activityCode());
            Wording plan =
                    switch (code.substring(attainment + "_plan_attainment".length())) {
                        case "_provincial" -> of("dự toán Hội đồng nhân dân giao", "the Council's plan");
                        case "_central" -> of("dự toán Trung ương giao", "the centre's plan");
                        default -> of("kế hoạch", "the plan");
                    };
            return of("tỷ lệ thực hiện " + plan.vi + " của " + base.vi, "attainment of " + plan.en + " of " + base.en);
        }
        if (code.endsWith("_share")) {
            Wording base = base(code.substring(0, code.length() - "_share".length()), line.activityCode());
            return of("tỷ trọng " + base.vi, "share of " + base.en);
        }
        if (code.endsWith("_contribution")) {
            Wording base = base(code.substring(0, code.length() - "_contribution".length()), line.activityCode());
            return of("đóng góp của " + base.vi + " vào tăng trưởng", "contribution of " + base.en + " to growth");
        }
        Wording base = base(code, line.activityCode());
        return switch (line.priceBasis()) {
            case CONSTANT_2010 -> of(base.vi + " theo giá so sánh 2010", base.en + " at 2010 prices");
            case CURRENT, NONE -> base;
        };
    }

    private static Wording base(String indicator, String activity) {
        return switch (indicator) {
            case "gdp" -> of("GDP", "GDP");
            case "grdp" -> of("GRDP", "GRDP");
            case "grdp_per_capita" -> of("GRDP bình quân đầu người", "GRDP per capita");
            case "gdp_per_capita" -> of("GDP bình quân đầu người", "GDP per capita");
            case "population" -> of("dân số trung bình", "average population");
            case "net_product_taxes" -> of("thuế sản phẩm trừ trợ cấp sản phẩm", "taxes less subsidies on products");
            case "value_added" -> sector(activity);
            case "budget_revenue", "budget_revenue_local_area" ->
                of("thu ngân sách nhà nước trên địa bàn", "state budget revenue in the territory");
            case "budget_revenue_domestic" -> of("thu nội địa", "domestic revenue");
            case "budget_revenue_trade_taxes" -> of("thu từ xuất nhập khẩu", "taxes on trade");
            case "budget_revenue_crude_oil" -> of("thu từ dầu thô", "revenue from crude oil");
            case "budget_revenue_grants" -> of("thu viện trợ", "grants");
            case "budget_revenue_incl_transfers" ->
                of("thu ngân sách gồm cả bổ sung từ cấp trên", "budget revenue with transfers");
            case "budget_expenditure_local" -> of("chi ngân sách địa phương", "local budget expenditure");
            case "trade_balance" -> of("cán cân thương mại", "trade balance");
            case "trade_turnover" -> of("tổng kim ngạch xuất nhập khẩu", "trade turnover");
            default -> of(indicator, indicator);
        };
    }

    private static Wording sector(String activity) {
        return switch (activity) {
            case "S1" -> of("giá trị tăng thêm khu vực I", "value added of sector I");
            case "S2" -> of("giá trị tăng thêm khu vực II", "value added of sector II");
            case "S3" -> of("giá trị tăng thêm khu vực III", "value added of sector III");
            case "BTE" -> of("giá trị tăng thêm công nghiệp", "value added of industry");
            case "C" -> of("giá trị tăng thêm công nghiệp chế biến, chế tạo", "value added of manufacturing");
            case "D" -> of("giá trị tăng thêm sản xuất và phân phối điện", "value added of electricity");
            case "F" -> of("giá trị tăng thêm xây dựng", "value added of construction");
            default -> of("giá trị tăng thêm " + activity, "value added of " + activity);
        };
    }

    public static Wording of(MonthSpan span) {
        int year = span.year();
        if (span.months() == 12) {
            return of("năm " + year, Integer.toString(year));
        }
        if (span.months() == 1) {
            String month = Month.of(span.lastMonth()).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            return of("tháng " + span.lastMonth() + "/" + year, month + " " + year);
        }
        if (span.months() == 3 && span.lastMonth() % 3 == 0) {
            int quarter = span.lastMonth() / 3;
            return of("quý " + ROMAN.get(quarter - 1) + "/" + year, "Q" + quarter + " " + year);
        }
        return span.firstMonth() == 1
                ? of(span.months() + " tháng đầu năm " + year, "the first " + span.months() + " months of " + year)
                : of(
                        "tháng " + span.firstMonth() + "-" + span.lastMonth() + " năm " + year,
                        "months " + span.firstMonth() + "-" + span.lastMonth() + " of " + year);
    }

    public static Wording of(LocalDate date) {
        return of(date.format(VIETNAMESE_DATE), date.format(ENGLISH_DATE));
    }

    /** Returns a number with its unit; Vietnamese sets the percent sign without a space. */
    public static Wording of(double value, int decimals, String unitCode) {
        Wording unit =
                switch (unitCode) {
                    case "pct" -> of("%", "%");
                    case "pct_points" -> of(" điểm phần trăm", " percentage points");
                    case "billion_vnd" -> of(" tỷ đồng", " billion VND");
                    case "million_vnd_per_person" -> of(" triệu đồng/người", " million VND per person");
                    case "thousand_persons" -> of(" nghìn người", " thousand persons");
                    case "million_usd" -> of(" triệu USD", " million USD");
                    default -> of(" " + unitCode, " " + unitCode);
                };
        return of(PrintedNumber.vi(value, decimals) + unit.vi, PrintedNumber.en(value, decimals) + unit.en);
    }

    /** Returns a sentence: each {@code {n}} of the two patterns is replaced by the n-th phrase, from 0. */
    public static Wording sentence(String vi, String en, Wording... phrases) {
        String viText = vi;
        String enText = en;
        for (int i = 0; i < phrases.length; i++) {
            viText = viText.replace("{" + i + "}", phrases[i].vi);
            enText = enText.replace("{" + i + "}", phrases[i].en);
        }
        return of(capital(viText), capital(enText));
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
