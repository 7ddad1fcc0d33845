package vn.chitieu.source.table;

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
        if (!areMarks(decimal, group)) {
            throw new IllegalArgumentException(
                    "Expecting a decimal point or comma and another mark of groups but were '" + decimal + "', '"
                            + group.map(String::valueOf).orElse("") + "'");
        }
    }

    /** Returns whether the decimal mark is a point or comma, and that of groups another one that is in use. */
    public static boolean areMarks(char decimal, Optional<Character> group) {
        return (decimal == '.' || decimal == ',')
                && group.filter(c -> c == decimal || ".,' \u00A0\u202F\u2009".indexOf(c) < 0)
                        .isEmpty();
    }

    /** Returns 1234.5 as these marks write it. */
    public String example() {
        return "1" + group.map(String::valueOf).orElse("") + "234" + decimal + "5";
    }
}
