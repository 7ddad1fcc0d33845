package vn.chitieu.source.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitieu.source.workbook.Cell.NumberFormat;
import vn.chitieu.source.workbook.FormatSection.Token;

/**
 * A number format (ECMA-376-1, 18.8.31): what it shows of a number, and whether that is the number that is stored.
 *
 * <p>Its sections are for numbers above 0, below 0, 0 and texts, or for the numbers that their conditions name.
 */
final class NumberFormatCode {

    private static final int LONGEST = 255;
    private static final String HIDDEN = ";;;";

    /** The format of a cell that nobody formatted. */
    static final NumberFormatCode GENERAL = of("General");

    /**
     * What the numbers of the formats that no file spells out stand for (ECMA-376-1, 18.8.30); dates as in Việt Nam.
     */
    private static final Map<Integer, String> BUILT_IN = Map.ofEntries(
            Map.entry(0, "General"),
            Map.entry(1, "0"),
            Map.entry(2, "0.00"),
            Map.entry(3, "#,##0"),
            Map.entry(4, "#,##0.00"),
            Map.entry(9, "0%"),
            Map.entry(10, "0.00%"),
            Map.entry(11, "0.00E+00"),
            Map.entry(12, "# ?/?"),
            Map.entry(13, "# ??/??"),
            Map.entry(14, "dd/mm/yyyy"),
            Map.entry(15, "d-mmm-yy"),
            Map.entry(16, "d-mmm"),
            Map.entry(17, "mmm-yy"),
            Map.entry(18, "h:mm AM/PM"),
            Map.entry(19, "h:mm:ss AM/PM"),
            Map.entry(20, "h:mm"),
            Map.entry(21, "h:mm:ss"),
            Map.entry(22, "dd/mm/yyyy h:mm"),
            Map.entry(37, "#,##0 ;(#,##0)"),
            Map.entry(38, "#,##0 ;[Red](#,##0)"),
            Map.entry(39, "#,##0.00;(#,##0.00)"),
            Map.entry(40, "#,##0.00;[Red](#,##0.00)"),
            Map.entry(41, "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)"),
            Map.entry(42, "_($* #,##0_);_($* (#,##0);_($* \"-\"_);_(@_)"),
            Map.entry(43, "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)"),
            Map.entry(44, "_($* #,##0.00_);_($* (#,##0.00);_($* \"-\"??_);_(@_)"),
            Map.entry(45, "mm:ss"),
            Map.entry(46, "[h]:mm:ss"),
            Map.entry(47, "mm:ss.0"),
            Map.entry(48, "##0.0E+0"),
            Map.entry(49, "@"));

    /** Formats of dates of East Asia, whose look depends on the language of the program. */
    private static final String EAST_ASIAN_DATE = "yyyy-mm-dd";

    private static final Pattern NUMBER =
            Pattern.compile("(?:[0-9][0-9,]*(?:\\.[0-9]*)?|\\.[0-9]+)(?:E([+-][0-9]{1,3}))?");
    private static final Pattern DASH = Pattern.compile("[-\u2013\u2014]");
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    private final List<FormatSection> sections;

    private NumberFormatCode(List<FormatSection> sections) {
        this.sections = List.copyOf(sections);
    }

    /**
     * Returns the format of a code; an empty one is the general format, one longer than any program writes shows
     * nothing.
     */
    static NumberFormatCode of(String code) {
        return new NumberFormatCode(
                FormatSection.read(code.isEmpty() ? "General" : code.length() > LONGEST ? HIDDEN : code));
    }

    /** Returns the format of a number that the file does not spell out; empty if it means nothing. */
    static Optional<NumberFormatCode> builtIn(int id) {
        boolean isEastAsian = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
        String code = isEastAsian ? EAST_ASIAN_DATE : BUILT_IN.get(id);
        return Optional.ofNullable(code).map(NumberFormatCode::of);
    }

    /** Returns what is seen of a number, with decimal points and groups between commas, without surrounding spaces. */
    String shown(BigDecimal number, boolean isFrom1904) {
        int index = indexOfSection(number);
        if (index < 0) {
            return "###";
        }
        FormatSection section = sections.get(index);
        if (section.isDate()) {
            return DateFormat.shown(section.tokens(), number, isFrom1904);
        }
        boolean isSigned = number.signum() < 0 && !section.dropsSign(index, sections.size());
        return (isSigned ? "-" : "") + NumberLayout.shown(section, number.abs()).strip();
    }

    /** Returns what is seen of a text. */
    String shown(String text) {
        boolean isOfTexts =
                sections.size() == 4 || (sections.size() == 1 && sections.get(0).has(Token.Kind.TEXT));
        if (!isOfTexts) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        for (Token token : sections.get(sections.size() - 1).tokens()) {
            shown.append(
                    token.kind() == Token.Kind.TEXT ? text : token.kind() == Token.Kind.LITERAL ? token.text() : "");
        }
        return shown.toString();
    }

    /** Returns what a reader takes a number for. */
    NumberFormat format(BigDecimal number, boolean isFrom1904) {
        int index = indexOfSection(number);
        if (index < 0) {
            return NumberFormat.OTHER;
        }
        FormatSection section = sections.get(index);
        if (section.isDate()) {
            return section.isMonth() ? NumberFormat.MONTH : NumberFormat.DATE;
        }
        if (section.has(Token.Kind.PERCENT)) {
            return NumberFormat.PERCENT;
        }
        if (section.has(Token.Kind.GENERAL) && section.tokens().size() == 1) {
            return NumberFormat.PLAIN;
        }
        boolean isSame = !section.has(Token.Kind.FRACTION) && isSame(shown(number, isFrom1904), number);
        return isSame ? NumberFormat.PLAIN : NumberFormat.OTHER;
    }

    /** Returns whether what is shown is a number, apart from rounding to the decimals that are shown; a dash is 0. */
    private static boolean isSame(String shown, BigDecimal number) {
        Matcher found = NUMBER.matcher(shown);
        if (!found.find()) {
            return number.signum() == 0 && DASH.matcher(shown).matches();
        }
        String digits = found.group().replace(",", "");
        boolean isNegative = shown.substring(0, found.start()).contains("-")
                || (shown.substring(0, found.start()).contains("(")
                        && shown.substring(found.end()).contains(")"))
                || shown.substring(found.end()).strip().equals("-");
        int exponent = found.group(1) == null ? 0 : Integer.parseInt(found.group(1));
        int decimals = digits.contains(".") ? digits.replaceFirst("E.*", "").length() - digits.indexOf('.') - 1 : 0;
        if (found.find()) {
            return false;
        }
        BigDecimal seen = new BigDecimal(digits.replaceFirst("\\.(?=E|$)", ""));
        BigDecimal half = BigDecimal.ONE.movePointRight(exponent - decimals).divide(BigDecimal.valueOf(2));
        BigDecimal stored = number.round(DIGITS);
        return (isNegative ? seen.negate() : seen).subtract(stored).abs().compareTo(half) <= 0;
    }

    /** Returns the index of the section that is for a number, -1 if none is. */
    private int indexOfSection(BigDecimal number) {
        int ofNumbers = Math.min(3, sections.size());
        for (int i = 0; i < ofNumbers; i++) {
            if (sections.get(i).isFor(number, i, ofNumbers)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns a number as a cell shows it that nobody formatted. */
    static String general(BigDecimal number) {
        BigDecimal stripped = number.round(DIGITS).stripTrailingZeros();
        return Math.abs((long) stripped.scale()) > 400 ? stripped.toString() : stripped.toPlainString();
    }
}
