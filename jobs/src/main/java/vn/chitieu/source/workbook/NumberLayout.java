package vn.chitieu.source.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import vn.chitieu.source.workbook.FormatSection.Token;
import vn.chitieu.source.workbook.FormatSection.Token.Kind;

/** Puts the digits of a number that is not below 0 into the places of a section. */
final class NumberLayout {

    private static final int MOST_DENOMINATOR_DIGITS = 3;
    private static final int MOST_PLACES = 400;

    private NumberLayout() {}

    /** Returns what a section shows of a number. */
    static String shown(FormatSection section, BigDecimal number) {
        List<Token> tokens = section.tokens();
        if (section.has(Kind.GENERAL) || section.has(Kind.TEXT)) {
            StringBuilder shown = new StringBuilder();
            for (Token token : tokens) {
                boolean isNumber = token.kind() == Kind.GENERAL || token.kind() == Kind.TEXT;
                shown.append(isNumber ? NumberFormatCode.general(number) : literal(token));
            }
            return shown.toString();
        }
        if (section.has(Kind.FRACTION) && section.has(Kind.DIGIT)) {
            return fraction(tokens, number);
        }
        return section.has(Kind.EXPONENT) ? exponent(tokens, number) : places(tokens, scaled(tokens, number));
    }

    private static String literal(Token token) {
        return switch (token.kind()) {
            case LITERAL, PERCENT, FRACTION, COMMA, POINT -> token.text();
            default -> "";
        };
    }

    /** A percent sign is a factor of 100, a comma behind the last place one of a thousandth. */
    private static BigDecimal scaled(List<Token> tokens, BigDecimal number) {
        int shift = 0;
        for (Token token : tokens) {
            shift += token.kind() == Kind.PERCENT ? 2 : 0;
        }
        return number.movePointRight(shift - 3 * scalingCommas(tokens).size());
    }

    /** Returns the indexes of commas that scale: those behind the last whole place, or the last place of all. */
    private static List<Integer> scalingCommas(List<Token> tokens) {
        List<Integer> commas = new ArrayList<>();
        for (int end : new int[] {indexOf(tokens, Kind.POINT), tokens.size()}) {
            int last = end - 1;
            while (last >= 0 && tokens.get(last).kind() != Kind.DIGIT) {
                last--;
            }
            for (int i = last + 1; last >= 0 && i < end && tokens.get(i).kind() == Kind.COMMA; i++) {
                commas.add(i);
            }
        }
        return commas.stream().distinct().toList();
    }

