package vn.chitieu.projection;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One complete earlier year.
 *
 * @param ytd its value at the same cut-off; null if that is not known
 */
public record PastYear(int year, @Nullable Double ytd, double annual) implements Serializable {}
