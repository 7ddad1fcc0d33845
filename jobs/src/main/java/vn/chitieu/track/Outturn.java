package vn.chitieu.track;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a year came to.
 *
 * @param knownOn when that became known
 * @param isReached whether what was to be reached was; null where nothing was
 */
public record Outturn(
        double value, LocalDate knownOn, @Nullable Boolean isReached) implements Serializable {}
