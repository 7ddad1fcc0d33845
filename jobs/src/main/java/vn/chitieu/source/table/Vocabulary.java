package vn.chitieu.source.table;

/** Whose codes a delivered table is written in. */
public enum Vocabulary {
    /** The codes of the source, which {@code mapping.csv} and the other lists turn into ours. */
    SOURCE,
    /** The codes of our own lists: area, indicator, activity, frequency, accumulation, price basis, unit, status. */
    OWN
}
