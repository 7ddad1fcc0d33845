package vn.chitieu.projection.dense;

/** Either a projection with its law, or the reason why there is none. */
public sealed interface YearEndResult permits YearEndProjection, NotProjectable {}
