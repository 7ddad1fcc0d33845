package vn.chitieu.source.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitieu.source.workbook.FormatSection.Token.Kind;

/**
 * One section of a number format.
 *
 * @param condition which numbers it is for, if it says so itself
 */
record FormatSection(List<Token> tokens, Optional<Condition> condition) {

    private static final Pattern CONDITION = Pattern.compile("(<=|>=|<>|<|>|=)\\s*(-?[0-9]{1,30}(?:\\.[0-9]{1,30})?)");
    private static final Pattern ELAPSED = Pattern.compile("h+|m+|s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern CURRENCY = Pattern.compile("\\$([^-]*)(?:-.*)?");
    private static final Pattern HALF_DAY = Pattern.compile("(?i)AM/PM|A/P");
    private static final String DATE_LETTERS = "ymdhse";

    FormatSection {
        tokens = List.copyOf(tokens);
    }

    /** A piece of a section. */
    record Token(Kind kind, String text) {

        /** What a piece is for. */
        enum Kind {
            LITERAL,
            DIGIT,
            POINT,
            COMMA,
            PERCENT,
            FRACTION,
            EXPONENT,
            DATE,
            TEXT,
            GENERAL
        }
    }

    /** For which numbers a section is. */
    record Condition(String operator, BigDecimal limit) {

        boolean holds(BigDecimal number) {
            int order = number.compareTo(limit);
            return switch (operator) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                case "=" -> order == 0;
                default -> order != 0;
            };
        }
    }

    /** Returns the sections of a code. */
    static List<FormatSection> read(String code) {
        List<FormatSection> sections = new ArrayList<>();
        Reader reader = new Reader(code);
        do {
            sections.add(reader.section());
        } while (reader.hasNext());
        return sections;
    }

    boolean has(Kind kind) {
        return tokens.stream().anyMatch(token -> token.kind() == kind);
    }

    boolean isDate() {
        return has(Kind.DATE);
    }

    /** Returns whether month and year are all that is shown of a date. */
    boolean isMonth() {
        List<String> letters = tokens.stream()
                .filter(token -> token.kind() == Kind.DATE)
                .map(token -> token.text().substring(0, 1).toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
        return letters.equals(List.of("m", "y"));
    }

    /** Returns whether the section is for a number, being one of several. */
    boolean isFor(BigDecimal number, int index, int count) {
        if (condition.isPresent()) {
            return condition.get().holds(number);
        }
        if (index == count - 1) {
            return true;
        }
        return index == 0 ? number.signum() > 0 || (count == 2 && number.signum() == 0) : number.signum() < 0;
    }

    /** Returns whether the section shows a number below 0 without a sign of its own. */
    boolean dropsSign(int index, int count) {
        return condition.isPresent()
                ? condition.get().operator().startsWith("<")
                        && condition.get().limit().signum() <= 0
                : index == 1 && count > 1;
    }

    /** Reads sections one after the other. */
    private static final class Reader {
        private final String code;
        private int at;

        Reader(String code) {
            this.code = code;
        }

        boolean hasNext() {
            return at <= code.length();
        }

        FormatSection section() {
            List<Token> tokens = new ArrayList<>();
            Optional<Condition> condition = Optional.empty();
            while (at < code.length() && code.charAt(at) != ';') {
                char c = code.charAt(at);
                switch (c) {
                    case '"' -> tokens.add(new Token(Kind.LITERAL, upTo('"')));
                    case '\\' -> tokens.add(new Token(Kind.LITERAL, next()));
                    case '_' -> {
                        next();
                        tokens.add(new Token(Kind.LITERAL, " "));
                    }
                    case '*' -> next();
                    case '[' -> condition = bracket(upTo(']'), tokens).or(sameAs(condition));
                    default -> tokens.add(plain(c));
                }
            }
            at++;
            return new FormatSection(tokens, condition);
        }

        private static Supplier<Optional<Condition>> sameAs(Optional<Condition> condition) {
            return () -> condition;
        }

        /** Returns what stands up to the end of a quotation, and goes behind it. */
        private String upTo(char end) {
            int close = code.indexOf(end, at + 1);
            String inner = code.substring(at + 1, close < 0 ? code.length() : close);
            at = close < 0 ? code.length() : close + 1;
            return inner;
        }

        /** Returns the character behind a mark, and goes behind it. */
        private String next() {
            String character = code.substring(Math.min(code.length(), at + 1), Math.min(code.length(), at + 2));
            at += 2;
            return character;
        }

        private static Optional<Condition> bracket(String inner, List<Token> tokens) {
            Matcher condition = CONDITION.matcher(inner);
            Matcher currency = CURRENCY.matcher(inner);
            if (condition.matches()) {
                return Optional.of(new Condition(condition.group(1), new BigDecimal(condition.group(2))));
            }
            if (ELAPSED.matcher(inner).matches()) {
                tokens.add(new Token(Kind.DATE, "[" + inner + "]"));
            } else if (currency.matches() && !currency.group(1).isEmpty()) {
                tokens.add(new Token(Kind.LITERAL, currency.group(1)));
            }
            return Optional.empty();
        }

        private Token plain(char c) {
            Matcher halfDay = HALF_DAY.matcher(code).region(at, code.length());
            if (code.regionMatches(true, at, "General", 0, 7)) {
                at += 7;
                return new Token(Kind.GENERAL, "");
            }
            if (halfDay.lookingAt()) {
                at = halfDay.end();
                return new Token(Kind.DATE, "a");
            }
            if (c == 'E' && at + 1 < code.length() && "+-".indexOf(code.charAt(at + 1)) >= 0) {
                at += 2;
                return new Token(Kind.EXPONENT, code.substring(at - 1, at));
            }
            if (DATE_LETTERS.indexOf(Character.toLowerCase(c)) >= 0) {
                int end = at;
                while (end < code.length() && Character.toLowerCase(code.charAt(end)) == Character.toLowerCase(c)) {
                    end++;
                }
                String letters = code.substring(at, end);
                at = end;
                return new Token(Kind.DATE, letters);
            }
            at++;
            String text = Character.toString(c);
            return switch (c) {
                case '0', '#', '?' -> new Token(Kind.DIGIT, text);
                case '.' -> new Token(Kind.POINT, text);
                case ',' -> new Token(Kind.COMMA, text);
                case '%' -> new Token(Kind.PERCENT, text);
                case '/' -> new Token(Kind.FRACTION, text);
                case '@' -> new Token(Kind.TEXT, text);
                default -> new Token(Kind.LITERAL, text);
            };
        }
    }
}
