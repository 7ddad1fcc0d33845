package vn.chitieu.observation.plausibility;

import vn.chitieu.observation.MonthSpan;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedDay;
import vn.chitieu.text.Words;

/** Spans of months in words, for messages about figures. */
final class PrintedSpan {

    private static final Words WORDS = Words.of("observation");

    private PrintedSpan() {}

    /** Returns {@code in January–June 2024}. */
    static LocalizedText in(MonthSpan span) {
        if (span.months() == 12) {
            return WORDS.text("plausible.in.year", span.year());
        }
        if (span.months() == 1) {
            return WORDS.text("plausible.in.month", PrintedDay.month(span.firstMonth()), span.year());
        }
        return WORDS.text(
                "plausible.in.months",
                PrintedDay.month(span.firstMonth()),
                PrintedDay.month(span.lastMonth()),
                span.year());
    }

    /** Returns {@code at the end of June 2024}. */
    static LocalizedText endOf(MonthSpan span) {
        return WORDS.text("plausible.end_of", PrintedDay.month(span.lastMonth()), span.year());
    }
}
