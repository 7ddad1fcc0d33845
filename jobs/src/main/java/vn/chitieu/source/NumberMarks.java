package vn.chitieu.source;

import java.util.Optional;

/**
 * The marks in the numbers of one table, as its description declares them.
 *
 * @param decimal between whole and decimals, such as the point or the comma
 * @param group between groups of three digits, if any: a point, a comma, a space or a no-break space
 */
public record NumberMarks(char decimal, Optional<Character> group) {

    /** A decimal point and no groups: 1234.5. */
    public static final NumberMarks PLAIN = new NumberMarks('.', Optional.empty());

    /** The marks of Vietnamese texts: 1.234,5. */
    public static final NumberMarks VIETNAMESE = new NumberMarks(',', Optional.of('.'));

    public NumberMarks {
        if (decimal != '.' && decimal != ',') {
            throw new IllegalArgumentException("Expecting decimalChar '.' or ',' but was '" + decimal + "'");
        }
        char mark = group.orElse('.');
        if (".,' \u00A0\u202F\u2009".indexOf(mark) < 0) {
            throw new IllegalArgumentException(
                    "Expecting groupChar '.', ',', an apostrophe or a space but was '" + mark + "'");
        }
        if (group.filter(c -> c == decimal).isPresent()) {
            throw new IllegalArgumentException(
                    "Expecting decimalChar and groupChar to differ but both were '" + decimal + "'");
        }
    }

    /** Returns 1234.5 as these marks write it. */
    public String example() {
        return "1" + group.map(String::valueOf).orElse("") + "234" + decimal + "5";
    }
}
