package vn.chitieu.projection;

/**
 * A series whose figures do not allow a projection.
 *
 * @param reasonCode in {@code snake_case}, for example {@code too_few_years}
 * @param reasonVi a sentence in Vietnamese for the reader of the verdict
 * @param reasonEn the same in English
 */
public record NotProjectable(
        SeriesProjection.SeriesId id, int year, String reasonCode, String reasonVi, String reasonEn)
        implements SeriesOutcome {

    private static final long serialVersionUID = 1L;
}
