package vn.chitieu.notebook.exhibit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;

/** Review of the estimates of the year that others told (thẩm định số ước), beside the projection. */
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
            return Exhibit.words(
                    "review", heading, view.text("review.none", view.programme().year()));
        }
        StringBuilder sentence = new StringBuilder(view.text("review.sentence", reviews.size()));
        reviews.stream()
                .filter(review -> review.gap().isPresent())
                .max(Comparator.comparingDouble(review -> Math.abs(review.gap().orElseThrow())))
                .ifPresent(farthest -> sentence.append(view.text(
                        "review.farthest",
                        name(farthest.target()),
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
        return MartRows.of(view.marts(), MartTables.ESTIMATE_REVIEW)
                .where("programme_id", view.programme().programmeId())
                .where("target_id", target.id())
                .sortedBy("-estimate_code")
                .stream()
                .map(row -> new Review(target, row))
                .toList();
    }

    /** Returns what an estimate says, what it asks of the rest of the year, and how far such estimates were off. */
    private String sentence(Review review) {
        MartRow row = review.row();
        StringBuilder said = new StringBuilder(view.text(
                "review.stated",
                word(row),
                quantity(review, "estimate"),
                texts.numbers().date(row.date("estimated_on"))));
        if (row.number("point").isPresent()) {
            said.append(view.text("review.point", quantity(review, "point")));
            row.number("p_at_least")
                    .ifPresent(p -> said.append(
                            view.text("review.chance", texts.numbers().probability(p))));
        }
        said.append('.');
        row.number("implied_growth_pct").ifPresent(growth -> {
            said.append(view.text(
                    "review.implied." + (isWholeYear(row) ? "year." : "") + (growth < 0 ? "down" : "up"),
                    view.percent(Math.abs(growth), 1)));
            row.number("implied_growth_percentile")
                    .ifPresent(percent -> said.append(view.text("pace.percentile", view.percent(percent, 0))));
            said.append('.');
        });
        row.number("past_bias")
                .ifPresent(bias -> said.append(view.text(
                        "review.bias." + (bias < 0 ? "low" : "high"),
                        bias(row, Math.abs(bias)),
                        row.integer("past_bias_years").orElse(0))));
        return said.toString();
    }

    /** Returns whether no figure of the year counts, so that the rest of the year is the year. */
    private static boolean isWholeYear(MartRow row) {
        return row.number("implied_rest").equals(row.number("estimate"));
    }

    private FigureTable table(String heading, List<Review> reviews, boolean isNamed) {
        List<FigureTable.Column> columns = new ArrayList<>();
        columns.add(FigureTable.Column.text(view.text(isNamed ? "column.target" : "review.whose")));
        if (isNamed) {
            columns.add(FigureTable.Column.text(view.text("review.whose")));
        }
        columns.add(FigureTable.Column.text(view.text("column.unit")));
        for (String key : List.of("estimate", "point", "gap", "at_least", "rest", "growth", "percentile", "bias")) {
            columns.add(FigureTable.Column.number(view.text("review.column." + key)));
        }
        return new FigureTable(
                heading,
                columns,
                reviews.stream().map(review -> cells(review, isNamed)).toList());
    }

    private List<String> cells(Review review, boolean isNamed) {
        MartRow row = review.row();
        List<String> cells = new ArrayList<>();
        if (isNamed) {
            cells.add(name(review.target()));
        }
        cells.add(word(row) + ", " + texts.numbers().date(row.date("estimated_on")));
        cells.add(texts.unit(row.text("unit_code")));
        cells.add(view.number(row.number("estimate"), decimals(row)));
        cells.add(view.number(row.number("point"), decimals(row)));
        cells.add(signed(review.gap(), 1));
        OptionalDouble chance = row.number("p_at_least");
        cells.add(texts.numbers().probability(chance));
        cells.add(view.number(row.number("implied_rest"), decimals(row)));
        cells.add(signed(row.number("implied_growth_pct"), 1));
        cells.add(view.number(row.number("implied_growth_percentile"), 0));
        OptionalDouble bias = row.number("past_bias");
        cells.add(
                bias.isEmpty()
                        ? NumberFormats.NONE
                        : (bias.getAsDouble() > 0 ? "+" : "") + bias(row, bias.getAsDouble()) + " ("
                                + row.integer("past_bias_years").orElse(0) + ")");
        return cells;
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

    private String name(Target target) {
        return target.number() + ". " + PlainText.shortened(target.name(texts.language()));
    }

    private void note(List<String> notes, String key, String said) {
        if (!said.isEmpty()) {
            notes.add(view.text(key, PlainText.cut(PlainText.oneLine(said), WORDS_LETTERS)));
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
