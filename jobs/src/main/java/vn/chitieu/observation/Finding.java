package vn.chitieu.observation;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import vn.chitieu.text.LocalizedText;

/**
 * Something a reader should know about figures that do not agree, with the arithmetic shown.
 *
 * @param ruleCode what was checked, for example {@code sum_of_parts}
 * @param subject the keys of the figures, one text, so that the same finding has the same identity every night
 * @param message a sentence with the numbers
 */
public record Finding(
        Kind kind,
        Severity severity,
        String ruleCode,
        String areaCode,
        String indicatorCode,
        String period,
        String subject,
        LocalizedText message)
        implements Serializable {

    public Finding {
        Objects.requireNonNull(subject);
    }

    /** Returns the same finding, of another severity. */
    public Finding with(Severity other) {
        return new Finding(kind, other, ruleCode, areaCode, indicatorCode, period, subject, message);
    }

    /** What sort of disagreement it is. */
    public enum Kind {
        /** The same figure, restated at a later date. */
        REVISION,
        /** Figures of the same date that cannot all be right. */
        CONTRADICTION,
        /** A rule of validation that a delivery broke without being refused. */
        VALIDATION,
        /** Targets of one programme that do not agree with each other. */
        AUDIT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How much it matters. */
    public enum Severity {
        INFORMATION,
        WARNING,
        ERROR;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
