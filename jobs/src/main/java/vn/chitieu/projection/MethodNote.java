package vn.chitieu.projection;

import java.io.Serializable;
import java.util.OptionalDouble;
import vn.chitieu.observation.Frequency;
import vn.chitieu.projection.distribution.LinkFunction;

/**
 * How a projection was made, or why a better method was not used: a code for machines and words in both languages.
 *
 * @param code of the method that made the number itself, before growth or contributions were derived from it; of a
 *     reason its name; empty if there is none
 * @param vi Vietnamese, NFC
 */
public record MethodNote(String code, String vi, String en) implements Serializable {

    /** Nothing to say: the best method was used. */
    public static final MethodNote NONE = new MethodNote("", "", "");

    public static final MethodNote ONLY_GROWTH_RATES =
            new MethodNote("only_growth_rates", "chỉ công bố tốc độ tăng", "only growth rates are published");
    public static final MethodNote ONE_COMPLETE_YEAR = new MethodNote(
            "one_complete_year", "chỉ có một năm trước đầy đủ số liệu", "only one complete earlier year");
    public static final MethodNote PERIODS_MISSING = new MethodNote(
            "periods_missing",
            "thiếu số liệu một số tháng hoặc quý của năm hay của các năm trước",
            "months or quarters of the year or of earlier years are missing");
    public static final MethodNote NO_FIGURE_OF_THE_YEAR =
            new MethodNote("no_data_this_year", "chưa có số liệu nào của năm", "no figure of the year is known");
    public static final MethodNote NOT_COMPARABLE = new MethodNote(
            "not_comparable",
            "số liệu trong năm không so được với một năm trước đầy đủ",
            "figures of the year cannot be compared with a complete earlier year");

    /** Returns why figures of the year are not used: months before them are missing. */
    public static MethodNote monthsMissing(int lastMonth, int lastUsed) {
        return new MethodNote(
                "months_missing",
                "thiếu số liệu một số tháng trước tháng " + lastMonth + " nên số liệu sau tháng " + lastUsed
                        + " chưa dùng được",
                "months missing before month " + lastMonth + " of the year; figures after month " + lastUsed
                        + " not used");
    }

    public static MethodNote known(boolean isEarly) {
        return new MethodNote(
                "known",
                isEarly ? "số cả năm do nguồn ước trước khi hết năm" : "số liệu cả năm đã công bố",
                isEarly ? "figure of the year, estimated before it ended" : "figure of the year as published");
    }

    /**
     * Returns the methods of dense series.
     *
     * @param isShifted whether the year to date is the printed one and not the sum of its periods
     */
    public static MethodNote ofPeriods(boolean isOneYear, Frequency frequency, boolean isShifted) {
        boolean isMonthly = frequency == Frequency.M;
        return new MethodNote(
                isOneYear ? "one_year_history" : "combination",
                (isOneYear
                                ? "phần còn lại của năm trước nhân căn bậc hai của mức tăng đến kỳ"
                                : "kết hợp có trọng số nhiều mô hình dự báo")
                        + (isMonthly ? " theo tháng" : " theo quý")
                        + (isShifted ? "; lũy kế lấy số in trong nguồn, không phải tổng các kỳ" : ""),
                (isOneYear
                                ? "rest of last year times the square root of growth to date"
                                : "weighted combination of forecasters")
                        + (isMonthly ? " on months" : " on quarters")
                        + (isShifted ? "; year to date as printed, not the sum of its periods" : ""));
    }

    /**
     * Returns the drift of annual values.
     *
     * @param nationPct growth of the nation that the drift is drawn to, in percent
     * @param isFromProjectedYear whether the year before is itself projected
     */
    public static MethodNote drift(
            int years, LinkFunction link, OptionalDouble nationPct, boolean isFromProjectedYear) {
        String onVi =
                switch (link) {
                    case IDENTITY -> "trên thang đo gốc";
                    case LOG -> "trên thang lô-ga-rít";
                    case LOGIT -> "trên thang lô-gít";
                };
        String onEn =
                switch (link) {
                    case IDENTITY -> "their own scale";
                    case LOG -> "logarithms";
                    case LOGIT -> "log odds";
                };
        return new MethodNote(
                "annual_drift",
                "xu hướng của " + years + " năm trước " + onVi
                        + (nationPct.isPresent()
                                ? ", kéo về mức tăng " + vi(nationPct.getAsDouble(), 1) + "% của cả nước"
                                : "")
                        + (isFromProjectedYear ? ", tính từ số dự báo của năm trước" : ""),
                "drift of " + years + " annual values on " + onEn
                        + (nationPct.isPresent()
                                ? ", drawn to growth of " + Decimals.text(nationPct.getAsDouble(), 1)
                                        + " % in the nation"
                                : "")
                        + (isFromProjectedYear ? ", from the projected year before" : ""));
    }

