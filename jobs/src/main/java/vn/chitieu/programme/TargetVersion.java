package vn.chitieu.programme;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one issuer set as the target on one day.
 *
 * @param number 0 for the version adopted first, then 1, 2, … by date of issue; the same whatever the as-of date
 * @param value in the target's unit; null where the document names no number
 */
public record TargetVersion(
        int number,
        String issuer,
        String document,
        LocalDate issuedOn,
        Basis issuedOnBasis,
        @Nullable Double value,
        VersionRelation relation)
        implements Serializable {}
