package vn.chitieu.observation.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Figures of one area and period that belong together.
 *
 * @param total the figure that the parts make up, if it is one
 * @param constant what the parts make up, if that is a number, such as 100 for shares
 * @param parts in the order of the file
 */
public record Relation(Optional<Term> total, Optional<BigDecimal> constant, List<Term> parts) {

    public Relation {
        parts = List.copyOf(parts);
    }

    /**
     * One indicator of one activity, counted positive or negative.
     *
     * @param sign 1 or -1
     */
    public record Term(String indicatorCode, String activityCode, int sign) {

        /** Reads {@code exports}, {@code value_added/S1} or {@code -imports}. */
        static Term parse(String text) {
            int sign = text.startsWith("-") ? -1 : 1;
            String name = sign < 0 ? text.substring(1) : text;
            int slash = name.indexOf('/');
            return new Term(
                    slash < 0 ? name : name.substring(0, slash), slash < 0 ? "_T" : name.substring(slash + 1), sign);
        }
    }
}
