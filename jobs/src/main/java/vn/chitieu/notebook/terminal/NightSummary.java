package vn.chitieu.notebook.terminal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.Movement;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.RollUp;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;

/** What a night says in a few lines: verdicts, what moved, what is to be looked at, what is not delivered. */
public final class NightSummary {

    private static final int MOST = 3;
    private static final int MOST_DELIVERIES = 5;
    private static final String INDENT = "  ";

    /** The least change of a probability that is told, in points: what is printed as a change. */
    private static final double LEAST_POINTS = 0.5;

    private final MartReader reader;
    private final TargetTexts texts;
    private final int width;
    private final StringBuilder out = new StringBuilder();

    private NightSummary(MartReader reader, Language language, int width) {
        this.reader = reader;
        this.texts = new TargetTexts(language, ProgrammeAttainment.units(reader));
        this.width = width;
    }

    /**
     * Returns the lines, each ended.
     *
     * @param programmeIds those told of, in order
     * @param width columns of the terminal
     * @throws IllegalArgumentException if the run has no such programme
     */
    public static String text(MartReader reader, List<String> programmeIds, Language language, int width) {
        NightSummary summary = new NightSummary(reader, language, width);
        programmeIds.forEach(summary::programme);
        summary.deliveries();
        summary.errors();
        return summary.out.toString();
    }

    private void programme(String programmeId) {
        ProgrammeAttainment programme = ProgrammeAttainment.of(reader, programmeId);
        if (programme.targets().isEmpty()) {
            return;
        }
        out.append(Paragraph.of(programme.name(texts.language()), width));
        line(RollUp.of(programme).parts(words()));
        moved(programme);
        List<Target> urgent = programme.leastProbable(MOST);
        if (!urgent.isEmpty()) {
            line(words().text(
                            "summary.attention",
                            urgent.stream()
                                    .map(target -> words().text(
                                                    "summary.target",
                                                    target.heading(texts.language()),
                                                    texts.probabilityCell(target.headline())))
                                    .collect(Collectors.joining("; "))));
        }
    }

    private void moved(ProgrammeAttainment programme) {
        MartRows rows = MartRows.of(reader, MartTables.CHANGE_EXPLANATION);
        List<Movement> moved = new ArrayList<>(Movement.of(
                rows, Movement.PROBABILITY, row -> row.text("programme_id").equals(programme.programmeId())));
        moved.removeIf(movement -> movement.size() < LEAST_POINTS);
        moved.sort(Comparator.comparingDouble(Movement::size).reversed());
        if (!moved.isEmpty()) {
            String day = texts.numbers()
                    .date(moved.get(0).row().date("previous_as_of_date").orElseThrow());
            line(words().text(
                            "summary.moved",
                            day,
                            moved.stream()
                                    .limit(MOST)
                                    .map(movement -> words().text(
                                                    "summary.movement",
                                                    heading(programme, movement.row()),
                                                    movement.beforeCell(texts),
                                                    movement.afterCell(texts)))
                                    .collect(Collectors.joining("; "))));
        }
    }

    private String heading(ProgrammeAttainment programme, MartRow moved) {
        return programme.targets().stream()
                .filter(target -> target.id().equals(moved.text("target_id")))
                .map(target -> target.heading(texts.language()))
                .findFirst()
                .orElse(moved.text("target_id"));
    }

    private void deliveries() {
        List<MartRow> overdue = MartRows.of(reader, MartTables.EXPECTED_DELIVERY).stream()
                .filter(row -> row.text("expected_status_code").equals("missing"))
                .toList();
        if (!overdue.isEmpty()) {
            String named = overdue.stream()
                    .limit(MOST_DELIVERIES)
                    .map(row -> words().text(
                                    "summary.delivery",
                                    row.text("delivery_name"),
                                    texts.period(row.text("period")),
                                    texts.numbers().date(row.date("due_date").orElseThrow())))
                    .collect(Collectors.joining("; "));
            out.append(Paragraph.of(words().text("summary.missing", overdue.size(), named), width));
        }
    }

    private void errors() {
        long errors = MartRows.of(reader, MartTables.FINDING).where("severity_code", "error").stream()
                .count();
        if (errors > 0) {
            out.append(Paragraph.of(words().text("summary.errors", errors), width));
        }
    }

    private void line(String text) {
        out.append(Paragraph.of(INDENT, INDENT + INDENT, text, width));
    }

    private Texts words() {
        return texts.texts();
    }
}
