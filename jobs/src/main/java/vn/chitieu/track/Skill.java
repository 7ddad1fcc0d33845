package vn.chitieu.track;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import vn.chitieu.method.statistics.DieboldMariano;
import vn.chitieu.method.statistics.OrderStatistics;
import vn.chitieu.method.statistics.PairedSkill;

/**
 * How good a source was beside another, over all statements of a group that have come out and that both made.
 *
 * @param group which statements
 * @param source whose skill it is
 * @param against the other source
 * @param pairs statements of both of the same subject on the same occasion
 */
public record Skill(SkillGroup group, String source, String against, List<Pair> pairs) {

    public Skill {
        pairs = List.copyOf(pairs);
    }

    /** The same year stated by both sources on the same occasion. */
    public record Pair(TrackEntry own, TrackEntry other) {

        private Statement statement() {
            return own.statement();
        }

        private double loss() {
            return Skill.loss(own);
        }

        private double lossOfOther() {
            return Skill.loss(other);
        }

        private double difference() {
            return loss() - lossOfOther();
        }
    }

    /**
     * Returns skill and win rate, a year of a series being a task over all its occasions. Series are drawn whole for
     * the intervals; of too few series, years.
     */
    public PairedSkill.Result paired() {
        SortedMap<Subject, List<Pair>> tasks = new TreeMap<>();
        pairs.forEach(pair -> tasks.computeIfAbsent(pair.statement().subject(), subject -> new ArrayList<>())
                .add(pair));
        boolean isOfFewSeries =
                tasks.keySet().stream().map(Subject::variable).distinct().count() < PairedSkill.FEWEST_CLUSTERS;
        return PairedSkill.of(tasks.entrySet().stream()
                .map(task -> new PairedSkill.Task(
                        isOfFewSeries
                                ? String.valueOf(task.getKey().year())
                                : task.getKey().variable(),
                        mean(task.getValue(), Pair::loss),
                        mean(task.getValue(), Pair::lossOfOther)))
                .toList());
    }

    /** Returns the test of equal accuracy on the mean difference of losses of each day; empty with too few of them. */
    public Optional<DieboldMariano.Result> test() {
        SortedMap<LocalDate, List<Pair>> days = new TreeMap<>();
        SortedMap<Integer, TreeSet<LocalDate>> daysOfYears = new TreeMap<>();
        for (Pair pair : pairs) {
            LocalDate day = pair.statement().occasion().day();
            days.computeIfAbsent(day, d -> new ArrayList<>()).add(pair);
            daysOfYears
                    .computeIfAbsent(pair.statement().subject().year(), year -> new TreeSet<>())
                    .add(day);
        }
        int horizon =
                daysOfYears.values().stream().mapToInt(TreeSet::size).max().orElse(1);
        double[] differences = days.values().stream()
                .mapToDouble(ofDay -> mean(ofDay, Pair::difference))
                .toArray();
        return DieboldMariano.of(differences, Math.min(horizon, MOST_OVERLAP));
    }

    /** A year is stated once a month: twelve occasions are of the same outcome. */
    private static final int MOST_OVERLAP = 12;

    public int statements() {
        return pairs.size();
    }

    public double error() {
        return mean(pairs, Pair::loss);
    }

    public double errorOfOther() {
        return mean(pairs, Pair::lossOfOther);
    }

    /** Returns the mean absolute error in percent of outturns; null where that says nothing of any of them. */
    public @Nullable Double errorPct() {
        return some(entry -> {
            Double pct = entry.errorPct();
            return pct == null ? null : Double.valueOf(Math.abs(pct));
        });
    }

    /** Returns the mean weighted interval score in units of the usual yearly change. */
    public @Nullable Double wis() {
        return some(entry -> {
            Double wis = entry.wis();
            return wis == null
                    ? null
                    : Double.valueOf(wis / entry.statement().scale().typicalChange());
        });
    }

    public @Nullable Double brier() {
        return some(TrackEntry::brier);
    }

    public @Nullable Double coverage80() {
        return some(entry -> share(entry.isCovered80()));
    }

    public @Nullable Double coverage95() {
        return some(entry -> share(entry.isCovered95()));
    }

    private static @Nullable Double share(@Nullable Boolean isTrue) {
        return isTrue == null ? null : Double.valueOf(isTrue ? 1 : 0);
    }

    private @Nullable Double some(Function<TrackEntry, @Nullable Double> number) {
        List<Double> numbers = new ArrayList<>();
        for (Pair pair : pairs) {
            Double value = number.apply(pair.own());
            if (value != null) {
                numbers.add(value);
            }
        }
        return numbers.isEmpty() ? null : Double.valueOf(mean(numbers, Double::doubleValue));
    }

    private static double loss(TrackEntry entry) {
        return Objects.requireNonNull(entry.scaledError());
    }

    private static <T> double mean(Collection<T> values, ToDoubleFunction<T> number) {
        return OrderStatistics.mean(values.stream().mapToDouble(number).toArray());
    }
}
