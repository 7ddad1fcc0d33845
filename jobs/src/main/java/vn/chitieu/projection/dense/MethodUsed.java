package vn.chitieu.projection.dense;

/**
 * How a projection was made.
 *
 * @param code {@code "combination"}, {@code "short_history"}, {@code "rest_growth"}, {@code "stopped"} or
 *     {@code "complete_year"}
 * @param fallbackReason why another method than the combination was used; {@code ""} if it was not
 * @param correction what was learnt on other series and moved the projection
 */
public record MethodUsed(String code, String fallbackReason, Correction correction) {}
