package vn.chitieu.projection;

import java.io.Serializable;
import java.util.List;
import vn.chitieu.observation.Period;

/**
 * A year without a figure of its own of which some months or quarters are missing.
 *
 * @param missing at least one period
 * @param periods how many a year has
 * @param error standard error of the year's value where the missing periods were interpolated; 0 where they were not
 * @param degreesOfFreedom of {@code error}, at least 1
 */
public record IncompleteYear(List<Period> missing, int periods, double error, double degreesOfFreedom)
        implements Serializable {

    public IncompleteYear {
        missing = List.copyOf(missing);
    }

    /** Returns how many periods of the year are there. */
    public int known() {
        return periods - missing.size();
    }
}
