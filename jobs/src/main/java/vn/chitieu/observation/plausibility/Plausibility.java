package vn.chitieu.observation.plausibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.Units;
import vn.chitieu.observation.plausibility.References.RowSum;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/**
 * Which figures of a form cannot be taken as they are: each is held against the same quantity as stated before, earlier
 * years, the plan, the other columns and rows, and the sums that it belongs to.
 *
 * <p>Two figures that each fit in the place of the other are taken for exchanged before either is called wrong, and of
 * two that contradict each other the one is doubted that is further off what is known.
 */
public final class Plausibility {

    /** How near, of logarithms, a number is to the one that makes a sum hold. */
    private static final double EXACTLY = 0.01;

    private static final Words WORDS = Words.of("observation");

    private final Collection<Observation> known;
    private final References references;
    private final LocalDate day;
    private final Units units;

    /**
     * Creates the judge of a day.
     *
     * @param known the vintage that counts of every known figure of the area
     * @param day by which a plan must have been issued
     */
    public Plausibility(Collection<Observation> known, References references, LocalDate day, Units units) {
        this.known = known;
        this.references = references;
        this.day = day;
        this.units = units;
    }

    /**
     * Returns the doubts of a form, at most one a cell.
     *
     * @param sums of the form; where one says what makes up a total, no identity of the office does
     */
    public List<Doubt> doubts(List<TypedFigure> typed, List<RowSum> sums) {
        List<Judged> judged = judged(typed);
        Doubts doubts = new Doubts();
        exchanged(judged, doubts);
        RowChecks rows = new RowChecks(judged, doubts);
        for (Judged figure : judged) {
            if (!doubts.has(figure) && !rows.isDifferenceOfOthers(figure, references.identities())) {
                figure.violated(figure.value()).ifPresent(violated -> doubts.add(figure, violated));
            }
        }
        new ColumnChecks(judged, doubts).check();
        rows.check(sums, references.identities());
        return doubts.all();
    }

    /**
     * Returns what is to be said of figures that can be used, but are further off an earlier one than is usual of the
     * series; none where the same quantity was stated so before.
     */
    public List<LocalizedText> remarks(List<TypedFigure> typed) {
        List<LocalizedText> remarks = new ArrayList<>();
        for (Judged figure : judged(typed)) {
            boolean isStated = figure.expectations().stream()
                    .anyMatch(e -> e.comparison() == Comparison.SAME_QUANTITY && e.misfit(figure.value()) <= 1);
            figure.expectations().stream()
                    .filter(e -> !isStated && e.isUnusual(figure.value()))
                    .findFirst()
                    .map(Expectation::ofUsual)
                    .ifPresent(usual -> remarks.add(WORDS.text(
                            "plausible.unusual",
                            figure.figure().cell(),
                            PrintedNumber.exact(figure.value()),
                            PrintedNumber.exact(usual.reference()),
                            usual.name(),
                            PrintedNumber.exact(usual.least()),
                            PrintedNumber.exact(usual.most()))));
        }
        return remarks;
    }

    /**
     * Returns the slip that made one number of another, as a sentence with both; nothing if it is none.
     *
     * @param cell where it was typed
     * @param meant the number that it should be, exactly
     */
    public static Optional<LocalizedText> likely(String cell, BigDecimal typed, BigDecimal meant) {
        Slip slip = Slip.of(typed, meant.doubleValue(), EXACTLY);
        return slip.isRecognized() ? Optional.of(Doubts.likely(cell, typed, meant, slip)) : Optional.empty();
    }

    private List<Judged> judged(List<TypedFigure> typed) {
        Map<List<Object>, List<Observation>> series = new HashMap<>();
        for (Observation observation : known) {
            series.computeIfAbsent(series(observation.key()), key -> new ArrayList<>())
                    .add(observation);
        }
        Map<List<Object>, SeriesHistory> histories = new HashMap<>();
        List<Judged> judged = new ArrayList<>();
        for (TypedFigure figure : typed) {
            List<Object> key = series(figure.key());
            SeriesHistory history = histories.computeIfAbsent(
                    List.of(key, figure.unitCode()),
                    any -> new SeriesHistory(
                            series.getOrDefault(key, List.of()), figure.indicator(), figure.unitCode(), units));
            judged.add(new Judged(figure, history, Expectations.of(figure, history, plan(figure))));
        }
        return judged;
    }

    private static List<Object> series(ObservationKey key) {
        return List.of(key.areaCode(), key.indicatorCode(), key.activityCode(), key.priceBasis());
    }

    /** Plans are of current prices. */
    private Optional<BigDecimal> plan(TypedFigure figure) {
        ObservationKey key = figure.key();
        return references.plans().stream()
                .filter(plan -> plan.areaCode().equals(key.areaCode())
                        && plan.indicatorCode().equals(key.indicatorCode())
                        && plan.activityCode().equals(key.activityCode())
                        && plan.year() == key.period().year()
                        && !key.priceBasis().isConstant()
                        && !plan.issuedOn().isAfter(day)
                        && units.areComparable(plan.unitCode(), figure.unitCode()))
                .max(Comparator.comparing(PlannedFigure::issuedOn))
                .map(plan ->
                        plan.value().multiply(BigDecimal.valueOf(units.factor(plan.unitCode(), figure.unitCode()))));
    }

    /** Two rows of a column or two columns of a row whose figures fit better the other way round. */
    private static void exchanged(List<Judged> judged, Doubts doubts) {
        record Pair(Judged one, Judged other, double gain, Slip slip) {}
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            for (int j = i + 1; j < judged.size(); j++) {
                Judged one = judged.get(i);
                Judged other = judged.get(j);
                boolean isColumn = one.figure().columnId().equals(other.figure().columnId());
                boolean isRow = one.figure().rowKey().equals(other.figure().rowKey())
                        && one.figure().key().priceBasis()
                                == other.figure().key().priceBasis();
                Slip slip = isColumn ? Slip.EXCHANGED_ROWS : Slip.SWAPPED_COLUMNS;
                if (isColumn || isRow) {
                    gain(one, other).ifPresent(gain -> pairs.add(new Pair(one, other, gain, slip)));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::gain).reversed());
        for (Pair pair : pairs) {
            if (!doubts.has(pair.one()) && !doubts.has(pair.other())) {
                doubts.addSwap(pair.one(), pair.other(), pair.slip());
            }
        }
    }

    /** Returns how much nearer to what is known two figures are in each other's place, if that is beyond chance. */
    private static Optional<Double> gain(Judged one, Judged other) {
        Optional<Expectation> a = one.nearest().filter(e -> !e.isLinear());
        Optional<Expectation> b = other.nearest().filter(e -> !e.isLinear());
        boolean isComparable = a.isPresent()
                && b.isPresent()
                && one.value().signum() > 0
                && other.value().signum() > 0;
        if (!isComparable
                || one.violated(other.value()).isPresent()
                || other.violated(one.value()).isPresent()) {
            return Optional.empty();
        }
        double typed =
                Math.abs(a.get().deviation(one.value())) + Math.abs(b.get().deviation(other.value()));
        double swapped =
                Math.abs(a.get().deviation(other.value())) + Math.abs(b.get().deviation(one.value()));
        double gain = typed - swapped;
        return gain > (a.get().width() + b.get().width()) / 2 ? Optional.of(gain) : Optional.empty();
    }
}
