package vn.chitieu.programme;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * When an outcome meets a target.
 *
 * @param basis where the comparator comes from
 * @param tolerance half the width of the band of a planning figure, or what an outcome may fall short of a target
 *     printed with "about"; null for other comparators
 */
public record Goal(
        TargetComparator comparator, Basis basis, @Nullable Double tolerance) implements Serializable {}
