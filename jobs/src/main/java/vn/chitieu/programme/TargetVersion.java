package vn.chitieu.programme;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chitieu.text.LocalizedText;

/**
 * What one issuer set as the target on one day.
 *
 * @param number 0 for the version adopted first, then 1, 2, … by date of issue; the same whatever the as-of date
 * @param value in the target's unit; of a printed range the end that is the commitment: the upper one of a ceiling,
 *     else the lower one; null where the document names no number
 * @param rangeTo the other end of a printed range; null where the document prints one number
 */
public record TargetVersion(
        int number,
        LocalizedText issuer,
        String document,
        LocalDate issuedOn,
        Basis issuedOnBasis,
        @Nullable Double value,
        @Nullable Double rangeTo,
        VersionRelation relation)
        implements Serializable {

    /** A version that prints one number, or none. */
    public TargetVersion(
            int number,
            LocalizedText issuer,
            String document,
            LocalDate issuedOn,
            Basis issuedOnBasis,
            @Nullable Double value,
            VersionRelation relation) {
        this(number, issuer, document, issuedOn, issuedOnBasis, value, null, relation);
    }

    /** Returns this version under another number. */
    TargetVersion numbered(int other) {
        return new TargetVersion(other, issuer, document, issuedOn, issuedOnBasis, value, rangeTo, relation);
    }

    /** Returns half the width of the range; 0 where one number is printed. */
    public double halfWidth() {
        return value == null || rangeTo == null ? 0 : Math.abs(rangeTo - value) / 2;
    }
}
