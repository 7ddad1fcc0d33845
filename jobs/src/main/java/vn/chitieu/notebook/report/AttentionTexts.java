package vn.chitieu.notebook.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.TargetAmounts;
import vn.chitieu.notebook.programme.VerdictWord;
import vn.chitieu.notebook.report.WordTemplate.Item;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.PlainText;

/** What the Committee has to look at: targets missed or least probable, and deliveries that are overdue. */
final class AttentionTexts {

    private static final int MOST_TARGETS = 5;
    private static final double EVEN = 0.5;

    private final ProgrammeView view;

    AttentionTexts(ProgrammeView view) {
        this.view = view;
    }

    /**
     * Returns the targets that are missed, then the least probable of those more likely missed than reached, each with
     * its lead unit.
     */
    List<Item> targets() {
        Stream<Target> missed =
                view.programme().targets().stream().filter(target -> target.verdict() == VerdictWord.MISSED);
        Stream<Target> doubtful = view.programme().leastProbable(MOST_TARGETS).stream()
                .filter(target -> target.headline().number("p_attain").orElse(1) < EVEN);
        return Stream.concat(missed, doubtful)
                .map(target -> Item.of(sentence(target)))
                .toList();
    }

    private String sentence(Target target) {
        MartRow row = target.headline();
        String name = target.heading(view.texts().language());
        TargetAmounts amounts = new TargetAmounts(view.texts(), row);
        String verdict = target.verdict().word(view.texts().texts());
        StringBuilder sentence = new StringBuilder(
                row.number("p_attain").isEmpty() || target.verdict() == VerdictWord.MISSED
                        ? view.text("report.attention.missed", name, verdict)
                        : view.text(
                                "report.attention.target",
                                name,
                                view.texts()
                                        .numbers()
                                        .probability(row.number("p_attain").getAsDouble()),
                                verdict));
        row.number("point")
                .ifPresent(point -> sentence.append(view.text(
                        "report.attention.projected",
                        amounts.measured(point),
                        row.number("target_value").isPresent()
                                ? amounts.goal()
                                : view.texts().goalCell(row))));
        String lead = PlainText.oneLine(
                target.dimension().label("lead_unit", view.texts().language()));
        if (!lead.isEmpty()) {
            sentence.append(view.text("report.attention.lead", lead));
        }
        return sentence.append('.').toString();
    }

    /** Returns the overdue deliveries that figures of the programme's area have come from, one line a delivery. */
    List<Item> overdue() {
        Map<String, List<MartRow>> byDelivery = new LinkedHashMap<>();
        MartRows.of(view.marts(), MartTables.EXPECTED_DELIVERY).stream()
                .filter(row -> row.text("expected_status_code").equals("missing"))
                .sorted(Comparator.comparing((MartRow row) -> row.text("delivery_name"))
                        .thenComparing(row -> row.date("due_date").orElseThrow()))
                .forEach(row -> byDelivery
                        .computeIfAbsent(row.text("delivery_name"), name -> new ArrayList<>())
                        .add(row));
        if (byDelivery.isEmpty()) {
            return List.of();
        }
        List<MartRow> figures =
                MartRows.of(view.marts(), MartTables.OBSERVATION)
                        .where("area_code", view.programme().areaCode())
                        .stream()
                        .toList();
        List<Item> items = new ArrayList<>();
        byDelivery.forEach((name, rows) -> {
            if (figures.stream().anyMatch(figure -> isOf(figure, name))) {
                items.add(Item.of(view.text(
                        "report.overdue",
                        PlainText.oneLine(name),
                        rows.stream().map(this::period).collect(Collectors.joining("; ")))));
            }
        });
        return items;
    }

    private String period(MartRow row) {
        return view.text(
                "report.overdue.period",
                view.texts().period(row.text("period")),
                view.texts().numbers().date(row.date("due_date").orElseThrow()));
    }

    private static boolean isOf(MartRow figure, String delivery) {
        return figure.text("source_url").equals("form:" + delivery)
                || figure.text("delivery_id").startsWith(delivery + "/");
    }
}
