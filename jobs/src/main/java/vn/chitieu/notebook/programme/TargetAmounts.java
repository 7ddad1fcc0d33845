package vn.chitieu.notebook.programme;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.text.Texts;

/**
 * The amounts of a target for a sentence. A change from last year is a rise or a fall there, not a number with a minus:
 * nobody says that a rate must become “at most -0.74”.
 */
public final class TargetAmounts {

    private static final Set<String> LIMITS = Set.of("at_most", "below", "plan_ceiling");

    private final TargetTexts target;
    private final Texts texts;
    private final NumberFormats numbers;
    private final MartRow row;
    private final String unitCode;
    private final int decimals;

    /**
     * Takes the words for a row of {@code target_attainment}.
     *
     * @param row a version of a target
     */
    public TargetAmounts(TargetTexts target, MartRow row) {
        this.target = target;
        this.texts = target.texts();
        this.numbers = target.numbers();
        this.row = row;
        this.unitCode = row.text("unit_code");
        this.decimals = TargetTexts.decimals(row);
    }

    /** Returns whether the target is on the change from last year. */
    public boolean isChange() {
        return row.text("measure_code").equals("change_from_last_year");
    }

    /** Returns a value with its unit. */
    public String measured(double value) {
        return measured(value, decimals);
    }

    /** Returns a value with its unit and as many decimals as others beside it have. */
    public String measured(double value, int shared) {
        return isChange()
                ? texts.text(direction(value), target.quantity(Math.abs(value), unitCode, shared))
                : target.quantity(value, unitCode, shared);
    }

    /** Returns a value without its unit. */
    public String bare(double value) {
        return isChange()
                ? texts.text(direction(value), numbers.number(Math.abs(value), decimals))
                : numbers.number(value, decimals);
    }

    /**
     * Returns what is asked for, with its bound and unit.
     *
     * @throws java.util.NoSuchElementException if the target names no number
     */
    public String goal() {
        double value = row.number("target_value").orElseThrow();
        OptionalDouble to = row.number("target_value_to");
        return fall(value, to).orElseGet(() -> to.isPresent() ? range(value, to.getAsDouble()) : bound(value));
    }

    private Optional<String> fall(double value, OptionalDouble to) {
        if (!isChange() || value >= 0 || to.orElse(value) >= 0) {
            return Optional.empty();
        }
        if (to.isPresent()) {
            return Optional.of(texts.text(
                    "goal.fall.range",
                    numbers.number(Math.min(-value, -to.getAsDouble()), decimals),
                    target.quantity(Math.max(-value, -to.getAsDouble()), unitCode, decimals)));
        }
        return LIMITS.contains(row.text("comparator_code"))
                ? Optional.of(texts.text("goal.fall", target.quantity(-value, unitCode, decimals)))
                : Optional.empty();
    }

    private String range(double value, double to) {
        int shared = TargetTexts.decimals(row, List.of(to));
        String low = numbers.number(Math.min(value, to), shared);
        String high = target.quantity(Math.max(value, to), unitCode, shared);
        String comparator = row.text("comparator_code");
        if (comparator.equals("between")) {
            return texts.text("goal.between", low, high);
        }
        String range = texts.text("goal.range", low, high);
        if (comparator.equals("point")) {
            return range;
        }
        return texts.find("goal." + comparator, range)
                .orElseGet(() -> TargetTexts.isFloor(row) ? texts.text("goal.range.at_least", range) : range);
    }

    private String bound(double value) {
        String quantity = target.quantity(value, unitCode, decimals);
        return texts.find("goal." + row.text("comparator_code"), quantity, target.tolerance(row))
                .orElse(quantity);
    }

    private static String direction(double value) {
        return value < 0 ? "change.fall" : "change.rise";
    }
}
