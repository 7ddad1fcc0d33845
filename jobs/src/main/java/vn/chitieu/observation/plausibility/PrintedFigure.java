package vn.chitieu.observation.plausibility;

import java.math.BigDecimal;
import java.util.Optional;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.codelist.NumberGrammar;
import vn.chitieu.source.table.NumberMarks;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedDay;
import vn.chitieu.text.Words;

/** Numbers and spans of months in words, for messages about figures. */
final class PrintedFigure {

    private static final Words WORDS = Words.of("observation");
    private static final NumberMarks ENGLISH = new NumberMarks('.', Optional.of(','));

    private PrintedFigure() {}

    /** Returns {@code 4.385,2} and {@code 4,385.2}. */
    static LocalizedText number(BigDecimal printed) {
        BigDecimal stripped = printed.stripTrailingZeros();
        BigDecimal value = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        return new LocalizedText(
                NumberGrammar.format(value, NumberMarks.VIETNAMESE), NumberGrammar.format(value, ENGLISH));
    }

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
