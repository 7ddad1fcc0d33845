package vn.chitieu.observation.form;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;

/** Periods as a form says them: {@code Tháng 06/2025}, {@code Quý 2/2025}, {@code 6 tháng 1/2025}, {@code Năm 2025}. */
final class PeriodWords {

    private static final Pattern TEXT =
            Pattern.compile("(?:(Tháng|Quý|6 tháng) (\\d{1,2})/|Năm )(\\d{4})", Pattern.UNICODE_CASE);

    private PeriodWords() {}

    /** Returns the text of a period, which {@link #parse} reads back. */
    static String format(Period period) {
        return switch (period.frequency()) {
            case A -> "Năm " + period.year();
            case S -> "6 tháng " + period.index() + "/" + period.year();
            case Q -> "Quý " + period.index() + "/" + period.year();
            case M -> String.format(Locale.ROOT, "Tháng %02d/%d", period.index(), period.year());
        };
    }

    /** Returns the period of a text in words or in codes ({@code 2025-06}), or nothing if it is none. */
    static Optional<Period> parse(String text) {
        try {
            Matcher words = TEXT.matcher(text);
            if (!words.matches()) {
                return Optional.of(Period.parse(text));
            }
            int year = Integer.parseInt(words.group(3));
            if (words.group(1) == null) {
                return Optional.of(Period.ofYear(year));
            }
            Frequency frequency =
                    switch (words.group(1)) {
                        case "Tháng" -> Frequency.M;
                        case "Quý" -> Frequency.Q;
                        default -> Frequency.S;
                    };
            return Optional.of(new Period(year, frequency, Integer.parseInt(words.group(2))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
