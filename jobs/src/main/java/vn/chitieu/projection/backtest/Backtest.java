package vn.chitieu.projection.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.HistoryBreak;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.Vintages;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.projection.PastYear;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.area.SeriesProjector;
import vn.chitieu.projection.backtest.PastProjection.VintageKind;
import vn.chitieu.projection.dense.DensePart;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.series.SeriesHistory;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.series.SeriesInput.DatedValue;
import vn.chitieu.projection.series.SeriesInputs;

/**
 * Projects the complete years of a series again, from what was known when each of their months or quarters had become
 * known.
 *
 * <p>That day is the first on which a figure of the period was known. Seen on it are the vintages published by then, of
 * no later period; a figure without a vintage of its time is that of a later source, known from its date in the release
 * calendar on. A series of an account has one vintage, the present one, less its later periods.
 */
final class Backtest {

    private static final int LONGEST_TREND = 5;

    private final SeriesInput latest;
    private final List<Observation> vintages;
    private final boolean isOfAccount;
    private final Map<String, Indicator> facts;
    private final List<HistoryBreak> breaks;
    private final PooledTables tables;

    private Backtest(
            SeriesInput latest,
            List<Observation> vintages,
            boolean isOfAccount,
            List<HistoryBreak> breaks,
            PooledTables tables) {
        this.latest = latest;
        this.vintages = vintages;
        this.isOfAccount = isOfAccount;
        this.facts = Map.of(latest.facts().code(), latest.facts());
        this.breaks = breaks;
        this.tables = tables;
    }

    /**
     * Returns a row for each month, or else quarter, before the last of each complete year, where the figures until
     * then are without a gap and at least two complete years come before; in order of time.
     *
     * @param latest all figures of the series as known today, from which the outturns are taken
     * @param vintages all vintages known today that {@code latest} was made of; for a series of an account those of the
     *     figures that date its periods
     * @param isOfAccount whether {@code latest} is a series of an account
     * @param breaks of any series
     * @param fromYear the first year to project
     */
    static List<PastProjection> of(
            SeriesInput latest,
            Collection<Observation> vintages,
            boolean isOfAccount,
            List<HistoryBreak> breaks,
            int fromYear,
            PooledTables tables) {
        if (latest.facts().aggregation() == null || !SeriesProjector.isProjected(latest.facts())) {
            return List.of();
        }
        Backtest backtest = new Backtest(latest, List.copyOf(vintages), isOfAccount, breaks, tables);
        List<PastProjection> rows = new ArrayList<>();
        int last = latest.values().stream()
                .mapToInt(value -> value.period().year())
                .max()
                .orElse(fromYear - 1);
        for (int year = fromYear; year <= last; year++) {
            List<PastProjection> months = backtest.ofYear(year, Frequency.M);
            rows.addAll(months.isEmpty() ? backtest.ofYear(year, Frequency.Q) : months);
        }
        return rows;
    }

    private List<PastProjection> ofYear(int year, Frequency frequency) {
        SeriesHistory today = SeriesHistory.of(latest, year);
        OptionalDouble outturn = today.annual(year);
        if (outturn.isEmpty()) {
            return List.of();
        }
        List<PastProjection> rows = new ArrayList<>();
        int periods = frequency == Frequency.M ? 12 : 4;
        for (int k = 1; k < periods; k++) {
            row(today, outturn.getAsDouble(), new Period(year, frequency, k)).ifPresent(rows::add);
        }
        return rows;
    }

    private Optional<PastProjection> row(SeriesHistory today, double outturn, Period cutoff) {
        Optional<LocalDate> day = knownOn(cutoff);
        if (day.isEmpty()) {
            return Optional.empty();
        }
        VisibleInput seen = isOfAccount ? ofAccount(cutoff) : ofVintages(day.get(), cutoff);
        if (seen.input().isEmpty()) {
            return Optional.empty();
        }
        SeriesHistory history = SeriesHistory.of(seen.input().get(), cutoff.year());
        Optional<DensePart> part = DensePart.of(history);
        if (part.isEmpty()
                || part.get().series().periodsPerYear() != 12 / cutoff.months()
                || part.get().observed() != cutoff.index()
                || part.get().completeYears() < DensePart.FEWEST_YEARS) {
            return Optional.empty();
        }
        return part.get()
                .project(history, tables, MethodNote.NONE)
                .map(projection -> row(today, outturn, cutoff, day.get(), seen.kind(), projection));
    }

