package vn.chitieu.observation.rule;

import java.util.Arrays;
import java.util.Optional;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** The checks that a rule can name; each says which tolerances it reads. */
public enum NamedCheck {
    /** Rows that ingest quarantined under the rule's own code: types, code lists, ranges, uniqueness. */
    ROW("row", (known, rule, results) -> {}),
    /** Of the parts of a relation, all stand where one does. */
    COMPLETE("complete", RelationChecks::complete),
    /** The parts add up to the total; tolerance {@code share} of the total beyond rounding. */
    SUM("sum", RelationChecks::sum),
    /** No part exceeds its whole; tolerance {@code share}. */
    PART_WHOLE("part_whole", RelationChecks::partWhole),
    /** A series has no gap; tolerance {@code min_share} of periods present, below which it is no series. */
    GAP_FREE("gap_free", HistoryChecks::gapFree),
    /** A year to date is the one before and the period; {@code warning_share}, {@code error_share}. */
    CUMULATED_SUM("cumulated_sum", CumulatedChecks::sum),
    /** A year to date never falls; a warning for net series, none with a figure below 0 in the year. */
    CUMULATED_FALLS("cumulated_falls", CumulatedChecks::falls),
    /** A quarter is the difference of the years to date; tolerance {@code share}. */
    QUARTER_DIFFERENCE("quarter_difference", CumulatedChecks::quarterDifference),
    /** Four quarters add up to their year; tolerance {@code share}. */
    YEAR_OF_QUARTERS("year_of_quarters", CumulatedChecks::yearOfQuarters),
    /** A level is not another by a power of ten; tolerance {@code factor}. */
    FACTOR_JUMP("factor_jump", HistoryChecks::jump),
    /** A final figure is not followed by an estimate with another value. */
    FINAL_REPLACED("final_replaced", HistoryChecks::finalReplaced),
    /** Levels at constant prices grow as the printed growth says; tolerance {@code points}. */
    BASE_YEAR_CHANGE("base_year_change", HistoryChecks::baseYearChange),
    /** Growth over a year is within the series' own history; {@code deviations}, {@code min_history}. */
    OUTLIER("outlier", HistoryChecks::outlier),
    /** A part of the year is not printed more than a few days before it ends. */
    BEFORE_END("before_end", PublicationChecks::beforeEnd),
    /**
     * Areas below an area that regularly report have reported the last period; {@code min_share} of a year's periods.
     * {@link ReportingUnits} sees all areas, which the figures of one do not show.
     */
    UNITS_MISSING("units_missing", (known, rule, results) -> {}),
    /** The last period of a flow is not about half of what is expected, as {@link HalfReported} tells. */
    HALF_REPORTED("half_reported", ReportingChecks::halfReported),
    /** A stock of a year is near those of the years before and after, or two sources print it. */
    SPIKE("spike", HistoryChecks::spike);

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // references to static methods hold nothing
    private final FigureCheck check;

    NamedCheck(String code, FigureCheck check) {
        this.code = code;
        this.check = check;
    }

    /** Returns its name in files of rules. */
    public String code() {
        return code;
    }

    /** Returns what holds where no failure is found; nothing of rows, whose rules say it themselves. */
    Optional<LocalizedText> title() {
        return Words.of("observation").find("check." + code);
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

    /** Computes one check over all figures of an area known on a day. */
    interface FigureCheck {
        void apply(KnownFigures known, ValidationRule rule, Results results);
    }
}
