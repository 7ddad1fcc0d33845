package vn.chitieu.catalog.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.chitieu.catalog.Sha256;

/**
 * The name of one of the files that hold a table together.
 *
 * @param sum begins the sum of all of them, so that files of another content have other names
 * @param number of this one, from 1
 * @param count of all
 */
record NumberedName(String table, String sum, int number, int count) {

    static final String SUFFIX = ".parquet";

    private static final int SUM_DIGITS = 12;

    private static final Pattern NAME =
            Pattern.compile("([^-]+)-([0-9a-f]{" + SUM_DIGITS + "})-([0-9]{5})-of-([0-9]{5})\\" + SUFFIX);

    /** Returns the names of several files by their sums. */
    static List<String> of(String table, List<String> sums) {
        String sum = Sha256.of(String.join("\n", sums)).substring(0, SUM_DIGITS);
        return IntStream.rangeClosed(1, sums.size())
                .mapToObj(number -> new NumberedName(table, sum, number, sums.size()).toString())
                .toList();
    }

    /** Returns what a name says; empty if it is none of these. */
    static Optional<NumberedName> parse(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches()
                ? Optional.of(new NumberedName(
                        parts.group(1),
                        parts.group(2),
                        Integer.parseInt(parts.group(3)),
                        Integer.parseInt(parts.group(4))))
                : Optional.empty();
    }

    /** Returns the name of the first of the files, which they all have in common. */
    NumberedName first() {
        return new NumberedName(table, sum, 1, count);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s-%s-%05d-of-%05d%s", table, sum, number, count, SUFFIX);
    }
}
