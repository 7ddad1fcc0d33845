package vn.chitieu.notebook.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import vn.chitieu.notebook.programme.Estimates;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.report.WordTemplate.Item;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.text.Texts;

/** The review of estimates of the whole year (Thẩm định số ước) in a report: each estimate beside the projection. */
final class EstimateTexts {

    private final TargetTexts targets;
    private final Texts texts;
    private final List<Reviewed> reviewed = new ArrayList<>();

    /** An estimate and the target it is of. */
    private record Reviewed(Target target, MartRow review) {}

    private EstimateTexts(TargetTexts targets) {
        this.targets = targets;
        this.texts = targets.texts();
    }

    static EstimateTexts of(MartReader reader, ProgrammeAttainment programme, TargetTexts targets) {
        EstimateTexts estimates = new EstimateTexts(targets);
        for (Target target : programme.targets()) {
            Estimates.of(reader, target).forEach(row -> estimates.reviewed.add(new Reviewed(target, row)));
        }
        return estimates;
    }

    boolean isEmpty() {
        return reviewed.isEmpty();
    }

    /** Returns the estimates of a target. */
    List<MartRow> of(Target target) {
        return reviewed.stream()
                .filter(one -> one.target().id().equals(target.id()))
                .map(Reviewed::review)
                .toList();
    }

    /** Returns a row for each estimate: what was estimated and what it would need. */
    List<Item> rows() {
        List<Item> items = new ArrayList<>();
        for (Reviewed one : reviewed) {
            MartRow row = one.review();
            MartRow headline = one.target().headline();
            Map<String, String> cells = new LinkedHashMap<>();
            cells.put("target", one.target().name(targets.language()));
            cells.put("unit", targets.unit(row.text("unit_code")));
            cells.put("sender", PlainText.oneLine(row.text("sender")));
            cells.put("estimate", targets.cell(row.number("estimate"), headline));
            cells.put(
                    "projected",
                    targets.cell(row.number("point"), headline)
                            + targets.interval(headline, "p10", "p90")
                                    .map(range -> " (" + range + ")")
                                    .orElse(""));
            cells.put("difference", difference(row));
            cells.put(
                    "at_least",
                    row.number("p_at_least").stream()
                            .mapToObj(targets.numbers()::probability)
                            .findFirst()
                            .orElse(NumberFormats.NONE));
            cells.put("pace", pace(row));
            cells.put("bias", bias(row));
            items.add(new Item("target", cells));
        }
        return items;
    }

    /** Returns a sentence for each estimate whose sender gave causes or solutions. */
    List<Item> explanations() {
        List<Item> items = new ArrayList<>();
        for (Reviewed one : reviewed) {
            String causes = PlainText.oneLine(one.review().text("causes"));
            String solutions = PlainText.oneLine(one.review().text("solutions"));
            if (!causes.isEmpty() || !solutions.isEmpty()) {
                items.add(Item.of(texts.text(
                        "report.review.reasons",
                        one.target().name(targets.language()),
                        causes.isEmpty() ? NumberFormats.NONE : causes,
                        solutions.isEmpty() ? NumberFormats.NONE : solutions)));
            }
        }
        return items;
    }

    /** Returns by how much the estimate is above the projection: in percent, of rates in points. */
    private String difference(MartRow row) {
        OptionalDouble point = row.number("point");
        OptionalDouble estimate = row.number("estimate");
        if (point.isEmpty() || estimate.isEmpty()) {
            return NumberFormats.NONE;
        }
        if (isRate(row)) {
            return texts.text(
                    "report.review.points", targets.numbers().signed(estimate.getAsDouble() - point.getAsDouble(), 2));
        }
        return point.getAsDouble() == 0
                ? NumberFormats.NONE
                : targets.numbers().signed((estimate.getAsDouble() / point.getAsDouble() - 1) * 100, 1) + "%";
    }

    /** Returns what the rest of the year brings if the estimate is right, and how often that was reached. */
    private String pace(MartRow row) {
        Optional<String> growth = row.number("implied_growth_pct").stream()
                .mapToObj(value -> targets.numbers().signed(value, 1) + "%")
                .findFirst();
        if (growth.isEmpty()) {
            return NumberFormats.NONE;
        }
        return row.number("implied_growth_percentile").stream()
                .mapToObj(percent -> texts.text(
                        "report.review.reached", growth.get(), targets.numbers().percent(100 - percent, 0)))
                .findFirst()
                .orElse(growth.get());
    }

    private String bias(MartRow row) {
        OptionalDouble bias = row.number("past_bias");
        if (bias.isEmpty()) {
            return NumberFormats.NONE;
        }
        String size = isRate(row)
                ? texts.text("report.review.points", targets.numbers().signed(bias.getAsDouble(), 2))
                : targets.numbers().signed(bias.getAsDouble(), 1) + "%";
        return texts.text(
                "report.review.bias", size, row.integer("past_bias_years").orElse(0));
    }

    private static boolean isRate(MartRow row) {
        return row.text("unit_code").startsWith("pct");
    }
}
