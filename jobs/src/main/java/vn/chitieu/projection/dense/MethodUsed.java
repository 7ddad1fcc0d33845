package vn.chitieu.projection.dense;

import java.util.List;
import vn.chitieu.projection.forecaster.LevelBreak;

/**
 * How a projection was made.
 *
 * @param code {@code "combination"}, {@code "short_history"}, {@code "rest_growth"}, {@code "stopped"},
 *     {@code "rare_counts"} or {@code "complete_year"}
 * @param fallbackReason why another method than the combination was used, or what was done to the history before;
 *     {@code ""} if neither
 * @param correction what was learnt on other series and moved the projection
 * @param breaks of the level of the series, before which its history was carried to the present level
 */
public record MethodUsed(String code, String fallbackReason, Correction correction, List<LevelBreak> breaks) {

    /** The reason of a projection whose history was carried to another level. */
    static final String LEVEL_BREAK = "level_break";

    public MethodUsed {
        breaks = List.copyOf(breaks);
    }

    MethodUsed(String code, String fallbackReason, Correction correction) {
        this(code, fallbackReason, correction, List.of());
    }

    /** Returns the combination, of a history with the breaks that it has. */
    static MethodUsed combination(Correction correction, List<LevelBreak> breaks) {
        return new MethodUsed(YearEndProjection.METHOD_CODE, breaks.isEmpty() ? "" : LEVEL_BREAK, correction, breaks);
    }
}
