package vn.chitieu.source.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.chitieu.source.workbook.FormatSection.Token;
import vn.chitieu.source.workbook.FormatSection.Token.Kind;

/** Days and times that a spreadsheet program keeps as numbers: how many days since its day 0, and what it shows. */
final class DateFormat {

    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_0_FROM_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(2_958_465); // the end of 9999
    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final int DECIMALS = 10;

    private DateFormat() {}

    /** Returns the day of a number; empty if it is below 0 or beyond the calendar. */
    static Optional<LocalDate> day(BigDecimal number, boolean isFrom1904) {
        return time(number, isFrom1904).map(LocalDateTime::toLocalDate);
    }

    /** Returns the number of a day, or of a day and time, by ISO 8601; empty if it is none, or before day 0. */
    static Optional<BigDecimal> number(String iso, boolean isFrom1904) {
        String text = iso.strip();
        try {
            LocalDateTime time = text.contains("T")
                    ? LocalDateTime.parse(text, DateTimeFormatter.ISO_DATE_TIME)
                    : LocalDate.parse(text).atStartOfDay();
            LocalDate from = isFrom1904 ? DAY_0_FROM_1904 : DAY_0;
            BigDecimal seconds = BigDecimal.valueOf(ChronoUnit.SECONDS.between(from.atStartOfDay(), time));
            return Optional.of(seconds.divide(BigDecimal.valueOf(SECONDS_OF_A_DAY), DECIMALS, RoundingMode.HALF_EVEN))
                    .filter(number -> number.signum() >= 0 && number.compareTo(MOST_DAYS) <= 0);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> time(BigDecimal number, boolean isFrom1904) {
        if (number.signum() < 0 || number.compareTo(MOST_DAYS) > 0) {
            return Optional.empty();
        }
        BigDecimal days = number.setScale(0, RoundingMode.DOWN);
        long seconds = number.subtract(days)
                .multiply(BigDecimal.valueOf(SECONDS_OF_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        LocalDate from = isFrom1904 ? DAY_0_FROM_1904 : DAY_0;
        return Optional.of(from.plusDays(days.longValueExact()).atStartOfDay().plusSeconds(seconds));
    }

    /** Returns what is seen of a number that is shown as date or time, months and days of the week in English. */
    static String shown(List<Token> tokens, BigDecimal number, boolean isFrom1904) {
        Optional<LocalDateTime> time = time(number, isFrom1904);
        if (time.isEmpty()) {
            return "###";
        }
        StringBuilder shown = new StringBuilder();
        boolean hasHalves = tokens.stream()
                .anyMatch(token -> token.kind() == Kind.DATE && token.text().equals("a"));
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            switch (token.kind()) {
                case DATE -> shown.append(part(tokens, i, time.get(), number, hasHalves));
                case LITERAL, POINT, COMMA, FRACTION -> shown.append(token.text());
                default -> {}
            }
        }
        return shown.toString().strip();
    }

    private static String part(List<Token> tokens, int at, LocalDateTime time, BigDecimal number, boolean hasHalves) {
        String letters = tokens.get(at).text().toLowerCase(Locale.ROOT);
        int length = letters.length();
        int hour = hasHalves ? (time.getHour() + 11) % 12 + 1 : time.getHour();
        return switch (letters.charAt(0)) {
            case '[' -> elapsed(letters.charAt(1), number);
            case 'y', 'e' ->
                length <= 2 && letters.charAt(0) == 'y'
                        ? padded(time.getYear() % 100, 2)
                        : Integer.toString(time.getYear());
            case 'm' ->
                isMinute(tokens, at)
                        ? padded(time.getMinute(), length)
                        : length <= 2
                                ? padded(time.getMonthValue(), length)
                                : time.getMonth()
                                        .getDisplayName(length == 3 ? TextStyle.SHORT : TextStyle.FULL, Locale.ENGLISH);
            case 'd' ->
                length <= 2
                        ? padded(time.getDayOfMonth(), length)
                        : time.getDayOfWeek()
                                .getDisplayName(length == 3 ? TextStyle.SHORT : TextStyle.FULL, Locale.ENGLISH);
            case 'h' -> padded(hour, length);
            case 's' -> padded(time.getSecond(), length);
            case 'a' -> time.getHour() < 12 ? "AM" : "PM";
            default -> "";
        };
    }

    private static String elapsed(char unit, BigDecimal days) {
        int perDay = unit == 'h' ? 24 : unit == 'm' ? 1440 : SECONDS_OF_A_DAY;
        return days.multiply(BigDecimal.valueOf(perDay))
                .setScale(0, RoundingMode.DOWN)
                .toPlainString();
    }

    /** An m behind hours or in front of seconds is minutes. */
    private static boolean isMinute(List<Token> tokens, int at) {
        return "h[".indexOf(neighbour(tokens, at, -1)) >= 0 || neighbour(tokens, at, 1) == 's';
    }

    private static char neighbour(List<Token> tokens, int at, int step) {
        for (int i = at + step; i >= 0 && i < tokens.size(); i += step) {
            if (tokens.get(i).kind() == Kind.DATE) {
                return Character.toLowerCase(tokens.get(i).text().charAt(0));
            }
        }
        return ' ';
    }

    private static String padded(int number, int length) {
        return length < 2 ? Integer.toString(number) : String.format(Locale.ROOT, "%02d", number);
    }
}
