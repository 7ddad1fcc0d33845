package vn.chitieu.projection.dense;

/** Either a projection with its distribution, or the reason why there is none. */
public sealed interface YearEndResult permits YearEndProjection, NotProjectable {}