    private PastProjection row(
            SeriesHistory today,
            double outturn,
            Period cutoff,
            LocalDate day,
            VintageKind kind,
            SeriesProjection projection) {
        NavigableMap<Integer, Double> annual = new TreeMap<>();
        projection.history().forEach(past -> annual.put(past.year(), past.annual()));
        double toDate = projection.ytd() == null ? projection.point() : projection.ytd();
        boolean isLast = projection.aggregation() == Aggregation.LAST;
        double part = isLast ? 1 : (double) cutoff.index() * cutoff.months() / 12;
        LocalDate outturnKnownOn = today.input().values().stream()
                .filter(value -> value.period().year() == cutoff.year())
                .map(DatedValue::publishedDate)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return new PastProjection(
                projection,
                cutoff,
                day,
                kind,
                outturn,
                outturnKnownOn,
                typicalChange(annual, outturn),
                growthRule(projection, toDate),
                toDate / part,
                target(annual, cutoff.year() - 1));
    }

    /** Returns the first day on which a figure that ends with the period was known. */
    private Optional<LocalDate> knownOn(Period cutoff) {
        return vintages.stream()
                .filter(vintage -> vintage.key().period().end().equals(cutoff.end()))
                .map(Observation::publishedDate)
                .min(LocalDate::compareTo);
    }

    /** What could be seen on a day; without input if that was nothing. */
    private record VisibleInput(Optional<SeriesInput> input, VintageKind kind) {}

    private VisibleInput ofAccount(Period cutoff) {
        List<DatedValue> values = latest.values().stream()
                .filter(value -> !value.period().end().isAfter(cutoff.end()))
                .toList();
        return new VisibleInput(Optional.of(new SeriesInput(latest.id(), latest.facts(), values)), VintageKind.PSEUDO);
    }

    private VisibleInput ofVintages(LocalDate day, Period cutoff) {
        List<Observation> past = vintages.stream()
                .filter(vintage -> !vintage.key().period().end().isAfter(cutoff.end()))
                .toList();
        Collection<Observation> seen = Vintages.latestByKey(past, day).values();
        boolean isOfTheDay = seen.stream()
                .filter(vintage -> vintage.key().period().year() >= cutoff.year() - 1)
                .noneMatch(vintage -> vintage.sourceDate().isAfter(day));
        Optional<SeriesInput> input = SeriesInputs.assemble(seen, List.of(), facts, breaks, "").stream()
                .filter(assembled -> assembled.id().equals(latest.id()))
                .findFirst();
        return new VisibleInput(input, isOfTheDay ? VintageKind.REAL_TIME : VintageKind.PSEUDO);
    }

    private static @Nullable Double growthRule(SeriesProjection projection, double toDate) {
        Double before = projection.previousYearValue();
        Double then = projection.history().stream()
                .filter(past -> past.year() == projection.year() - 1)
                .map(PastYear::ytd)
                .findFirst()
                .orElse(null);
        return before == null || then == null || then == 0 ? null : Double.valueOf(before * toDate / then);
    }

    /** Returns the mean absolute change of annual values; without two of them, the size of the outturn. */
    private static double typicalChange(NavigableMap<Integer, Double> annual, double outturn) {
        double sum = 0;
        int count = 0;
        for (Map.Entry<Integer, Double> value : annual.entrySet()) {
            Double before = annual.get(value.getKey() - 1);
            if (before != null) {
                sum += Math.abs(value.getValue() - before);
                count++;
            }
        }
        double change = count == 0 ? Math.abs(outturn) : sum / count;
        return Math.max(change, Math.max(1e-3 * Math.abs(outturn), Double.MIN_NORMAL));
    }

    private static @Nullable Double target(NavigableMap<Integer, Double> annual, int lastYear) {
        Double last = annual.get(lastYear);
        int years = 0;
        double first = last == null ? 0 : last;
        while (years < LONGEST_TREND && first > 0) {
            Double before = annual.get(lastYear - years - 1);
            if (before == null || before <= 0) {
                break;
            }
            first = before;
            years++;
        }
        return last == null || years == 0 ? null : Double.valueOf(last * Math.pow(last / first, 1.0 / years));
    }
}
