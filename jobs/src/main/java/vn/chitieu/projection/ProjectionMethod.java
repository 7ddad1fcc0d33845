package vn.chitieu.projection;

import java.io.Serializable;

/**
 * How a projection was made.
 *
 * @param code {@code combination}, {@code one_year_history}, {@code growth_to_date}, {@code annual_drift}, …
 * @param used what was done, for a reader who wants to know; of a rate derived from a level, the level's
 * @param fallbackReason why a better method was not used; {@link MethodNote#NONE} if it was
 * @param historyYears complete earlier years used
 * @param flag {@code no_data_this_year}, {@code short_history}, {@code rebuilt_history}, {@code interpolated},
 *     {@code idle_seasons}, {@code series_stopped}, {@code level_break}, {@code half_reported}, several of them with a
 *     space between, or empty
 * @param basis what the distribution rests on, for those that combine it with others
 */
public record ProjectionMethod(
        String code, MethodNote used, MethodNote fallbackReason, int historyYears, String flag, Basis basis)
        implements Serializable {

    /** Returns another method that rests on the same years, whose distribution has no basis of its own. */
    ProjectionMethod replaced(String newCode, MethodNote newUsed) {
        return new ProjectionMethod(newCode, newUsed, fallbackReason, historyYears, flag, Basis.NONE);
    }

    ProjectionMethod noted(MethodNote newUsed) {
        return new ProjectionMethod(code, newUsed, fallbackReason, historyYears, flag, basis);
    }

    ProjectionMethod flagged(String reason) {
        String separator = flag.isEmpty() || reason.isEmpty() ? "" : " ";
        return new ProjectionMethod(code, used, fallbackReason, historyYears, flag + separator + reason, basis);
    }
}
