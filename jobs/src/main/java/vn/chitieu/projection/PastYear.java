package vn.chitieu.projection;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One complete earlier year.
 *
 * @param ytd its figure at the same cut-off: the sum, the mean or the last of the periods until then; null if not known
 */
public record PastYear(int year, @Nullable Double ytd, double annual) implements Serializable {}