    public static MethodNote counts(int years) {
        return new MethodNote(
                "annual_drift",
                "xu hướng của số đếm " + years + " năm trước, trên thang căn bậc hai",
                "drift of " + years + " annual counts on square roots");
    }

    public static MethodNote meanOfRates(int years) {
        return new MethodNote(
                "annual_drift",
                "bình quân tốc độ tăng của " + years + " năm trước, kéo về mức tăng thông thường",
                "mean of " + years + " annual growth rates, drawn to normal growth");
    }

    /**
     * Returns the growth of the rest of the year from growth to date.
     *
     * @param beta part of a deviation from the normal that the rest repeats
     * @param normal growth in percent
     */
    public static MethodNote passThrough(
            String code, double beta, double prior, MethodNote measured, double normal, MethodNote more) {
        return new MethodNote(
                code,
                "suy tăng trưởng phần còn lại của năm từ tăng trưởng đến kỳ, hệ số truyền " + vi(beta, 2)
                        + " (tiên nghiệm " + vi(prior, 2) + " từ "
                        + measured.vi()
                        + "), tăng trưởng thông thường " + vi(normal, 1) + "%" + more.vi,
                "growth of the rest of the year from growth to date, pass-through " + Decimals.text(beta, 2)
                        + " (prior " + Decimals.text(prior, 2) + " from "
                        + measured.en()
                        + "), normal growth " + Decimals.text(normal, 1) + " %" + more.en);
    }

    /** Returns the note of a projection that the figure to date, carried on evenly through the year, has a part in. */
    public MethodNote withEvenPace() {
        return new MethodNote(
                code,
                vi + "; kết hợp với số từ đầu năm kéo đều cho cả năm",
                en + "; joined with the figure to date carried on evenly through the year");
    }

    /** Returns what a growth to date rests on, to follow {@link #passThrough}. */
    public static MethodNote basis(double sharePct, int pairs) {
        return new MethodNote(
                "",
                ", tỷ trọng phần đã qua " + vi(sharePct, 1) + "%, " + pairs + " cặp địa bàn và năm",
                ", share of the year to date " + Decimals.text(sharePct, 1) + " %, " + pairs
                        + " pairs of areas and years");
    }

    public static MethodNote fromParts(String code) {
        return switch (code) {
            case "share_of_levels" ->
                new MethodNote(
                        code,
                        "tỷ trọng tính từ dự báo của bộ phận và của tổng, trong từng lần mô phỏng",
                        "share from the projections of part and whole, draw by draw");
            case "exports_less_imports" ->
                new MethodNote(
                        code,
                        "dự báo xuất khẩu trừ dự báo nhập khẩu, trong từng lần mô phỏng",
                        "projected exports less projected imports, draw by draw");
            case "sum_of_parts" ->
                new MethodNote(
                        code,
                        "tổng dự báo của các bộ phận, trong từng lần mô phỏng",
                        "sum of the projections of its parts, draw by draw");
            case "moved_to_total" ->
                new MethodNote(
                        code,
                        "điều chỉnh theo tổng đã biết rõ hơn, trong từng lần mô phỏng",
                        "moved to the total that is known better, draw by draw");
            case "per_head" ->
                new MethodNote(
                        code,
                        "tính từ tổng sản phẩm, bình quân đầu người và dân số trung bình, trong từng lần mô phỏng",
                        "gross product and the same per head by the average population, draw by draw");
            default -> throw new IllegalArgumentException("Expecting a method of parts but was '" + code + "'");
        };
    }

    /** Returns this method after another that gave the number alone. */
    public MethodNote after(MethodNote alone) {
        return new MethodNote(code, vi + "; riêng lẻ: " + alone.vi, en + "; alone: " + alone.en);
    }

    private static String vi(double value, int decimals) {
        return Decimals.text(value, decimals).replace('.', ',');
    }
}
