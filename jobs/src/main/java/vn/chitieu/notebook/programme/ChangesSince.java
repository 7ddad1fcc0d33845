package vn.chitieu.notebook.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;

/**
 * What a programme says otherwise than on the last earlier day that was reported.
 *
 * @param day of the earlier report
 * @param judgements targets with another verdict or a probability that moved, new verdicts first, then the widest moves
 * @param outcomes targets with another outcome to date, in the order of the programme
 */
public record ChangesSince(LocalDate day, List<Judgement> judgements, List<Target> outcomes) {

    /** The least change of a probability that is told: what may change a whole percentage. */
    private static final double LEAST = 0.005;

    public ChangesSince {
        judgements = List.copyOf(judgements);
        outcomes = List.copyOf(outcomes);
    }

    /** A target, and how it was judged before and is now. */
    public record Judgement(Target target, VerdictWord before, OptionalDouble chanceBefore, OptionalDouble chanceNow) {

        /** Returns whether the verdict is another. */
        public boolean isNewVerdict() {
            return before != target.verdict();
        }

        private double move() {
            return chanceBefore.isPresent() && chanceNow.isPresent()
                    ? Math.abs(chanceNow.getAsDouble() - chanceBefore.getAsDouble())
                    : 0;
        }

        private boolean isTold() {
            return isNewVerdict() || move() >= LEAST;
        }
    }

    /** Returns the changes; empty where no earlier day was reported. */
    public static Optional<ChangesSince> of(MartReader reader, ProgrammeAttainment programme) {
        TreeMap<LocalDate, List<MartRow>> days = MartRows.of(reader, MartTables.TARGET_HISTORY)
                .where("programme_id", programme.programmeId())
                .sortedBy("as_of_date", "run_no")
                .stream()
                .filter(row -> row.date("as_of_date").orElseThrow().isBefore(programme.asOf()))
                .collect(Collectors.groupingBy(
                        row -> row.date("as_of_date").orElseThrow(), TreeMap::new, Collectors.toList()));
        if (days.isEmpty()) {
            return Optional.empty();
        }
        Map<String, MartRow> before = Objects.requireNonNull(days.lastEntry(), "a day was reported").getValue().stream()
                .collect(Collectors.toMap(row -> row.text("target_id"), Function.identity(), (a, b) -> b));
        List<Judgement> judgements = new ArrayList<>();
        List<Target> outcomes = new ArrayList<>();
        for (Target target : programme.targets()) {
            MartRow then = before.get(target.id());
            if (then == null) {
                continue;
            }
            MartRow now = target.headline();
            judgements.add(
                    new Judgement(target, VerdictWord.of(then), then.number("p_attain"), now.number("p_attain")));
            if (!then.number("actual_to_date").equals(now.number("actual_to_date"))
                    || !then.text("actual_period").equals(now.text("actual_period"))) {
                outcomes.add(target);
            }
        }
        judgements.removeIf(judgement -> !judgement.isTold());
        judgements.sort(Comparator.comparing(Judgement::isNewVerdict)
                .thenComparingDouble(Judgement::move)
                .reversed());
        return Optional.of(new ChangesSince(days.lastKey(), judgements, outcomes));
    }

    /** Returns whether a report reads as the earlier one does. */
    public boolean isEmpty() {
        return judgements.isEmpty() && outcomes.isEmpty();
    }
}