    private static String places(List<Token> tokens, BigDecimal number) {
        int point = indexOf(tokens, Kind.POINT);
        List<Token> ofWhole = tokens.subList(0, point);
        long whole =
                ofWhole.stream().filter(token -> token.kind() == Kind.DIGIT).count();
        int decimals = (int)
                (tokens.stream().filter(token -> token.kind() == Kind.DIGIT).count() - whole);
        BigDecimal rounded = number.setScale(Math.min(decimals, MOST_PLACES), RoundingMode.HALF_UP);
        String digits = rounded.toBigInteger().toString();
        digits = digits.equals("0") ? "" : digits;
        StringBuilder shown = new StringBuilder();
        List<Integer> scaling = scalingCommas(tokens);
        boolean isGrouped = isGrouped(ofWhole, scaling);
        int place = (int) whole;
        for (int i = 0; i < point; i++) {
            Token token = tokens.get(i);
            if (token.kind() == Kind.DIGIT) {
                int from = digits.length() - place;
                String some = place == whole ? digits.substring(0, Math.max(0, from + 1)) : at(digits, from);
                append(shown, some.isEmpty() ? filled(token) : some, place, isGrouped);
                place--;
            } else if (token.kind() != Kind.COMMA) {
                shown.append(literal(token));
            }
        }
        String fraction = rounded.scale() > 0 ? rounded.toPlainString().replaceFirst(".*\\.", "") : "";
        for (int i = point, at = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Kind.DIGIT) {
                boolean isRest = fraction.substring(Math.min(at, fraction.length()))
                        .chars()
                        .allMatch(c -> c == '0');
                shown.append(isRest ? filled(token) : at(fraction, at));
                at++;
            } else if (!scaling.contains(i)) {
                shown.append(literal(token));
            }
        }
        return shown.toString();
    }

    /** Appends digits, the last of which is at a place from the right, with a comma in front of each group of three. */
    private static void append(StringBuilder shown, String digits, int place, boolean isGrouped) {
        for (int i = 0; i < digits.length(); i++) {
            shown.append(digits.charAt(i));
            int left = place - 1 + digits.length() - 1 - i;
            if (isGrouped && Character.isDigit(digits.charAt(i)) && left > 0 && left % 3 == 0) {
                shown.append(',');
            }
        }
    }

    private static String at(String digits, int index) {
        return index >= 0 && index < digits.length() ? digits.substring(index, index + 1) : "";
    }

    private static String filled(Token place) {
        return place.text().equals("0") ? "0" : place.text().equals("?") ? " " : "";
    }

    private static boolean isGrouped(List<Token> ofWhole, List<Integer> scaling) {
        for (int i = 0; i < ofWhole.size(); i++) {
            if (ofWhole.get(i).kind() == Kind.COMMA && !scaling.contains(i)) {
                return true;
            }
        }
        return false;
    }

    private static String exponent(List<Token> tokens, BigDecimal number) {
        int at = indexOf(tokens, Kind.EXPONENT);
        List<Token> mantissa = tokens.subList(0, at);
        long whole = mantissa.subList(0, indexOf(mantissa, Kind.POINT)).stream()
                .filter(token -> token.kind() == Kind.DIGIT)
                .count();
        int exponent = number.signum() == 0 ? 0 : number.precision() - number.scale() - 1;
        exponent -= whole > 1 ? (int) Math.floorMod((long) exponent, whole) : 0;
        long digits = tokens.subList(at, tokens.size()).stream()
                .filter(token -> token.kind() == Kind.DIGIT)
                .count();
        StringBuilder power = new StringBuilder(Integer.toString(Math.abs(exponent)));
        while (power.length() < digits) {
            power.insert(0, '0');
        }
        StringBuilder behind = new StringBuilder();
        tokens.subList(at, tokens.size())
                .forEach(token -> behind.append(token.kind() == Kind.LITERAL ? token.text() : ""));
        return places(mantissa, number.movePointLeft(exponent)) + "E" + (exponent < 0 ? "-" : "+") + power + behind;
    }

    /** Shows whole and fraction, the latter with the denominator that comes nearest. */
    private static String fraction(List<Token> tokens, BigDecimal number) {
        int slash = indexOf(tokens, Kind.FRACTION);
        long places = tokens.subList(slash, tokens.size()).stream()
                .filter(token -> token.kind() == Kind.DIGIT)
                .count();
        int most = BigDecimal.TEN
                        .pow((int) Math.min(MOST_DENOMINATOR_DIGITS, Math.max(1, places)))
                        .intValue()
                - 1;
        BigDecimal whole = number.setScale(0, RoundingMode.DOWN);
        double rest = number.subtract(whole).doubleValue();
        int best = 1;
        for (int denominator = 1; denominator <= most; denominator++) {
            double error = Math.abs(rest - Math.round(rest * denominator) / (double) denominator);
            if (error < Math.abs(rest - Math.round(rest * best) / (double) best)) {
                best = denominator;
            }
        }
        long numerator = Math.round(rest * best);
        String front = whole.signum() == 0 && numerator > 0 ? "" : whole.toPlainString();
        return (front + (numerator == 0 ? "" : " " + numerator + "/" + best)).strip();
    }

    private static int indexOf(List<Token> tokens, Kind kind) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == kind) {
                return i;
            }
        }
        return tokens.size();
    }
}
