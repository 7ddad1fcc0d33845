package vn.chitieu.notebook.exhibit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.Estimates;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;

/** Review of the estimates of the year that others stated (thẩm định số ước), beside the projection. */
final class ReviewExhibits {

    private static final int WORDS_LETTERS = 400;

    private final ProgrammeView view;
    private final TargetTexts texts;

    private ReviewExhibits(ProgrammeView view) {
        this.view = view;
        this.texts = view.texts();
    }

    /** An estimate and the target it is of. */
    private record Review(Target target, MartRow row) {

        /** Returns by how many percent the estimate is above the projection. */
        OptionalDouble gap() {
            OptionalDouble point = row.number("point");
            double estimate = row.number("estimate").orElseThrow();
            return point.isEmpty() || point.getAsDouble() == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(100 * (estimate - point.getAsDouble()) / Math.abs(point.getAsDouble()));
        }
    }

    /** Returns the review of all estimates of the programme; one sentence where there is none. */
    static Exhibit of(ProgrammeView view) {
        return new ReviewExhibits(view).all();
    }

    /** Returns the review of the estimates of a target, if there is any. */
    static Optional<Exhibit> of(ProgrammeView view, Target target) {
        return new ReviewExhibits(view).ofTarget(target);
    }

    private Exhibit all() {
        String heading = view.text("review.heading");
        List<Review> reviews = view.programme().targets().stream()
                .flatMap(target -> reviews(target).stream())
                .toList();
        if (reviews.isEmpty()) {
            boolean isOver = view.programme().targets().stream().anyMatch(Target::isComplete);
            return Exhibit.words(
                    "review",
                    heading,
                    view.text(
                            isOver ? "review.none.known" : "review.none",
                            view.programme().year()));
        }
        StringBuilder sentence = new StringBuilder(view.text("review.sentence", reviews.size()));
        reviews.stream()
                .filter(review -> review.gap().isPresent())
                .max(Comparator.comparingDouble(review -> Math.abs(review.gap().orElseThrow())))
                .ifPresent(farthest -> sentence.append(view.text(
                        farthest.target().isComplete() ? "review.farthest.known" : "review.farthest",
                        farthest.target().heading(texts.language()),
                        quantity(farthest, "estimate"),
                        quantity(farthest, "point"))));
        return Exhibit.words("review", heading, sentence.append('.').toString())
                .tabled(table(heading, reviews, true))
                .noted(List.of(view.text("review.note")))
                .from(query("review"));
    }

    private Optional<Exhibit> ofTarget(Target target) {
        List<Review> reviews = reviews(target);
        if (reviews.isEmpty()) {
            return Optional.empty();
        }
        String heading = view.text("review.heading");
        List<String> notes = new ArrayList<>();
        for (Review review : reviews) {
            note(notes, "review.causes", review.row().text("causes"));
            note(notes, "review.solutions", review.row().text("solutions"));
        }
        return Optional.of(Exhibit.words("review", heading, sentence(reviews.get(0)))
                .tabled(table(heading, reviews, false))
                .noted(notes)
                .from(query("review").where("target_id", target.id())));
    }

    private List<Review> reviews(Target target) {
        return Estimates.of(view.marts(), target).stream()
                .map(row -> new Review(target, row))
                .toList();
    }

    /** Returns the estimate, what it asks of the rest of the year, and how far such estimates were off. */
    private String sentence(Review review) {
        MartRow row = review.row();
        StringBuilder sentence = new StringBuilder(view.text(
                "review.stated",
                word(row),
                quantity(review, "estimate"),
                texts.numbers().date(row.date("estimated_on"))));
        if (review.target().isComplete()) {
            sentence.append(view.text("review.outcome", quantity(review, "point")));
        } else if (row.number("point").isPresent()) {
            sentence.append(view.text("review.point", quantity(review, "point")));
            row.number("p_at_least")
                    .ifPresent(p -> sentence.append(
                            view.text("review.chance", texts.numbers().probability(p))));
        }
        sentence.append('.');
        row.number("implied_growth_pct").ifPresent(growth -> {
            sentence.append(view.text(
                    "review.implied." + (isWholeYear(row) ? "year." : "") + (growth < 0 ? "down" : "up"),
                    view.percent(Math.abs(growth), 1)));
            row.number("implied_growth_percentile")
                    .ifPresent(percent -> sentence.append(view.text("pace.percentile", view.percent(percent, 0))));
            sentence.append('.');
        });
        row.number("past_bias")
                .ifPresent(bias -> sentence.append(view.text(
                        "review.bias." + (bias < 0 ? "low" : "high"),
                        bias(row, Math.abs(bias)),
                        row.integer("past_bias_years").orElse(0))));
        return sentence.toString();
    }

