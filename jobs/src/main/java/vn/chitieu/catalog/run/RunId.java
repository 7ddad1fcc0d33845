package vn.chitieu.catalog.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import vn.chitieu.catalog.Sha256;

/**
 * The name of a run: what it knew and with what it computed, so that the same run again has the same name.
 *
 * @param text the as-of date as {@code yyyymmdd}, a hyphen and 12 hexadecimal digits
 */
public record RunId(@JsonValue String text) implements Comparable<RunId> {

    private static final Pattern TEXT = Pattern.compile("[0-9]{8}-[0-9a-f]{12}");

    private static final int HASH_DIGITS = 12;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RunId {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "Expecting a run id such as 20251231-0123456789ab but was '" + text + "'");
        }
    }

    /**
     * Returns the id of a run. Neither clock nor place nor cluster nor commit enters.
     *
     * @param inputSha256 of everything delivered that the run reads
     * @param settingsSha256 of every setting that can change a number
     * @param classesSha256 of the product, see {@link ProductClasses#sha256()}
     */
    public static RunId of(LocalDate asOf, String inputSha256, String settingsSha256, String classesSha256) {
        String hash = Sha256.of(asOf + "\n" + Sha256.requireSum(inputSha256) + "\n" + Sha256.requireSum(settingsSha256)
                + "\n" + Sha256.requireSum(classesSha256) + "\n");
        return new RunId(DateTimeFormatter.BASIC_ISO_DATE.format(asOf) + "-" + hash.substring(0, HASH_DIGITS));
    }

    /** Returns whether a text is the name of a run. */
    static boolean isOne(String text) {
        return TEXT.matcher(text).matches();
    }

    /** Returns the as-of date that the name begins with. */
    public LocalDate asOf() {
        return LocalDate.parse(text.substring(0, text.indexOf('-')), DateTimeFormatter.BASIC_ISO_DATE);
    }

    @Override
    public int compareTo(RunId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
