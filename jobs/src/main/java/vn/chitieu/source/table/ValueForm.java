package vn.chitieu.source.table;

import java.util.Set;

/**
 * How figures and periods are written.
 *
 * @param marks in the numbers of the value column
 * @param missingValues texts of the value column that say that there is no figure
 */
public record ValueForm(NumberMarks marks, Set<String> missingValues, Grammar grammar) {

    /** By which rules the numbers and periods of a table are read. */
    public enum Grammar {
        /** As a person writes them: no exponent, periods as the code lists write them. */
        PLAIN("plain"),
        /** As SDMX and the programs that write it do: {@code xs:double}, every time format of SDMX. */
        SDMX("sdmx");

        private final String code;

        Grammar(String code) {
            this.code = code;
        }

        /** Returns the word for it in {@code datapackage.json}. */
        public String code() {
            return code;
        }
    }

    /** Decimal points, no mark for a missing figure. */
    public static final ValueForm PLAIN = new ValueForm(NumberMarks.PLAIN, Set.of(), Grammar.PLAIN);

    /** As SDMX writes figures: {@code NaN} and an absent value are intentionally missing. */
    public static final ValueForm SDMX = new ValueForm(NumberMarks.PLAIN, Set.of("NaN", ""), Grammar.SDMX);

    public ValueForm {
        missingValues = Set.copyOf(missingValues);
    }
}