    /** Returns whether no figure of the year counts, so that the rest of the year is the year. */
    private static boolean isWholeYear(MartRow row) {
        return row.number("implied_rest").equals(row.number("estimate"));
    }

    private FigureTable table(String heading, List<Review> reviews, boolean isNamed) {
        FigureColumns<Review> columns = new FigureColumns<>(view);
        if (isNamed) {
            columns.text("column.target", review -> review.target().heading(texts.language()));
        }
        return columns.text(
                        "review.whose",
                        review -> word(review.row()) + ", "
                                + texts.numbers().date(review.row().date("estimated_on")))
                .text("column.unit", review -> texts.unit(review.row().text("unit_code")))
                .number("review.column.estimate", review -> number(review.row(), "estimate"))
                .number("review.column.point", review -> number(review.row(), "point"))
                .number("review.column.gap", review -> signed(review.gap(), 1))
                .number("review.column.at_least", review -> texts.numbers()
                        .probability(review.row().number("p_at_least")))
                .number("review.column.rest", review -> number(review.row(), "implied_rest"))
                .number("review.column.growth", review -> signed(review.row().number("implied_growth_pct"), 1))
                .number(
                        "review.column.percentile",
                        review -> view.number(review.row().number("implied_growth_percentile"), 0))
                .number("review.column.bias", review -> pastBias(review.row()))
                .table(heading, reviews);
    }

    private String number(MartRow row, String column) {
        return view.number(row.number(column), decimals(row));
    }

    private String pastBias(MartRow row) {
        OptionalDouble bias = row.number("past_bias");
        return bias.isEmpty()
                ? NumberFormats.NONE
                : (bias.getAsDouble() > 0 ? "+" : "") + bias(row, bias.getAsDouble()) + " ("
                        + row.integer("past_bias_years").orElse(0) + ")";
    }

    private String bias(MartRow row, double bias) {
        return row.text("unit_code").startsWith("pct")
                ? view.number(bias, 2) + " " + view.text("review.points")
                : view.percent(bias, 1);
    }

    private String signed(OptionalDouble value, int decimals) {
        return (value.orElse(0) > 0 ? "+" : "") + view.number(value, decimals);
    }

    private String quantity(Review review, String column) {
        MartRow row = review.row();
        return texts.quantity(row.number(column).orElseThrow(), row.text("unit_code"), decimals(row));
    }

    private static int decimals(MartRow row) {
        double estimate = row.number("estimate").orElseThrow();
        return NumberFormats.decimals(
                Math.max(Math.abs(estimate), Math.abs(row.number("point").orElse(0))), row.text("unit_code"));
    }

    /** Returns whose estimate it is. */
    private String word(MartRow row) {
        return row.text("estimate_code").equals("unit")
                ? view.text("review.unit", PlainText.cut(PlainText.oneLine(row.text("sender")), 40))
                : view.text("review.official");
    }

    private void note(List<String> notes, String key, String sentence) {
        if (!sentence.isEmpty()) {
            notes.add(view.text(key, PlainText.cut(PlainText.oneLine(sentence), WORDS_LETTERS)));
        }
    }

    private MartQuery query(String name) {
        return MartQuery.of(name, MartTables.ESTIMATE_REVIEW.name())
                .where("programme_id", view.programme().programmeId())
                .orderBy("target_id", "estimate_code")
                .columns(
                        "target_id",
                        "estimate_code",
                        "estimate",
                        "estimated_on",
                        "point",
                        "p_at_least",
                        "implied_rest",
                        "implied_growth_pct",
                        "implied_growth_percentile",
                        "past_bias");
    }
}
