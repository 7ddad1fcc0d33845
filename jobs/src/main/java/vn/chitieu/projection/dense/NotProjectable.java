package vn.chitieu.projection.dense;

import java.util.OptionalDouble;

/**
 * A year for which no predictive distribution can be given.
 *
 * @param reason code, for example {@code "no_complete_year"}
 * @param indicativePoint an annual value that may be shown without an interval, where there is one
 * @param indicativeMethod how it was made, {@code ""} without one
 */
public record NotProjectable(String reason, OptionalDouble indicativePoint, String indicativeMethod)
        implements YearEndResult {}
