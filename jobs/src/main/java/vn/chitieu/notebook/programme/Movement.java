package vn.chitieu.notebook.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.NumberFormats;

/** How one number moved since the run before, cause by cause; the parts add up to the change. */
public final class Movement {

    /** Codes of the causes in the order they are applied. */
    public static final List<String> CAUSES = List.of("method", "time", "revised_data", "new_data", "target");

    /** The quantity that is the probability of a target. */
    public static final String PROBABILITY = "p_attain";

    /** The quantity that is the projected year of a target, in its own measure. */
    public static final String PROJECTED = "projected";

    /** The quantity that is the projected year of a series. */
    public static final String POINT = "point";

    private final MartRow first;
    private final MartRow last;
    private final List<MartRow> steps;

    private Movement(List<MartRow> steps) {
        this.first = steps.get(0);
        this.last = steps.get(steps.size() - 1);
        this.steps = List.copyOf(steps);
    }

    /** Returns what moved of one quantity, by subject. */
    public static List<Movement> of(MartRows rows, String quantity, Predicate<MartRow> chosen) {
        Map<String, List<MartRow>> subjects = new LinkedHashMap<>();
        rows.where("quantity_code", quantity).sortedBy("subject_id", "position").stream()
                .filter(chosen)
                .forEach(row -> subjects.computeIfAbsent(row.text("subject_id"), id -> new ArrayList<>())
                        .add(row));
        return subjects.values().stream().map(Movement::new).toList();
    }

    /** Returns the row of the first cause, which names the subject. */
    public MartRow row() {
        return first;
    }

    public boolean isProbability() {
        return first.text("quantity_code").equals(PROBABILITY);
    }

    /** Returns how far the number moved: rates and probabilities in points, others in percent. */
    public double size() {
        double change = Math.abs(after() - before());
        if (isProbability()) {
            return 100 * change;
        }
        return first.text("unit_code").startsWith("pct") || before() == 0 ? change : 100 * change / Math.abs(before());
    }

    public double before() {
        return first.number("value_before").orElseThrow();
    }

    public double after() {
        return last.number("value_after").orElseThrow();
    }

    /** Returns what a cause added together; nothing where it changed nothing. */
    public OptionalDouble effect(String cause) {
        List<MartRow> ofCause = steps.stream()
                .filter(step -> step.text("cause_code").equals(cause))
                .toList();
        return ofCause.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        ofCause.stream().mapToDouble(Movement::effect).sum());
    }

    /** Returns the steps in the order of counting, each what one cause, indicator and delivery added. */
    public List<MartRow> steps() {
        return steps;
    }

    /** Returns what a step added. */
    public static double effect(MartRow step) {
        return step.number("effect").orElseThrow();
    }

    /** Returns a number of this quantity for a cell, an effect with its sign. */
    public String cell(double number, TargetTexts texts, boolean isEffect) {
        return number(number, texts, isEffect);
    }

    public String beforeCell(TargetTexts texts) {
        return number(before(), texts, false);
    }

    public String afterCell(TargetTexts texts) {
        return number(after(), texts, false);
    }

    /** Returns what a cause added for a cell, with its sign, or the sign for none. */
    public String effectCell(String cause, TargetTexts texts) {
        double effect = effect(cause).orElse(0);
        return effect == 0 ? NumberFormats.NONE : number(effect, texts, true);
    }

    private String number(double number, TargetTexts texts, boolean isEffect) {
        String text;
        if (isProbability()) {
            text = isEffect
                    ? texts.numbers().number(100 * number, 1)
                    : texts.numbers().percent(100 * number, 1);
        } else {
            text = texts.numbers().number(number, NumberFormats.decimals(after(), first.text("unit_code")));
        }
        return isEffect && number > 0 ? "+" + text : text;
    }
}
