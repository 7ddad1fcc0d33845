package vn.chitieu.account.derivation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitieu.account.formula.PrintedRounding;
import vn.chitieu.account.reading.AccountValue;
import vn.chitieu.account.reading.MethodCode;
import vn.chitieu.observation.CumulatedPeriods;
import vn.chitieu.observation.MonthSpan;

/**
 * Figures of a flow over the months of one year, made to add up.
 *
 * <p>What is printed from January to the end of a quarter, and the last figure to date, stand: they hold revisions of
 * earlier months that are printed nowhere else, and a quarter between two of them is their difference. Inside, the
 * figure that became known last counts, and an older one only where the later leave something open. Where periods of
 * one day fill a longer one and sum to something else, each takes of the difference as it is large (pro-rata
 * benchmarking).
 */
final class AdditiveYear {

    private static final int MONTHS = 12;
    private static final Comparator<MonthSpan> LONGEST_FIRST =
            Comparator.comparingInt(MonthSpan::months).reversed().thenComparing(span -> span);

    private final int year;
    private final NavigableMap<MonthSpan, AccountValue> printed;
    private final NavigableMap<MonthSpan, AccountValue> fitting = new TreeMap<>();

    private AdditiveYear(int year, NavigableMap<MonthSpan, AccountValue> printed) {
        this.year = year;
        this.printed = printed;
    }

    /**
     * Returns every span that follows from the printed ones, with values that add up.
     *
     * @param printed spans of the year, each with the figure that counts
     */
    static NavigableMap<MonthSpan, AccountValue> of(int year, NavigableMap<MonthSpan, AccountValue> printed) {
        AdditiveYear additive = new AdditiveYear(year, printed);
        additive.takeFiguresToDate();
        additive.datesLatestFirst().forEach(additive::take);
        FamilyLevels.fillFromPeriods(additive.fitting);
        return additive.fitting;
    }

    private void takeFiguresToDate() {
        List<MonthSpan> toDate =
                printed.keySet().stream().filter(span -> span.firstMonth() == 1).toList();
        for (MonthSpan span : toDate) {
            boolean isLast = span.equals(toDate.get(toDate.size() - 1));
            AccountValue value = printed.get(span);
            if (value != null && (isLast || span.lastMonth() % 3 == 0)) {
                fitting.put(span, value);
            }
        }
    }

    private List<LocalDate> datesLatestFirst() {
        TreeSet<LocalDate> dates = new TreeSet<>(Comparator.reverseOrder());
        printed.values().forEach(value -> dates.add(value.date()));
        return List.copyOf(dates);
    }

    /** Takes the figures of one day that those taken before leave open. */
    private void take(LocalDate date) {
        NavigableMap<MonthSpan, AccountValue> ofDay = new TreeMap<>(LONGEST_FIRST);
        printed.forEach((span, value) -> {
            if (value.date().equals(date) && isOpen(span)) {
                ofDay.put(span, value);
            }
        });
        for (MonthSpan whole : knownSegments()) {
            List<MonthSpan> parts = filling(whole, ofDay);
            if (!parts.isEmpty()) {
                benchmark(whole, parts, ofDay);
            }
        }
        ofDay.forEach((span, value) -> {
            if (isOpen(span)) {
                fitting.put(span, value);
            }
        });
    }

    private boolean isOpen(MonthSpan span) {
        return CumulatedPeriods.terms(fitting.keySet(), span).isEmpty();
    }

    private Optional<AccountValue> known(MonthSpan span) {
        return FamilyLevels.fromPeriods(fitting, span);
    }

    /** Returns the months between one end whose figure to date is known and the next, from January on. */
    private List<MonthSpan> knownSegments() {
        List<MonthSpan> segments = new ArrayList<>();
        boolean[] areKnown = CumulatedPeriods.areToDateKnown(fitting.keySet(), year);
        int start = 1;
        for (int month = 1; month <= MONTHS; month++) {
            if (areKnown[month]) {
                segments.add(new MonthSpan(year, start, month));
                start = month + 1;
            }
        }
        return segments;
    }

    /** Returns periods that fill some months without a gap, the longest chosen first; none if they do not. */
    private static List<MonthSpan> filling(MonthSpan whole, NavigableMap<MonthSpan, AccountValue> candidates) {
        List<MonthSpan> parts = new ArrayList<>();
        for (int month = whole.firstMonth(); month <= whole.lastMonth(); ) {
            int first = month;
            Optional<MonthSpan> part = candidates.keySet().stream()
                    .filter(span -> span.firstMonth() == first && span.lastMonth() <= whole.lastMonth())
                    .findFirst();
            if (part.isEmpty()) {
                return List.of();
            }
            parts.add(part.get());
            month = part.get().lastMonth() + 1;
        }
        return parts;
    }

    private void benchmark(MonthSpan whole, List<MonthSpan> parts, NavigableMap<MonthSpan, AccountValue> ofDay) {
        List<AccountValue> values = parts.stream()
                .flatMap(part -> Optional.ofNullable(ofDay.get(part)).stream())
                .toList();
        AccountValue total = known(whole).orElseThrow();
        AccountValue sum = AccountValue.sum(MethodCode.SUM_OF_PERIODS, values, List.of());
        double size =
                values.stream().mapToDouble(value -> Math.abs(value.value())).sum();
        boolean agrees = PrintedRounding.agree(sum.value(), total.value(), sum.halfUnit() + total.halfUnit());
        double difference = agrees || size == 0 ? 0 : total.value() - sum.value();
        for (int i = 0; i < parts.size(); i++) {
            AccountValue value = values.get(i);
            fitting.put(
                    parts.get(i),
                    difference == 0
                            ? value
                            : AccountValue.derived(
                                    value.value() + difference * Math.abs(value.value()) / size,
                                    value.halfUnit() + total.halfUnit(),
                                    MethodCode.BENCHMARKED_PERIODS,
                                    value,
                                    total));
        }
    }
}
