package vn.chitieu.observation.rule;

import java.util.Arrays;
import vn.chitieu.text.Language;

/** The checks that a rule can name; each says which tolerances it reads. */
public enum NamedCheck {
    /** Rows that ingest set aside under the rule's own code: types, code lists, ranges, uniqueness. */
    ROW("row", "", "", (known, rule, results) -> {}),
    /** Of the parts of a relation, all stand where one does. */
    COMPLETE(
            "complete",
            "nêu một phần thì phải nêu đủ các phần",
            "where one part stands, all do",
            RelationChecks::complete),
    /** The parts add up to the total; tolerance {@code share} of the total beyond rounding. */
    SUM("sum", "các phần cộng lại đúng bằng tổng", "the parts make the total", RelationChecks::sum),
    /** No part exceeds its whole; tolerance {@code share}. */
    PART_WHOLE("part_whole", "bộ phận không lớn hơn toàn bộ", "no part exceeds its whole", RelationChecks::partWhole),
    /** A series has no gap; tolerance {@code min_share} of periods present, below which it is no series. */
    GAP_FREE("gap_free", "chuỗi không thiếu kỳ nào", "a series has no gap", HistoryChecks::gapFree),
    /** A year to date is the one before and the period; {@code warning_share}, {@code error_share}. */
    CUMULATED_SUM(
            "cumulated_sum",
            "lũy kế bằng lũy kế kỳ trước cộng riêng kỳ",
            "a year to date is the one before and the period",
            CumulatedChecks::sum),
    /** A year to date never falls; a warning for net series. */
    CUMULATED_FALLS("cumulated_falls", "lũy kế không giảm", "a year to date never falls", CumulatedChecks::falls),
    /** A quarter is the difference of the years to date; tolerance {@code share}. */
    QUARTER_DIFFERENCE(
            "quarter_difference",
            "số của quý bằng hiệu hai lũy kế",
            "a quarter is the difference of years to date",
            CumulatedChecks::quarterDifference),
    /** A level is not another by a power of ten; tolerance {@code factor}. */
    FACTOR_JUMP(
            "factor_jump",
            "không nhầm đơn vị nghìn, triệu, tỷ",
            "no figure in another unit by a power of ten",
            HistoryChecks::jump),
    /** A final figure is not followed by an estimate with another value. */
    FINAL_REPLACED(
            "final_replaced",
            "số chính thức không bị thay bằng số ước",
            "no final figure is followed by an estimate",
            HistoryChecks::finalReplaced),
    /** Levels at constant prices grow as the printed growth says; tolerance {@code points}. */
    BASE_YEAR_CHANGE(
            "base_year_change",
            "mức giá so sánh khớp với tốc độ tăng công bố",
            "levels at constant prices grow as printed",
            HistoryChecks::baseYearChange),
    /** Growth over a year is within the series' own history; {@code deviations}, {@code min_history}. */
    OUTLIER(
            "outlier",
            "mức thay đổi nằm trong khoảng thường gặp",
            "growth is within the history of the series",
            HistoryChecks::outlier);

    private final String code;
    private final String titleVi;
    private final String titleEn;

    @SuppressWarnings("ImmutableEnumChecker") // references to static methods hold nothing
    private final FigureCheck check;

    NamedCheck(String code, String titleVi, String titleEn, FigureCheck check) {
        this.code = code;
        this.titleVi = titleVi;
        this.titleEn = titleEn;
        this.check = check;
    }

    /** Returns its name in files of rules. */
    public String code() {
        return code;
    }

    /** Returns what holds where no failure is found; empty of rows, whose rules say it themselves. */
    String title(Language language) {
        return language == Language.VI ? titleVi : titleEn;
    }

    void apply(KnownFigures known, ValidationRule rule, Results results) {
        check.apply(known, rule, results);
    }

    static NamedCheck ofCode(String code) {
        return Arrays.stream(values())
                .filter(check -> check.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expecting a check but was '" + code + "'"));
    }

    /** Computes one check over all figures known on a day. */
    interface FigureCheck {
        void apply(KnownFigures known, ValidationRule rule, Results results);
    }
}
